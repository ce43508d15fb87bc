"""Check `aria-conflicts`."""

from collections.abc import Iterator

from webaudit.extract.axe import axe_verdicts
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict
from webaudit.model.rendered import Rendered
from webaudit.standards import wcag


@check(
    id="aria-conflicts",
    title="What screen readers are told does not contradict itself",
    category=Category.ACCESSIBILITY,
    severity=Severity.SERIOUS,
    sources=(wcag.SC_4_1_2,),
    remedy="Take aria-hidden off the body, and give each id once. It belongs to the theme or a plug-in: "
    "update it, or ask whoever made it.",
    since="0.3.0",
)
def aria_conflicts(rendered: Rendered) -> Iterator[Verdict]:
    """A screen reader believes what the page tells it.

    A page that says it is hidden is silent; a label whose id stands twice may be read with the wrong field.

    Target: the body, and each id, braille text and description of a role on the pages that were shown.
    Expectation: axe-core finds nothing wrong there.
    Limits: other contradictions are judged by the checks of ARIA attributes.

    Passed:
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/",
            "axe_passed": ["aria-hidden-body"]}]}}
        ```

    Failed (axe-aria-hidden-body):
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "axe": [
            {"rule": "aria-hidden-body", "outcome": "failed", "total": 1,
             "spots": [{"xpath": "/html/body", "markup": "<body aria-hidden='true'>"}]}]}]}}
        ```

    CantTell (axe-aria-hidden-body):
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "axe": [
            {"rule": "aria-hidden-body", "outcome": "cantTell", "total": 1,
             "spots": [{"xpath": "/html/body", "markup": "<body aria-hidden='true'>"}]}]}]}}
        ```
    """
    yield from axe_verdicts(rendered, "aria-conflicts")
