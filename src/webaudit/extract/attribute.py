"""The elements of a page by the attributes that they carry."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from lxml.html import HtmlElement

from webaudit.model.page import Page

ARIA = "aria-"
"""Stands for every attribute whose name begins so."""

_NAMES = (
    *("id", "class", "role", "lang", "dir", "style", "hidden", "inert", "popover", "headers", "autocomplete"),
    *("aria-hidden", "aria-label", "aria-labelledby", "aria-owns", ARIA),
    *("onblur", "onclick", "onkeydown", "target"),
)
"""Not all: a hostile page has half a million names."""

_INDEXED = frozenset(_NAMES) - {ARIA}


Mark = tuple[object, tuple[str, ...], str]
"""What most rules ask of an element: its tag, the names of its attributes and its classes, as written."""

_MOST_KINDS = 1_000
"""Of elements by the names of their attributes; a page has some dozens."""


def with_attribute(page: Page, name: str) -> Sequence[HtmlElement]:
    """All elements that carry the attribute, or any of `ARIA`, in document order."""
    return page.once(_index).carrying[name]


def marks(page: Page) -> Mapping[HtmlElement, Mark]:
    """The marks of all elements."""
    return page.once(_index).marks


def class_texts(page: Page) -> Iterable[str]:
    """What the elements of a page write in their `class`, each text once."""
    return page.once(_index).classes


def addresses(page: Page) -> Mapping[HtmlElement, str]:
    """Where each `a` element leads that says so, as it is written."""
    return page.once(_addresses)


def alternatives(page: Page) -> Mapping[HtmlElement, str]:
    """What each `img` element says that has an `alt`, as it is written."""
    return page.once(_alternatives)


class _Index(NamedTuple):
    carrying: Mapping[str, Sequence[HtmlElement]]
    marks: Mapping[HtmlElement, Mark]
    classes: Iterable[str]


class _Kind(NamedTuple):
    """What elements have in common whose attributes have the same names.

    Attributes:
        names: one copy for all.
        lists: those of the index that they belong to.
        classed: they have a class.
    """

    names: tuple[str, ...]
    lists: list[list[HtmlElement]]
    classed: bool


def _index(page: Page) -> _Index:
    """The index of all, made in one walk: an XPath for each name costs more in sum."""
    index: dict[str, list[HtmlElement]] = {name: [] for name in _NAMES}
    found: dict[HtmlElement, Mark] = {}
    classes: dict[str, None] = {}
    known: dict[tuple[str, ...], _Kind] = {}
    for element in page.everything:
        names = tuple(element.keys())
        kind = known.get(names)
        if kind is None:
            kind = _Kind(names, [index[name] for name in names if name in _INDEXED], "class" in names)
            if any(name.startswith(ARIA) for name in names):
                kind.lists.append(index[ARIA])
            if len(known) < _MOST_KINDS:
                known[names] = kind
        names, lists, classed = kind
        written = ""
        if classed:
            written = element.get("class", "")
            classes[written] = None
        found[element] = (element.tag, names, written)
        for one in lists:
            one.append(element)
    return _Index(index, found, classes)


def _addresses(page: Page) -> dict[HtmlElement, str]:
    return {link: href for link in page.elements("a") if (href := link.get("href")) is not None}


def _alternatives(page: Page) -> dict[HtmlElement, str]:
    return {image: alt for image in page.elements("img") if (alt := image.get("alt")) is not None}
