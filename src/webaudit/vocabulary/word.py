"""The words of a text."""

import re
from collections.abc import Callable

_UTF8 = ("utf-8", "surrogatepass")
_ASCII = bytes(range(128))
_WORD = re.compile(r"[^\W_]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_MOST_SIGNS = 40
"""Different signs beyond ASCII that are blanked one by one; more show a text that is no prose."""


def _blanks(kept: str) -> bytes:
    """The table that leaves some characters of ASCII and makes all others blanks."""
    return bytes(code if code >= 128 or chr(code) in kept else ord(" ") for code in range(256))


_SMALL = "abcdefghijklmnopqrstuvwxyz"
_WORDS = _blanks(_SMALL + _SMALL.upper() + "0123456789")
_SMALL_WORDS = _WORDS.lower()
_LETTERS_ALONE = _blanks(_SMALL + _SMALL.upper())


def beyond_ascii(text: str) -> str:
    """What is left of a text without the characters of ASCII: little, in most texts, and soon looked at."""
    return text.encode(*_UTF8).translate(None, _ASCII).decode(*_UTF8)


def words(text: str) -> list[str]:
    """The runs of letters and digits of any script."""
    # What parts words becomes blanks in a few sweeps: a fifth of the time of the expression alone.
    blanked = _blanked(text, _WORDS, str.isalnum)
    return _WORD.findall(text) if blanked is None else blanked.split()


def words_made_small(text: str) -> list[str]:
    """The same of the text in lower case."""
    blanked = _blanked(text, _SMALL_WORDS, str.isalnum)
    # A letter beyond ASCII may fall apart when it is made small.
    return blanked.split() if blanked is not None and blanked.isascii() else words(text.lower())


def words_of_letters(text: str) -> list[str]:
    """The runs of letters of any script."""
    blanked = _blanked(text, _LETTERS_ALONE, lambda sign: sign.isalnum() and not sign.isdecimal())
    return _LETTERS.findall(text) if blanked is None else blanked.split()


def _blanked(text: str, table: bytes, belongs: Callable[[str], bool]) -> str | None:
    """The text with a blank for each sign that parts words; None if there are too many kinds of them.

    Args:
        table: says so for ASCII.
        belongs: whether a character beyond ASCII is a part of words.
    """
    coded = text.encode(*_UTF8)
    blanked = coded.translate(table)
    if not text.isascii():
        beyond = dict.fromkeys(coded.translate(None, _ASCII).decode(*_UTF8))
        signs = [sign for sign in beyond if not belongs(sign)]
        if len(signs) > _MOST_SIGNS:
            return None
        # In bytes, for a text of which only such signs are beyond ASCII comes back as one of ASCII.
        for sign in signs:
            blanked = blanked.replace(sign.encode(*_UTF8), b" ")
    return blanked.decode(*_UTF8)
