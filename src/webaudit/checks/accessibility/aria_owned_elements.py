"""Check `aria-owned-elements`."""

from collections.abc import Iterator
from itertools import chain

from lxml.html import HtmlElement

from webaudit.extract.attribute import ARIA, with_attribute
from webaudit.extract.exposure import exposure
from webaudit.extract.name import names
from webaudit.extract.role import role
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.model.page import Page
from webaudit.standards import act, wcag
from webaudit.vocabulary.aria import aria

MOST_LOOKED_AT = 300
"""Elements within one list or menu."""

_NOTHING = ("", "none", "generic")
_SILENT = frozenset(["script", "style", "template", "noscript", "link", "meta"])


@check(
    id="aria-owned-elements",
    title="Lists, menus and tables hold items",
    category=Category.ACCESSIBILITY,
    severity=Severity.MODERATE,
    sources=(wcag.SC_1_3_1, act.BC4A75),
    remedy="Put only li elements into ul and ol, and items with the fitting role into an element with the "
    "role list, menu or tablist. In WordPress it belongs to the theme or a plug-in.",
    since="0.3.0",
)
def aria_owned_elements(page: Page) -> Iterator[Verdict]:
    """A screen reader announces a list with the number of its items.

    A list that holds none, but plain blocks instead, is announced as empty, and what it says is skipped.

    Target: each list, menu, tab list, tree or table that is told to assistive technology and holds anything.
    Expectation: it holds, or claims by `aria-owns`, an item of the fitting role.
    Limits: what scripts will put there is not seen; where a sign of that is found, nothing is said.

    Passed:
        ```html
        <ul><li>Izin usaha</li></ul>
        ```

    Failed:
        ```html
        <ul><div>Izin usaha</div></ul>
        ```

    CantTell (items-by-script):
        ```html
        <ul><daftar-layanan></daftar-layanan></ul>
        ```
    """
    known, hides, asked = names(page), exposure(page).hides, aria().owned
    written = [one for one in with_attribute(page, "role") if one.tag not in {"ul", "ol", "menu"}]
    busy = frozenset(one for one in with_attribute(page, ARIA) if _is_busy(one))
    owning = frozenset(with_attribute(page, "aria-owns"))
    for element in (*page.elements("ul", "ol", "menu"), *written):
        needed = asked.get(role(element))
        if needed is None or hides(element) or element in busy:
            continue
        ids = element.get("aria-owns", "").split()[:200] if element in owning else ()
        claimed = [one for id in ids if (one := known.with_id(id)) is not None]
        if not claimed and not any(_speaks(child) for child in element):
            continue
        # The first item decides, in nearly all lists.
        if any(role(one) in needed for one in chain(claimed, _owned(element))):
            yield passed(element)
        elif known.is_scripted(element):
            yield cant_tell(
                element, "items-by-script", "only a script can put the items in, and none was run"
            )
        else:
            message = "an element of role {role} holds no {needed}"
            yield failed(element, "items-missing", message, role=role(element), needed=needed[0])


def _is_busy(element: HtmlElement) -> bool:
    return element.get("aria-busy", "").strip().lower() == "true"


def _speaks(element: HtmlElement) -> bool:
    return isinstance(element.tag, str) and element.tag not in _SILENT


def _owned(element: HtmlElement) -> Iterator[HtmlElement]:
    """What it holds directly, where elements that mean nothing are looked through."""
    open_ones = [iter(element)]
    left = MOST_LOOKED_AT
    while open_ones and left:
        one = next(open_ones[-1], None)
        if one is None:
            open_ones.pop()
        elif _speaks(one):
            left -= 1
            if role(one) in _NOTHING:
                open_ones.append(iter(one))
            else:
                yield one
