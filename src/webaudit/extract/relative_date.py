"""The day that a text names by how long ago it was."""

import re
from datetime import date, datetime, timedelta

from webaudit.extract.date_words import (
    AGO,
    COUNT,
    DATE_LABEL,
    DAY_WORD,
    DAYS_AWAY,
    LABEL,
    NOW,
    NUMBERS,
    OTHERWISE,
    UNITS,
    UNSEEN,
    WEEKDAY_AGO,
    WEEKDAYS,
)

LONGEST = 80
"""Characters of a text that says nothing else; a longer one tells a story."""

_DAY_SECONDS = 86_400
_MONTH_SECONDS = 30 * _DAY_SECONDS
_NUMBERLESS = ("minggu", "pekan", "bulan", "tahun")
_MOST_PARTS = 3


def relative(plain: str, local: datetime) -> tuple[date, float, bool] | None:
    """The day or moment, how sure it is, and whether a label stands before it; None if there is none.

    Args:
        plain: in lower case, white space folded.
        local: now, on the clocks of the place.
    """
    label = next((found for pattern in (LABEL, DATE_LABEL) if (found := pattern.match(plain))), None)
    said = plain[label.end() if label else 0 :].strip(" :|-,()")
    if day := DAY_WORD.fullmatch(said):
        return local.date() + timedelta(days=DAYS_AWAY[day["word"]]), 0.6, False
    if len(plain) > LONGEST:
        return None
    if NOW.fullmatch(said):
        return local.replace(microsecond=0), 0.6, False
    if weekday := WEEKDAY_AGO.fullmatch(said):
        back = (local.weekday() - WEEKDAYS[weekday["day"]] - 1) % 7 + 1
        return local.date() - timedelta(days=back), 0.4, label is not None
    match = AGO.search(plain)
    if match is None or "beberapa" in plain or "a few" in plain:
        return None
    before = plain[: match.start()]
    if OTHERWISE.search(before) or UNSEEN.search(before):
        return None
    uncounted = match["number"] is None and match["one"] is None
    if uncounted and (match["unit"] not in _NUMBERLESS or before.rstrip()[-1:].isdigit()):
        return None
    seconds = _seconds(match)
    smallest = UNITS[match["unit"]]
    for _ in range(_MOST_PARTS):
        part = COUNT.search(before)
        if part is None:
            break
        seconds += _seconds(part)
        before = before[: part.start()]
    try:
        at = local - timedelta(seconds=seconds)
    except OverflowError:
        return None
    day_or_moment = at.replace(microsecond=0) if smallest < _DAY_SECONDS else at.date()
    return day_or_moment, 0.6 if smallest < _MONTH_SECONDS else 0.4, label is not None


def _seconds(match: re.Match[str]) -> int:
    number = match["number"]
    count = 1 if number is None else NUMBERS[number] if number in NUMBERS else int(number)
    return count * UNITS[match["unit"]]
