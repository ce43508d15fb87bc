"""Check `keyboard-way-out`."""

from collections.abc import Iterator

from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.model.rendered import Rendered
from webaudit.standards import act, wcag


@check(
    id="keyboard-way-out",
    title="The keyboard comes out of every part of the page",
    category=Category.ACCESSIBILITY,
    severity=Severity.CRITICAL,
    sources=(wcag.SC_2_1_2, act.RULE_80AF7B, act.A1B64E),
    remedy="Let the Tab key move on from every field and button: take away the script that calls the "
    "focus back. In WordPress: switch plug-ins for pop-ups, chats and maps off one by one, until "
    "Tab comes through.",
    since="0.3.0",
    sole_target=True,
)
def keyboard_way_out(rendered: Rendered) -> Iterator[Verdict]:
    """Who uses no mouse moves through a page with the Tab key, and must be able to leave every place.

    A field or window that does not let go ends the visit: what lies behind it can not be reached, nor the way
    back.

    Target: each rendered page with something that takes the focus.
    Expectation: Tab, Shift and Tab, Escape or an arrow key lead on from every place.
    Limits: the first 80 places are walked. A circle of several places may have a way out that is not found,
        and so may a place beside which a key is named: those are left to people.

    Passed:
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "facts": {"keyboard_trap": [
             {"looked": 12, "there_are": 12, "cut": false}]}}]}}
        ```

    Failed (focus-held):
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "facts": {"keyboard_trap": [
             {"looked": 12, "there_are": 12, "cut": false},
             {"xpath": "/html/body/button", "markup": "<button>Obrolan", "alone": true,
              "fixed": false, "told_how": false}]}}]}}
        ```

    CantTell (focus-circles):
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "facts": {"keyboard_trap": [
             {"looked": 12, "there_are": 12, "cut": false},
             {"xpath": "/html/body/div/button", "markup": "<button>Tutup", "alone": false,
              "fixed": true, "told_how": false}]}}]}}
        ```
    """
    for page in rendered.seen:
        walked = page.rows("keyboard_trap")
        if not walked:
            continue
        trap = next((row for row in walked if row.get("xpath")), None)
        if trap is None:
            yield passed(page.locate())
        elif trap.get("alone") and not trap.get("fixed") and not trap.get("told_how"):
            yield failed(page.locate(trap), "focus-held", "no key leads on from here")
        else:
            yield cant_tell(
                page.locate(trap),
                "focus-circles",
                "the Tab key goes round in a circle here; a person must try",
            )
