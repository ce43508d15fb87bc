"""Check `news-regularity`."""

from collections.abc import Iterator

from webaudit.extract.own_dates import published, today
from webaudit.extract.regularity import MONTHS, months
from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Moment, Readings, Sitemaps
from webaudit.model.feed import Feeds
from webaudit.model.finding import Measure, Verdict, cant_tell, failed, passed
from webaudit.model.record import Failure
from webaudit.model.site import Region
from webaudit.standards import indonesia

ENOUGH_MONTHS = 9
"""Of twelve: holidays and a change of office may leave a month or two without news."""

_FEW = "something was published in {months} of the last 12 months; without anything: {without}"
_UNKNOWN = (
    "something was seen of {months} of the last 12 months; too little was captured to know of the others: "
    "{without}"
)


@check(
    id="news-regularity",
    title="Something is published nearly every month",
    category=Category.FRESHNESS,
    severity=Severity.MODERATE,
    sources=(indonesia.UU_14_2008, indonesia.PERKI_1_2021),
    remedy="Publish news or an announcement at least once a month, each with its date. In WordPress: Posts, "
    "Add New; a post can be written ahead and published later: beside Publish, choose the day.",
    since="0.3.0",
    sole_target=True,
)
def news_regularity(
    readings: Readings,
    sitemaps: Sitemaps | Failure,
    feeds: Feeds | Failure,
    moment: Moment,
    region: Region,
) -> Iterator[Verdict]:
    """A site that wakes up once a year, before an assessment, does not keep citizens informed.

    Target: the site, once; the last twelve months of the calendar, the month of the capture among them if
        it has anything yet.
    Expectation: in at least nine of them something was published: the dates of pages, lists and feeds
        count, and those of a sitemap where the pages that were read bear it out.
    Limits: a month without anything is held against the site only if a list of news, a feed or a sitemap
        reaches back beyond it, or every page was captured. Events that are announced, and days of a change
        that machines alone are told, do not count.

    Passed:
        ```json
        {"readings": {"pages": [{"url": "https://dinas.example/berita", "status": 200, "kind": "content",
            "dates": [
            {"at": "2026-07-01", "raw": "1 Juli 2026", "method": "time", "confidence": 0.9},
            {"at": "2026-06-01", "raw": "1 Juni 2026", "method": "time", "confidence": 0.9},
            {"at": "2026-05-01", "raw": "1 Mei 2026", "method": "time", "confidence": 0.9},
            {"at": "2026-04-01", "raw": "1 April 2026", "method": "time", "confidence": 0.9},
            {"at": "2026-03-01", "raw": "1 Maret 2026", "method": "time", "confidence": 0.9},
            {"at": "2026-02-01", "raw": "1 Februari 2026", "method": "time", "confidence": 0.9},
            {"at": "2026-01-01", "raw": "1 Januari 2026", "method": "time", "confidence": 0.9},
            {"at": "2025-12-01", "raw": "1 Desember 2025", "method": "time", "confidence": 0.9},
            {"at": "2025-08-01", "raw": "1 Agustus 2025", "method": "time", "confidence": 0.9}]}]},
         "sitemaps": {"reason": "http-status"}, "feeds": {"reason": "not-captured"},
         "moment": {"at": "2026-07-05T03:00:00Z"}, "region": {}}
        ```

    Failed (months-without-news):
        ```json
        {"readings": {"pages": [{"url": "https://dinas.example/berita", "status": 200, "kind": "content",
            "dates": [
            {"at": "2026-07-01", "raw": "1 Juli 2026", "method": "time", "confidence": 0.9},
            {"at": "2026-02-01", "raw": "1 Februari 2026", "method": "time", "confidence": 0.9},
            {"at": "2025-03-01", "raw": "1 Maret 2025", "method": "time", "confidence": 0.9}]}]},
         "sitemaps": {"reason": "http-status"}, "feeds": {"reason": "not-captured"},
         "moment": {"at": "2026-07-05T03:00:00Z"}, "region": {}}
        ```

    CantTell (no-date, too-little-seen):
        ```json
        {"readings": {"pages": [{"url": "https://dinas.example/", "status": 200, "kind": "content"}]},
         "sitemaps": {"reason": "http-status"}, "feeds": {"reason": "not-captured"},
         "moment": {"at": "2026-07-05T03:00:00Z"}, "region": {}}
        {"readings": {"pages": [{"url": "https://dinas.example/", "status": 200, "kind": "content",
            "dates": [{"at": "2026-07-01", "raw": "1 Juli 2026", "method": "time", "confidence": 0.9}],
            "links": [{"href": "/berita", "url": "https://dinas.example/berita", "text": "Berita"}]}]},
         "sitemaps": {"reason": "http-status"}, "feeds": {"reason": "not-captured"},
         "moment": {"at": "2026-07-05T03:00:00Z"}, "region": {}}
        ```
    """
    items = published(readings, feeds, moment, region)
    table = months(items, readings, sitemaps, feeds, today(moment, region), region)
    if not table:
        yield cant_tell(
            None, "no-date", "no date of publication was found on {pages} pages", pages=len(readings.content)
        )
        return
    seen = sum(month.days > 0 for month in table)
    told: dict[str, str | int] = {
        "months": seen,
        "without": ", ".join(month.name for month in table if not month.days),
        "table": ", ".join(f"{month.name}: {month.days if month.known else '?'}" for month in table),
    }
    measure = Measure("months", seen)
    if seen < MONTHS and not all(month.known for month in table):
        yield cant_tell(None, "too-little-seen", _UNKNOWN, measure=measure, **told)
    elif seen < ENOUGH_MONTHS:
        yield failed(None, "months-without-news", _FEW, measure=measure, **told)
    else:
        yield passed(None, "", "", measure=measure, **told)
