"""Check `newest-content`."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, tzinfo
from typing import NamedTuple
from zoneinfo import ZoneInfo

from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Moment, Readings, Sitemaps
from webaudit.model.finding import Measure, Verdict, cant_tell, failed, passed
from webaudit.model.reading import DateSign
from webaudit.model.record import Failure
from webaudit.model.site import Region
from webaudit.standards import indonesia

FRESH_DAYS = 90
"""Juries of cities and regencies call a site dead after three months without anything new."""

LEAST_CONFIDENCE = 0.5
EARLIEST = date(1995, 1, 1)
"""Before it no agency was on the web: an earlier date is the default of a broken system."""

_CODES = ((365, "older-than-a-year"), (180, "older-than-180-days"), (FRESH_DAYS, "older-than-90-days"))
_MESSAGE = "the newest content is of {date}, {days} days old (“{raw}”)"


class _Sign(NamedTuple):
    """One date with its place; the newest sorts last, and among equals the surest."""

    day: date
    confidence: float
    url: str
    method: str
    raw: str


@check(
    id="newest-content",
    title="Something new was published in the last 90 days",
    category=Category.FRESHNESS,
    severity=Severity.SERIOUS,
    sources=(indonesia.UU_14_2008, indonesia.PERKI_1_2021),
    remedy="Publish news or an announcement at least once a month, each with its date. In WordPress: Posts, "
    "Add New; and let the theme show the date of posts.",
    since="0.1.0",
    sole_target=True,
)
def newest_content(
    readings: Readings, sitemaps: Sitemaps | Failure, moment: Moment, region: Region
) -> Iterator[Verdict]:
    """The law wants public information to be current; a site without news leaves citizens to guess.

    Target: the site, once; the newest credible date on it is taken.
    Expectation: it is at most 90 days before the capture.
    Limits: dates in the future, today's date where pages show a calendar, and days of a change that
        machines alone are told, do not count. A sitemap alone decides nothing. Whether the news is worth
        reading is left to people.

    Passed:
        ```json
        {"readings": {"pages": [{"url": "https://dinas.example/", "status": 200, "kind": "content", "dates": [
            {"at": "2026-06-24", "raw": "24 Juni 2026", "method": "time", "confidence": 0.9}]}]},
         "sitemaps": {"reason": "http-status"}, "moment": {"at": "2026-07-05T03:00:00Z"}, "region": {}}
        ```

    Failed (older-than-90-days, older-than-180-days, older-than-a-year):
        ```json
        {"readings": {"pages": [{"url": "https://dinas.example/", "status": 200, "kind": "content", "dates": [
            {"at": "2026-03-24", "raw": "24 Maret 2026", "method": "time", "confidence": 0.9}]}]},
         "sitemaps": {"reason": "http-status"}, "moment": {"at": "2026-07-05T03:00:00Z"}, "region": {}}
        {"readings": {"pages": [{"url": "https://dinas.example/", "status": 200, "kind": "content", "dates": [
            {"at": "2025-12-24", "raw": "24 Desember 2025", "method": "time", "confidence": 0.9}]}]},
         "sitemaps": {"reason": "http-status"}, "moment": {"at": "2026-07-05T03:00:00Z"}, "region": {}}
        {"readings": {"pages": [{"url": "https://dinas.example/", "status": 200, "kind": "content", "dates": [
            {"at": "2022-02-28", "raw": "28 Februari 2022", "method": "time", "confidence": 0.9}]}]},
         "sitemaps": {"reason": "http-status"}, "moment": {"at": "2026-07-05T03:00:00Z"}, "region": {}}
        ```

    CantTell (no-date, sitemap-only):
        ```json
        {"readings": {"pages": [{"url": "https://dinas.example/", "status": 200, "kind": "content"}]},
         "sitemaps": {"reason": "http-status"}, "moment": {"at": "2026-07-05T03:00:00Z"}, "region": {}}
        {"readings": {"pages": [{"url": "https://dinas.example/", "status": 200, "kind": "content"}]},
         "sitemaps": {"entries": [{"url": "https://dinas.example/", "lastmod": "2026-07-04"}]},
         "moment": {"at": "2026-07-05T03:00:00Z"}, "region": {}}
        ```
    """
    zone = _zone(region.timezone)
    today = moment.at.astimezone(zone).date()
    credible = [sign for sign in _on_pages(readings, zone, today) if EARLIEST <= sign.day <= today]
    listed = [day for day in _in_sitemaps(sitemaps) if EARLIEST <= day <= today]
    if not credible and listed:
        message = "only the sitemap names a day, {date}; no page shows when something was published"
        yield cant_tell(None, "sitemap-only", message, date=max(listed).isoformat())
        return
    if not credible:
        yield cant_tell(
            None, "no-date", "no date of publication was found on {pages} pages", pages=len(readings.content)
        )
        return
    newest = max(credible)
    days = (today - newest.day).days
    code = next((code for limit, code in _CODES if days > limit), "")
    say = failed if code else passed
    yield say(
        newest.url,
        code,
        _MESSAGE,
        measure=Measure("age_days", days),
        date=newest.day.isoformat(),
        days=days,
        method=newest.method,
        raw=newest.raw[:100],
        confidence=newest.confidence,
    )


def _on_pages(readings: Readings, zone: tzinfo, today: date) -> Iterator[_Sign]:
    """The dates that pages show, but for the calendar of today that stands on each of them."""
    pages = readings.content
    shown_today: Counter[str] = Counter()
    for page in pages:
        shown_today.update({sign.raw for sign in page.dates if _day(sign, zone) == today})
    for page in pages:
        for sign in page.dates:
            if sign.confidence < LEAST_CONFIDENCE or _is_calendar(shown_today[sign.raw], len(pages)):
                continue
            yield _Sign(_day(sign, zone), sign.confidence, page.url, sign.method, sign.raw)


def _is_calendar(pages_with_it: int, pages: int) -> bool:
    return pages >= 3 and pages_with_it > pages / 2


def _in_sitemaps(sitemaps: Sitemaps | Failure) -> Iterator[date]:
    """The dates of sitemaps: a machine writes them, and can write any day for pages that nobody touched."""
    for entry in () if isinstance(sitemaps, Failure) else sitemaps.entries:
        if day := _iso_day(entry.lastmod):
            yield day


def _iso_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip()[:10])
    except ValueError:
        return None


def _day(sign: DateSign, zone: tzinfo) -> date:
    """The day on the province's clocks."""
    if isinstance(sign.at, datetime):
        return sign.at.astimezone(zone).date() if sign.at.tzinfo else sign.at.date()
    return sign.at


def _zone(name: str) -> tzinfo:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return UTC
