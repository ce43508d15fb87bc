"""The elements of a page by the attributes that they carry."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

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


_MOST_KINDS = 1_000
"""Of elements by the names of their attributes; a page has some dozens."""


def with_attribute(page: Page, name: str) -> Sequence[HtmlElement]:
    """All elements that carry the attribute, or any of `ARIA`, in document order."""
    return page.once(_index).carrying[name]


def attribute_names(page: Page) -> Mapping[HtmlElement, tuple[str, ...]]:
    """The names of the attributes of each element that has any, as they are written."""
    return page.once(_index).names


def classes(page: Page) -> Mapping[HtmlElement, str]:
    """The classes of each element that has any, as they are written."""
    return page.once(_classes)


def addresses(page: Page) -> Mapping[HtmlElement, str]:
    """Where each `a` element leads that says so, as it is written."""
    return page.once(_addresses)


def alternatives(page: Page) -> Mapping[HtmlElement, str]:
    """What each `img` element says that has an `alt`, as it is written."""
    return page.once(_alternatives)


class _Index(NamedTuple):
    carrying: Mapping[str, Sequence[HtmlElement]]
    names: Mapping[HtmlElement, tuple[str, ...]]


def _index(page: Page) -> _Index:
    """The index of all, made in one walk: an XPath for each name costs more in sum."""
    index: dict[str, list[HtmlElement]] = {name: [] for name in _NAMES}
    written: dict[HtmlElement, tuple[str, ...]] = {}
    # Most elements carry the same attributes as another: the lists that they belong to are looked up at once.
    known: dict[tuple[str, ...], tuple[tuple[str, ...], list[list[HtmlElement]]]] = {}
    for element in page.everything:
        if not (keys := element.keys()):
            continue
        names = tuple(keys)
        kind = known.get(names)
        if kind is None:
            kind = names, [index[name] for name in names if name in _INDEXED]
            if any(name.startswith(ARIA) for name in names):
                kind[1].append(index[ARIA])
            if len(known) < _MOST_KINDS:
                known[names] = kind
        # One copy of the names for all: whoever looks them up hashes them once.
        written[element], lists = kind
        for one in lists:
            one.append(element)
    return _Index(index, written)


def _classes(page: Page) -> dict[HtmlElement, str]:
    return {element: element.get("class", "") for element in with_attribute(page, "class")}


def _addresses(page: Page) -> dict[HtmlElement, str]:
    return {link: href for link in page.elements("a") if (href := link.get("href")) is not None}


def _alternatives(page: Page) -> dict[HtmlElement, str]:
    return {image: alt for image in page.elements("img") if (alt := image.get("alt")) is not None}
