"""Check `spaced-text`."""

from collections.abc import Iterator

from webaudit.extract.cut_off import cut_off
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict
from webaudit.model.rendered import Rendered
from webaudit.standards import wcag


@check(
    id="spaced-text",
    title="Text with more space is not cut off",
    category=Category.ACCESSIBILITY,
    severity=Severity.MODERATE,
    sources=(wcag.SC_1_4_12,),
    remedy="Take fixed heights and widths away from boxes with text: height becomes min-height, "
    "white-space: nowrap goes. In WordPress: Appearance, Customize, Additional CSS, or ask "
    "whoever made the theme.",
    since="0.3.0",
)
def spaced_text(rendered: Rendered) -> Iterator[Verdict]:
    """People with dyslexia set letters, words and lines further apart with a program of their own.

    Boxes that are just as large as the text was then cut off its end.

    Target: each rendered page with text, shown with the spacing of WCAG 1.4.12.
    Expectation: no box cuts off text that it showed whole before.
    Limits: where a link or button is near, it may show the whole: that is left to people. What a box cut
        off before, slides and what floats are not judged.

    Passed:
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "facts": {"spaced_text": [
             {"looked": 12}]}}]}}
        ```

    Failed (spaced-cut):
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "facts": {"spaced_text": [
             {"looked": 12},
             {"xpath": "/html/body/div", "markup": "<div>Jadwal", "lost_px": 18, "text":
              "Jadwal pelayanan", "way": false}]}}]}}
        ```

    CantTell (spaced-cut-maybe):
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "facts": {"spaced_text": [
             {"looked": 12},
             {"xpath": "/html/body/div", "markup": "<div>Jadwal", "lost_px": 18, "text":
              "Jadwal pelayanan", "way": true}]}}]}}
        ```
    """
    message = "“{text}” is cut off with the spacing of WCAG 1.4.12"
    maybe = (
        "“{text}” is cut off with the spacing of WCAG 1.4.12; "
        "whether the whole is shown elsewhere is not known"
    )
    yield from cut_off(rendered, "spaced_text", code="spaced-cut", message=message, maybe=maybe)
