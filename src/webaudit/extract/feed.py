"""Feeds of news: RSS 2.0, RDF and Atom (RFC 4287); nothing in here raises, whatever the bytes."""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice

from lxml import etree

from webaudit.extract.base import base_of
from webaudit.extract.body import decode_body
from webaudit.extract.sitemap import ended_elements
from webaudit.extract.structured_date import MODIFIED, structured
from webaudit.extract.urls import host, normalise, same_site
from webaudit.extract.written_date import day_of
from webaudit.model.evidence import Exchange, Purpose
from webaudit.model.feed import FeedItem, Feeds
from webaudit.model.page import Page
from webaudit.model.plan import Plan
from webaudit.model.reading import DateSign
from webaudit.model.record import Failure, FailureReason, Stage

MAX_FEEDS = 2
"""Of one site: the first is that of all news as a rule."""

MAX_BYTES = 1_000_000
"""Of one feed, before decoding and after: ten whole articles take 200 kB."""

MAX_ITEMS = 200

PUBLISHED = 0.7
"""Confidence in what a feed says: machines are told it, and readers of the feed."""

TICKING = 0.2
"""Confidence where each of several items was published today: the program writes the day of the request."""

_SEVERAL = 3
_TITLE_CHARACTERS = 200
_DATES = {
    "pubdate": PUBLISHED,
    "published": PUBLISHED,
    "issued": PUBLISHED,
    "date": PUBLISHED,
    "updated": MODIFIED,
}
_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/rdf+xml")
_COMMENTS = re.compile(r"comment|komentar", re.IGNORECASE)
_PATH = re.compile(r"(?:^|/)(?:feeds?|rss|atom)(?:\.xml|\.php)?/?$|\.(?:rss|atom)$", re.IGNORECASE)
_LINKS_READ = 3_000


def feed_urls(page: Page) -> tuple[str, ...]:
    """The feeds of news that a page names, first those of its head; not those of comments."""
    base = base_of(page)
    named = [
        link.get("href", "")
        for link in page.elements("link")[:_LINKS_READ]
        if (link.get("type") or "").strip().lower() in _FEED_TYPES
        and not _COMMENTS.search(link.get("title") or "")
    ]
    linked = [
        link.url for link in page.reading.links[:_LINKS_READ] if _PATH.search(link.url.partition("?")[0])
    ]
    urls = (normalise(written.strip(), base) for written in (*named, *linked) if written.strip())
    return tuple(dict.fromkeys(url for url in urls if url and not _COMMENTS.search(url)))


def feeds(plan: Plan, hosts: Iterable[str], exchanges: Iterable[Exchange]) -> Feeds | Failure:
    """What the feeds say that were asked.

    Args:
        hosts: of the site: an item that stands elsewhere is no news of its own.
    """
    own = tuple(hosts)
    answers: dict[str, Exchange] = {}
    for exchange in exchanges:
        if exchange.purpose is Purpose.FEED:
            answers[exchange.url] = exchange
    if not answers:
        return Failure(FailureReason.NOT_CAPTURED)
    items: dict[tuple[str, str], FeedItem] = {}
    failure: Failure | None = None
    for answer in answers.values():
        if answer.status == 200:
            body = decode_body(answer, min(plan.budget.other_bytes, MAX_BYTES))
            for item in read_feed(body.data, answer.url, answer.started_at):
                if any(same_site(host(item.url), one) for one in own):
                    items.setdefault((item.url, item.sign.raw), item)
        elif answer.status is None or answer.status >= 400:
            failure = answer.failure or Failure(FailureReason.HTTP_STATUS, Stage.HEADERS, str(answer.status))
    return failure if failure and not items else Feeds(tuple(items.values()))


def read_feed(data: bytes, url: str, seen_at: datetime) -> tuple[FeedItem, ...]:
    """The dated items of a feed, in order.

    Args:
        url: of the feed, for relative addresses.
    """
    items = _items(data[:MAX_BYTES].lstrip(b"\xef\xbb\xbf \t\r\n"), url, seen_at)
    try:
        found = tuple(islice(items, MAX_ITEMS))
    except UnicodeDecodeError:
        # It is in a code, as UTF-7, that hides from us what is no character.
        return ()
    days = {day_of(item.sign.at) if isinstance(item.sign.at, datetime) else item.sign.at for item in found}
    if len(found) >= _SEVERAL and days == {day_of(seen_at)}:
        return tuple(_ticking(item) for item in found)
    return found


def _ticking(item: FeedItem) -> FeedItem:
    sign = item.sign
    return FeedItem(item.url, DateSign(sign.at, sign.raw, sign.method, TICKING), item.feed, item.title)


def _items(data: bytes, url: str, seen_at: datetime) -> Iterator[FeedItem]:
    if not data.startswith(b"<"):
        return
    address = title = ""
    sign: DateSign | None = None
    for qualified, element in ended_elements(data, []):
        name = qualified.rpartition("}")[2].lower()
        if name in ("item", "entry"):
            target = normalise(address, url) if address else None
            if target and sign:
                yield FeedItem(target, sign, url, title)
            address, title, sign = "", "", None
        elif _is_of_item(element):
            text = (element.text or "").strip()
            if name == "link" and element.get("rel") in (None, "alternate"):
                address = address or text or element.get("href") or ""
            elif name == "title":
                title = title or text[:_TITLE_CHARACTERS]
            elif name in _DATES and (read := structured(text[:200], "feed", seen_at, _DATES[name])):
                sign = read if sign is None or read.confidence > sign.confidence else sign


def _is_of_item(element: etree._Element) -> bool:
    """Whether an element stands in an item, not beside all of them."""
    parent = element.getparent()
    tag = parent.tag if parent is not None else ""
    return isinstance(tag, str) and tag.rpartition("}")[2].lower() in ("item", "entry")
