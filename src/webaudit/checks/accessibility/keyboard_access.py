"""Check `keyboard-access`."""

from collections.abc import Iterator

from webaudit.extract.axe import axe_verdicts
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict
from webaudit.model.rendered import Rendered
from webaudit.standards import act, wcag


@check(
    id="keyboard-access",
    title="What scrolls, and maps of images, can be used with the keyboard",
    category=Category.ACCESSIBILITY,
    severity=Severity.SERIOUS,
    sources=(wcag.SC_2_1_1, act.RULE_0SSW9K),
    remedy='Let the part that scrolls take the focus (tabindex="0"), or let it grow with what it holds; '
    "replace image maps that the server reads by links. It belongs to the theme or a plug-in: "
    "update it, or ask whoever made it.",
    since="0.3.0",
)
def keyboard_access(rendered: Rendered) -> Iterator[Verdict]:
    """Who cannot use a mouse moves through a page with the keyboard.

    What lies below in a part that only the mouse wheel scrolls, they never see.

    Target: each part that scrolls and each image map that the server reads, on the pages that were shown.
    Expectation: axe-core finds nothing wrong there.
    Limits: whether all that a mouse can do can be done with the keyboard is left to people.

    Passed:
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/",
            "axe_passed": ["scrollable-region-focusable"]}]}}
        ```

    Failed (axe-scrollable-region-focusable):
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "axe": [
            {"rule": "scrollable-region-focusable", "outcome": "failed", "total": 1,
             "spots": [{"xpath": "/html/body/div", "markup": "<div class='pengumuman'>"}]}]}]}}
        ```

    CantTell (axe-scrollable-region-focusable):
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "axe": [
            {"rule": "scrollable-region-focusable", "outcome": "cantTell", "total": 1,
             "spots": [{"xpath": "/html/body/div", "markup": "<div class='pengumuman'>"}]}]}]}}
        ```
    """
    yield from axe_verdicts(rendered, "keyboard-access")
