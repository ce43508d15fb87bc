"""Spam: the words of gambling in a text, in every disguise, weighed by what stands beside them."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from webaudit.extract.disguise import (
    APART,
    View,
    as_letters,
    has_letters_apart,
    has_signs_inside,
    mixed,
    view,
    without_gaps,
    without_leet,
)
from webaudit.extract.said import Said
from webaudit.vocabulary.gambling import POINTS, WEAK, Gambling, Index, Kind, clean, gambling, is_clean
from webaudit.vocabulary.word import beyond_ascii, words

_NEAR = 60
"""Characters within which words strengthen one another."""

_CONTEXT = 120
"""Characters within which a word of a report shows that gambling is spoken of, not offered."""

_PHRASE = 40
"""Characters of an honest phrase beside a word of it."""

_MOST_OF_ONE = 20
"""Places of one word that are looked at: a bound for texts that repeat it without end."""

_MOST_MIXED = 500
"""Words of letters and digits that are looked at."""

_LONG = 40
"""Characters of a word; longer ones are not remembered."""

_TIMES = re.compile(r"x\d{3,5}")
"""How many times a stake is won."""

_EAST_ASIAN = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
_FOREIGN = re.compile(
    "[\u00c0-\u024f\u0400-\u04ff\u0e00-\u0e7f\u1ea0-\u1eff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]"
)
"""Letters without which no foreign term is written."""

_LANGUAGE = re.compile(
    r"(?:(?<=[a-z0-9])/|[?&](?:lang|language|locale|hl|l)=)(?:th|ja|jp|zh|cn|tw|ko|kr)(?:[-_][a-z]{2,4})?(?:[/?&#]|$)",
    re.IGNORECASE,
)
"""Where an address says that it is a translation."""

_SURE = (Kind.STRONG, Kind.GAME, Kind.DRAW)
"""Kinds that make others count."""


class Hit(NamedTuple):
    """One term that counts.

    Attributes:
        start: of one of its places in the text's words joined by blanks.
    """

    term: str
    points: float
    start: int
    end: int
    kind: Kind


def spam(text: str, *, name: bool = False, always: bool = False) -> tuple[Hit, ...]:
    """The distinct terms that count in a text, in the order of the text.

    Args:
        name: the text is a title, an address or the like: words may be written together, one brand counts.
        always: no context excuses it: honest authors do not write there.
    """
    cleaned = clean(text)
    seen = view(words(cleaned))
    data = gambling()
    found = _counting(seen, data, name=name, always=always)
    known = {hit.term for hit in found}
    apart = list(APART.finditer(cleaned)) if has_letters_apart(seen.tokens, seen.distinct) else []
    # A term that is seen only in disguise counts double: nobody disguises an honest word.
    for disguised in (without_leet(cleaned, seen, data), without_gaps(cleaned) if apart else []):
        if disguised:
            more = _counting(view(disguised), data, name=name, always=always)
            found += [hit._replace(points=2 * hit.points) for hit in more if hit.term not in known]
            known.update(hit.term for hit in more)
    found += [hit for hit in _squeezed(apart, data) if hit.term not in known]
    fused = list(_fused(seen, data)) if name else []
    if fused and (always or not data.context.search(data.names.sub(" ", seen.joined))):
        found += [hit for hit in fused if hit.term not in known]
    if found and not text.isascii():
        # Letters that look like others are a disguise as well.
        as_written = f" {' '.join(words(text.lower()))} "
        found = [
            hit
            if f" {hit.term} " in as_written or hit.points != POINTS[hit.kind]
            else hit._replace(points=2 * hit.points)
            for hit in found
        ]
    if not text.isascii() and _FOREIGN.search(beyond_ascii(text)):
        foreign = data.foreign.finditer(unicodedata.normalize("NFC", text).lower())
        found += [
            Hit(match[0], POINTS[Kind.STRONG], match.start(), match.end(), Kind.STRONG)
            for match in islice(foreign, _MOST_OF_ONE)
        ]
    return tuple(found)


def is_innocent(said: Said, *, name: bool = False) -> bool:
    """Whether `spam` finds nothing in a text, by a look at its words alone; False leaves it open.

    Nearly every text is, and that is told at a third of the cost.
    """
    data, distinct = gambling(), said.distinct
    seconds = [data.sure[first] for first in sorted(data.sure.keys() & distinct)]
    return (
        is_clean(said.written)
        and not any("" in others or not others.keys().isdisjoint(distinct) for others in seconds)
        and data.promises.isdisjoint(distinct)
        and not any(
            data.brand.fullmatch(word) or _TIMES.fullmatch(word) or as_letters(word, data)
            for word in mixed(distinct)
        )
        and not has_signs_inside(said.written)
        and not has_letters_apart(said.words, distinct)
        and not (name and (max(map(len, distinct), default=0) > _LONG or any(map(_is_loud, distinct))))
    )


# Names are made of the same words on page after page.
@lru_cache(maxsize=8192)
def _is_loud(word: str) -> bool:
    """Whether a word has a term in it, or ends in the name of a game."""
    data = gambling()
    return data.fused.search(word) is not None or data.compound.search(f"{word} ") is not None


def is_foreign(title: str, url: str) -> bool:
    """Whether a title is written in a script of East Asia, as no agency's here is.

    A site for guests of the country has a folder for their language, or asks for it in the address.
    """
    return len(_EAST_ASIAN.findall(title)) >= 4 and _LANGUAGE.search(url) is None


def _counting(seen: View, data: Gambling, *, name: bool, always: bool) -> list[Hit]:
    """The terms of one view that count."""
    joined = seen.joined
    # Nearly every page ends here: one game word, or lures alone, never count.
    sure = list(_sure(seen, data, name=name))
    if len({hit.term for hit in sure}) < 2 and all(hit.kind is Kind.GAME for hit in sure):
        return []
    candidates = [*sure, *_indexed(seen, data.weak)]
    left = [hit for hit in candidates if not _is_honest(joined, hit, data)]
    if not always:
        left = [hit for hit in left if not _is_report(joined, hit, data)]
    counted = [
        hit
        for hit in left
        if hit.kind is Kind.STRONG
        or (hit.kind is Kind.GAME and _has_company(hit, left, *_SURE, Kind.BRAND))
        or (hit.kind is Kind.DRAW and _has_company(hit, left, *_SURE, Kind.HASTE))
    ]
    lures = [hit for hit in left if hit.kind in WEAK and any(_is_near(hit, other) for other in counted)]
    brands = [
        hit
        for hit in left
        if hit.kind is Kind.BRAND
        and (
            counted
            or (name and (always or _has_company(hit, left, *_SURE, Kind.BRAND, Kind.LURE, Kind.FRAME)))
        )
    ]
    distinct: dict[str, Hit] = {}
    end = -1
    for hit in sorted((*counted, *lures, *brands), key=lambda hit: (hit.start, -hit.end)):
        # "togel" inside "bandar togel" is the same word once more.
        if hit.end > end:
            distinct.setdefault(hit.term, hit)
            end = hit.end
    return list(distinct.values())


def _sure(seen: View, data: Gambling, *, name: bool) -> Iterator[Hit]:
    """The places of terms and names that can count by themselves or make others count."""
    yield from _indexed(seen, data.sure)
    edged = f" {seen.joined} "
    for word in seen.mixed[:_MOST_MIXED]:
        if data.brand.fullmatch(word):
            yield from islice(_places(edged, word, Kind.BRAND), 1)
        elif _TIMES.fullmatch(word):
            yield from islice(_places(edged, word, Kind.GAME), 1)
    if not data.promises.isdisjoint(seen.distinct):
        for match in islice(data.offers.finditer(seen.joined), _MOST_OF_ONE):
            yield Hit(match[0], POINTS[Kind.STRONG], match.start(), match.end(), Kind.STRONG)
    if name and data.compound.search(f"{seen.once} "):
        for match in islice(data.compound.finditer(f"{seen.joined} "), _MOST_OF_ONE):
            yield Hit(match[0], POINTS[Kind.BRAND], match.start(), match.end(), Kind.BRAND)


def _indexed(seen: View, index: Index) -> Iterator[Hit]:
    """The places of the terms of an index."""
    edged = f" {seen.joined} "
    for word in sorted(index.keys() & seen.distinct):
        seconds = index[word]
        for second in sorted(seconds.keys() & seen.distinct):
            for term in seconds[second]:
                yield from _places(edged, term.text, term.kind)
        for term in seconds.get("", ()):
            yield from _places(edged, term.text, term.kind)


def _places(edged: str, text: str, kind: Kind) -> Iterator[Hit]:
    """The first places of one term."""
    needle, at = f" {text} ", -1
    for _ in range(_MOST_OF_ONE):
        at = edged.find(needle, at + 1)
        if at < 0:
            break
        yield Hit(text, POINTS[kind], at, at + len(text), kind)


def _fused(seen: View, data: Gambling) -> Iterator[Hit]:
    """Terms inside longer words, as in the names of hosts: "raja-gacorbos"."""
    if data.fused.search(seen.once) is None:
        return
    for token in sorted(token for token in seen.distinct if len(token) > 5)[:_MOST_MIXED]:
        match = data.fused.search(token)
        if match and token not in data.words:
            yield Hit(match[0], POINTS[Kind.STRONG], 0, 0, Kind.STRONG)


def _is_near(hit: Hit, other: Hit) -> bool:
    return hit.start - _NEAR < other.end and other.start < hit.end + _NEAR


def _has_company(hit: Hit, hits: list[Hit], *kinds: Kind) -> bool:
    """Whether another term of these kinds is near, that is no part of this one, nor this one of it."""
    return any(
        other.kind in kinds
        and other.term != hit.term
        and _is_near(hit, other)
        and not (other.start < hit.end and hit.start < other.end)
        for other in hits
    )


def _around(joined: str, hit: Hit, characters: int) -> str:
    return joined[max(0, hit.start - characters) : hit.end + characters]


def _is_honest(joined: str, hit: Hit, data: Gambling) -> bool:
    """Whether the place is a part of an honest phrase, or speaks of singing birds."""
    start = max(0, hit.start - _PHRASE)
    phrases = data.honest.finditer(joined, start, hit.end + _PHRASE)
    if any(phrase.start() < hit.end and hit.start < phrase.end() for phrase in phrases):
        return True
    around = _around(joined, hit, _CONTEXT)
    return any(term in hit.term and others.search(around) is not None for term, others in data.apart.items())


def _is_report(joined: str, hit: Hit, data: Gambling) -> bool:
    """Whether the words around report gambling and do not call to play, or heal and do not sell."""
    around = data.names.sub(" ", _around(joined, hit, _CONTEXT))
    if hit.term in data.remedies and data.care.search(around) and not data.sale.search(around):
        return True
    return data.context.search(around) is not None and data.call.search(around) is None


def _squeezed(apart: Iterable[re.Match[str]], data: Gambling) -> Iterator[Hit]:
    """Terms in runs of single letters, in which the borders of words are lost: "s l o t g a c o r"."""
    for match in apart:
        letters = re.sub(r"\W|_", "", match[0])
        for term in data.squeezed:
            if term.text in letters:
                yield Hit(term.text, 2 * POINTS[term.kind], match.start(), match.end(), term.kind)
                letters = letters.replace(term.text, " ")
