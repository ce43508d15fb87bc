"""Check `autocomplete`."""

from collections.abc import Iterator

from lxml.html import HtmlElement

from webaudit.extract.attribute import with_attribute
from webaudit.extract.exposure import exposure
from webaudit.extract.focus import is_disabled, is_in_tab_order
from webaudit.extract.role import own_role, written_role
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.page import Page
from webaudit.standards import act, wcag
from webaudit.vocabulary.autofill import autofill

_NOTHING_TO_FILL = ("hidden", "button", "submit", "reset", "image", "checkbox", "radio", "file")


@check(
    id="autocomplete",
    title="Fields name rightly what a browser may fill in",
    category=Category.ACCESSIBILITY,
    severity=Severity.MINOR,
    sources=(wcag.SC_1_3_5, act.RULE_73F2C2),
    remedy='Correct the value, autocomplete="name", "email" or "tel", or take the attribute away.',
    since="0.2.0",
)
def autocomplete(page: Page) -> Iterator[Verdict]:
    """A browser that knows what a field asks for fills in name, address and telephone by itself.

    Who writes with difficulty is spared much; a word that no browser knows is passed over.

    Target: each `input`, `select` and `textarea` that is shown and not disabled and whose `autocomplete`
        names something: neither empty nor a word that switches it on or off.
    Expectation: the words in it are those of the HTML Standard, in its order.
    Limits: what style sheets hide is taken as shown; whether the word fits what the field asks is left to
        people.

    Passed:
        ```html
        <label>Surel <input name="surel" autocomplete="email"></label>
        ```

    Failed:
        ```html
        <label>Surel <input name="surel" autocomplete="surel"></label>
        ```
    """
    known, unseen = autofill(), exposure(page).unseen
    for field in with_attribute(page, "autocomplete"):
        value = field.get("autocomplete", "").strip().lower()
        if not value or value in known.switches or field in unseen or not _can_be_filled(field):
            continue
        if known.names(value.split()):
            yield passed(field)
        else:
            yield failed(
                field, "autocomplete-unknown", "no browser knows autocomplete=“{value}”", value=value[:40]
            )


def _can_be_filled(field: HtmlElement) -> bool:
    """Whether a browser may write into it."""
    if field.tag not in {"input", "select", "textarea"} or is_disabled(field):
        return False
    if field.tag == "input" and field.get("type", "").strip().lower() in _NOTHING_TO_FILL:
        return False
    if field.get("aria-disabled", "").strip().lower() == "true":
        return False
    written = written_role(field)
    return is_in_tab_order(field) or not written or written == own_role(field)
