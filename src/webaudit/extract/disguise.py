"""Disguise: how words are written so that no filter sees them, and how they are read all the same."""

import re
from collections.abc import Collection
from itertools import filterfalse
from typing import NamedTuple

from webaudit.vocabulary.gambling import Gambling, leet
from webaudit.vocabulary.word import words

_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
_LETTERS_APART = 3
"""Different letters that stand alone in any term whose letters stand apart, but for a few."""

APART = re.compile(r"(?<!\w)(?:\w[ .\-_*|·]{1,2}){3,40}\w(?!\w)")
"""Finds letters that stand apart."""

_ALONE = re.compile(r" \w \w \w \w(?= )")
_SIGNS = "@$!"
# A sign between letters, but for that in a mail address, or before a word. It comes first, to be found fast.
_SIGN_INSIDE = re.compile(r"[@$!](?:(?<=\w.)(?=\w)(?!@?[\w-]*\.)|(?<!!)(?<!\w.)(?=[a-z]))")


class View(NamedTuple):
    """A text as it is read, plain or with a disguise taken off.

    Attributes:
        tokens: its words.
        joined: by blanks.
        once: each of the words once, joined; lists of links and pictures repeat most of theirs.
        distinct: of the words.
        mixed: distinct words of both letters and digits, in order.
    """

    tokens: list[str]
    joined: str
    once: str
    distinct: frozenset[str]
    mixed: list[str]


def view(tokens: list[str]) -> View:
    """The text that has these words."""
    once = dict.fromkeys(tokens)
    distinct = frozenset(once)
    return View(tokens, " ".join(tokens), " ".join(once), distinct, mixed(distinct))


def mixed(distinct: frozenset[str]) -> list[str]:
    """Those of some words that have both letters and digits."""
    return sorted(filterfalse(str.isdigit, filterfalse(str.isalpha, distinct)))


def has_letters_apart(tokens: list[str], distinct: Collection[str]) -> bool:
    """Whether words of one letter stand one after the other; a few, here and there, are in most texts."""
    return (
        len(_LETTERS.intersection(distinct)) >= _LETTERS_APART
        and _ALONE.search(f" {' '.join(tokens)} ") is not None
    )


def has_signs_inside(cleaned: str) -> bool:
    """Whether signs stand inside words, in the place of letters."""
    first = min((at for sign in _SIGNS if (at := cleaned.find(sign)) >= 0), default=None)
    return first is not None and _SIGN_INSIDE.search(cleaned, first) is not None


def as_letters(token: str, data: Gambling) -> str:
    """The word of a term that a word of letters and digits is, read as letters; empty if it is none."""
    if token in data.words:
        return ""
    return next((word for table in leet() if (word := token.translate(table)) in data.words), "")


def without_leet(cleaned: str, seen: View, data: Gambling) -> list[str]:
    """The words with digits and signs read as letters; empty if that gives no word of any term."""
    if signs := has_signs_inside(cleaned):
        as_i = leet()[0]
        seen = view(words(_SIGN_INSIDE.sub(lambda match: as_i[ord(match[0])], cleaned)))
    letters = {token: word for token in seen.mixed if (word := as_letters(token, data))}
    return [letters.get(token, token) for token in seen.tokens] if letters or signs else []


def without_gaps(cleaned: str) -> list[str]:
    """The words with letters that stand apart pushed together."""
    return words(APART.sub(lambda match: re.sub(r"\W|_", "", match[0]), cleaned))
