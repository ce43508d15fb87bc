"""Numbers of mobile telephones: lists of people have them by the dozen. None is kept."""

import re

MANY = 50
"""Different numbers in one place: more than an agency has offices to call."""

_MOBILE = re.compile(r"(?<![\d+])(?:\+?62|0)[ .-]?8[1-9](?:[ .-]?\d){7,10}(?!\d)")
_TOLD = re.compile(
    r"(?:(?<=%[\dA-Fa-f]{2})|(?<![\d+]))(?:\+?62|0)[ .-]?8[1-9](?:(?:[ .-]|%2[0DEde])?\d){7,10}(?!\d)"
)
"""The same in what a report shows, in the codes of whose addresses digits stand that are no part of it."""
_LIST = 3
"""Different numbers in one text that is shown: they are masked. One or two are those of an office."""
_STARTS = ("08", "0 8", "628", "62 8", "62-8")


def mobile_numbers(text: str) -> int:
    """How many different numbers of mobile telephones a text holds; 0 if there cannot be many."""
    # Most texts hold a few, and counting is cheaper than any expression, that of one digit above all.
    if text.count("8") < MANY or sum(map(text.count, _STARTS)) < MANY:
        return 0
    found = (re.sub(r"\D", "", match[0]).removeprefix("62").lstrip("0") for match in _MOBILE.finditer(text))
    return len(dict.fromkeys(found))


def masked_telephones(text: str) -> str:
    """A text or address for a report; if it lists mobile telephones, of each number the start alone."""
    found = [re.sub(r"%..|\D", "", match[0]) for match in _TOLD.finditer(text)] if "8" in text else []
    if len(dict.fromkeys(found)) < _LIST:
        return text
    return _TOLD.sub(lambda match: f"{match[0][:4]}{'•' * 8}", text)
