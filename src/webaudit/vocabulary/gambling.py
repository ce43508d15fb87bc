"""The words of gambling spam and of defacements, made ready to be looked up."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from itertools import product
from types import MappingProxyType
from typing import Any

from webaudit.vocabulary import Phrases, load
from webaudit.vocabulary.word import beyond_ascii, words

_UNSEEN = re.compile("[\u00ad\u0300-\u036f\u180e\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff]")


class Kind(Enum):
    """How much a word says by itself."""

    STRONG = "strong"
    GAME = "game"
    """Counts beside a strong or another game word."""
    LURE = "lure"
    """Counts beside a word that counts."""
    DRAW = "draw"
    """A number drawn in a lottery: counts beside what counts, and beside a word of haste."""
    BRAND = "brand"
    """Counts in a name beside any other, but for haste; elsewhere beside a word that counts."""
    HASTE = "haste"
    """Counts beside a word that counts."""
    FRAME = "frame"
    """Likewise."""


POINTS = MappingProxyType(
    {
        **{Kind.STRONG: 5.0, Kind.BRAND: 3.0, Kind.GAME: 2.0, Kind.LURE: 2.0, Kind.DRAW: 2.0},
        **{Kind.HASTE: 1.0, Kind.FRAME: 1.0},
    }
)
"""Of a term that counts, for standing somewhere once."""


WEAK = frozenset({Kind.LURE, Kind.HASTE, Kind.FRAME})
"""Kinds of words that everybody uses."""


@dataclass(frozen=True, slots=True)
class Term:
    """One word or phrase.

    Attributes:
        text: as `clean` and word borders leave it, words parted by a blank.
    """

    text: str
    kind: Kind


Index = Mapping[str, Mapping[str, tuple[Term, ...]]]


@dataclass(frozen=True, slots=True)
class Gambling:
    """All words, ready to be looked up.

    Attributes:
        sure: terms that make others count, by the first of their words and the second; "" if there is none.
        weak: terms that only count beside those, likewise.
        words: every word of any term.
        squeezed: strong terms and the chief game words without blanks, longest first.
        fused: parts of words that are proof, as in the names of hosts.
        foreign: terms of languages that are written without blanks.
        brand: a word that ends in a lucky number.
        compound: a word that ends in the name of a game; the endings stand first.
        offers: what is promised, in numbers; each has one of `promises`.
        context: words of reports about gambling.
        call: an invitation to play.
        remedies: terms that are medicines.
        care: words of those who heal with them.
        sale: words of those who sell them.
        honest: phrases that have the same words.
        apart: words near which a term, or one with it inside, means something else.
        names: parts of agencies' names with words of reports.
        defacement: what defacers write, each with a blank at both ends.
        vandals: what they like to write, and others may; likewise.
        takeover: what a hosting service writes where nobody has claimed the name, likewise.
        queries: titles of pages that are made for a search of shades and prizes.
        places: multiplier by the place where a word stands.
        structure: points without any word.
    """

    sure: Index
    weak: Index
    words: frozenset[str]
    squeezed: tuple[Term, ...]
    fused: Phrases
    foreign: Phrases
    brand: re.Pattern[str]
    compound: Phrases
    offers: re.Pattern[str]
    promises: frozenset[str]
    context: re.Pattern[str]
    call: re.Pattern[str]
    remedies: frozenset[str]
    care: re.Pattern[str]
    sale: re.Pattern[str]
    honest: re.Pattern[str]
    apart: Mapping[str, re.Pattern[str]]
    names: re.Pattern[str]
    defacement: tuple[str, ...]
    vandals: tuple[str, ...]
    takeover: tuple[str, ...]
    queries: frozenset[str]
    places: Mapping[str, float]
    structure: Mapping[str, float]
    suspect: float
    injected: float


@cache
def gambling() -> Gambling:
    """The words, from `gambling.json`."""
    data = load("gambling.json")
    terms = _terms(data)
    listed = {spelt(text) for key in ("strong", "game") for text in data[key]}
    squeezed = {
        text: Term(text, term.kind)
        for term in terms
        if term.text in listed and len(text := term.text.replace(" ", "")) >= 4
    }
    benign = data["benign"]
    return Gambling(
        sure=_index(term for term in terms if term.kind not in WEAK),
        weak=_index(term for term in terms if term.kind in WEAK),
        words=frozenset(word for term in terms for word in term.text.split()),
        squeezed=tuple(sorted(squeezed.values(), key=lambda term: (-len(term.text), term.text))),
        fused=_anywhere(data["fused"]),
        foreign=_anywhere(unicodedata.normalize("NFC", text) for text in data["foreign"]),
        brand=_brand(data["brand"]),
        compound=_compound(data["brand"]),
        offers=re.compile(rf"(?<!\w)(?:{'|'.join(data['offers']['patterns'])})(?!\w)"),
        promises=frozenset(data["offers"]["words"]),
        context=_phrases(benign["words"]),
        call=_phrases(data["call_to_play"], behind_none_of=data["not_called"]),
        remedies=frozenset(map(spelt, data["remedies"]["terms"])),
        care=_phrases(data["remedies"]["care"]),
        sale=_phrases(data["remedies"]["sale"]),
        honest=_phrases(benign["terms"]),
        apart=MappingProxyType({term: _phrases(others) for term, others in benign["apart"].items()}),
        names=_phrases(benign["names"]),
        defacement=tuple(f" {spelt(phrase)} " for phrase in data["defacement"]),
        vandals=tuple(f" {spelt(phrase)} " for phrase in data["vandals"]),
        takeover=tuple(f" {spelt(phrase)} " for phrase in data["takeover"]),
        queries=frozenset(f"{first} {second}" for first, second in product(*data["queries"])),
        places=MappingProxyType(data["places"]),
        structure=MappingProxyType(data["structure"]),
        suspect=data["thresholds"]["suspect"],
        injected=data["thresholds"]["injected"],
    )


def _index(terms: Iterable[Term]) -> Index:
    """Terms by the first of their words and by the second."""
    found: dict[str, dict[str, list[Term]]] = {}
    for term in terms:
        first, _, rest = term.text.partition(" ")
        found.setdefault(first, {}).setdefault(rest.partition(" ")[0], []).append(term)
    return {
        first: {second: tuple(group) for second, group in seconds.items()} for first, seconds in found.items()
    }


def _terms(data: Mapping[str, Any]) -> list[Term]:
    """All terms, each once, by the weightiest of its kinds."""
    found: dict[str, Term] = {}
    for key in ("strong", "pharma", "other"):
        for text in data[key]:
            found.setdefault(text := spelt(text), Term(text, Kind.STRONG))
    # What is strong by itself stays so beside whatever the pairs make of it.
    for pair in sorted(data["pairs"], key=lambda pair: pair["kind"] != Kind.STRONG.value):
        for first, second in product(map(spelt, pair["first"]), map(spelt, pair["second"])):
            for text in (
                (f"{first} {second}", f"{second} {first}") if pair.get("either") else (f"{first} {second}",)
            ):
                found.setdefault(text, Term(text, Kind(pair["kind"])))
    for kind in (Kind.GAME, Kind.LURE, Kind.HASTE, Kind.FRAME):
        for text in map(spelt, data[kind.value]):
            found.setdefault(text, Term(text, kind))
    return list(found.values())


@cache
def leet() -> tuple[Mapping[int, str], Mapping[int, str]]:
    """Digits and signs that stand for letters; 1 is i in the first table and l in the second."""
    table = load("gambling.json")["leet"]
    return str.maketrans(table), str.maketrans({**table, "1": "l"})


@cache
def _confusables() -> Mapping[int, str]:
    pairs = load("gambling.json")["confusables"]
    return str.maketrans(dict(zip(pairs[::2], pairs[1::2], strict=True)))


@cache
def _odd() -> re.Pattern[str]:
    """Finds what `clean` takes away or replaces."""
    pairs = load("gambling.json")["confusables"]
    return re.compile(f"[{_UNSEEN.pattern[1:-1]}{re.escape(pairs[::2])}]")


def clean(text: str) -> str:
    """The text in lower case and the letters that it looks to be written in: no marks, no look-alikes."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text)
    # One look costs less than replacing nothing twice.
    if _odd().search(beyond_ascii(plain)):
        plain = _UNSEEN.sub("", plain).translate(_confusables())
    return plain.lower()


def is_clean(text: str) -> bool:
    """Whether `clean` leaves a text in lower case as it is, and all its letters are those of ASCII."""
    signs = "" if text.isascii() else beyond_ascii(text)
    return not (
        signs
        and (
            any(map(str.isalnum, signs))
            or not unicodedata.is_normalized("NFKD", signs)
            or _odd().search(signs)
        )
    )


def spelt(text: str) -> str:
    """The text as terms are spelt."""
    return " ".join(words(clean(text)))


def _anywhere(parts: Iterable[str]) -> Phrases:
    """Finds any of the parts, inside words too."""
    plain = tuple(parts)
    return Phrases(plain, re.compile("|".join(re.escape(part) for part in plain)))


def _phrases(phrases: Iterable[str], behind_none_of: Iterable[str] = ()) -> re.Pattern[str]:
    """Finds any of the phrases on word borders, but for those right behind one of some words."""
    # In falling order a phrase comes before those that it begins with.
    longer_first = sorted({spelt(phrase) for phrase in phrases}, reverse=True)
    barred = "".join(f"(?<!\\b{word} )" for word in map(spelt, behind_none_of))
    return re.compile(rf"(?<!\w){barred}(?:{'|'.join(longer_first)})(?!\w)")


def _brand(data: Mapping[str, list[str]]) -> re.Pattern[str]:
    """Finds a name with a lucky number, "harimau88", but no school nor regulation."""
    honest = "|".join(data["not"])
    return re.compile(rf"(?<!\w)(?!(?:{honest})\d)[a-z]{{3,12}}(?:{'|'.join(data['numbers'])})(?!\w)")


def _compound(data: Mapping[str, list[str]]) -> Phrases:
    """Finds a name that ends in that of a game, "kakakslot", but no honest word that does."""
    games, honest = "|".join(data["games"]), "|".join(data["words"])
    ends = tuple(f"{game} " for game in data["games"])
    return Phrases(ends, re.compile(rf"(?<!\w)(?!(?:{honest})(?!\w))[a-z]{{3,14}}(?:{games})(?!\w)"))
