"""Check `component-name`."""

from collections.abc import Iterator

from webaudit.extract.axe import axe_verdicts
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict
from webaudit.model.rendered import Rendered
from webaudit.standards import wcag


@check(
    id="component-name",
    title="Tabs and tooltips have names",
    category=Category.ACCESSIBILITY,
    severity=Severity.SERIOUS,
    sources=(wcag.SC_4_1_2,),
    remedy="Give each tab and tooltip a text, or an aria-label that says what it is. It belongs to the "
    "theme or a plug-in: update it, or ask whoever made it.",
    since="0.3.0",
)
def component_name(rendered: Rendered) -> Iterator[Verdict]:
    """A tab that has no name is read aloud as “tab” alone: nobody knows what it opens.

    Target: each element with the role tab or tooltip, on the pages that a browser showed.
    Expectation: axe-core finds nothing wrong there.
    Limits: whether the name says the right thing is left to people.

    Passed:
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/",
            "axe_passed": ["aria-tab-name"]}]}}
        ```

    Failed (axe-aria-tab-name):
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "axe": [
            {"rule": "aria-tab-name", "outcome": "failed", "total": 1,
             "spots": [{"xpath": "/html/body/div/div", "markup": "<div role='tab'>"}]}]}]}}
        ```

    CantTell (axe-aria-tab-name):
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "axe": [
            {"rule": "aria-tab-name", "outcome": "cantTell", "total": 1,
             "spots": [{"xpath": "/html/body/div/div", "markup": "<div role='tab'>"}]}]}]}}
        ```
    """
    yield from axe_verdicts(rendered, "component-name")
