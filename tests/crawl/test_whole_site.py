"""Threats to a whole site: status, reason, stage and limits in the report, few requests, little memory.

`judge` asserts of each site that it took no more time, requests and memory than it may.
"""

import asyncio
import gzip
import socket
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace

import pytest

from tests.crawl.judged import PATIENT, QUICK, judge
from tests.crawl.servers import Answer, Behaviour, after, answer, close, html, redirect, reset, stall
from webaudit.model.plan import Budget, Reach, Route

pytestmark = pytest.mark.network

FEW = replace(PATIENT, pages=6, requests=40)
SOON = replace(QUICK, request_seconds=1.0, total_seconds=6.0)
PAGE = answer(html())
LINKS = tuple(f"/hal-{number}" for number in range(30))
"""More pages than are read."""

CALENDAR = tuple(f"/kalender?bulan={year}-{month}" for year in range(1990, 2040) for month in range(1, 13))
GROWING = "/a" * 12 + "/"


def numbered(start: str) -> Answer:
    """Leads to ever new addresses."""
    count = iter(range(1_000_000))

    async def further(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(redirect(f"{start}{next(count)}"))
        await writer.drain()

    return further


def sitemap(*urls: str, index: bool = False) -> bytes:
    """A sitemap of these addresses."""
    outer, inner = ("sitemapindex", "sitemap") if index else ("urlset", "url")
    entries = "".join(f"<{inner}><loc>{url}</loc></{inner}>" for url in urls)
    return answer(f"<{outer}>{entries}</{outer}>", content_type="application/xml")


@dataclass(frozen=True)
class Threat:
    """What a site does, and what has to be said of it.

    Attributes:
        http: answers over http.
        https: the same over https, which is closed without them.
        said: status, reason, stage.
        most: requests.
        limits: among those that the report names.
    """

    http: Mapping[str, Answer | list[Answer]]
    said: tuple[str, str | None, str | None]
    most: int
    limits: tuple[str, ...] = ()
    budget: Budget = FEW
    https: Mapping[str, Answer | list[Answer]] | Behaviour | None = None


FINE = ("reachable", None, None)
FORBIDDEN = ("disallowed", "robots", None)
HOME = {"/": answer(html(*LINKS)), "*": PAGE}

THREATS = {
    "a cut body": Threat(
        {"*": after(answer(html(), length=90_000), close)}, ("degraded", "reset", "body"), 6
    ),
    "a cut chunk": Threat(
        {"*": after(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n99\r\nabc", close)},
        ("degraded", "reset", "body"),
        6,
    ),
    "a body that stalls": Threat(
        {"*": after(answer(html(), length=90_000), stall)}, ("degraded", "timeout", "body"), 6, budget=SOON
    ),
    "a reset at first": Threat(
        {"/": [reset, answer(html())], "*": PAGE}, ("reachable", "reset", "headers"), 30
    ),
    "a redirect to itself": Threat({"*": redirect("/")}, ("degraded", "redirect-loop", "redirect"), 3),
    "ever new targets": Threat(
        {"*": numbered("/")}, ("degraded", "redirect-limit", "redirect"), 12, ("redirects",)
    ),
    "a redirect nowhere": Threat({"*": redirect("")}, ("degraded", "bad-redirect", "redirect"), 3),
    "a redirect to a file": Threat(
        {"*": redirect("file:///etc/passwd")}, ("degraded", "bad-redirect", "redirect"), 3
    ),
    "a redirect to metadata": Threat(
        {"*": redirect("http://169.254.169.254/")}, ("unreachable", "forbidden-address", "url"), 3
    ),
    "junk on 443": Threat({"*": PAGE, "/": PAGE}, FINE, 12, https=after(b"junk\r\n\r\n", close)),
    "429 with an absurd wish": Threat(
        {"*": answer("", 429, retry_after="9" * 50)},
        ("blocked", "rate-limited", "headers"),
        3,
        ("rate-limited",),
    ),
    "429 on page after page": Threat(
        {"/": answer(html(*LINKS)), "*": answer("", 429)}, FINE, 16, ("rate-limited",)
    ),
    "403 on page after page": Threat(
        {"/": answer(html(*LINKS)), "*": answer("", 403)}, FINE, 20, ("blocked",)
    ),
    "robots.txt that fails": Threat({**HOME, "/robots.txt": answer("", 500)}, FORBIDDEN, 4, ("robots",)),
    "robots.txt that stalls": Threat({**HOME, "/robots.txt": stall}, FINE, 12, ("robots",), budget=SOON),
    "robots.txt without end of redirects": Threat({**HOME, "/robots.txt": numbered("/r")}, FINE, 40),
    "an absurd delay": Threat(
        {**HOME, "/robots.txt": answer("User-agent: *\nCrawl-delay: 99999")}, FINE, 12, ("crawl-delay",)
    ),
    "Disallow: /": Threat(
        {**HOME, "/robots.txt": answer("User-agent: *\nDisallow: /")}, FORBIDDEN, 6, ("robots",)
    ),
    "a huge list of links": Threat(
        {"/": answer(html(*(f"/x{n}" for n in range(20_000)))), "*": PAGE}, FINE, 40, ("pages",)
    ),
    "a calendar": Threat({"/": answer(html(*CALENDAR)), "*": PAGE}, FINE, 40, ("trap:calendar",)),
    "growing paths": Threat({"*": answer(html(GROWING, "b" + GROWING))}, FINE, 40),
    "sitemaps in a circle": Threat(
        {**HOME, "/sitemap.xml": sitemap(*(f"http://a.test/s{n}.xml" for n in range(50)), index=True)},
        FINE,
        40,
        ("sitemap-files",),
    ),
    "a bomb as page": Threat(
        {
            "/": answer(html("/profil")),
            "/profil": answer(gzip.compress(b"<p>a" * 20_000_000), content_encoding="gzip"),
        },
        FINE,
        12,
        ("html-bytes",),
    ),
    "a flood of tags": Threat({"/": answer("<p>a" * 400_000)}, FINE, 12, ("html-tags",)),
    "more requests than it may have": Threat(HOME, FINE, 8, ("requests",), budget=replace(FEW, requests=8)),
    "pages that stall": Threat(
        {"/": answer(html(*LINKS)), "*": stall}, FINE, 20, ("seconds",), replace(SOON, total_seconds=2.5)
    ),
}


@pytest.mark.parametrize("name", THREATS)
def test_threat(name: str) -> None:
    """The report says what became of the site, how far it came and which limits were hit."""
    threat = THREATS[name]
    seen = judge(threat.http, threat.https, budget=threat.budget)

    assert (seen.status, seen.site["reason"], seen.site["stage"]) == threat.said
    assert set(threat.limits) <= set(seen.limits)
    assert len(seen.asked) <= threat.most
    assert seen.site["crawl"]["requests"] <= threat.budget.requests


@pytest.fixture
def full() -> Iterator[int]:
    """A port where nobody takes a connection: the queue is full, and the kernel drops what comes next."""
    with ExitStack() as stack:
        listening = stack.enter_context(socket.socket())
        listening.bind(("127.0.0.1", 0))
        listening.listen(0)
        for _ in range(4):
            filler = stack.enter_context(socket.socket())
            filler.setblocking(False)
            filler.connect_ex(listening.getsockname())
        yield listening.getsockname()[1]


def test_connect_stall(full: int) -> None:
    """A site whose connection nobody takes is unreachable in time, over both schemes."""
    reach = Reach(routes=tuple(Route("a.test", "127.0.0.1", port=port, to_port=full) for port in (80, 443)))
    seen = judge({}, budget=QUICK, reach=reach)

    assert (seen.status, seen.site["reason"], seen.site["stage"]) == ("unreachable", "timeout", "connect")
    assert seen.asked == ()


@pytest.mark.parametrize(
    ("what", "reason", "stage"),
    [
        pytest.param(stall, "timeout", "tls", id="silence"),
        pytest.param(reset, "reset", "tls", id="reset"),
        pytest.param(after(b"HTTP/1.1 400 Bad\r\n\r\n", close), "tls", "tls", id="junk"),
    ],
)
def test_handshake(what: Answer, reason: str, stage: str) -> None:
    """A site that breaks each handshake is unreachable over https, with the handshake as its stage."""
    assert callable(what)
    begun: list[None] = []

    async def behave(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        begun.append(None)
        await what(reader, writer)

    reach_nothing = {"*": close}
    seen = judge(reach_nothing, behave, start="https://a.test/", budget=QUICK)

    assert (seen.status, seen.site["reason"], seen.site["stage"]) == ("unreachable", reason, stage)
    assert len(begun) + len(seen.asked) <= 16


@pytest.mark.parametrize(
    ("addresses", "reason", "stage"),
    [
        pytest.param(None, "dns", "dns", id="no such name"),
        pytest.param([], "dns", "dns", id="no address"),
        pytest.param(["127.0.0.1"], "forbidden-address", "dns", id="loopback"),
        pytest.param(["10.0.0.1", "::1"], "forbidden-address", "dns", id="private"),
        pytest.param(["169.254.169.254"], "forbidden-address", "dns", id="metadata"),
    ],
)
def test_name(addresses: list[str] | None, reason: str, stage: str) -> None:
    """A name without an address that may be asked makes its site unreachable, without a request."""

    def look_up(name: str) -> list[str]:
        if addresses is None:
            raise OSError(-2, "Name or service not known")
        return addresses

    seen = judge({"*": PAGE}, {"*": PAGE}, reach=Reach(), look_up=look_up)

    assert (seen.status, seen.site["reason"], seen.site["stage"]) == ("unreachable", reason, stage)
    assert seen.asked == ()
    assert seen.site["crawl"]["bytes"] == 0
