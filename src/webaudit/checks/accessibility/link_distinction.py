"""Check `link-distinction`."""

from collections.abc import Iterator

from webaudit.extract.axe import axe_verdicts
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict
from webaudit.model.rendered import Rendered
from webaudit.standards import wcag


@check(
    id="link-distinction",
    title="Links within a text are told by more than their colour",
    category=Category.ACCESSIBILITY,
    severity=Severity.SERIOUS,
    sources=(wcag.SC_1_4_1,),
    remedy="Underline links within texts (text-decoration: underline). In WordPress: Appearance, Customize, "
    "Additional CSS; if you do not know how to write it, ask whoever made the theme.",
    since="0.3.0",
)
def link_distinction(rendered: Rendered) -> Iterator[Verdict]:
    """One man in twelve tells some colours apart badly, and on a phone in the sun nobody does.

    A link that only its colour sets apart from the text around it is then not seen as one.

    Target: each link within a block of text, on the pages that a browser showed.
    Expectation: axe-core finds nothing wrong there.
    Limits: links whose colours stand out from the text by 3:1 pass; what happens on hover is not looked at.

    Passed:
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/",
            "axe_passed": ["link-in-text-block"]}]}}
        ```

    Failed (axe-link-in-text-block):
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "axe": [
            {"rule": "link-in-text-block", "outcome": "failed", "total": 1,
             "spots": [{"xpath": "/html/body/p/a", "markup": "<a href='/ppid'>PPID"}]}]}]}}
        ```

    CantTell (axe-link-in-text-block):
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "axe": [
            {"rule": "link-in-text-block", "outcome": "cantTell", "total": 1,
             "spots": [{"xpath": "/html/body/p/a", "markup": "<a href='/ppid'>PPID"}]}]}]}}
        ```
    """
    yield from axe_verdicts(rendered, "link-distinction")
