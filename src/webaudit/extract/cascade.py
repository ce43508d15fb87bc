"""The styles of a page's elements: the cascade (CSS Cascade 5), as far as it decides what is seen.

A page is read as it is when nobody has touched it and no script has run, in the window of a desktop screen.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from lxml.html import HtmlElement

from webaudit.extract.hint import HINTS, hints
from webaudit.extract.selector import Matcher, Specificity, selector
from webaudit.extract.sheets import is_font, sheet_texts
from webaudit.extract.style import Claim, Style, computed, doubtful, longhands
from webaudit.extract.stylesheet import NO_LAYER, Rule, declarations, sheet
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

_ATTRIBUTES = re.compile(r"\[\s*([\w-]+)|:(checked|disabled|enabled|lang|any-link|link)\b")
_STATES = {
    "checked": ("checked", "selected", "type"),
    "disabled": ("disabled",),
    "enabled": ("disabled", "href"),
    "lang": ("lang",),
    "any-link": ("href",),
    "link": ("href",),
}


class _Candidate(NamedTuple):
    """A rule with its place in the cascade."""

    rule: Rule
    origin: int
    order: int


class _Matched(NamedTuple):
    """A rule that an element matches: its declarations, origin, layer and specificity."""

    block: str
    place: tuple[int, int, Specificity]
    sure: bool


_HINTING = frozenset(["class", "style", *chain.from_iterable(HINTS.values())])

_BROWSER, _HINT, _AUTHOR, _INLINE = range(4)
_NOTHING: Specificity = (0, 0, 0)


@dataclass(eq=False)
class Cascade:
    """The rules of a page's sheets, shared by all pages of a site that have the same.

    Attributes:
        whole: nothing of the sheets was left unread.
    """

    whole: bool
    by_key: dict[str, list[_Candidate]] = field(default_factory=dict)
    telling: frozenset[str] = frozenset()
    """Attributes that decide on the style: selectors ask for them, or they say it themselves."""
    shapes: dict[tuple[object, ...], Style] = field(default_factory=dict)
    declaring: dict[tuple[str, ...], frozenset[str]] = field(default_factory=dict)
    """Keys of rules by the properties that they declare, as they were asked for."""


@lru_cache(maxsize=4)
def cascade(texts: tuple[str, ...]) -> Cascade:
    """The rules of the sheets, in their order."""
    sheets = [sheet(browser_sheet()), *map(sheet, texts)]
    made = Cascade(whole=all(one.whole and all(map(is_font, one.imports)) for one in sheets[1:]))
    asked: set[str] = set()
    # Of a rule that stands there again the last one decides; sites bring the same sheet twice, or a block of
    # it on each widget.
    last = {
        (rule, _AUTHOR if number else _BROWSER): order
        for order, (number, rule) in enumerate(
            (n, rule) for n, one in enumerate(sheets) for rule in one.rules
        )
    }
    for (rule, origin), order in last.items():
        made.by_key.setdefault(rule.key, []).append(_Candidate(rule, origin, order))
        asked |= _asked(rule.selector)
    made.telling = frozenset(asked | _HINTING)
    return made


@lru_cache(maxsize=4_096)
def _asked(selector: str) -> frozenset[str]:
    """The attributes that a selector asks for, beside `class`."""
    names = {"id"} if "#" in selector else set()
    for name, state in _ATTRIBUTES.findall(selector):
        names.update((name.lower(),) if name else _STATES[state])
    return frozenset(names)


class Styles:
    """The styles of one page's elements, each made when it is asked for."""

    def __init__(self, page: Page) -> None:
        """Takes the page's sheets; the page itself is not held."""
        texts = tuple(sheet_texts(page))
        self.cascade = cascade(tuple(text for text in texts if text is not None))
        self._matcher = Matcher()
        self._known: dict[HtmlElement, Style] = {}
        self._work = 0
        self.whole = self.cascade.whole and None not in texts

    def of(self, element: HtmlElement) -> Style:
        """The style of an element."""
        if element in self._known:
            return self._known[element]
        around = element.getparent()
        if around in self._known:
            # So it is for whoever goes through the document in its order.
            made = self._known[element] = self._made(element, self._known[around])
            return made
        # From the outside in, without a call within a call.
        path = [element]
        for around in element.iterancestors():
            if around in self._known:
                break
            path.append(around)
        for one in reversed(path):
            parent = one.getparent()
            self._known[one] = self._made(one, None if parent is None else self._known[parent])
        return self._known[element]

    def declaring(self, *names: str) -> frozenset[str]:
        """Keys of the page's own rules that declare any of the properties: ".class", "#id", "tag" or "*"."""
        known = self.cascade.declaring
        if names not in known:
            pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(names)}|all)\s*:", re.IGNORECASE)
            known[names] = frozenset(
                key
                for key, candidates in self.cascade.by_key.items()
                if any(one.origin is not _BROWSER and pattern.search(one.rule.block) for one in candidates)
            )
        return known[names]

    def _made(self, element: HtmlElement, parent: Style | None) -> Style:
        shapes, telling = self.cascade.shapes, self.cascade.telling
        tag = str(element.tag)
        told = [one for one in element.items() if one[0] in telling]
        shape = (parent, tag, *told)
        if shape in shapes:
            return shapes[shape]
        if self._work > MOST_WORK:
            # Of the rest nothing is known but what it takes from around.
            self.whole = False
            return doubtful(parent, tag)
        matched, aside = self._matched(element)
        made = _style(
            parent, tag, matched, tuple(hints(element)), (element.get("style") or "")[:_MOST_INLINE]
        )
        if not aside and len(shapes) < MOST_SHAPES:
            shapes[shape] = made
        return made

    def _matched(self, element: HtmlElement) -> tuple[tuple["_Matched", ...], bool]:
        """The rules that an element matches, in their order, and whether its siblings had a say."""
        found: list[tuple[int, _Matched]] = []
        aside = False
        self._work += _OF_A_STYLE
        for rule, origin, order in self._candidates(element):
            self._work += 1
            read = selector(rule.selector)
            if read is None:
                continue
            aside = aside or read.looks_aside
            said = self._matcher.matches(element, read)
            if said is not False:
                sure = rule.sure and said is True
                found.append((order, _Matched(rule.block, (origin, rule.layer, read.specificity), sure)))
        return tuple(matched for _, matched in sorted(found, key=itemgetter(0))), aside

    def _candidates(self, element: HtmlElement) -> Iterator[_Candidate]:
        by_key = self.cascade.by_key
        yield from by_key.get("*", ())
        tag = str(element.tag)
        yield from by_key.get(tag.rpartition("}")[2], ())
        if id := element.get("id"):
            yield from by_key.get(f"#{id}", ())
        if classes := element.get("class"):
            for name in dict.fromkeys(classes.split()[:100]):
                yield from by_key.get(f".{name}", ())


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
