"""Check `role-required-states`."""

from collections.abc import Iterator

from lxml.html import HtmlElement

from webaudit.extract.attribute import with_attribute
from webaudit.extract.exposure import exposure
from webaudit.extract.focus import is_focusable
from webaudit.extract.role import own_role, role, written_role
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.page import Page
from webaudit.standards import act, wcag
from webaudit.vocabulary.aria import aria

_CHECKABLE = ("checkbox", "radio")


@check(
    id="role-required-states",
    title="Roles come with the states that they need",
    category=Category.ACCESSIBILITY,
    severity=Severity.MODERATE,
    sources=(wcag.SC_4_1_2, act.RULE_4E8AB6),
    remedy='Add the attribute that the role needs, aria-checked="false" on role="checkbox"; better, '
    "use the HTML element itself, which needs none. In WordPress it belongs to the theme or a "
    "plug-in: update it, or ask whoever made it.",
    since="0.2.0",
)
def role_required_states(page: Page) -> Iterator[Verdict]:
    """A box that can be ticked has to say whether it is ticked; a slider, where it stands.

    Where the role is written and the state is not, a visitor who does not see it can not use it.

    Target: each element with a role that needs a state, unless the element has the role by itself, and that
        is told to assistive technology.
    Expectation: it has each attribute that WAI-ARIA asks for, and none of them is empty.
    Limits: what style sheets hide is taken as shown; whether the state is true is not judged.

    Passed:
        ```html
        <div role="checkbox" aria-checked="false" tabindex="0">Setuju</div>
        ```

    Failed:
        ```html
        <div role="checkbox" tabindex="0">Setuju</div>
        ```
    """
    hides = exposure(page).hides
    for element in with_attribute(page, "role"):
        needed = _needed(element)
        if not needed or hides(element):
            continue
        missing = next((name for name in needed if not element.get(name, "").strip()), None)
        if missing is None:
            yield passed(element)
        else:
            yield failed(
                element,
                "state-missing",
                "the role {role} needs the attribute {name}",
                role=role(element),
                name=missing,
            )


def _needed(element: HtmlElement) -> tuple[str, ...]:
    """The attributes that the written role asks for."""
    written = written_role(element)
    needed = aria().required.get(written, ())
    own = own_role(element) if needed else ""
    if own == written or (own in _CHECKABLE and "aria-checked" in needed):
        return ()
    if written == "separator" and not is_focusable(element):
        return ()
    if written == "combobox" and element.get("aria-expanded", "").strip().lower() == "false":
        return ("aria-expanded",)
    return needed
