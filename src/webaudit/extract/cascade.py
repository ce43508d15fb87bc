"""The styles of a page's elements: the cascade (CSS Cascade 5), as far as it decides what is seen.

A page is read as it is when nobody has touched it and no script has run, in the window of a desktop screen.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from lxml.html import HtmlElement

from webaudit.extract.attribute import Mark, marks
from webaudit.extract.hint import hints
from webaudit.extract.rules import carries, concern, index
from webaudit.extract.selector import Matcher, Selector, Specificity, selector
from webaudit.extract.sheets import sheet_texts
from webaudit.extract.style import Claim, Style, computed, doubtful, longhands
from webaudit.extract.stylesheet import MOST_RULES, NO_LAYER, Rule, declarations
from webaudit.extract.telling import Telling
from webaudit.extract.within import around
from webaudit.model.page import Page
from webaudit.vocabulary import browser_sheet

MOST_SHAPES = 20_000
"""Of elements of one site that are remembered."""

MOST_STYLES = 1_000
"""That are remembered, whatever sheets they come from; each may hold hundreds of custom properties."""

MOST_WORK = 150_000
"""Rules that are asked about the elements of a page, and a few for each style made: about a second."""

_OF_A_STYLE = 10
_MOST_INLINE = 3_000
_MOST_IN_BLOCK = 10_000
"""More declarations than a block that is read can hold."""


class _Matched(NamedTuple):
    """A rule that an element matches: its declarations, origin, layer and specificity."""

    block: str
    place: tuple[int, int, Specificity]
    sure: bool


class _Asking(NamedTuple):
    """A rule that elements of a shape match or not, as their siblings decide."""

    order: int
    rule: Rule
    origin: int
    selector: Selector


_BROWSER, _HINT, _AUTHOR, _INLINE = range(4)
_NOTHING: Specificity = (0, 0, 0)


class _Shape:
    """What elements have in common that the same rules are asked of: their tags, attributes and surroundings.

    Attributes:
        kids: the shapes within it, by tag and telling attributes.
        matched: the rules that all of them match, with their order.
        asking: those that siblings decide on.
        made: the styles that came of it, by the style around.
        placed: where siblings have a say: its places, by their style.
        carried: the classes, ids and tags of the elements and of what is around them.
    """

    __slots__ = ("asking", "carried", "hinted", "inline", "kids", "made", "matched", "placed")

    def __init__(self) -> None:
        self.kids: dict[tuple[object, ...], _Shape] = {}
        self.carried: frozenset[str] = frozenset()
        self.matched: tuple[tuple[int, _Matched], ...] = ()
        self.asking: tuple[_Asking, ...] = ()
        self.hinted: tuple[tuple[str, str], ...] = ()
        self.inline = ""
        self.made: dict[Style | None, Style] = {}
        self.placed: dict[Style, _Place] = {}


class _Place:
    """Where elements of one shape stand within one style.

    Attributes:
        kids: the places within it that need no look at siblings, by what their elements tell.
        alike: those of them that are known by the marks of their elements alone.
    """

    __slots__ = ("alike", "kids", "shape", "style")

    def __init__(self, shape: _Shape, style: Style | None) -> None:
        self.kids: dict[tuple[object, ...], _Place] = {}
        self.alike: dict[Mark, _Place] = {}
        self.shape = shape
        self.style = style


class Cascade:
    """The sheets of a page, shared by all pages of a site that have the same."""

    def __init__(self, texts: tuple[str, ...]) -> None:
        """Takes the texts, in their order."""
        self.sheets = (index(browser_sheet()), *map(index, texts))
        self.whole = all(one.whole for one in self.sheets[1:])
        self.root = _Place(_Shape(), None)
        self.shapes = self.places = self.marks = 0
        self.telling = Telling(self.sheets)

    def declaring(self, names: tuple[str, ...]) -> frozenset[str]:
        """Keys of the page's own rules that declare any of the properties."""
        return frozenset().union(*(one.declaring(names) for one in self.sheets[1:]))

    def candidates(self, keys: Sequence[str]) -> Iterator[tuple[int, Rule, int]]:
        """The rules that may match an element that carries the keys, with their order and origin."""
        for number, one in enumerate(self.sheets):
            origin, by_key, before = _AUTHOR if number else _BROWSER, one.by_key, number * MOST_RULES
            for key in keys:
                for order, rule in by_key.get(key, ()):
                    yield before + order, rule, origin


@lru_cache(maxsize=4)
def cascade(texts: tuple[str, ...]) -> Cascade:
    """The sheets of these texts together."""
    return Cascade(texts)


class Styles:
    """The styles of one page's elements, each made when it is asked for."""

    def __init__(self, page: Page) -> None:
        """Takes the page's sheets; the page itself is not held."""
        texts = sheet_texts(page)
        read = [text for text in texts if text is not None]
        self.whole = None not in texts and all(index(text).whole for text in read)
        # Pages bring blocks of style of their own for what they might hold: then they are as all others.
        self.cascade = cascade(concern(page, read))
        self._marks = marks(page)
        self._matcher = Matcher()
        # Around the root stands nothing.
        self._known: dict[HtmlElement | None, _Place] = {None: self.cascade.root}
        self._lost = _Shape()
        self._work = 0

    def of(self, element: HtmlElement) -> Style:
        """The style of an element."""
        known = self._known
        if element not in known:
            # From the outside in, without a call within a call.
            parents = around((element,), known)
            self.read(reversed(parents), parents)
        style = known[element].style
        assert style is not None
        return style

    def read(
        self, elements: Iterable[HtmlElement], parents: Mapping[HtmlElement, HtmlElement | None]
    ) -> None:
        """Reads the styles of many, each behind what is around it; half the time of one by one."""
        known, written = self._known, self._marks
        for one in elements:
            if one not in known:
                within, mark = known[parents[one]], written[one]
                known[one] = within.alike.get(mark) or self._told(one, mark, within)

    def _told(self, element: HtmlElement, mark: Mark, around: _Place) -> _Place:
        """The place of an element of another mark than those that were met within the same."""
        telling = self.cascade.telling
        said = telling.told(element, mark)
        place = around.kids.get(said)
        if place is None:
            return self._place(element, said, around)
        if len(said) == telling.BARE and self.cascade.marks < MOST_SHAPES:
            self.cascade.marks += 1
            around.alike[mark] = place
        return place

    def declaring(self, *names: str) -> frozenset[str]:
        """Keys of the page's own rules that declare any of the properties: ".class", "#id", "tag" or "*"."""
        return self.cascade.declaring(names)

    def _place(self, element: HtmlElement, told: tuple[object, ...], around: _Place) -> _Place:
        """The place of an element that is the first of its kind, or whose siblings have a say."""
        outer, parent, tag = around.shape, around.style, str(element.tag)
        shape = outer.kids.get(told)
        if shape is None:
            if outer is self._lost or self._work > MOST_WORK:
                # Of the rest nothing is known but what it takes from around.
                self.whole = False
                return _Place(self._lost, doubtful(parent, tag))
            shape = self._shape(element, outer.carried)
            if self.cascade.shapes < MOST_SHAPES:
                self.cascade.shapes += 1
                outer.kids[told] = shape
        if not shape.asking:
            if parent not in shape.made:
                shape.made[parent] = _style(parent, tag, _blocks(shape.matched), shape.hinted, shape.inline)
            place = _Place(shape, shape.made[parent])
            if self.cascade.places < MOST_SHAPES:
                self.cascade.places += 1
                around.kids[told] = place
            return place
        matched = _blocks(sorted((*shape.matched, *self._beside(element, shape)), key=itemgetter(0)))
        style = _style(parent, tag, matched, shape.hinted, shape.inline)
        if (placed := shape.placed.get(style)) is not None:
            return placed
        place = _Place(shape, style)
        if self.cascade.places < MOST_SHAPES:
            self.cascade.places += 1
            shape.placed[style] = place
        return place

    def _shape(self, element: HtmlElement, around: frozenset[str]) -> _Shape:
        """The shape of an element: the rules that it matches, or may match as its siblings decide."""
        matched, asking, shape = [], [], _Shape()
        self._work += _OF_A_STYLE
        keys = carries(element)
        carried = frozenset(keys)
        for order, rule, origin in self.cascade.candidates(keys):
            self._work += 1
            read = selector(rule.selector)
            if read is None or not read.needs <= around or not read.carries <= carried:
                continue
            if read.looks_aside:
                if self._matcher.may_match(element, read):
                    asking.append(_Asking(order, rule, origin, read))
                continue
            said = self._matcher.matches(element, read)
            if said is not False:
                matched.append((order, _matching(rule, origin, read, said)))
        shape.carried = around | carried
        shape.matched = tuple(sorted(matched, key=itemgetter(0)))
        shape.asking = tuple(asking)
        shape.hinted = tuple(hints(element))
        shape.inline = (element.get("style") or "")[:_MOST_INLINE]
        return shape

    def _beside(self, element: HtmlElement, shape: _Shape) -> Iterator[tuple[int, "_Matched"]]:
        """The rules that an element matches by its place among its siblings."""
        self._work += len(shape.asking)
        if too_much := self._work > MOST_WORK:
            # What siblings say is not known any more.
            self.whole = False
        for order, rule, origin, read in shape.asking:
            said = None if too_much else self._matcher.matches(element, read)
            if said is not False:
                yield order, _matching(rule, origin, read, said)


def _matching(rule: Rule, origin: int, read: Selector, said: bool | None) -> _Matched:
    return _Matched(rule.block, (origin, rule.layer, read.specificity), rule.sure and said is True)


def _blocks(matched: Iterable[tuple[int, _Matched]]) -> tuple[_Matched, ...]:
    return tuple(one for _, one in matched)


def styles(page: Page) -> Styles:
    """The styles of a page's elements."""
    return page.once(Styles)


@lru_cache(maxsize=MOST_STYLES)
def _style(
    parent: Style | None,
    tag: str,
    matched: tuple[_Matched, ...],
    hinted: tuple[tuple[str, str], ...],
    inline: str,
) -> Style:
    """The style of elements that match the same within the same; pages have it in common across sheets."""
    claims: dict[str, list[Claim]] = {}
    for order, (block, place, sure) in enumerate(matched):
        _claim(claims, block, (*place, order), sure=sure)
    for number, (name, value) in enumerate(hinted):
        claims.setdefault(name, []).append(Claim((False, _HINT, 0, _NOTHING, number), value, sure=True))
    if inline:
        _claim(claims, inline, (_INLINE, NO_LAYER, _NOTHING, 0), sure=True)
    return computed(claims, parent, tag)


def _claim(
    claims: dict[str, list[Claim]], block: str, place: tuple[int, int, Specificity, int], *, sure: bool
) -> None:
    """Adds the declarations of one block."""
    origin, layer, specificity, order = place
    for number, (name, value, important) in enumerate(declarations(block)):
        # Among important ones earlier layers precede later ones, and those the page's own.
        rank = (
            important,
            origin,
            -layer if important else layer,
            specificity,
            order * _MOST_IN_BLOCK + number,
        )
        for single, part in longhands(name, value):
            claims.setdefault(single, []).append(Claim(rank, part, sure))
