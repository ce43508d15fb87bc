"""The elements of a page by the attributes that they carry."""

from collections.abc import Sequence

from lxml.html import HtmlElement

from webaudit.model.page import Page

ARIA = "aria-"
"""Stands for every attribute whose name begins so."""

_NAMES = (
    *("id", "class", "role", "lang", "dir", "style", "hidden", "inert", "popover", "headers", "autocomplete"),
    *("aria-hidden", "aria-label", "aria-labelledby", "aria-owns", ARIA),
    *("onblur", "onclick", "onkeydown"),
)
"""Not all: a hostile page has half a million names."""

_INDEXED = frozenset(_NAMES) - {ARIA}


def with_attribute(page: Page, name: str) -> Sequence[HtmlElement]:
    """All elements that carry the attribute, or any of `ARIA`, in document order."""
    return page.once(_index)[name]


def _index(page: Page) -> dict[str, list[HtmlElement]]:
    """The index of all, made in one walk: an XPath for each name costs more in sum."""
    index: dict[str, list[HtmlElement]] = {name: [] for name in _NAMES}
    for element in page.everything:
        names = element.keys()
        for name in names:
            if name in _INDEXED:
                index[name].append(element)
        # Asking all names at once costs half of asking each.
        if ARIA in " ".join(names) and any(name.startswith(ARIA) for name in names):
            index[ARIA].append(element)
    return index
