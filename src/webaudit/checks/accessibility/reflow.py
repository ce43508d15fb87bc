"""Check `reflow`."""

from collections.abc import Iterator

from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.model.rendered import Rendered, Row
from webaudit.standards import wcag

_SLACK_PX = 8
"""The margin of a page without any style."""


@check(
    id="reflow",
    title="A narrow window needs no pushing sideways",
    category=Category.ACCESSIBILITY,
    severity=Severity.SERIOUS,
    sources=(wcag.SC_1_4_10,),
    remedy="Let the theme adapt to the width: no fixed widths, no min-width on the page. In WordPress: "
    "choose a responsive theme under Appearance, Themes, and set images and tables to the width "
    "of their column.",
    since="0.3.0",
    sole_target=True,
)
def reflow(rendered: Rendered) -> Iterator[Verdict]:
    """A window of 320 pixels is a small phone, or a screen enlarged to four times its size.

    Who has to push every line to and fro loses it, and gives up.

    Target: each rendered page with text, shown 320 pixels wide.
    Expectation: no text lies beyond the edge, so that the page has to be pushed sideways.
    Limits: tables, code, pictures, maps and frames may need both directions; where they alone are too wide,
        or it is not known what is, people must look.

    Passed:
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "facts": {"reflow": [
             {"looked": 40, "wide_px": 320, "pushed_px": 0}]}}]}}
        ```

    Failed (text-beyond):
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "facts": {"reflow": [
             {"looked": 40, "wide_px": 320, "pushed_px": 680},
             {"xpath": "/html/body/div", "markup": "<div>Jadwal", "beyond_px": 642,
              "letters": 120, "word": false}]}}]}}
        ```

    CantTell (page-wider):
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "facts": {"reflow": [
             {"looked": 40, "wide_px": 320, "pushed_px": 212}]}}]}}
        ```
    """
    for page in rendered.seen:
        rows = page.rows("reflow")
        if not rows or not rows[0].get("looked"):
            continue
        pushed, beyond = _pixels(rows[0], "pushed_px"), [row for row in rows if row.get("xpath")]
        if pushed <= _SLACK_PX:
            yield passed(page.locate())
        elif beyond:
            yield failed(
                page.locate(beyond[0]),
                "text-beyond",
                "at 320 pixels text ends {beyond} pixels beyond the edge; places like this: {places}",
                beyond=_pixels(beyond[0], "beyond_px"),
                places=len(beyond),
            )
        else:
            yield cant_tell(
                page.locate(),
                "page-wider",
                "at 320 pixels the page is {pushed} pixels too wide; whether that is needed is not known",
                pushed=pushed,
            )


def _pixels(row: Row, name: str) -> int:
    """A length that was measured."""
    value = row.get(name)
    return round(value) if isinstance(value, int | float) else 0
