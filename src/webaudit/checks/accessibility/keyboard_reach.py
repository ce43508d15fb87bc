"""Check `keyboard-reach`."""

from collections.abc import Iterator

from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.model.rendered import Rendered, Row
from webaudit.standards import wcag

_MOST_LETTERS = 80
"""What says more is no control but a part of the page."""


@check(
    id="keyboard-reach",
    title="What can be clicked can be reached with the keyboard",
    category=Category.ACCESSIBILITY,
    severity=Severity.CRITICAL,
    sources=(wcag.SC_2_1_1,),
    remedy='Make it a real button or link: <button type="button"> or <a href="…">, which the keyboard '
    "reaches by itself. In WordPress: use the button block in the place of a group or image with "
    "a script.",
    since="0.3.0",
)
def keyboard_reach(rendered: Rendered) -> Iterator[Verdict]:
    """Who can not hold a mouse works with the keyboard, and so does every screen reader.

    A box with a script for clicks is nothing to the keyboard: it goes by as if there were nothing.

    Target: each element that is seen and has the role of a control, or a handler for clicks in its markup.
    Expectation: the focus can reach it, or the control in it or around it.
    Limits: handlers that scripts add later are not seen: a role alone is undecided, and so are parts of
        menus, lists and tabs, which may be reached with arrow keys, and boxes that do not look clickable.

    Passed:
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "facts": {"mouse_only": [
             {"xpath": "/html/body/div", "markup": "<div>Buka formulir", "role": "button",
              "handler": true, "reached": true, "by_script": false, "inside": false,
              "within": false, "managed": false, "letters": 13, "pointer": true}]}}]}}
        ```

    Failed (mouse-only):
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "facts": {"mouse_only": [
             {"xpath": "/html/body/div", "markup": "<div>Buka formulir", "role": "",
              "handler": true, "reached": false, "by_script": false, "inside": false,
              "within": false, "managed": false, "letters": 13, "pointer": true}]}}]}}
        ```

    CantTell (mouse-maybe):
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "facts": {"mouse_only": [
             {"xpath": "/html/body/div", "markup": "<div>Buka formulir", "role": "button",
              "handler": false, "reached": false, "by_script": false, "inside": false,
              "within": false, "managed": false, "letters": 13, "pointer": true}]}}]}}
        ```
    """
    for page in rendered.seen:
        for row in page.rows("mouse_only"):
            if row.get("reached") or row.get("within") or row.get("inside"):
                # A box around a link, or within one, does what the link does.
                if row.get("reached"):
                    yield passed(page.locate(row))
            elif row.get("managed") or row.get("by_script") or not _is_offered(row):
                yield cant_tell(
                    page.locate(row), "mouse-maybe", "the keyboard may not reach it; a person must try"
                )
            else:
                yield failed(
                    page.locate(row), "mouse-only", "it answers clicks, and the keyboard never reaches it"
                )


def _is_offered(row: Row) -> bool:
    """Whether it acts, and is shown to visitors as something that does."""
    letters = row.get("letters")
    named = isinstance(letters, int) and 0 < letters <= _MOST_LETTERS
    return bool(row.get("handler") and named and (row.get("role") or row.get("pointer")))
