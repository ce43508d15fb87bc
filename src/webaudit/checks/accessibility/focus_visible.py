"""Check `focus-visible`."""

from collections.abc import Iterator

from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.model.rendered import Rendered
from webaudit.standards import wcag


@check(
    id="focus-visible",
    title="The place where the keyboard is can be seen",
    category=Category.ACCESSIBILITY,
    severity=Severity.SERIOUS,
    sources=(wcag.SC_2_4_7,),
    remedy="Take outline: none away from the style sheet, or give :focus-visible a frame of its own. In "
    "WordPress: Appearance, Customize, Additional CSS: :focus-visible, outline: 3px solid.",
    since="0.3.0",
)
def focus_visible(rendered: Rendered) -> Iterator[Verdict]:
    """Who moves with the keyboard has to see where they are, as others see the arrow of the mouse.

    Many themes take the frame of the browser away, and put nothing in its place.

    Target: each place that the Tab key reaches on a rendered page, the first 80.
    Expectation: it looks otherwise while it has the focus: by its style, by what is around it, or in a
        picture.
    Limits: whether the difference is large enough is not judged. Fields show a caret, and pass. Of kinds of
        places that look alike by their styles, six are photographed; the others are undecided.

    Passed:
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "facts": {"focus_visible": [
             {"xpath": "/html/body/a", "markup": "<a>Layanan", "same": false, "own_mark":
              false, "seen": true, "differs": null}]}}]}}
        ```

    Failed (focus-unseen):
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "facts": {"focus_visible": [
             {"xpath": "/html/body/a", "markup": "<a>Layanan", "same": true, "own_mark":
              false, "seen": true, "differs": false}]}}]}}
        ```

    CantTell (focus-unphotographed, focus-on-hidden):
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "facts": {"focus_visible": [
             {"xpath": "/html/body/a", "markup": "<a>Layanan", "same": true, "own_mark":
              false, "seen": true, "differs": null}]}}]}}
        {"rendered": {"pages": [{"url": "https://dinas.example/", "facts": {"focus_visible": [
             {"xpath": "/html/body/a", "markup": "<a>Layanan", "same": true, "own_mark":
              false, "seen": false, "differs": null}]}}]}}
        ```
    """
    for page in rendered.seen:
        for row in page.rows("focus_visible"):
            if row.get("same") is None:
                continue
            if not row["same"] or row.get("own_mark") or row.get("differs"):
                yield passed(page.locate(row))
            elif not row.get("seen"):
                yield cant_tell(
                    page.locate(row), "focus-on-hidden", "the keyboard stops at something that is not seen"
                )
            elif row.get("differs") is None:
                yield cant_tell(
                    page.locate(row),
                    "focus-unphotographed",
                    "its styles are the same with the keyboard on it; a person must look",
                )
            else:
                yield failed(page.locate(row), "focus-unseen", "it looks the same with the keyboard on it")
