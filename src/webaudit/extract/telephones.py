"""Numbers of mobile telephones: lists of people have them by the dozen. None is kept."""

import re

MANY = 50
"""Different numbers in one place: more than an agency has offices to call."""

_MOBILE = re.compile(r"(?<![\d+])(?:\+?62|0)[ .-]?8[1-9](?:[ .-]?\d){7,10}(?!\d)")
_STARTS = ("08", "0 8", "628", "62 8", "62-8")


def mobile_numbers(text: str) -> int:
    """How many different numbers of mobile telephones a text holds; 0 if there cannot be many."""
    # Most texts hold a few, and counting is cheaper than any expression, that of one digit above all.
    if text.count("8") < MANY or sum(map(text.count, _STARTS)) < MANY:
        return 0
    found = (re.sub(r"\D", "", match[0]).removeprefix("62").lstrip("0") for match in _MOBILE.finditer(text))
    return len(dict.fromkeys(found))
