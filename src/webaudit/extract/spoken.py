"""The language in which a text is written, by the words of which every text is full."""

from collections import Counter
from itertools import filterfalse
from typing import NamedTuple

from lxml.html import HtmlElement

from webaudit.extract.attribute import with_attribute
from webaudit.extract.exposure import exposure
from webaudit.extract.said import saying
from webaudit.model.page import Page
from webaudit.vocabulary.spoken import spoken
from webaudit.vocabulary.word import words_of_letters

MOST_CHARACTERS = 20_000
"""Of a text; what comes after them says it again."""

_MOST_ELEMENTS = 3_000
_NO_TEXT = frozenset(["script", "style", "noscript", "template", "code", "pre", "kbd", "samp"])

_SHORT = 100
"""Words; a shorter text has to be surer of its language."""

_LEAST_SHARE, _LEAST_SHARE_OF_SHORT = 0.06, 0.3
_LEAST_WORDS, _LEAST_WORDS_OF_SHORT = 10, 3
"""Different ones, which the declared language does not have."""

_TIMES = 10
"""As often as words that only the declared language has, where another is meant."""


class Told(NamedTuple):
    """What a text shows of its language.

    Attributes:
        other: what it is clearly written in, if that is not the declared language; else empty.
        same: it is written in the declared language, or in one of its kin.
    """

    other: str = ""
    same: bool = False


def is_known(declared: str) -> bool:
    """Whether texts in the language of a tag can be told from others."""
    return _family(declared) != ""


def told_language(text: str, declared: str) -> Told:
    """Whether a text is clearly in another language than is declared.

    Languages that share their words, as Indonesian, Malay, Javanese and Sundanese do, are never told apart.
    """
    return _told(words_of_letters(text[:MOST_CHARACTERS].lower()), declared)


def told_by_page(page: Page, declared: str) -> Told:
    """The same of what a page says, but for parts that declare a language of their own."""
    title, said = page.reading.title, saying(page)
    if not _speaks_as_one(page) or len(title) + len(said.written) >= MOST_CHARACTERS:
        return told_language(own_text(page, page.root), declared)
    # The page's words are there, and most are of letters alone.
    odd = {word: words_of_letters(word) for word in sorted(filterfalse(str.isalpha, said.distinct))}
    if any(odd.values()):
        letters = [part for word in said.words for part in odd.get(word, (word,))]
    else:
        letters = list(filter(str.isalpha, said.words))
    return _told([*words_of_letters(title.lower()), *letters], declared)


def _told(said: list[str], declared: str) -> Told:
    """What words in lower case show."""
    known, mine = spoken(), _family(declared)
    sums: Counter[str] = Counter()
    found: list[tuple[int, tuple[str, ...], tuple[str, ...]]] = []
    for word, times in Counter(filter(known.languages.__contains__, said)).items():
        languages, families = known.languages[word], known.families[word]
        found.append((times, languages, families))
        for family in families:
            sums[family] += times
    if not mine or not sums:
        return Told()
    best = max(sums, key=lambda one: (sums[one], one == mine))
    if best == mine:
        return Told(same=sum(mine in families for _, _, families in found) >= _LEAST_WORDS_OF_SHORT)
    of_mine = sum(times for times, _, families in found if mine in families and best not in families)
    of_best = [times for times, _, families in found if best in families and mine not in families]
    short = len(said) < _SHORT
    share = _LEAST_SHARE_OF_SHORT if short else _LEAST_SHARE
    least = _LEAST_WORDS_OF_SHORT if short else _LEAST_WORDS
    if len(of_best) < least or sum(of_best) < max(share * len(said), _TIMES * of_mine):
        return Told()
    kin: Counter[str] = Counter()
    for times, languages, _ in found:
        kin.update({one: times for one in languages if known.family[one] == best})
    return Told(other=max(kin, key=lambda one: (kin[one], one == best)))


def _family(declared: str) -> str:
    return spoken().family.get(declared.partition("-")[0].strip().lower(), "")


def _speaks_as_one(page: Page) -> bool:
    """Whether no part of a page declares a language of its own."""
    return len(with_attribute(page, "lang")) <= (page.root.get("lang") is not None)


def own_text(page: Page, element: HtmlElement) -> str:
    """What is seen in an element but for parts that declare a language of their own, up to a limit."""
    if element is page.root and _speaks_as_one(page):
        return f"{page.reading.title} {page.reading.text[:MOST_CHARACTERS]}"
    unseen = exposure(page).unseen
    parts: list[str] = []
    stack: list[HtmlElement | str] = [element]
    for _ in range(_MOST_ELEMENTS):
        if not stack:
            break
        part = stack.pop()
        if isinstance(part, str):
            parts.append(part)
        elif isinstance(part.tag, str) and part.tag not in _NO_TEXT and part not in unseen:
            within: list[HtmlElement | str] = [part.text or ""]
            for child in part:
                if child.get("lang") is None:
                    within.append(child)
                within.append(child.tail or "")
            stack.extend(reversed(within))
    return " ".join(parts)
