"""Check `hover-content`."""

from collections.abc import Iterator

from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.model.rendered import Rendered
from webaudit.standards import wcag


@check(
    id="hover-content",
    title="What appears under the mouse stays, and can be sent away",
    category=Category.ACCESSIBILITY,
    severity=Severity.MODERATE,
    sources=(wcag.SC_1_4_13,),
    remedy="Put what appears into the element under the mouse, or leave it open while the mouse is on it, "
    "and let the Escape key close it. In WordPress: update the theme or the plug-in of the tooltips, or "
    "write the hint as text.",
    since="0.3.0",
)
def hover_content(rendered: Rendered) -> Iterator[Verdict]:
    """Who enlarges the screen sees a part of it, and has to move the mouse to read what has appeared.

    If it is gone as soon as the mouse moves, it is never read; if it does not go, what lies under it is not.

    Target: each thing that appears under the mouse on a rendered page: tooltips, menus, the first three.
    Expectation: it is still there when the mouse is moved onto it, and the Escape key closes it or it lies
        over no text.
    Limits: it is looked for where tooltips and menus are usually announced. The mouse goes straight to it,
        so that a gap on the way is not judged. Other ways to close it, and what appears with the keyboard,
        are left to people.

    Passed:
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "facts": {"hover_content": [
             {"xpath": "/html/body/a", "markup": "<a>NIK", "covers": true, "stays": true,
              "hoverable": true, "dismissed": true}]}}]}}
        ```

    Failed (content-flees):
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "facts": {"hover_content": [
             {"xpath": "/html/body/a", "markup": "<a>NIK", "covers": true, "stays": true,
              "hoverable": false, "dismissed": false}]}}]}}
        ```

    CantTell (content-brief, content-stays, content-unreached):
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "facts": {"hover_content": [
             {"xpath": "/html/body/a", "markup": "<a>NIK", "covers": true, "stays": false,
              "hoverable": null, "dismissed": null}]}}]}}
        {"rendered": {"pages": [{"url": "https://dinas.example/", "facts": {"hover_content": [
             {"xpath": "/html/body/a", "markup": "<a>NIK", "covers": true, "stays": true,
              "hoverable": true, "dismissed": false}]}}]}}
        {"rendered": {"pages": [{"url": "https://dinas.example/", "facts": {"hover_content": [
             {"xpath": "/html/body/a", "markup": "<a>NIK", "covers": false, "stays": true,
              "hoverable": null, "dismissed": null}]}}]}}
        ```
    """
    for page in rendered.seen:
        for row in page.rows("hover_content"):
            here = page.locate(row)
            if not row.get("stays"):
                yield cant_tell(here, "content-brief", "what appears under the mouse is soon gone by itself")
            elif row.get("hoverable") is False:
                yield failed(
                    here, "content-flees", "what appears under the mouse is gone when the mouse moves onto it"
                )
            elif row.get("covers") and not row.get("dismissed"):
                message = "what appears under the mouse lies over text, and the Escape key does not close it"
                yield cant_tell(here, "content-stays", message)
            elif row.get("hoverable") is None:
                message = "the mouse could not be moved onto what appears; a person must try"
                yield cant_tell(here, "content-unreached", message)
            else:
                yield passed(here)
