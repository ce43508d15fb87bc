"""Check `focus-obscured`."""

from collections.abc import Iterator

from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.rendered import Rendered
from webaudit.standards import wcag


@check(
    id="focus-obscured",
    title="Nothing lies over the place where the keyboard is",
    category=Category.ACCESSIBILITY,
    severity=Severity.MODERATE,
    sources=(wcag.SC_2_4_11,),
    remedy="Let bars and banners that stay in the window leave room: scroll-padding-top on the page, as "
    "high as the bar. In WordPress: switch the sticky header of the theme off, or make the cookie"
    " banner smaller.",
    since="0.3.0",
)
def focus_obscured(rendered: Rendered) -> Iterator[Verdict]:
    """A bar that stays at the edge of the window may lie over what the keyboard has just reached.

    Who can not see where they are presses keys at a venture.

    Target: each place that the Tab key reaches on a rendered page, the first 80, if it is in the window.
    Expectation: no fixed or sticky part of the page with a ground of its own covers it wholly.
    Limits: what is covered in part passes, and so does what lies under something that can be seen through.

    Passed:
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "facts": {"focus_order": [
             {"xpath": "/html/body/a", "markup": "<a>Layanan", "covered": false, "cover":
              "", "seen": true, "shown": true}]}}]}}
        ```

    Failed (focus-covered):
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "facts": {"focus_order": [
             {"xpath": "/html/body/a", "markup": "<a>Layanan", "covered": true, "cover":
              "<header>Menu", "seen": true, "shown": true}]}}]}}
        ```
    """
    for page in rendered.seen:
        for row in page.rows("focus_order"):
            if row.get("covered"):
                yield failed(
                    page.locate(row),
                    "focus-covered",
                    "{cover} lies over it when the keyboard is here",
                    cover=str(row.get("cover")),
                )
            elif row.get("seen") and row.get("shown"):
                yield passed(page.locate(row))
