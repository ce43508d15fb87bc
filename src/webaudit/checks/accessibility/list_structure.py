"""Check `list-structure`."""

from collections.abc import Iterator

from webaudit.extract.axe import axe_verdicts
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict
from webaudit.model.rendered import Rendered
from webaudit.standards import wcag


@check(
    id="list-structure",
    title="Lists hold their items, and items stand in lists",
    category=Category.ACCESSIBILITY,
    severity=Severity.MODERATE,
    sources=(wcag.SC_1_3_1,),
    remedy="Put only list items directly into a list, and list items only into lists. In WordPress: make"
    " lists with the list block of the editor; in a menu or a widget they belong to the theme: "
    "update it, or ask whoever made it.",
    since="0.3.0",
)
def list_structure(rendered: Rendered) -> Iterator[Verdict]:
    """A screen reader tells how many items a list has, and lets its user jump over it.

    Items that stand outside, and other things between them, make it tell a wrong number, or no list.

    Target: each list, list item, term and explanation on the pages that a browser showed.
    Expectation: axe-core finds nothing wrong there.
    Limits: what looks like a list and is none is left to people.

    Passed:
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/",
            "axe_passed": ["list"]}]}}
        ```

    Failed (axe-listitem):
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "axe": [
            {"rule": "listitem", "outcome": "failed", "total": 1,
             "spots": [{"xpath": "/html/body/div/li", "markup": "<li>Berita"}]}]}]}}
        ```

    CantTell (axe-listitem):
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "axe": [
            {"rule": "listitem", "outcome": "cantTell", "total": 1,
             "spots": [{"xpath": "/html/body/div/li", "markup": "<li>Berita"}]}]}]}}
        ```
    """
    yield from axe_verdicts(rendered, "list-structure")
