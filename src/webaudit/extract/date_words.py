"""The words by which people name days, as expressions over lower case text with white space folded."""

import re
from collections.abc import Iterable

from webaudit.vocabulary import load

_WORDS = load("dates.json")

MONTHS: dict[str, int] = {name: int(number) for number, names in _WORDS["months"].items() for name in names}
"""Number of a month by its name."""

WEEKDAYS: dict[str, int] = {
    name: int(number) for number, names in _WORDS["weekdays"].items() for name in names
}
"""Number of a day of the week, Monday 0, by its name."""

NUMBERS: dict[str, int] = _WORDS["numbers"]
UNITS: dict[str, int] = _WORDS["units"]
"""Seconds of a unit by its name."""

DAYS_AWAY: dict[str, int] = _WORDS["days"]
"""How many days a word is away from today."""


def any_of(words: Iterable[str]) -> str:
    """An expression for any of these words, the longest first."""
    return "(?:" + "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))) + ")"


MONTH = any_of(MONTHS) + r"(?![a-zéè])\.?"
WEEKDAY = any_of(WEEKDAYS)
MARKET = any_of(_WORDS["markets"])
CLOCK_AT = r"(?:pukul|jam|pkl\.?|at|@)"
ZONES = {"wib": 7, "wita": 8, "wit": 9, "utc": 0, "gmt": 0, "z": 0}
"""Hours east of Greenwich by the zone's name."""

_LINK = r"(?:[\s:,-]{0,3}\b(?:pada|oleh|tanggal|tgl\.?|per|on|by|at|date|hari|terakhir)\b)*"

LABEL = re.compile(rf"(?<![\w-])(?:terakhir\s|last\s)?{any_of(_WORDS['labels'])}\b(?:\sat)?{_LINK}")
"""Says that the day behind it is that of publication or of the last change."""

DATE_LABEL = re.compile(r"\b(?:tanggal|tgl|date)\b")
"""May be the day of anything, and mostly is that of publication."""

_OF_SOMETHING = (
    rf"\b(?:tanggal|tgl\.?|date\sof)\s(?!{WEEKDAY}\b|dan\b|pada\b|[a-z]{{1,2}}\b|{any_of(_WORDS['labels'])}\b)"
    r"[a-z]+(?:\s[a-z]+)?\b(?=\s?[:\s])"
)
"""“Tanggal pelaksanaan”: whatever it names, it is none of the labels."""

OTHERWISE = re.compile(
    rf"©|\(c\)|\b(?:{any_of(_WORDS['otherwise'])}(?=\W|$)|s\.?\s?/?d\.?(?=\W|$))|{_OF_SOMETHING}"
)
"""Says that the day behind it is that of something else."""

EVENT = re.compile(
    rf"\b(?:{any_of(_WORDS['events'])}|hari\s?(?:[/,&]|dan)?\s?(?:tanggal|tgl\.?)|hari(?!\s?,|\s{WEEKDAY}\b|\s(?:ini|lalu)\b|\s?\W*$)\s[a-z-]+)(?=\W|$)"
    r"(?=[^|•·–—()]{0,60}$)"
)
"""The same, close before it and with no sign between that parts texts."""

AFTER = re.compile(rf"[^|•·]{{0,25}}?\b{any_of(_WORDS['after'])}\b")
"""The same, close behind it."""

AGO = re.compile(
    rf"\b(?:(?P<number>\d{{1,4}}|{any_of(NUMBERS)})\s?|(?P<one>se)?)(?P<unit>{any_of(UNITS)})s?"
    rf"\s{any_of(_WORDS['ago'])}(?![a-z])"
)
COUNT = re.compile(
    rf"(?<!\w)(?:(?P<number>\d{{1,4}}|{any_of(NUMBERS)})\s?|(?P<one>se))(?P<unit>{any_of(UNITS)})s?\W{{1,3}}(?:dan\s|and\s)?$"
)
"""A part of a span that stands before another: “1 tahun 2 bulan yang lalu”."""

NOW = re.compile(any_of(_WORDS["now"]))
UNSEEN = re.compile(rf"\b{any_of(_WORDS['unseen'])}(?:\s(?:terakhir|pada|sejak))?\W*$")
"""What happened then and is no publication."""

DAY_WORD = re.compile(
    rf"(?P<word>{any_of(DAYS_AWAY)})(?:\s(?:pagi|siang|sore|malam|petang))?[\s,.|·•()-]*"
    rf"(?:{CLOCK_AT}?\s?\d{{1,2}}[.:]\d\d(?:[.:]\d\d)?\s?(?:wib|wita|wit|am|pm)?)?"
    r"[\s,.|·•()-]*(?:(?:oleh|by)\s.*)?"
)
"""A word for a day, alone or with an hour and an author."""

# “Minggu lalu” is last week.
WEEKDAY_AGO = re.compile(rf"(?!minggu)(?P<day>{WEEKDAY})\s(?:yang\s)?(?:lalu|kemarin|silam)")

_RELATIVE = tuple(dict.fromkeys((*(word.split()[-1] for word in _WORDS["ago"]), *_WORDS["now"], *DAYS_AWAY)))
MAYBE_RELATIVE = re.compile(any_of(_RELATIVE))
"""Finds in a long text that there is none of them six times as fast."""

RELATIVE = re.compile(rf"\b{any_of(_RELATIVE)}")
"""Nothing that is told relative to now is without one of these, in lower case; “melalui” is none."""


def is_label_of_other(text: str) -> bool:
    """Whether a text labels another day than that of publication: it begins with such a word."""
    lower = f"{text.lower()} "
    return (OTHERWISE.match(lower) or EVENT.match(lower)) is not None
