"""Check `aria-context`."""

from collections.abc import Iterator

from lxml.html import HtmlElement

from webaudit.extract.attribute import with_attribute
from webaudit.extract.exposure import exposure
from webaudit.extract.role import own_role, role, written_role
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.page import Page
from webaudit.standards import act, wcag
from webaudit.vocabulary.aria import aria

_NOTHING = ("", "none", "generic")


@check(
    id="aria-context",
    title="Items stand in the list, menu or table that they are items of",
    category=Category.ACCESSIBILITY,
    severity=Severity.MODERATE,
    sources=(wcag.SC_1_3_1, act.FF89C9),
    remedy="Put the items into an element with the fitting role: listitem into list, menuitem into menu, tab "
    "into tablist. Better still, use ul and li. In WordPress it belongs to the theme or a plug-in.",
    since="0.3.0",
)
def aria_context(page: Page) -> Iterator[Verdict]:
    """A screen reader says “item 2 of 5” and lets its user leap from item to item.

    It can do so only where it is told of which list, menu or table the item is a part.

    Target: each element that is told to be an item, a tab, a row, a cell or an option by its `role`, and is
        not so by itself.
    Expectation: the next element with a meaning around it, or one that claims it by `aria-owns`, is what it
        must be a part of.
    Limits: what scripts build is not seen.

    Passed:
        ```html
        <div role="list"><div role="listitem">Izin usaha</div></div>
        ```

    Failed:
        ```html
        <div role="listitem">Izin usaha</div>
        ```
    """
    hides, asked = exposure(page).hides, aria().context
    owners = {
        id: owner
        for owner in with_attribute(page, "aria-owns")
        for id in (owner.get("aria-owns") or "").split()[:200]
    }
    for element in with_attribute(page, "role"):
        known_as = written_role(element)
        if known_as not in asked or known_as == own_role(element) or hides(element):
            continue
        owner = owners.get(element.get("id") or "")
        around = _around(element) if owner is None else role(owner)
        if around in asked[known_as]:
            yield passed(element)
        else:
            needed = asked[known_as][0]
            message = "an element of role {role} stands outside of any {needed}"
            yield failed(element, "context-missing", message, role=known_as, needed=needed)


def _around(element: HtmlElement) -> str:
    """The role of the next element around that means something."""
    for around in element.iterancestors():
        known_as = role(around)
        if known_as not in _NOTHING:
            return known_as
        # Whatever else is told of a plain element puts it in between.
        if any(around.get(name) is not None for name in aria().everywhere):
            return known_as
    return ""
