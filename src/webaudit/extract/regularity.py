"""In which months a site published something, and of which months too little was captured to know."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from webaudit.extract.choose import is_page
from webaudit.extract.own_dates import LEAST_CONFIDENCE, Published, iso_day, local_day, on_every_page
from webaudit.extract.urls import host, page_key, same_site
from webaudit.model.evidence import Readings, Sitemaps
from webaudit.model.feed import Feeds
from webaudit.model.reading import Reading
from webaudit.model.record import Failure
from webaudit.model.site import Region

MONTHS = 12

LIST_ITEMS = 3
"""Different days, each no newer than the one before, that make of a page a list of news."""

AGREEMENT = timedelta(days=31)
"""Between what a sitemap says of a page and what that page shows."""

UNLISTED = timedelta(days=92)
"""By which the newest item may be newer than the list of news."""

_LEAST_AGREEING = 2
_FEW_PAGES = 3
"""With fewer, a script may make the links that lead on."""

_LIST_METHODS = ("time", "text")

Span = tuple[date, date]
"""The oldest and the newest day of a list that leaves nothing out between them."""


@dataclass(frozen=True, slots=True)
class Month:
    """One month of the calendar.

    Attributes:
        name: "2026-11".
        days: on which something was published, as far as it was seen.
        known: nothing can have been published in it that would not have been seen.
    """

    name: str
    days: int
    known: bool


def months(
    items: tuple[Published, ...],
    readings: Readings,
    sitemaps: Sitemaps | Failure,
    feeds: Feeds | Failure,
    now: date,
    region: Region,
) -> tuple[Month, ...]:
    """The last twelve months, the newest first; none if nothing is dated.

    The month of the capture is one of them if it has anything yet: its first days are nobody's fault.

    Args:
        items: what the site published.
        now: the day of the capture.
    """
    frame = on_every_page(readings)
    own = [item for item in items if item.raw not in frame]
    listed = [day for day in _confirmed(own, sitemaps) if day <= now]
    days = {item.day for item in items} | {*listed}
    if not days:
        return ()
    counts = Counter(map(_month, sorted(days)))
    last = _month(now)
    last -= 0 if counts[last] else 1
    spans = [*_of_pages(readings, region, frame), *_of_feeds(feeds, region)]
    if listed:
        spans.append((min(listed), max(listed)))
    since = -1 if _all_read(readings) else _month(_since(max(days), spans))
    return tuple(
        Month(f"{month // 12}-{month % 12 + 1:02}", counts[month], counts[month] > 0 or month > since)
        for month in range(last, last - MONTHS, -1)
    )


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _since(newest: date, spans: list[Span]) -> date:
    """The day since which nothing was missed: by the list of the newest items, and those that follow.

    One piece of news that the list does not show yet does not make it an old list.
    """
    since, slack = newest, UNLISTED
    for oldest, top in sorted(spans, key=lambda span: span[1], reverse=True):
        if top + slack >= since:
            since, slack = min(since, oldest), timedelta(0)
    return since


def _of_pages(readings: Readings, region: Region, frame: frozenset[str]) -> Iterator[Span]:
    """The lists that pages show, each sorted from the newest item to the oldest."""
    for page in readings.content:
        for method in _LIST_METHODS:
            signs = [
                sign for sign in page.dates if sign.method == method and sign.confidence >= LEAST_CONFIDENCE
            ]
            # What a list of the most read, which stands beside it on every page, adds at its end.
            while signs and signs[-1].raw in frame:
                signs.pop()
            days = [local_day(sign, region) for sign in signs]
            if len({*days}) >= LIST_ITEMS and days == sorted(days, reverse=True):
                yield days[-1], days[0]


def _of_feeds(feeds: Feeds | Failure, region: Region) -> Iterator[Span]:
    items = () if isinstance(feeds, Failure) else feeds.items
    for feed in dict.fromkeys(item.feed for item in items):
        days = [
            local_day(item.sign, region)
            for item in items
            if item.feed == feed and item.sign.confidence >= LEAST_CONFIDENCE
        ]
        if len({*days}) >= LIST_ITEMS:
            yield min(days), max(days)


def _confirmed(items: Iterable[Published], sitemaps: Sitemaps | Failure) -> tuple[date, ...]:
    """The days of a sitemap that tells one page from another, where pages that were read bear it out.

    A program can write any day for any page; so it counts only if most of the dated pages among its entries
    show that day or one near it.
    """
    entries = () if isinstance(sitemaps, Failure) else sitemaps.entries
    said = {entry.url: day for entry in entries if (day := iso_day(entry.lastmod))}
    most = Counter(said.values()).most_common(1)
    if not most or 2 * most[0][1] > len(said):
        return ()
    shown: dict[str, list[date]] = {}
    for item in items:
        if item.url in said and item.method != "feed":
            shown.setdefault(item.url, []).append(item.day)
    agreeing = sum(len({*days}) == 1 and abs(days[0] - said[url]) <= AGREEMENT for url, days in shown.items())
    compared = sum(len({*days}) == 1 for days in shown.values())
    return tuple(said.values()) if agreeing >= _LEAST_AGREEING and 3 * agreeing >= 2 * compared else ()


def _all_read(readings: Readings) -> bool:
    """Whether every page of the site that any captured page links to was captured."""
    read = {page_key(page.url) for page in readings.pages}
    hosts = tuple(dict.fromkeys(host(page.url) for page in readings.pages))
    return len(readings.content) >= _FEW_PAGES and not any(
        page_key(url) not in read and is_page(url) and any(same_site(host(url), own) for own in hosts)
        for url in chain.from_iterable(map(_links, readings.content))
    )


def _links(page: Reading) -> Iterator[str]:
    return (link.url for link in page.links if link.url)
