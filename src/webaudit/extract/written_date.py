"""The date that a visible text names, in Indonesian, Sundanese or English."""

import re
from datetime import date, datetime, time, timedelta, timezone
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from webaudit.extract.text import folded
from webaudit.model.reading import DateSign

TEXT_CHARACTERS = 320
"""Of a text, what is looked at: a date that stands later is part of a story."""

FIRST_YEAR = 1995
"""No agency published on the web before; older days are history or the defaults of broken systems."""

WIB = timezone(timedelta(hours=7), "WIB")
_ZONES = {"wib": 7, "wita": 8, "wit": 9, "utc": 0, "gmt": 0, "z": 0}

_MONTHS = (
    "januari january jan",
    "februari pebruari pébruari february feb peb",
    "maret march mar mrt",
    "april apr",
    "mei méi may",
    "juni june jun",
    "juli july jul",
    "agustus august agu agt ags agst aug",
    "september séptémber sept sep",
    "oktober october okt oct",
    "november nopember nopémber nov nop",
    "desember désémber december des dec",
)
_MONTH = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_WEEKDAYS = (
    "senin senén monday sen mon",
    "selasa salasa tuesday sel tue",
    "rabu rebo wednesday rab wed",
    "kamis kemis thursday kam thu",
    "jumat jum'at jumaah friday jum fri",
    "sabtu saptu saturday sab sat",
    "minggu ahad sunday min sun",
)
_WEEKDAY = {name: number for number, names in enumerate(_WEEKDAYS) for name in names.split()}

_M = "(?:" + "|".join(sorted(_MONTH, key=lambda name: (-len(name), name))) + r")(?![a-zéè])\.?"
# "12 Mei 20 peserta" and "12 Mei 10.30" name no year.
_YY = r"\d\d(?=\s*(?:$|[^\w\s.:]|\d|oleh|by|pukul|jam|wib|wit))"
_CLOCK = (
    r"(?:[\s|,\-–—•·@/()]|pukul\b|jam\b|pkl\b|at\b|t(?=\d)){0,6}"
    r"(?P<hour>[01]?\d|2[0-4])[.:](?P<minute>[0-5]\d)(?:[.:](?P<second>[0-5]\d))?(?:\.\d{1,9})?(?![\d:/])"
    r"(?:\s?(?P<half>[ap])\.?m\b\.?)?(?:\s?(?P<zone>wib|wita|wit|z|utc|gmt)?(?P<offset>\+\d{1,2}(?::?\d\d)?)?\b)?"
)
_DATE = re.compile(
    r"(?<![\w/.-])(?<!\d,)(?:"
    rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?[\s\-/.,]{{0,3}}(?P<m1>{_M})[\s\-/.,']{{0,3}}(?P<y1>\d{{4}}|{_YY})"
    rf"|(?P<m2>{_M})\s?(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:,\s?|\s)(?P<y2>\d{{4}})"
    rf"|(?P<d3>\d{{1,2}})(?P<s3>\s?[-/.]\s?)(?P<m3>\d{{1,2}})(?P=s3)(?P<y3>\d{{4}}|{_YY})"
    r"|(?P<y4>\d{4})(?P<s4>[-/.])(?P<m4>\d{1,2})(?P=s4)(?P<d4>\d{1,2})"
    rf")(?![\d/]|-\d)(?:{_CLOCK})?"
)
_PUBLISHED = re.compile(
    r"\b(?:di(?:posting|poskan|post|publikasikan|publish|terbitkan|tulis|muat|rilis|unggah|upload|buat)"
    r"(?:\s(?:pada|oleh|tanggal))?|terbit"
    r"|(?:tanggal|tgl\.?)\s(?:posting|terbit|publikasi|upload|unggah|rilis|berita)"
    r"|posted(?:\s(?:on|by))?|publish(?:ed)?(?:\son)?|publikasi"
    r"|(?:terakhir\s)?di(?:perbarui|perbaharui|mutakhirkan|update|ubah)"
    r"|pembaruan terakhir|pemutakhiran terakhir"
    r"|(?:last\s)?update[ds]?(?:\s(?:terakhir|on))?|(?:last\s)?modified)\b"
)
_DAY = re.compile(r"\b(?:tanggal|tgl|date)\b")
# What stands before a date that is the day of something else than publication.
_OTHERWISE = re.compile(
    r"©|\(c\)|\b(?:berlaku (?:sampai|hingga|mulai)|batas (?:akhir|waktu)|paling (?:lambat|lama)|deadline"
    r"|selambat-lambatnya|sampai(?: dengan)?|hingga|s\.?\s?/?d\.?|pendaftaran|jadwal|ditetapkan|pengesahan"
    r"|lahir|hari jadi|hut"
    r"|copyright|hak cipta|kalender|agenda|periode|tahun anggaran|t\.a\.|sejak|berdiri|nomor|no\.|tmt"
    r"|terhitung mulai)(?=\W|$)"
)
_TO = r"(?:[-–—]|s\.?\s?/?d\.?|sampai|hingga|to|until)"
_RANGE_BEFORE = re.compile(rf"(?<!\d)\d{{1,2}}(?:\s+{_M})?(?:\s+\d{{4}})?\s*{_TO}\s*$")
_RANGE_AFTER = re.compile(rf"\s*{_TO}\s*\d{{1,2}}(?:\s*{_M}|[/.-]\d)")

_NUMBER = {
    **{"se": 1, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8},
    **{"sembilan": 9, "sepuluh": 10, "a": 1, "an": 1, "one": 1, "two": 2, "three": 3},
}
_UNITS = {
    **{"detik": 1, "second": 1, "menit": 60, "minute": 60, "min": 60, "jam": 3_600, "hour": 3_600},
    **{"hari": 86_400, "day": 86_400, "minggu": 604_800, "pekan": 604_800, "week": 604_800},
    **{"bulan": 30 * 86_400, "month": 30 * 86_400, "tahun": 365 * 86_400, "year": 365 * 86_400},
}
_AGO = re.compile(
    rf"\b(?:(?P<number>\d{{1,4}}|{'|'.join(name for name in _NUMBER if name != 'se')})\s?|(?P<one>se)?)"
    rf"(?P<unit>{'|'.join(sorted(_UNITS, key=lambda name: (-len(name), name)))})s?"
    r"\s(?:yang\s)?(?:lalu|silam|ago|katukang)\b"
)
_NOW = re.compile(r"(?:baru saja|barusan|beberapa (?:detik|menit) (?:yang )?lalu|just now|nembe)")
_DAY_WORDS = {
    **{"hari ini": 0, "today": 0, "tadi pagi": 0, "ayeuna": 0, "kemarin": -1, "kemaren": -1, "yesterday": -1},
    **{"tadi malam": -1, "kamari": -1, "kemarin dulu": -2},
}
_WEEKDAY_BEFORE = re.compile(
    rf"\b(?P<day>{'|'.join(sorted(_WEEKDAY, key=lambda name: (-len(name), name)))})\b[\s,.(/-]{{0,4}}$"
)
# Nothing else that `_relative` reads is without one of these, and no day is written with fewer digits.
_RELATIVE_WORDS = (
    *(
        " lalu",
        " ago",
        " silam",
        " katukang",
        "baru saja",
        "barusan",
        "just now",
        "nembe",
        "hari ini",
        "today",
    ),
    *("tadi", "ayeuna", "kemar", "yesterday", "kamari"),
)
_THREE_DIGITS = re.compile(r"\d(?:\D*+\d){2}")
_DIGITS = re.compile(r"(?:19|20)\d{6}")
_GRACE = timedelta(days=1)

_BY_LABEL = {0.6: 0.8, 0.5: 0.7, 0.4: 0.6, 0.3: 0.5, 0.2: 0.4}
"""Confidence beside a label, by that without."""


def read_date(text: str, seen_at: datetime) -> DateSign | None:
    """The date that a visible text names as that of its publication; None if it names none.

    Day comes before month, as Indonesians write; times without a zone are West Indonesian. Deadlines,
    copyright years, births, the zero dates of databases and days to come are refused.

    Args:
        seen_at: when the page was answered: "kemarin" is the day before.
    """
    said = _said(text[:TEXT_CHARACTERS])
    for at, confidence in said.days:
        if is_plausible(at, seen_at):
            return DateSign(at, text.strip()[:200], "text", confidence)
    if said.is_number:
        return _compact(said.plain, seen_at)
    if not said.is_relative:
        return None
    local = seen_at.astimezone(WIB) if not seen_at.utcoffset() else seen_at
    return _relative(said.plain, text.strip()[:200], local)


class _Said(NamedTuple):
    """What a text says, whenever it was read.

    Attributes:
        plain: in lower case, white space folded.
        days: that may be those of its publication, each with the confidence.
        is_number: whether it is eight digits, and nothing else.
        is_relative: whether it may name a day by how long ago it was.
    """

    plain: str
    days: tuple[tuple[date, float], ...] = ()
    is_number: bool = False
    is_relative: bool = False


@lru_cache(maxsize=4096)
def _said(text: str) -> _Said:
    # Remembered, because a site says the same on page after page: in its frame, in its lists of news.
    plain = folded(text.lower().replace("’", "'").replace("‘", "'").replace("`", "'"))
    if len(plain) < 5:
        return _Said(plain)
    relative = any(word in plain for word in _RELATIVE_WORDS)
    if not _THREE_DIGITS.search(plain):
        return _Said(plain, is_relative=relative)
    days: list[tuple[date, float]] = []
    for match in islice(_DATE.finditer(plain), 4):
        before = plain[: match.start()]
        labelled = _is_labelled(before)
        if not labelled and _is_other(before, plain[match.end() :]):
            continue
        found = _absolute(match, before)
        if found is not None:
            at, confidence = found
            # In steps, because 0.2 is no binary fraction.
            days.append((at, _BY_LABEL[confidence] if labelled else confidence))
    return _Said(plain, tuple(days), _DIGITS.fullmatch(plain) is not None, relative)


def _is_labelled(before: str) -> bool:
    """Whether the words before a date say that it is the day of publication or of the last change."""
    label = max((label.end() for label in _PUBLISHED.finditer(before)), default=-1)
    other = max((word.end() for word in _OTHERWISE.finditer(before)), default=-1)
    if label < 0 and other < 0:
        # A bare "tanggal" may be that of anything.
        label = max((label.end() for label in _DAY.finditer(before)), default=-1)
    return label > other and len(before) - label < 60


def _is_other(before: str, after: str) -> bool:
    """Whether the words around a date say that it is the day of something else, or one end of a period."""
    return bool(_OTHERWISE.search(before) or _RANGE_BEFORE.search(before) or _RANGE_AFTER.match(after))


def _compact(digits: str, seen_at: datetime) -> DateSign | None:
    try:
        day = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None
    # Eight digits alone may as well be the number of something.
    return DateSign(day, digits, "text", 0.2) if is_plausible(day, seen_at) else None


def _absolute(match: re.Match[str], before: str) -> tuple[date, float] | None:
    form = next(form for form in "1234" if match[f"d{form}"] is not None)
    year = int(match[f"y{form}"])
    month_text = match[f"m{form}"].rstrip(".")
    month = int(month_text) if month_text.isdigit() else _MONTH[month_text]
    day_number = int(match[f"d{form}"])
    confidence = 0.6
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
    if weekday is not None and _WEEKDAY[weekday["day"]] != day.weekday():
        confidence = 0.4 if confidence > 0.4 else 0.2
    return _at_hour(day, match), confidence


def _at_hour(day: date, match: re.Match[str]) -> date:
    if match["hour"] is None:
        return day
    hour, half = int(match["hour"]), match["half"]
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23:
        return day
    zone = timezone(timedelta(hours=_ZONES[match["zone"]])) if match["zone"] else WIB
    if offset := match["offset"]:
        digits = offset[1:].replace(":", "")
        hours, minutes = (int(digits), 0) if len(digits) < 3 else (int(digits[:-2]), int(digits[-2:]))
        shift = timedelta(hours=hours, minutes=minutes)
        if shift > timedelta(hours=14):
            return day
        zone = timezone(shift)
    return datetime.combine(day, time(hour, int(match["minute"]), int(match["second"] or 0)), zone)


def _relative(plain: str, raw: str, local: datetime) -> DateSign | None:
    label = next((found for pattern in (_PUBLISHED, _DAY) if (found := pattern.match(plain))), None)
    said = plain[label.end() if label else 0 :].strip(" :|-,")
    if (days := _DAY_WORDS.get(said.split(",", 1)[0].rstrip("."))) is not None:
        return DateSign(local.date() + timedelta(days=days), raw, "text", 0.6)
    if len(plain) > 80:
        return None
    if _NOW.fullmatch(said):
        return DateSign(local.replace(microsecond=0), raw, "text", 0.6)
    match = _AGO.search(plain)
    if match is None or _OTHERWISE.search(plain[: match.start()]):
        return None
    number = match["number"]
    if number is None and match["one"] is None and match["unit"] not in ("minggu", "pekan", "bulan", "tahun"):
        return None
    if "beberapa" in plain:
        return None
    count = 1 if number is None else _NUMBER[number] if number in _NUMBER else int(number)
    seconds = _UNITS[match["unit"]]
    try:
        at = local - timedelta(seconds=count * seconds)
    except OverflowError:
        return None
    if at.year < FIRST_YEAR:
        return None
    confidence = 0.6 if seconds < 30 * 86_400 else 0.4
    return DateSign(
        at.replace(microsecond=0) if seconds < 86_400 else at.date(),
        raw,
        "text",
        _BY_LABEL[confidence] if label else confidence,
    )


def is_plausible(at: date, seen_at: datetime) -> bool:
    """Whether a day lies in the life of the web and not in the future, by a day of grace for wrong clocks."""
    day = at.date() if isinstance(at, datetime) else at
    return day.year >= FIRST_YEAR and day <= day_of(seen_at) + _GRACE


@lru_cache(maxsize=64)
def day_of(moment: datetime) -> date:
    """The day of a moment in West Indonesia."""
    return moment.astimezone(WIB).date()
