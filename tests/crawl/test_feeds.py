"""The probe of feeds: what the home page names, on the site itself, and no more."""

import asyncio
from collections.abc import Mapping

import pytest

from tests.crawl.servers import Answer, Server, answer, captured, html, plan, redirect, routed, serve
from webaudit.crawl.capture import Captured
from webaudit.extract.feed import feeds
from webaudit.model.evidence import Exchange, Purpose
from webaudit.model.feed import Feeds
from webaudit.model.plan import Plan
from webaudit.model.record import Failure, FailureReason

pytestmark = pytest.mark.network

FEED = answer(
    "<rss><channel><item><link>/berita/a</link><pubDate>2025-06-01</pubDate></item></channel></rss>",
    content_type="application/rss+xml",
)


class Seen:
    """A capture, what it kept, and what the server was asked."""

    def __init__(self, plan: Plan, found: Captured, kept: list[Exchange], server: Server) -> None:
        self.found, self.server, self.kept = found, server, kept
        self.record = feeds(plan, ("a.test",), kept)
        self.asked = [one.url for one in kept if one.purpose is Purpose.FEED]


def see(*named: str, answers: Mapping[str, Answer | list[Answer]]) -> Seen:
    """Captures a.test, whose home page names these feeds."""
    head = "".join(f'<link rel="alternate" type="application/rss+xml" href="{href}">' for href in named)
    home = html().replace("<body>", f"{head}<body>")

    async def run() -> Seen:
        pages: dict[str, Answer | list[Answer]] = {
            "/robots.txt": answer("", 404),
            "/": answer(home),
            **answers,
        }
        async with serve(pages) as server:
            reach = routed(("a.test", 80, server), ("b.test", 80, server))
            listed = plan("http://a.test/", reach=reach, probes=("Feeds", "Home", "Robots"))
            found, kept = await captured(listed)
            return Seen(listed, found, kept, server)

    return asyncio.run(run())


def test_named_feed() -> None:
    """The feed that the home page names is asked, redirects and all, and the record is rebuilt from it."""
    seen = see("/feed", answers={"/feed": redirect("/feed/"), "/feed/": FEED})

    assert seen.asked == ["http://a.test/feed", "http://a.test/feed/"]
    assert isinstance(seen.record, Feeds)
    assert [item.url for item in seen.record.items] == ["http://a.test/berita/a"]


def test_bounds() -> None:
    """No more than two feeds are asked, none of another host, and none that robots.txt forbids."""
    rules = answer("User-agent: *\nDisallow: /rahasia/", content_type="text/plain")
    named = ("http://b.test/feed", "/rahasia/feed", "/1/feed", "/2/feed", "/3/feed")
    seen = see(*named, answers={"/robots.txt": rules, "/1/feed": FEED, "/2/feed": FEED, "/3/feed": FEED})

    assert seen.asked == ["http://a.test/1/feed", "http://a.test/2/feed"]


def test_no_feed() -> None:
    """A site that names no feed is asked for none."""
    seen = see(answers={})
    told = seen.found.records["Feeds"]

    assert seen.asked == []
    assert isinstance(told, Failure)
    assert told.reason is FailureReason.NOT_APPLICABLE
