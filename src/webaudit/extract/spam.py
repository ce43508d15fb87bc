"""Spam: the words of gambling in a text, in every disguise, weighed by what stands beside them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from webaudit.vocabulary.gambling import POINTS, Gambling, Kind, clean, gambling, leet, words

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

_APART = re.compile(r"(?<!\w)(?:\w[ .\-_*|·]{1,2}){3,40}\w(?!\w)")
# But for the sign in a mail address.
_SIGN_INSIDE = re.compile(r"(?<=\w)[@$!](?=\w)(?!@?[\w-]*\.)|(?<!\w)[@$](?=[a-z])")
_EAST_ASIAN = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff]")


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
    tokens = words(cleaned)
    data = gambling()
    found = _counting(" ".join(tokens), tokens, data, name=name, always=always)
    known = {hit.term for hit in found}
    # A term that is seen only in disguise counts double: nobody disguises an honest word.
    for disguised in (_without_leet(cleaned, tokens, data), _without_gaps(cleaned)):
        if disguised:
            more = _counting(" ".join(disguised), disguised, data, name=name, always=always)
            found += [hit._replace(points=2 * hit.points) for hit in more if hit.term not in known]
            known.update(hit.term for hit in more)
    found += [hit for hit in _squeezed(cleaned, data) if hit.term not in known]
    if name and (always or not data.context.search(" ".join(tokens))):
        found += [hit for hit in _fused(tokens, data) if hit.term not in known]
    if not text.isascii():
        found += [
            Hit(match[0], POINTS[Kind.STRONG], match.start(), match.end(), Kind.STRONG)
            for match in data.foreign.finditer(cleaned)
        ][:_MOST_OF_ONE]
    return tuple(found)


def is_foreign(title: str) -> bool:
    """Whether a title is written in a script of East Asia, as no agency's here is."""
    return len(_EAST_ASIAN.findall(title)) >= 4


def _counting(joined: str, tokens: list[str], data: Gambling, *, name: bool, always: bool) -> list[Hit]:
    """The terms of one view that count."""
    candidates = list(_candidates(joined, tokens, data))
    # Nearly every page ends here: one game word, or lures alone, never count.
    games = {hit.term for hit in candidates if hit.kind is Kind.GAME}
    if len(games) < 2 and not any(hit.kind in {Kind.STRONG, Kind.BRAND} for hit in candidates):
        return []
    left = [hit for hit in candidates if not _is_honest(joined, hit, data)]
    if not always:
        left = [hit for hit in left if not _is_report(joined, hit, data)]
    strong = [hit for hit in left if hit.kind is Kind.STRONG]
    company = [
        hit for hit in left if hit.kind is Kind.GAME and _has_company(hit, left, Kind.STRONG, Kind.GAME)
    ]
    counted = [*strong, *company]
    lures = [hit for hit in left if hit.kind is Kind.LURE and any(_is_near(hit, other) for other in counted)]
    brands = [hit for hit in left if hit.kind is Kind.BRAND and (name or counted)]
    distinct: dict[str, Hit] = {}
    end = -1
    for hit in sorted((*counted, *lures, *brands), key=lambda hit: (hit.start, -hit.end)):
        # "togel" inside "bandar togel" is the same word once more.
        if hit.end > end:
            distinct.setdefault(hit.term, hit)
            end = hit.end
    return list(distinct.values())


def _candidates(joined: str, tokens: list[str], data: Gambling) -> Iterator[Hit]:
    """All places of all terms."""
    edged = f" {joined} "
    for word in sorted(data.by_first_word.keys() & set(tokens)):
        for term in data.by_first_word[word]:
            needle, at = f" {term.text} ", -1
            for _ in range(_MOST_OF_ONE):
                at = edged.find(needle, at + 1)
                if at < 0:
                    break
                yield Hit(term.text, POINTS[term.kind], at, at + len(term.text), term.kind)
    mixed = sorted({token for token in tokens if not (token.isalpha() or token.isdigit())})
    for brand in filter(data.brand.fullmatch, mixed[:_MOST_MIXED]):
        at = edged.find(f" {brand} ")
        yield Hit(brand, POINTS[Kind.BRAND], at, at + len(brand), Kind.BRAND)


def _fused(tokens: list[str], data: Gambling) -> Iterator[Hit]:
    """Terms inside longer words, as in the names of hosts: "raja-gacorbos"."""
    for token in sorted({token for token in tokens if len(token) > 5})[:_MOST_MIXED]:
        match = data.fused.search(token)
        if match and match[0] != token:
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
    return "gacor" in hit.term and data.birds.search(_around(joined, hit, _CONTEXT)) is not None


def _is_report(joined: str, hit: Hit, data: Gambling) -> bool:
    """Whether the words around speak about gambling and do not call to play."""
    around = _around(joined, hit, _CONTEXT)
    return data.context.search(around) is not None and data.call.search(around) is None


def _without_leet(cleaned: str, tokens: list[str], data: Gambling) -> list[str]:
    """The words with digits and signs read as letters; empty if that gives no word of any term."""
    signs = any(sign in cleaned for sign in "@$!") and _SIGN_INSIDE.search(cleaned) is not None
    if signs:
        as_i = leet()[0]
        tokens = words(_SIGN_INSIDE.sub(lambda match: as_i[ord(match[0])], cleaned))
    read: dict[str, str] = {}
    for token in sorted(set(tokens)):
        if not (token.isalpha() or token.isdigit()) and token not in data.words:
            letters = next((word for table in leet() if (word := token.translate(table)) in data.words), "")
            if letters:
                read[token] = letters
    return [read.get(token, token) for token in tokens] if read or signs else []


def _without_gaps(cleaned: str) -> list[str]:
    """The words with letters that stand apart pushed together; empty if none do."""
    if not _APART.search(cleaned):
        return []
    return words(_APART.sub(lambda match: re.sub(r"\W|_", "", match[0]), cleaned))


def _squeezed(cleaned: str, data: Gambling) -> Iterator[Hit]:
    """Terms in runs of single letters, in which the borders of words are lost: "s l o t g a c o r"."""
    for match in _APART.finditer(cleaned):
        letters = re.sub(r"\W|_", "", match[0])
        for term in data.squeezed:
            if term.text in letters:
                yield Hit(term.text, 2 * POINTS[term.kind], match.start(), match.end(), term.kind)
                letters = letters.replace(term.text, " ")
