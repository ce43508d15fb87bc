"""Check `target-size`."""

from collections.abc import Iterator

from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.rendered import Rendered
from webaudit.standards import wcag


@check(
    id="target-size",
    title="Links and buttons are large enough to be hit",
    category=Category.ACCESSIBILITY,
    severity=Severity.MODERATE,
    sources=(wcag.SC_2_5_8,),
    remedy="Give small links and buttons padding, or more room between them: 24 by 24 pixels, or 24 from"
    " middle to middle. In WordPress: Appearance, Customize, Additional CSS; icons of social "
    "networks have a size in their block.",
    since="0.3.0",
)
def target_size(rendered: Rendered) -> Iterator[Verdict]:
    """Whose hands tremble, and who taps with a thumb on the bus, hits the neighbour of a small link.

    Then a page opens that nobody asked for, and the way back is another small link.

    Target: each rendered page with links or buttons, and on it each one smaller than 24 by 24 pixels.
    Expectation: a circle of 24 pixels around its middle touches no other.
    Limits: links within a line of text, fields and check boxes as the browser draws them, and links
        that stand elsewhere on the page in a larger size are excepted.

    Passed:
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "facts": {"target_size": [
             {"looked": 12}]}}]}}
        ```

    Failed (target-small):
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "facts": {"target_size": [
             {"looked": 12},
             {"xpath": "/html/body/a", "markup": "<a>Layanan", "width_px": 14.0,
              "height_px": 14.0, "clear_px": 6.0, "in_line": false, "again": false}]}}]}}
        ```
    """
    for page in rendered.seen:
        rows = page.rows("target_size")
        small = [row for row in rows if row.get("xpath") and not row.get("in_line") and not row.get("again")]
        for row in small:
            yield failed(
                page.locate(row),
                "target-small",
                "{width} by {height} pixels, and the next one is near",
                width=str(row.get("width_px")),
                height=str(row.get("height_px")),
            )
        if not small and rows and rows[0].get("looked"):
            yield passed(page.locate())
