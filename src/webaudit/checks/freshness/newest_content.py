"""Check `newest-content`."""

from collections.abc import Iterator
from datetime import date

from webaudit.extract.dates import DISPUTED, TO_MACHINES
from webaudit.extract.own_dates import EARLIEST, iso_day, local_day, published, today
from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Moment, Readings, Sitemaps
from webaudit.model.feed import Feeds
from webaudit.model.finding import Measure, Verdict, cant_tell, failed, passed
from webaudit.model.record import Failure
from webaudit.model.site import Region
from webaudit.standards import indonesia

FRESH_DAYS = 90
"""Juries of cities and regencies call a site dead after three months without anything new."""

_CODES = ((365, "older-than-a-year"), (180, "older-than-180-days"), (FRESH_DAYS, "older-than-90-days"))
_MESSAGE = "the newest content is of {date}, {days} days old (“{raw}”)"
_DISPUTED = (
    "the newest content is of {date}, {days} days old (“{raw}”); programs are told {disputed}, which no "
    "page shows"
)


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
    readings: Readings,
    sitemaps: Sitemaps | Failure,
    feeds: Feeds | Failure,
    moment: Moment,
    region: Region,
) -> Iterator[Verdict]:
    """The law wants public information to be current; a site without news leaves citizens to guess.

    Target: the site, once; the newest credible date on its pages and in its feeds is taken.
    Expectation: it is at most 90 days before the capture.
    Limits: dates in the future, today's date where pages show a calendar, days of a change that machines
        alone are told, and days that they are told otherwise than readers, do not count. A sitemap alone
        decides nothing. Whether the news is worth reading is left to people.

    Passed:
        ```json
        {"readings": {"pages": [{"url": "https://dinas.example/", "status": 200, "kind": "content", "dates": [
            {"at": "2026-06-24", "raw": "24 Juni 2026", "method": "time", "confidence": 0.9}]}]},
         "sitemaps": {"reason": "http-status"}, "feeds": {"reason": "not-captured"},
         "moment": {"at": "2026-07-05T03:00:00Z"}, "region": {}}
        ```

    Failed (older-than-90-days, older-than-180-days, older-than-a-year, older-than-a-year):
        ```json
        {"readings": {"pages": [{"url": "https://dinas.example/", "status": 200, "kind": "content", "dates": [
            {"at": "2026-03-24", "raw": "24 Maret 2026", "method": "time", "confidence": 0.9}]}]},
         "sitemaps": {"reason": "http-status"}, "feeds": {"reason": "not-captured"},
         "moment": {"at": "2026-07-05T03:00:00Z"}, "region": {}}
        {"readings": {"pages": [{"url": "https://dinas.example/", "status": 200, "kind": "content", "dates": [
            {"at": "2025-12-24", "raw": "24 Desember 2025", "method": "time", "confidence": 0.9}]}]},
         "sitemaps": {"reason": "http-status"}, "feeds": {"reason": "not-captured"},
         "moment": {"at": "2026-07-05T03:00:00Z"}, "region": {}}
        {"readings": {"pages": [{"url": "https://dinas.example/", "status": 200, "kind": "content", "dates": [
            {"at": "2022-02-28", "raw": "28 Februari 2022", "method": "time", "confidence": 0.9}]}]},
         "sitemaps": {"reason": "http-status"}, "feeds": {"reason": "not-captured"},
         "moment": {"at": "2026-07-05T03:00:00Z"}, "region": {}}
        {"readings": {"pages": [{"url": "https://dinas.example/", "status": 200, "kind": "content", "dates": [
            {"at": "2026-07-04", "raw": "2026-07-04", "method": "json-ld", "confidence": 0.3},
            {"at": "2022-02-28", "raw": "28 Februari 2022", "method": "text", "confidence": 0.8}]}]},
         "sitemaps": {"reason": "http-status"}, "feeds": {"reason": "not-captured"},
         "moment": {"at": "2026-07-05T03:00:00Z"}, "region": {}}
        ```

    CantTell (no-date, sitemap-only):
        ```json
        {"readings": {"pages": [{"url": "https://dinas.example/", "status": 200, "kind": "content"}]},
         "sitemaps": {"reason": "http-status"}, "feeds": {"reason": "not-captured"},
         "moment": {"at": "2026-07-05T03:00:00Z"}, "region": {}}
        {"readings": {"pages": [{"url": "https://dinas.example/", "status": 200, "kind": "content"}]},
         "sitemaps": {"entries": [{"url": "https://dinas.example/", "lastmod": "2026-07-04"}]},
         "feeds": {"reason": "not-captured"}, "moment": {"at": "2026-07-05T03:00:00Z"}, "region": {}}
        ```
    """
    now = today(moment, region)
    credible = published(readings, feeds, moment, region)
    listed = [day for day in _in_sitemaps(sitemaps) if EARLIEST <= day <= now]
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
    days = (now - newest.day).days
    code = next((code for limit, code in _CODES if days > limit), "")
    disputed = max((day for day in _disputed(readings, region) if day <= now), default=newest.day)
    say = failed if code else passed
    yield say(
        newest.url,
        code,
        _DISPUTED if disputed > newest.day else _MESSAGE,
        measure=Measure("age_days", days),
        date=newest.day.isoformat(),
        days=days,
        method=newest.method,
        raw=newest.raw[:100],
        confidence=newest.confidence,
        url=newest.url,
        **({"disputed": disputed.isoformat()} if disputed > newest.day else {}),
    )


def _disputed(readings: Readings, region: Region) -> Iterator[date]:
    """The days that programs are told by pages which show an older one."""
    for page in readings.content:
        for sign in page.dates:
            if sign.confidence == DISPUTED and sign.method in TO_MACHINES:
                yield local_day(sign, region)


def _in_sitemaps(sitemaps: Sitemaps | Failure) -> Iterator[date]:
    """The dates of sitemaps: a machine writes them, and can write any day for pages that nobody touched."""
    for entry in () if isinstance(sitemaps, Failure) else sitemaps.entries:
        if day := iso_day(entry.lastmod):
            yield day
