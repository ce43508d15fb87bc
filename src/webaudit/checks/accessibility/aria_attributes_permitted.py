"""Check `aria-attributes-permitted`."""

from collections.abc import Iterator

from lxml.html import HtmlElement

from webaudit.extract.attribute import ARIA, with_attribute
from webaudit.extract.exposure import exposure
from webaudit.extract.role import role
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.page import Page
from webaudit.standards import act, wcag
from webaudit.vocabulary.aria import aria

_BY_HTML = frozenset(
    ["audio", "iframe", "img", "input", "label", "meter", "select", "svg", "td", "th", "video"]
)
"""Tags whose elements know more than their role tells (ARIA in HTML)."""


@check(
    id="aria-attributes-permitted",
    title="ARIA attributes stand where they mean something",
    category=Category.ACCESSIBILITY,
    severity=Severity.MINOR,
    sources=(wcag.SC_4_1_2, act.RULE_5C01EA),
    remedy="Give the element the role that the attribute belongs to, or take the attribute away: "
    "aria-expanded belongs on the button or link that opens the menu. In WordPress it belongs to the theme "
    "or a plug-in.",
    since="0.3.0",
)
def aria_attributes_permitted(page: Page) -> Iterator[Verdict]:
    """A state is told together with a role: “button, not pressed”, “link, folded”.

    On an element without such a role it is told to nobody, and the list or menu stays silent.

    Target: each element that is told to assistive technology and has a state or property of ARIA.
    Expectation: its role knows all of them.
    Limits: what form fields, pictures and frames may carry by HTML is not judged.

    Passed:
        ```html
        <button aria-expanded="false">Menu</button>
        ```

    Failed:
        ```html
        <div aria-expanded="false">Menu</div>
        ```
    """
    hides = exposure(page).hides
    for element in with_attribute(page, ARIA):
        if element.tag in _BY_HTML or "-" in str(element.tag) or hides(element):
            continue
        stray = next((name for name in element.attrib if _is_stray(element, name)), None)
        if stray is None:
            yield passed(element)
        else:
            known_as = role(element) or "none"
            message = "{name} means nothing here: the element's role is {role}"
            yield failed(element, "attribute-astray", message, name=stray, role=known_as)


def _is_stray(element: HtmlElement, name: str) -> bool:
    """Whether an attribute is one of ARIA that the element's role does not know."""
    roles = aria().supported.get(name)
    return roles is not None and role(element) not in roles
