"""The probe that comes as a search engine and as its visitor."""

import asyncio

import pytest

from tests.crawl.servers import answer, captured, html, plan, serve_raw
from webaudit.checks.integrity.cloaked_content import cloaked_content
from webaudit.extract import records
from webaudit.extract.guises import CRAWLER, GUISES, MOST_PAGES, PHONE, REFERRER, guises
from webaudit.model.evidence import Exchange
from webaudit.model.finding import Outcome
from webaudit.model.guises import Guises
from webaudit.model.plan import Reach, Route

pytestmark = pytest.mark.network

GAMBLING = html(title="SLOT GACOR Maxwin Togel").replace(
    "<body>", '<meta name="description" content="Situs toto macau, daftar sekarang"><body>'
)
PATHS = ("/slot-gacor-1", "/togel-slot-gacor-2", "/toto-macau-3")


def crawl(*, cloaks: str, robots: str = "") -> list[Exchange]:
    """What is kept of a site that shows gambling to whoever has the words in the head of the request."""

    async def behave(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while head := (await reader.readuntil(b"\r\n\r\n")).decode():
            path = head.split(" ")[1]
            if path == "/robots.txt":
                writer.write(answer(robots, content_type="text/plain"))
            else:
                writer.write(answer(GAMBLING if cloaks in head else html(*PATHS)))
            await writer.drain()

    async def run() -> list[Exchange]:
        async with serve_raw(behave) as port:
            reach = Reach(routes=(Route("a.test", "127.0.0.1", port=80, to_port=port),))
            _, kept = await captured(
                plan("http://a.test/", reach=reach, probes=("Guises", "Home", "Readings", "Robots"))
            )
            return kept

    return asyncio.run(run())


@pytest.mark.parametrize(
    ("cloaks", "outcome", "code"),
    [
        ("Googlebot", Outcome.FAILED, "crawler"),
        ("www.google.com/\r\n", Outcome.FAILED, "searcher"),
        ("Android", Outcome.FAILED, "phone"),
        ("nobody", Outcome.PASSED, ""),
    ],
)
def test_cloaking_server(cloaks: str, outcome: Outcome, code: str) -> None:
    """Who cloaks by the asking program, the page one comes from or the telephone is found."""
    kept = crawl(cloaks=cloaks)
    start = records.home(plan("http://a.test/"), kept)
    record = guises(start, kept, 1_000_000)
    assert isinstance(record, Guises)
    (verdict,) = cloaked_content(record)

    assert (verdict.outcome, verdict.code) == (outcome, code)


def test_requests() -> None:
    """Five more requests at most; our own name stands in each, and no other request pretends anything."""
    kept = crawl(cloaks="nobody")
    disguised = [one for one in kept if one.purpose in GUISES]
    others = [one for one in kept if one not in disguised]
    agents = [dict(one.request_headers)["user-agent"] for one in disguised]

    assert len(disguised) == 3 + MOST_PAGES
    assert agents.count("webaudit/test") == 1
    assert agents.count(f"{CRAWLER} webaudit/test") == 1 + MOST_PAGES
    assert agents.count(f"{PHONE} webaudit/test") == 1
    assert [dict(one.request_headers).get("referer") for one in disguised].count(REFERRER) == 2
    assert {dict(one.request_headers)["user-agent"] for one in others} == {"webaudit/test"}
    assert not any("referer" in dict(one.request_headers) for one in others)


def test_site_that_wishes_no_crawl() -> None:
    """Where robots.txt allows nothing, nobody comes again in a guise."""
    kept = crawl(cloaks="nobody", robots="User-agent: *\nDisallow: /\n")

    assert not any(one.purpose in GUISES for one in kept)
