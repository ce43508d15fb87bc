"""The words by which a text shows its language, whatever it speaks of."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from webaudit.vocabulary import load


@dataclass(frozen=True, slots=True)
class Spoken:
    """What is known of languages.

    Attributes:
        languages: by word in lower case, those that have it.
        family: by language, the first of those that it can not be told from.
        families: by word, those of the languages that have it.
    """

    languages: Mapping[str, tuple[str, ...]]
    family: Mapping[str, str]
    families: Mapping[str, tuple[str, ...]]


@cache
def spoken() -> Spoken:
    """The languages whose words are known, and their kin."""
    data = load("spoken.json")
    languages: dict[str, tuple[str, ...]] = {}
    for language, words in data["words"].items():
        for word in words:
            languages[word] = (*languages.get(word, ()), language)
    family = {language: language for language in data["words"]}
    family.update((language, kin[0]) for kin in data["families"] for language in kin)
    families = {word: tuple(dict.fromkeys(family[one] for one in found)) for word, found in languages.items()}
    return Spoken(languages, family, families)
