"""Check `measure-name`."""

from collections.abc import Iterator

from webaudit.extract.axe import axe_verdicts
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict
from webaudit.model.rendered import Rendered
from webaudit.standards import wcag


@check(
    id="measure-name",
    title="Meters and progress bars say what they are about",
    category=Category.ACCESSIBILITY,
    severity=Severity.MODERATE,
    sources=(wcag.SC_1_1_1,),
    remedy="Give each meter and progress bar an aria-label that says what it measures. It belongs to the"
    " theme or a plug-in: update it, or ask whoever made it.",
    since="0.3.0",
)
def measure_name(rendered: Rendered) -> Iterator[Verdict]:
    """“70 percent” says nothing to who cannot see what the bar stands beside: of the budget, or of a survey?

    Target: each element with the role meter or progressbar, on the pages that a browser showed.
    Expectation: axe-core finds nothing wrong there.
    Limits: whether the name says the right thing is left to people.

    Passed:
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/",
            "axe_passed": ["aria-progressbar-name"]}]}}
        ```

    Failed (axe-aria-progressbar-name):
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "axe": [
            {"rule": "aria-progressbar-name", "outcome": "failed", "total": 1,
             "spots": [{"xpath": "/html/body/div", "markup": "<div role='progressbar'>"}]}]}]}}
        ```

    CantTell (axe-aria-progressbar-name):
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "axe": [
            {"rule": "aria-progressbar-name", "outcome": "cantTell", "total": 1,
             "spots": [{"xpath": "/html/body/div", "markup": "<div role='progressbar'>"}]}]}]}}
        ```
    """
    yield from axe_verdicts(rendered, "measure-name")
