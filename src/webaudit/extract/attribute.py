"""The elements of a page by the attributes that they carry."""

from collections import defaultdict
from collections.abc import Sequence

from lxml.html import HtmlElement

from webaudit.model.page import Page

ARIA = "aria-"
"""Stands for every attribute whose name begins so."""

_INDEXED = frozenset(
    [
        *("id", "role", "lang", "style", "hidden", "inert", "popover", "tabindex", "headers"),
        *("autocomplete", "contenteditable", "aria-hidden"),
    ]
)
"""Not all: a hostile page has half a million names."""


def with_attribute(page: Page, name: str) -> Sequence[HtmlElement]:
    """All elements that carry the attribute, or any of `ARIA`, in document order."""
    return page.once(_index).get(name, ())


def _index(page: Page) -> dict[str, list[HtmlElement]]:
    """The index of all, made in one walk: an XPath for each name costs more in sum."""
    index: defaultdict[str, list[HtmlElement]] = defaultdict(list)
    for element in page.root.iter():
        aria = False
        for name in element.keys():  # noqa: SIM118 - an element's iterator gives its children
            if name in _INDEXED:
                index[name].append(element)
            aria = aria or name.startswith(ARIA)
        if aria:
            index[ARIA].append(element)
    return dict(index)
