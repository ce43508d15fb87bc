"""What a site published, and when: the credible dates of its pages and feeds."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from webaudit.extract.urls import page_key
from webaudit.model.evidence import Moment, Readings
from webaudit.model.feed import Feeds
from webaudit.model.reading import DateSign
from webaudit.model.record import Failure
from webaudit.model.site import Region

LEAST_CONFIDENCE = 0.5
EARLIEST = date(1995, 1, 1)
"""Before it no agency was on the web: an earlier date is the default of a broken system."""

_FEW_PAGES = 3
"""With fewer, nothing can be told of what all of them share."""


@dataclass(frozen=True, slots=True, order=True)
class Published:
    """One date with its place; the newest sorts last, and among equals the surest."""

    day: date
    confidence: float
    url: str
    method: str
    raw: str


def today(moment: Moment, region: Region) -> date:
    """The day of the capture on the province's clocks."""
    return moment.at.astimezone(_zone(region)).date()


def local_day(sign: DateSign, region: Region) -> date:
    """The day of a sign on the province's clocks."""
    if isinstance(sign.at, datetime):
        return sign.at.astimezone(_zone(region)).date() if sign.at.tzinfo else sign.at.date()
    return sign.at


def iso_day(text: str) -> date | None:
    """The day of a sitemap's `lastmod`; None if it names none."""
    return _iso_day(text.strip()[:10])


@lru_cache(maxsize=4096)
def _iso_day(text: str) -> date | None:
    # Remembered, because a sitemap has 50,000 entries, and not as many days.
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def on_every_page(readings: Readings) -> frozenset[str]:
    """The raw texts of dates that stand on more than half of the pages: of their frame, not their own."""
    pages = readings.content
    if len(pages) < _FEW_PAGES:
        return frozenset()
    shown: Counter[str] = Counter()
    for page in pages:
        shown.update({sign.raw for sign in page.dates})
    return frozenset(raw for raw, count in shown.items() if count > len(pages) / 2)


def published(
    readings: Readings, feeds: Feeds | Failure, moment: Moment, region: Region
) -> tuple[Published, ...]:
    """All credible dates, in the order of the pages, then of the feeds.

    Days to come and a calendar of today that stands on each page are none. An item of a feed whose page shows
    dates itself is left out: the page is what citizens see.
    """
    now = today(moment, region)
    return tuple(
        one
        for one in (*_on_pages(readings, region, now), *_in_feeds(readings, feeds, region))
        if one.confidence >= LEAST_CONFIDENCE and EARLIEST <= one.day <= now
    )


def _on_pages(readings: Readings, region: Region, now: date) -> Iterator[Published]:
    frame = on_every_page(readings)
    for page in readings.content:
        for sign in page.dates:
            day = local_day(sign, region)
            if day != now or sign.raw not in frame:
                yield Published(day, sign.confidence, page.url, sign.method, sign.raw)


def _in_feeds(readings: Readings, feeds: Feeds | Failure, region: Region) -> Iterator[Published]:
    dated = {page_key(page.url) for page in readings.content if page.dates}
    for item in () if isinstance(feeds, Failure) else feeds.items:
        if page_key(item.url) not in dated:
            sign = item.sign
            yield Published(local_day(sign, region), sign.confidence, item.url, sign.method, sign.raw)


def _zone(region: Region) -> tzinfo:
    try:
        # Python keeps what it has read of each zone.
        return ZoneInfo(region.timezone)
    except (KeyError, ValueError, OSError):
        return UTC
