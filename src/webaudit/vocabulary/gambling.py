"""The words of gambling spam and of defacements, made ready to be looked up."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from types import MappingProxyType

from webaudit.vocabulary import Phrases, load
from webaudit.vocabulary.word import words

_ASCII = bytes(range(128))
_UNSEEN = re.compile("[\u00ad\u0300-\u036f\u180e\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff]")


class Kind(Enum):
    """How much a word says by itself."""

    STRONG = "strong"
    GAME = "game"
    """Counts beside a strong or another game word."""
    LURE = "lure"
    """Counts beside a word that counts."""
    BRAND = "brand"


POINTS = MappingProxyType({Kind.STRONG: 5.0, Kind.GAME: 2.0, Kind.LURE: 2.0, Kind.BRAND: 3.0})
"""Of a term that counts, for standing somewhere once."""


@dataclass(frozen=True, slots=True)
class Term:
    """One word or phrase.

    Attributes:
        text: as `clean` and word borders leave it, words parted by a blank.
    """

    text: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Gambling:
    """All words, ready to be looked up.

    Attributes:
        by_first_word: terms by the first of their words.
        words: every word of any term.
        squeezed: strong terms and the chief game words without blanks, longest first.
        fused: parts of words that are proof, as in the names of hosts.
        foreign: terms of languages that are written without blanks.
        brand: a word that ends in a lucky number.
        context: words of reports about gambling.
        call: an invitation to play.
        honest: phrases that have the same words.
        birds: words of the singing birds that people call gacor.
        defacement: what defacers write, each with a blank at both ends.
        takeover: what a hosting service writes where nobody has claimed the name, likewise.
        places: multiplier by the place where a word stands.
        structure: points without any word.
    """

    by_first_word: Mapping[str, tuple[Term, ...]]
    words: frozenset[str]
    squeezed: tuple[Term, ...]
    fused: Phrases
    foreign: Phrases
    brand: re.Pattern[str]
    context: re.Pattern[str]
    call: re.Pattern[str]
    honest: re.Pattern[str]
    birds: re.Pattern[str]
    defacement: tuple[str, ...]
    takeover: tuple[str, ...]
    places: Mapping[str, float]
    structure: Mapping[str, float]
    suspect: float
    injected: float


@cache
def gambling() -> Gambling:
    """The words, from `gambling.json`."""
    data = load("gambling.json")
    terms = [
        *(Term(spelt(text), Kind.STRONG) for text in (*data["strong"], *data["pharma"])),
        *(Term(spelt(text), Kind.GAME) for text in data["game"]),
        *(Term(spelt(text), Kind.LURE) for text in data["lure"]),
    ]
    by_first_word: dict[str, list[Term]] = {}
    for term in terms:
        by_first_word.setdefault(term.text.partition(" ")[0], []).append(term)
    squeezed = {
        text: Term(text, term.kind)
        for term in terms
        if term.kind is not Kind.LURE and len(text := term.text.replace(" ", "")) >= 4
    }
    benign = data["benign"]
    return Gambling(
        by_first_word=MappingProxyType({word: tuple(group) for word, group in by_first_word.items()}),
        words=frozenset(word for term in terms for word in term.text.split()),
        squeezed=tuple(sorted(squeezed.values(), key=lambda term: (-len(term.text), term.text))),
        fused=_anywhere(data["fused"]),
        foreign=_anywhere(clean(text) for text in data["foreign"]),
        brand=_brand(data["brand"]),
        context=_phrases(benign["words"]),
        call=_phrases(data["call_to_play"]),
        honest=_phrases(benign["terms"]),
        birds=_phrases(benign["birds"]),
        defacement=tuple(f" {spelt(phrase)} " for phrase in data["defacement"]),
        takeover=tuple(f" {spelt(phrase)} " for phrase in data["takeover"]),
        places=MappingProxyType(data["places"]),
        structure=MappingProxyType(data["structure"]),
        suspect=data["thresholds"]["suspect"],
        injected=data["thresholds"]["injected"],
    )


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
    # One look costs less than replacing nothing twice; and where ASCII is taken away, little is left to see.
    if _odd().search(_coded(plain).translate(None, _ASCII).decode("utf-8", "surrogatepass")):
        plain = _UNSEEN.sub("", plain).translate(_confusables())
    return plain.lower()


def _coded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def spelt(text: str) -> str:
    """The text as terms are spelt."""
    return " ".join(words(clean(text)))


def _anywhere(parts: Iterable[str]) -> Phrases:
    """Finds any of the parts, inside words too."""
    plain = tuple(parts)
    return Phrases(plain, re.compile("|".join(re.escape(part) for part in plain)))


def _phrases(phrases: Iterable[str]) -> re.Pattern[str]:
    """Finds any of the phrases on word borders."""
    # In falling order a phrase comes before those that it begins with.
    longer_first = sorted({spelt(phrase) for phrase in phrases}, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(longer_first)})(?!\w)")


def _brand(data: Mapping[str, list[str]]) -> re.Pattern[str]:
    """Finds a name with a lucky number, "harimau88", but no school nor regulation."""
    honest = "|".join(data["not"])
    return re.compile(rf"(?<!\w)(?!(?:{honest})\d)[a-z]{{3,12}}(?:{'|'.join(data['numbers'])})(?!\w)")
