"""Check `button-name`."""

from collections.abc import Iterator

from webaudit.extract.name import names
from webaudit.extract.role import with_role
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.model.page import Page
from webaudit.standards import act, wcag


@check(
    id="button-name",
    title="Every button says what it does",
    category=Category.ACCESSIBILITY,
    severity=Severity.SERIOUS,
    sources=(wcag.SC_4_1_2, act.RULE_97A4E1),
    remedy='Give the button a text, or, where it shows only an icon, write aria-label="Cari" or '
    'aria-label="Menu" '
    "on it. In WordPress the button usually belongs to the theme: ask whoever made it, or update it.",
    since="0.2.0",
)
def button_name(page: Page) -> Iterator[Verdict]:
    """A screen reader says the name of a button; without one, "button" is all that is heard.

    Mostly these are the icons that open the menu and start the search: without them a visitor gets nowhere.

    Target: each button (`button`, `input` of the types button, submit and reset, elements with the role
        `button`) that is told to assistive technology; image buttons have a check of their own.
    Expectation: it has a name: text, `value`, the alternative of a picture within, `aria-label`,
        `aria-labelledby` or `title`. An icon by CSS is no name; what a browser writes on a submit button is
        one.
    Limits: what style sheets hide is taken as shown; whether the name says what the button does is left to
        people; a name that a script fills in can not be told.

    Passed:
        ```html
        <button aria-label="Cari"><i class="fa fa-search"></i></button>
        ```

    Failed:
        ```html
        <button><i class="fa fa-search"></i></button>
        ```

    CantTell (name-by-script):
        ```html
        <button x-text="judul"></button>
        ```
    """
    known = names(page)
    for button in with_role(page, "button"):
        if button.tag == "input" and button.get("type", "").strip().lower() == "image":
            continue
        if known.has(button):
            yield passed(button)
        elif known.is_scripted(button):
            yield cant_tell(button, "name-by-script", "only a script can give the name, and none was run")
        else:
            yield failed(button, "button-nameless", "the button has no name: neither text nor a label")
