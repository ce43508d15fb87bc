"""Check `zoomed-text`."""

from collections.abc import Iterator

from webaudit.extract.cut_off import cut_off
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict
from webaudit.model.rendered import Rendered
from webaudit.standards import act, wcag


@check(
    id="zoomed-text",
    title="Enlarged text is not cut off",
    category=Category.ACCESSIBILITY,
    severity=Severity.MODERATE,
    sources=(wcag.SC_1_4_4, act.RULE_59BR37),
    remedy="Take fixed heights away from boxes with text (height becomes min-height), or let them "
    "scroll. In WordPress: Appearance, Customize, Additional CSS, or ask whoever made the theme.",
    since="0.3.0",
)
def zoomed_text(rendered: Rendered) -> Iterator[Verdict]:
    """Who sees little enlarges the page to twice its size, and still wants to read all of it.

    Boxes of a fixed height then cut off what no longer finds room.

    Target: each rendered page with text, shown at 200 %.
    Expectation: no box cuts off text that it showed whole before.
    Limits: where a link or button is near, it may show the whole: that is left to people. What a box cut
        off before, slides and what floats are not judged.

    Passed:
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "facts": {"zoomed_text": [
             {"looked": 12}]}}]}}
        ```

    Failed (zoomed-cut):
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "facts": {"zoomed_text": [
             {"looked": 12},
             {"xpath": "/html/body/div", "markup": "<div>Jadwal", "lost_px": 18, "text":
              "Jadwal pelayanan", "way": false}]}}]}}
        ```

    CantTell (zoomed-cut-maybe):
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "facts": {"zoomed_text": [
             {"looked": 12},
             {"xpath": "/html/body/div", "markup": "<div>Jadwal", "lost_px": 18, "text":
              "Jadwal pelayanan", "way": true}]}}]}}
        ```
    """
    message = "“{text}” is cut off at 200 %"
    maybe = "“{text}” is cut off at 200 %; whether the whole is shown elsewhere is not known"
    yield from cut_off(rendered, "zoomed_text", code="zoomed-cut", message=message, maybe=maybe)
