"""Check `image-button-name`."""

from collections.abc import Iterator

from webaudit.extract.exposure import exposure
from webaudit.extract.name import names
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.page import Page
from webaudit.standards import act, wcag


@check(
    id="image-button-name",
    title="Every image button says what it does",
    category=Category.ACCESSIBILITY,
    severity=Severity.SERIOUS,
    sources=(wcag.SC_1_1_1, wcag.SC_4_1_2, act.RULE_59796F),
    remedy='Write in the alt attribute of the button what it does: alt="Cari". The button belongs to '
    "the theme or to the form: ask whoever made it.",
    since="0.2.0",
)
def image_button_name(page: Page) -> Iterator[Verdict]:
    """A button that is a picture is announced by its text alternative.

    Without one, a screen reader says "button" or spells out the name of the picture's file.

    Target: each `input` of the type image that is told to assistive technology.
    Expectation: it has a name: `alt`, `aria-label`, `aria-labelledby`, a `label` or `title`.
    Limits: what style sheets hide is taken as shown; whether the name says what the button does is left to
        people.

    Passed:
        ```html
        <input type="image" src="cari.png" alt="Cari">
        ```

    Failed:
        ```html
        <input type="image" src="cari.png">
        ```
    """
    known, hides = names(page), exposure(page).hides
    for button in page.elements("input"):
        if button.get("type", "").strip().lower() != "image" or hides(button):
            continue
        if known.has(button):
            yield passed(button)
        else:
            yield failed(button, "button-nameless", "the image button has no text alternative")
