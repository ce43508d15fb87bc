"""Identity numbers of citizens (NIK): sixteen digits that hold a region and a day of birth.

What is found is counted and masked at once: no number ever leaves here.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from webaudit.extract.telephones import masked_telephones

MASK = "•"
"""Stands for a digit that is not told."""

_CHARACTERS = 50_000
_SIXTEEN = re.compile(r"\d{6}[ .-]?\d{6}[ .-]?\d{4}")
_PAIRED = re.compile(r"\d\d(?:[ .-]?\d\d){7}")
"""Such a number in a text that is shown, however it is set out."""
_WHOLE = re.compile(
    r"(?:(?<=%[\dA-Fa-f]{2})|(?<=%25[\dA-Fa-f]{2})|(?<!\d))"
    r"(?:(?:\d|%3\d){2}(?:[ .+_-]|%2[0BDEbde]|%5[Ff])?){7}(?:\d|%3\d){2}(?!\d|%3\d)"
)
"""Such a number in an address, where digits of codes stand before it, and its own may be coded."""
_MAYBE = re.compile(r"[0-9][0-9][ .+_-]?[0-9][0-9][ .+_-]?[0-9][0-9]")
"""Most texts hold neither this nor codes, and need no more looking."""
_CODE = re.compile(r"%3(\d)|%..|\D")
_EVERY_FOURTH = re.compile(r"\d(?:\d{2}[\d .-]|\d[ .-]\d|[ .-]\d{2})")
"""Characters 1, 5, 9 and 13 of such a number, wherever one begins to count: at most one is a sign between."""
_JOINED = re.compile(r"[.,]?\d")
"""Behind a number: it goes on."""
_CUT_OFF = re.compile(r"(?<!\d)(?<!\d[ .-])\d\d(?:[ .-]?\d\d){4,6}\d?(?=…?\Z)")
"""At the end of a text that is shown in part, a number may be shown in part."""
_CUT_VALUE = re.compile(r'(?<==")[^"]{80}(?=")')
"""So it may at the end of an attribute, of which markup shows as much."""

_PROVINCES = frozenset(
    (
        *(11, 12, 13, 14, 15, 16, 17, 18, 19, 21, 31, 32, 33, 34, 35, 36, 51, 52, 53, 61, 62, 63, 64, 65),
        *(71, 72, 73, 74, 75, 76, 81, 82, 91, 92, 93, 94, 95, 96),
    )
)
"""First two digits, by the ministry of the interior's codes of regions."""

_WOMEN = 40
"""Added to the day of birth of a woman."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """What was found on one page.

    Attributes:
        count: of different numbers.
        example: the first of them, all but the province masked; empty if there is none.
    """

    count: int = 0
    example: str = ""


def identity_numbers(text: str, characters: int = _CHARACTERS) -> Numbers:
    """The numbers in a text that can be those of citizens.

    Args:
        characters: of the text that are read.
    """
    found: dict[str, None] = {}
    text = text[:characters]
    # A fourth of the text tells for most pages that there is none.
    for match in _SIXTEEN.finditer(text if _EVERY_FOURTH.search(text[::4]) else ""):
        before = text[match.start() - 1 : match.start()] if match.start() else ""
        if (before and (before.isdigit() or before in ".,")) or _JOINED.match(text, match.end()):
            continue
        digits = re.sub(r"\D", "", match[0])
        if _is_plausible(digits):
            found[digits] = None
    first = next(iter(found), "")
    return Numbers(len(found), f"{first[:2]}{MASK * 14}" if first else "")


# The faults of a menu are told of page after page, and each fault with the address of its page.
@lru_cache(maxsize=2048)
def masked(text: str) -> str:
    """A text for a report, without the numbers in it that can be those of citizens, cut off or whole."""
    if not _MAYBE.search(text) and "%" not in text:
        return text
    if text.startswith("<"):
        text = _CUT_VALUE.sub(lambda value: _CUT_OFF.sub(_mask, value[0]), text)
    return _CUT_OFF.sub(_mask, _PAIRED.sub(_mask, masked_address(text)))


@lru_cache(maxsize=2048)
def masked_address(url: str) -> str:
    """An address for a report, without the whole numbers in it that can be those of citizens."""
    if not _MAYBE.search(url) and "%" not in url:
        return url
    return masked_telephones(_WHOLE.sub(_mask, url))


def _mask(match: re.Match[str]) -> str:
    digits = _CODE.sub(r"\1", match[0])
    if not _is_plausible(digits):
        return match[0]
    return f"{digits[:2]}{MASK * (len(digits) - 2)}"


def _is_plausible(digits: str) -> bool:
    """Whether sixteen digits, or the first of them, hold a province, a district, a day and a number."""
    if (
        int(digits[:2]) not in _PROVINCES
        or digits[2:4] == "00"
        or digits[4:6] == "00"
        or digits[12:] == "0000"
    ):
        return False
    # A year that is cut off may be any: one with a leap day.
    day, month, year = int(digits[6:8]), int(digits[8:10]), int(digits[10:12]) if len(digits) >= 12 else 0
    day = day - _WOMEN if day > _WOMEN else day
    try:
        date(2000 + year if year < 30 else 1900 + year, month, day)
    except ValueError:
        return False
    return True
