"""Feeds of news, honest and damaged ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.evidence import AT, exchange, page
from webaudit.extract.feed import MAX_ITEMS, TICKING, feed_urls, feeds, read_feed
from webaudit.model.evidence import Purpose
from webaudit.model.feed import Feeds
from webaudit.model.plan import Plan
from webaudit.model.record import Failure, FailureReason
from webaudit.model.site import Site

URL = "https://dinas.contohprov.go.id/feed/"
HOST = "dinas.contohprov.go.id"
PLAN = Plan(Site("dinas", "https://dinas.contohprov.go.id/"))

RSS = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Dinas</title><link>https://x.example/</link>
<pubDate>Sun, 05 Jul 2026 03:00:00 +0000</pubDate>
<lastBuildDate>Sun, 05 Jul 2026 03:00:00 +0000</lastBuildDate>
<item><title>Satu</title><link>https://dinas.contohprov.go.id/satu</link>
<pubDate>Wed, 24 Jun 2026 08:00:00 +0700</pubDate></item>
<item><title>Tanpa hari</title><link>/tanpa</link></item>
<item><title>Dua</title><link>/dua</link><pubDate>Mon, 01 Jun 2026 01:00:00 GMT</pubDate></item>
<item><title>Kelak</title><link>/kelak</link><pubDate>Mon, 01 Jun 2099 01:00:00 GMT</pubDate></item>
</channel></rss>"""

ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Dinas</title><updated>2026-07-05T03:00:00Z</updated>
<entry><title>A</title><link rel="self" href="/x"/><link href="/a"/><updated>2026-07-01T00:00:00Z</updated>
<published>2026-05-01T00:00:00Z</published></entry>
<entry><title>B</title><link rel="alternate" href="/b"/><updated>2026-07-02T00:00:00Z</updated>
</entry></feed>"""

RDF = b"""<rdf:RDF xmlns:rdf="r" xmlns="http://purl.org/rss/1.0/" xmlns:dc="d"><channel>
<dc:date>2026-07-05</dc:date></channel><item><title>C</title><link>/c</link><dc:date>2026-06-02</dc:date></item></rdf:RDF>"""


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(RSS, [("/satu", "2026-06-24", 0.7), ("/dua", "2026-06-01", 0.7)], id="RSS"),
        pytest.param(ATOM, [("/a", "2026-05-01", 0.7), ("/b", "2026-07-02", 0.4)], id="Atom"),
        pytest.param(RDF, [("/c", "2026-06-02", 0.7)], id="RDF"),
        pytest.param(RSS[:-60], [("/satu", "2026-06-24", 0.7), ("/dua", "2026-06-01", 0.7)], id="cut off"),
        pytest.param(b"\xef\xbb\xbf\n" + RDF, [("/c", "2026-06-02", 0.7)], id="mark and blanks"),
        pytest.param(
            RDF.replace(b"C<", b"C&#xD83D;&#56832;<"), [("/c", "2026-06-02", 0.7)], id="half an emoji"
        ),
        pytest.param(
            b'<?xml version="1.0" encoding="UTF-7"?>' + RDF.replace(b"C<", b"+ACY-#xd800;<"), [], id="UTF-7"
        ),
        pytest.param(b"<html><title>Tidak ada", [], id="a page"),
        pytest.param(b"%PDF-1.7", [], id="no XML"),
        pytest.param(b"", [], id="empty"),
    ],
)
def test_items(data: bytes, expected: list[tuple[str, str, float]]) -> None:
    """Dated items have their day of publication; one of a change is trusted less, the feed's own not."""
    found = [
        (item.url.partition(HOST)[2], item.sign.at.isoformat()[:10], item.sign.confidence)
        for item in read_feed(data, URL, AT)
    ]

    assert found == expected


def test_all_of_today() -> None:
    """A feed that gives each item the day of the request says nothing of any."""
    items = "".join(f"<item><link>/{n}</link><pubDate>2026-07-05</pubDate></item>" for n in range(3))
    found = read_feed(f"<rss><channel>{items}</channel></rss>".encode(), URL, AT)

    assert [item.sign.confidence for item in found] == [TICKING] * 3


def test_bounds() -> None:
    """A feed without end and entities that grow are read no further than the bound."""
    item = b"<item><link>/%d</link><pubDate>2026-06-01</pubDate></item>"
    endless = b"<rss><channel>" + b"".join(item % number for number in range(5_000))
    bomb = (
        b'<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><rss>' + b"&b;" * 1000
    )

    assert len(read_feed(endless, URL, AT)) == MAX_ITEMS
    assert len(read_feed(bomb + item, URL, AT)) == 1


@given(
    st.binary(max_size=300)
    | st.lists(
        st.sampled_from((*b"<item> <link>/ <title> &#xd800; &#57343; </title> </link>".split(), b"\0"))
    ).map(b"".join)
)
def test_never_raises(data: bytes) -> None:
    """Whatever the bytes are, a feed is read without an error."""
    assert len(read_feed(b"<rss>" + data, URL, AT)) <= MAX_ITEMS


@given(
    st.sampled_from([RSS, ATOM, RDF]),
    st.lists(st.tuples(st.integers(0, 700), st.integers(0, 30), st.binary(max_size=12)), max_size=4),
)
def test_damaged(whole: bytes, wounds: list[tuple[int, int, bytes]]) -> None:
    """Whatever is cut out of a feed and put into it, what is read has an address and a day."""
    for at, cut, put in wounds:
        whole = whole[:at] + put + whole[at + cut :]
    items = read_feed(whole, URL, AT)

    assert len(items) <= MAX_ITEMS
    assert all(item.url.startswith(("http://", "https://")) and item.sign.at for item in items)


def test_feed_urls() -> None:
    """The feeds of a page's head and those that it links to are found; those of comments are left alone."""
    shown = page(
        '<head><link rel="alternate" type="application/rss+xml" title="Dinas » Feed" href="/feed/">'
        '<link rel="alternate" type="application/rss+xml" title="Comments Feed" href="/comments/feed/">'
        '<link rel="alternate" type="application/json+oembed" href="/oembed"></head>'
        '<body><a href="/rss.xml">RSS</a><a href="/feed/">RSS</a><a href="/feedback">Saran</a>'
    )

    assert feed_urls(shown) == (URL, "https://dinas.contohprov.go.id/rss.xml")


def test_record() -> None:
    """What was asked makes the record: own items alone, and a failure where no feed answered."""
    answer = exchange(RSS.replace(b"/dua", b"https://lain.example/dua"), url=URL, purpose=Purpose.FEED)
    found = feeds(PLAN, (HOST,), [answer])

    assert isinstance(found, Feeds)
    assert [item.title for item in found.items] == ["Satu"]
    assert feeds(PLAN, (HOST,), []) == Failure(FailureReason.NOT_CAPTURED)
    refused = feeds(PLAN, (HOST,), [exchange(url=URL, status=500, purpose=Purpose.FEED)])
    assert isinstance(refused, Failure)
    assert refused.reason is FailureReason.HTTP_STATUS
