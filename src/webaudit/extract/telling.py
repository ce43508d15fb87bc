"""What of the elements of a page decides on their style, by the sheets that it asks for."""

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from lxml.html import HtmlElement

from webaudit.extract.attribute import Mark
from webaudit.extract.hint import HINTS
from webaudit.extract.rules import MOST_CLASSES, Index

_HINTING = frozenset(["class", "style", *chain.from_iterable(HINTS.values())])

_PRESENT = frozenset(["checked", "disabled", "href", "selected"])
"""Attributes that states ask for, whatever they hold."""

_MOST = 20_000
"""Texts of classes, and combinations of attributes, that are remembered; a site has some hundreds."""


class _Teller(NamedTuple):
    """The attributes of some elements that decide on style: which they are, and those whose values do."""

    names: tuple[str, ...]
    values: tuple[str, ...]


class Telling:
    """What decides on the style of an element, and on the style of what is within it.

    Attributes:
        BARE: parts of what an element tells that no value of an attribute is asked of but its classes.
    """

    BARE = 3

    def __init__(self, sheets: Sequence[Index]) -> None:
        """Takes all sheets of a page."""
        self._telling = _HINTING.union(*(one.telling for one in sheets))
        self._asked = _PRESENT - self._telling
        named = [one.names for one in sheets]
        self._names = None if None in named else frozenset().union(*(one for one in named if one))
        self._classes: dict[str, str] = {}
        self._tellers: dict[tuple[str, ...], _Teller] = {}

    def told(self, element: HtmlElement, mark: Mark) -> tuple[object, ...]:
        """What an element tells: all that tell the same, within the same, match the same rules."""
        tag, names, classes = mark
        # Asking lxml for each attribute costs more than all else here, and most decide nothing.
        teller = self._tellers.get(names) or self._teller(names)
        named = self._classes.get(classes)
        if named is None:
            named = self._named(classes)
        if not teller.values:
            return (tag, teller.names, named)
        return (tag, teller.names, named, *[element.get(name) for name in teller.values])

    def _teller(self, names: tuple[str, ...]) -> _Teller:
        """Which of some attributes tell."""
        telling, asked = self._telling, self._asked
        # Of some it tells all whether they stand there: each link has another address.
        there = tuple([name for name in names if name in telling or name in asked])
        teller = _Teller(there, tuple([name for name in there if name in telling and name != "class"]))
        if len(self._tellers) < _MOST:
            self._tellers[names] = teller
        return teller

    def _named(self, classes: str) -> str:
        """The classes that a selector names; pages write numbers of their own beside them."""
        names = self._names
        if names is None:
            return classes
        if len(self._classes) > _MOST:
            self._classes.clear()
        named = " ".join([one for one in classes.split()[:MOST_CLASSES] if one in names])
        self._classes[classes] = named
        return named
