"""Feeds: the news that a site offers to programs that follow it."""

from dataclasses import dataclass

from webaudit.model.reading import DateSign
from webaudit.model.record import Record


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One piece of news in a feed.

    Attributes:
        url: normalised, on the site itself.
        sign: of its publication, method "feed".
        feed: address of the feed.
    """

    url: str
    sign: DateSign
    feed: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Feeds(Record):
    """What the feeds say that the home page links to (RSS 2.0, RDF, Atom: RFC 4287).

    Attributes:
        items: dated, and on the site itself, in the order of the feeds.
    """

    items: tuple[FeedItem, ...] = ()
