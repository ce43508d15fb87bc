"""The date that a visible text names, in Indonesian, Sundanese, Javanese or English."""

import re
import unicodedata
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from webaudit.extract.date_words import (
    AFTER,
    CLOCK_AT,
    DATE_LABEL,
    EVENT,
    LABEL,
    MARKET,
    MONTH,
    MONTHS,
    OTHERWISE,
    RELATIVE,
    WEEKDAY,
    WEEKDAYS,
    ZONES,
)
from webaudit.extract.relative_date import relative
from webaudit.extract.text import folded
from webaudit.model.reading import DateSign

TEXT_CHARACTERS = 320
"""Of a text, what is looked at: a date that stands later is part of a story."""

RAW_CHARACTERS = 200

FIRST_YEAR = 1995
"""No agency published on the web before; older days are history or the defaults of broken systems."""

WIB = timezone(timedelta(hours=7), "WIB")

_LABEL_REACH = 60
"""Characters between a label and its date, at most: "Ditulis oleh" is followed by a name."""

_ROMAN = {
    name: number
    for number, name in enumerate(
        ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"], 1
    )
}
_HALVES = {"siang": 12, "sore": 12, "petang": 12, "malam": 12, "p": 12, "pagi": 0, "a": 0}

# "12 Mei 20 peserta" and "12 Mei 10.30" name no year.
_YY = r"\d\d(?=\s*(?:$|[^\w\s.:]|\d|oleh|by|pukul|jam|wib|wit))"
_HOUR = r"(?:[01]?\d|2[0-4])[.:][0-5]\d"
_CLOCK = (
    rf"(?:[\s|,\-–—•·@/():]|{CLOCK_AT}(?![a-z])|t(?=\d)){{0,6}}"
    r"(?P<hour>[01]?\d|2[0-4])[.:](?P<minute>[0-5]\d)(?:[.:](?P<second>[0-5]\d))?(?:\.\d{1,9})?(?![\d:/])"
    r"(?:\s?(?:(?P<half>[ap])\.?m\b\.?|(?P<part>pagi|siang|sore|petang|malam)\b))?"
    r"(?:\s?\(?(?P<zone>wib|wita|wit|z|utc|gmt)?"
    r"(?P<offset>\s?\+\d{1,2}(?::?\d\d)?|\s?-\d{4}\b"
    # “09.00-11.00” is a period; with seconds before it, the same is an offset.
    r"|(?(second)(?<=\d)-\d\d:\d\d\b|(?!)))?\b)?"
)
_BEFORE_CLOCK = re.compile(
    r"(?<![\d.:/-])(?P<hour>[01]?\d|2[0-4])[.:](?P<minute>[0-5]\d)(?:[.:](?P<second>[0-5]\d))?"
    r"(?:\s?(?P<half>[ap])\.?m)?(?:\s?\(?(?P<zone>wib|wita|wit)\b\)?)?[\s,|/•·–-]{1,4}"
    rf"(?:{WEEKDAY}[\s,]{{0,2}})?$"
)
_DATE = re.compile(
    r"(?<![\w/.-])(?<!\d,)(?:"
    rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?[\s\-/.,]{{0,3}}(?P<m1>{MONTH})[\s\-/.,']{{0,3}}(?P<y1>\d{{4}}|{_YY})"
    rf"|(?P<m2>{MONTH})\s?(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:,\s?|\s)(?P<y2>\d{{4}})"
    rf"|(?P<d3>\d{{1,2}})(?P<s3>\s?[-/.]\s?)(?P<m3>\d{{1,2}})(?P=s3)(?P<y3>\d{{4}}|{_YY})"
    rf"|(?P<y4>\d{{4}})(?P<s4>[-/.\s])(?P<m4>(?<!\s)\d{{1,2}}|{MONTH})(?P=s4)(?P<d4>\d{{1,2}})"
    r"|(?P<d5>\d{1,2})(?P<s5>[-. ])(?P<m5>[ivx]{1,4})(?P=s5)(?P<y5>\d{4})"
    rf")(?![\d/]|-\d)(?:{_CLOCK})?"
)
DAY = re.compile(
    rf"(?:\b(?:hari|ini|tanggal|tgl|today|is)\b\W{{0,3}}){{0,3}}(?:\b{WEEKDAY}\b[\s,]{{0,3}})?{_DATE.pattern}"
)
"""A day with what names it and its hour, in lower case: all that a clock or a calendar says."""

_BASIC = re.compile(r"(?P<day>(?:19|20)\d{6})(?:t(?P<clock>\d{4,6})(?P<z>z)?)?")
_TO = r"(?:[-–—]|s\.?\s?/?d\.?|sampai(?:\sdengan)?|hingga|dan|&|and|to|until|serta)"
_DAY_BEFORE = rf"(?:(?<![\d:.])\d{{1,2}}(?:\s+{MONTH})?(?:\s+\d{{4}})?|\d{{1,4}}[-/.]\d{{1,2}}[-/.]\d{{1,4}})"
_RANGE_BEFORE = re.compile(rf"{_DAY_BEFORE}\s*(?:,\s*\d{{1,2}}\s*,|{_TO})\s*(?:{WEEKDAY}\b[\s,]*)?$")
_RANGE_AFTER = re.compile(
    rf"\s*(?:{_TO}\s*(?:{WEEKDAY}\b[\s,]*)?(?:\d{{1,2}}(?:\s*{MONTH}|[/.-]\d)|\d{{4}}-\d|selesai|sekarang))"
)
_HOURS_AFTER = re.compile(rf"(?:\s*(?:wib|wita|wit))?\s*{_TO}\s*(?:{CLOCK_AT}\s*)?(?:{_HOUR}|selesai)")
_WEEKDAY_BEFORE = re.compile(
    rf"\b(?P<day>{WEEKDAY})\b(?:\s{MARKET})?[\s,.(/-]{{0,4}}(?:tanggal|tgl\.?)?[\s,.(/-]{{0,2}}$"
)
_PARTED = re.compile(r"[|•·\n]")
_THREE_DIGITS = re.compile(r"\d(?:\D*+\d){2}")
_SIGNS = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "`": "'",
        "\u00b4": "'",
        "\u02bc": "'",
        **dict.fromkeys("\u200b\u200c\u200d\ufeff\u00ad"),
    }
)
_GRACE = timedelta(days=1)

_BY_LABEL = {0.6: 0.8, 0.5: 0.7, 0.4: 0.6, 0.3: 0.5, 0.2: 0.4}
"""Confidence beside a label, by that without."""


def read_date(text: str, seen_at: datetime) -> DateSign | None:
    """The date that a visible text names as that of its publication or last change; None for none.

    Day comes before month, as Indonesians write; times without a zone are West Indonesian. Deadlines, days
    and periods of events, copyright years, births, the zero dates of databases and days to come are refused.

    Args:
        seen_at: when the page was answered, aware: "kemarin" is the day before.

    Returns:
        A sign: its `at` is a `date`, or an aware `datetime` if the text names an hour; its `raw` is the text.
    """
    if seen_at.tzinfo is None:
        seen_at = seen_at.replace(tzinfo=WIB)
    said = _said(text[:TEXT_CHARACTERS])
    for at, confidence in said.days:
        if is_plausible(at, seen_at):
            return DateSign(at, text.strip()[:RAW_CHARACTERS], "text", confidence)
    if not said.is_relative or said.days:
        return None
    found = relative(said.plain, seen_at if seen_at.utcoffset() else seen_at.astimezone(WIB))
    if found is None or not is_plausible(found[0], seen_at):
        return None
    at, confidence, labelled = found
    return DateSign(
        at, text.strip()[:RAW_CHARACTERS], "text", _BY_LABEL[confidence] if labelled else confidence
    )


class _Said(NamedTuple):
    """What a text says, whenever it was read.

    Attributes:
        plain: in lower case, white space folded.
        days: that may be those of its publication, each with the confidence, labelled ones first.
        is_relative: whether it may name a day by how long ago it was.
    """

    plain: str
    days: tuple[tuple[date, float], ...] = ()
    is_relative: bool = False


@lru_cache(maxsize=4096)
def _said(text: str) -> _Said:
    # Remembered, because a site says the same on page after page: in its frame, in its lists of news.
    lower = text.lower()
    if not lower.isascii():
        lower = unicodedata.normalize("NFKC", lower.translate(_SIGNS))
    plain = folded(lower.replace("`", "'"))
    if len(plain) < 5:
        return _Said(plain)
    is_relative = RELATIVE.search(plain) is not None
    if not _THREE_DIGITS.search(plain):
        return _Said(plain, is_relative=is_relative)
    labelled: list[tuple[date, float]] = []
    others: list[tuple[date, float]] = []
    for match in islice(_DATE.finditer(plain), 4):
        before, after = plain[: match.start()], plain[match.end() :]
        is_labelled, is_sure = _labelled(before)
        if not is_sure and _is_other(before, after, match):
            continue
        found = _absolute(match, before)
        if found is not None:
            at, confidence = found
            # In steps, because 0.2 is no binary fraction.
            (labelled if is_labelled else others).append(
                (at, _BY_LABEL[confidence] if is_labelled else confidence)
            )
    if basic := _BASIC.fullmatch(plain):
        others += _compact(basic)
    return _Said(plain, (*labelled, *others), is_relative)


def _labelled(before: str) -> tuple[bool, bool]:
    """Whether a label stands before a date, and whether it leaves no doubt which day it names."""
    label = max((label.end() for label in LABEL.finditer(before)), default=-1)
    other = max(
        (word.end() for pattern in (OTHERWISE, EVENT) for word in pattern.finditer(before)), default=-1
    )
    if label < 0 and other < 0:
        # A bare "tanggal" may be that of anything.
        bare = max((label.end() for label in DATE_LABEL.finditer(before)), default=-1)
        return bare > 0 and len(before) - bare < _LABEL_REACH, False
    is_sure = label > 0 and label >= other and len(before) - label < _LABEL_REACH
    return is_sure, is_sure


def _is_other(before: str, after: str, match: re.Match[str]) -> bool:
    """Whether the words around a date say that it is the day of something else, or one end of a period."""
    # What stands in another part of the line, "Jadwal baru | Admin | 5 Mei 2024", is a title; alone it names.
    *parts, last = _PARTED.split(before)
    if OTHERWISE.search(last) or any(OTHERWISE.fullmatch(part.strip(" :")) for part in parts):
        return True
    if EVENT.search(before) or AFTER.match(after):
        return True
    if _RANGE_BEFORE.search(before):
        return True
    hours = match["hour"] is not None and _HOURS_AFTER.match(after)
    return bool(hours or _RANGE_AFTER.match(after))


def _compact(basic: re.Match[str]) -> list[tuple[date, float]]:
    """A day of eight digits, with its hour if it has one; alone it may as well be the number of something."""
    try:
        day = datetime.strptime(basic["day"], "%Y%m%d").date()
        if not basic["clock"]:
            return [(day, 0.2)]
        at = time.fromisoformat(f"T{basic['clock'].ljust(6, '0')}")
    except ValueError:
        return []
    return [(datetime.combine(day, at, UTC if basic["z"] else WIB), 0.6)]


def _absolute(match: re.Match[str], before: str) -> tuple[date, float] | None:
    form = next(form for form in "12345" if match[f"d{form}"] is not None)
    year, written = int(match[f"y{form}"]), match[f"m{form}"].rstrip(".")
    if form == "5" and written not in _ROMAN:
        return None
    month = _ROMAN[written] if form == "5" else int(written) if written.isdecimal() else MONTHS[written]
    day_number = int(match[f"d{form}"])
    confidence = 0.3 if form == "5" else 0.6
    if len(match[f"y{form}"]) == 2:
        if form == "3" and match["s3"].strip() == ".":
            return None
        year, confidence = 2000 + year, 0.5
    if form == "3" and month > 12 >= day_number:
        day_number, month, confidence = month, day_number, 0.3
    try:
        day = date(year, month, day_number)
    except ValueError:
        return None
    weekday = _WEEKDAY_BEFORE.search(before)
    if weekday is not None and WEEKDAYS[weekday["day"]] != day.weekday():
        confidence = 0.4 if confidence > 0.4 else 0.2
    if match["hour"] is not None:
        return _at_hour(day, match, match["offset"] or "", match["part"]), confidence
    clock = _BEFORE_CLOCK.search(before)
    return (_at_hour(day, clock, "", None) if clock else day), confidence


def _at_hour(day: date, match: re.Match[str], offset: str, part: str | None) -> date:
    hour, half = int(match["hour"]), match["half"] or part
    if half and 1 <= hour <= 12 and not (part == "siang" and hour in (10, 11)):
        hour = hour % 12 + _HALVES[half]
    if hour > 23:
        return day
    zone = timezone(timedelta(hours=ZONES[match["zone"]])) if match["zone"] else WIB
    if digits := offset.strip().lstrip("+-").replace(":", ""):
        hours, minutes = (int(digits), 0) if len(digits) < 3 else (int(digits[:-2]), int(digits[-2:]))
        shift = timedelta(hours=hours, minutes=minutes)
        if shift > timedelta(hours=14):
            return day
        zone = timezone(-shift if "-" in offset else shift)
    return datetime.combine(day, time(hour, int(match["minute"]), int(match["second"] or 0)), zone)


def is_plausible(at: date, seen_at: datetime) -> bool:
    """Whether a day lies in the life of the web and not in the future, by a day of grace for wrong clocks."""
    day = at.date() if isinstance(at, datetime) else at
    return day.year >= FIRST_YEAR and day <= day_of(seen_at) + _GRACE


@lru_cache(maxsize=64)
def day_of(moment: datetime) -> date:
    """The day of a moment in West Indonesia."""
    return moment.astimezone(WIB).date()


@lru_cache(maxsize=64)
def noon_of(moment: datetime) -> datetime:
    """Noon of that day."""
    return datetime.combine(day_of(moment), time(12), WIB)
