"""Check `aria-naming-prohibited`."""

from collections.abc import Iterator

from lxml.html import HtmlElement

from webaudit.extract.attribute import ARIA, with_attribute
from webaudit.extract.exposure import exposure
from webaudit.extract.focus import is_focusable
from webaudit.extract.role import is_drawn, own_role, written_role
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.page import Page
from webaudit.standards import act, wcag
from webaudit.vocabulary.aria import aria


@check(
    id="aria-naming-prohibited",
    title="Names stand on elements that can be named",
    category=Category.ACCESSIBILITY,
    severity=Severity.MINOR,
    sources=(wcag.SC_4_1_2, wcag.SC_1_3_1, act.KB1M8S),
    remedy="Write the words into the page, or give the element a role that takes a name: <nav aria-label>, "
    '<section aria-label>, role="group", role="img". A plain div or span takes none.',
    since="0.3.0",
)
def aria_naming_prohibited(page: Page) -> Iterator[Verdict]:
    """A name that stands on a plain block or a bold word is dropped by most screen readers.

    What was meant for the blind is then read by nobody.

    Target: each element with `aria-label` or a kindred attribute that is told to assistive technology.
    Expectation: its role may have a name.
    Limits: elements that HTML gives a role of its own are taken by that.

    Passed:
        ```html
        <nav aria-label="Menu utama"><a href="/">Beranda</a></nav>
        ```

    Failed:
        ```html
        <span aria-label="Dulu 100, sekarang 1 rupiah">100/1</span>
        ```
    """
    hides, naming = exposure(page).hides, aria().naming
    for element in with_attribute(page, ARIA):
        names = [name for name in naming if (element.get(name) or "").strip()]
        if not names or hides(element) or is_drawn(element):
            continue
        known_as = _role(element)
        if known_as not in aria().nameless:
            yield passed(element)
        else:
            message = "{name} is dropped: an element of role {role} takes no name"
            yield failed(element, "name-prohibited", message, name=names[0], role=known_as)


def _role(element: HtmlElement) -> str:
    """Its role, where being named does not undo `none` (WAI-ARIA 1.2, 5.3.3); "generic" for none."""
    written = written_role(element)
    if written in {"none", "presentation"}:
        data = aria()
        if not is_focusable(element) and all(
            element.get(name) is None for name in data.everywhere if name not in data.naming
        ):
            return "none"
        written = ""
    if written:
        return written
    if is_focusable(element):
        return own_role(element) or "focusable"
    return own_role(element) or ("generic" if element.tag in aria().generic else "unknown")
