"""The probes that look at the home page again: its speed, its weight, and the page for a missing one."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.crawl.servers import (
    PROBES,
    Answer,
    Behaviour,
    Server,
    answer,
    captured,
    html,
    plan,
    redirect,
    reset,
    routed,
    serve,
    serve_raw,
    stall,
)
from webaudit.crawl.capture import Captured
from webaudit.extract import home_records, records
from webaudit.extract.html import read_page
from webaudit.extract.resources import resources
from webaudit.model.evidence import Exchange, Purpose
from webaudit.model.home_page import FirstBytes, HomeWeight, NotFound, Resource, ResourceKind
from webaudit.model.plan import Budget, Plan
from webaudit.model.record import Failure, FailureReason

pytestmark = pytest.mark.network

AGAIN = (*(name for name in PROBES if name != "Tls"), "FirstBytes", "Halfway", "HomeWeight", "NotFound")
QUICK = Budget(request_seconds=0.4, stall_seconds=2.0)
START = "http://a.test/"


class Seen:
    """A capture, and the records that are rebuilt from what it kept."""

    def __init__(self, plan: Plan, found: Captured, kept: list[Exchange], server: Server) -> None:
        self.plan, self.found, self.kept, self.server = plan, found, kept, server
        self.home = records.home(plan, kept)

    def urls(self, *purposes: Purpose) -> list[str]:
        """Paths asked for these purposes, in order."""
        return [one.url.partition("a.test")[2] for one in self.kept if one.purpose in purposes]

    @property
    def first_bytes(self) -> FirstBytes | Failure:
        """The record, rebuilt."""
        return home_records.first_bytes(self.home, self.kept)

    @property
    def weight(self) -> HomeWeight:
        """The record, rebuilt."""
        page = next(read for one in self.kept if one.purpose is Purpose.HOME and (read := read_page(one)))
        weight = home_records.home_weight(self.home, self.kept, resources(page))
        assert isinstance(weight, HomeWeight)
        return weight

    @property
    def not_found(self) -> NotFound:
        """The record, rebuilt."""
        found = home_records.not_found(self.plan, self.kept)
        assert isinstance(found, NotFound)
        return found


def see(
    answers: dict[str, Answer | list[Answer]],
    *,
    budget: Budget = QUICK,
    stored: Sequence[Exchange] = (),
    start: str = START,
    seed: int = 0,
) -> Seen:
    """Captures a.test, served by one server."""

    async def run() -> Seen:
        async with serve({"/robots.txt": answer("", 404), **answers}) as server:
            reach = routed(("a.test", 80, server), ("www.a.test", 80, server), ("b.test", 80, server))
            listed = plan(start, reach=reach, budget=budget, probes=AGAIN, seed=seed)
            found, kept = await captured(listed, tuple(stored))
            return Seen(listed, found, kept, server)

    return asyncio.run(run())


def late(seconds: float, data: bytes) -> Behaviour:
    """Sends an answer after a while."""

    async def behave(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(seconds)
        writer.write(data)
        await writer.drain()

    return behave


def test_the_home_page_is_timed_at_three_moments_apart() -> None:
    """First of all, when the pages are captured, and last of all; a slow moment is one of three."""
    page = answer(html("/a", "/b", "/c.pdf"))
    seen = see({"/": [page, late(0.2, page), page], "/a": answer(html()), "/b": answer(html())})
    order = [one.purpose for one in seen.kept]
    times = seen.first_bytes

    assert order.index(Purpose.PAGE) < order.index(Purpose.HALFWAY) < order.index(Purpose.LINK_TARGET)
    assert order[-1] is Purpose.LAST
    assert isinstance(times, FirstBytes)
    assert times.url == START
    assert len(times.milliseconds) == 3
    assert times.milliseconds[1] >= 200
    assert max(times.milliseconds[0], times.milliseconds[2]) < times.milliseconds[1]


def test_each_time_is_that_of_a_new_connection() -> None:
    """A visitor's first request has to connect first: so have all three."""
    connections = 0

    async def count(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal connections
        connections += 1
        while True:
            head = await reader.readuntil(b"\r\n\r\n")
            writer.write(answer(html()) if b" / " in head else answer("no", 404))

    async def run() -> list[Exchange]:
        async with serve_raw(count) as port:
            listed = plan(f"http://127.0.0.1:{port}/", probes=AGAIN)
            _, kept = await captured(listed)
            return kept

    kept = asyncio.run(run())

    assert len(kept) > 3
    assert connections == 3


def test_an_answer_of_another_status_is_no_time_of_the_home_page() -> None:
    """A firewall that wakes up half way is quick, and is not counted."""
    page = answer(html())
    seen = see({"/": [page, answer("no", 503), page]})
    times = seen.first_bytes

    assert isinstance(times, FirstBytes)
    assert len(times.milliseconds) == 2


@pytest.mark.parametrize(
    "front",
    [
        pytest.param(stall, id="silent"),
        pytest.param(reset, id="resets"),
        pytest.param(answer("<title>Just a moment...</title>", 403), id="blocked"),
        pytest.param(answer("gone", 500), id="error"),
    ],
)
def test_a_closed_site_is_not_asked_again(front: Answer) -> None:
    """Nothing new is asked of a site that is dead, blocked or broken, and the records say why."""
    seen = see({"/": front, "*": front})

    assert seen.urls(Purpose.HALFWAY, Purpose.LAST, Purpose.RESOURCE, Purpose.NOT_FOUND) == []
    for name in ("FirstBytes", "HomeWeight", "NotFound"):
        assert isinstance(seen.found.records[name], Failure)


PAGE = html("/a").replace(
    "<body>",
    '<link rel="stylesheet" href="/gaya.css"><script src="//b.test/x.js"></script>'
    '<body><img src="/besar.jpg"><img src="/besar.jpg"><img src="/nanti.jpg" loading="lazy">',
)


def test_sizes_are_asked_and_no_body_is_fetched() -> None:
    """What the home page loads is asked by HEAD, its own files and others', images first."""
    big = b"HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\nContent-Length: 3000000\r\n"
    seen = see(
        {
            "/": answer(PAGE),
            "/a": answer(html()),
            "/besar.jpg": big + b"Cache-Control: public, max-age=86400\r\n\r\n",
            "/gaya.css": b"HTTP/1.1 200 OK\r\nContent-Type: text/css\r\nContent-Length: 900\r\n\r\n",
            "/x.js": b"HTTP/1.1 200 OK\r\nContent-Type: text/javascript\r\n\r\n",
        }
    )
    asked = [one for one in seen.kept if one.purpose is Purpose.RESOURCE]

    assert [one.url for one in asked] == [
        "http://a.test/besar.jpg",
        "http://b.test/x.js",
        "http://a.test/gaya.css",
    ]
    assert {one.method for one in asked} == {"HEAD"}
    assert {one.body for one in asked} == {b""}
    assert seen.weight.page_bytes == len(PAGE)
    assert seen.weight.resources == (
        Resource(
            "http://a.test/besar.jpg",
            ResourceKind.IMAGE,
            own=True,
            status=200,
            size_bytes=3_000_000,
            lifetime_seconds=86_400,
        ),
        Resource("http://b.test/x.js", ResourceKind.SCRIPT, own=False, status=200, compressible=True),
        Resource(
            "http://a.test/gaya.css",
            ResourceKind.STYLE,
            own=True,
            status=200,
            size_bytes=900,
            compressible=True,
        ),
    )


def test_a_server_that_sends_a_body_to_head_spoils_nothing() -> None:
    """What follows on the connection is still read right."""
    seen = see({"/": answer(PAGE), "/a": answer(html()), "*": answer("x" * 5_000)})
    times = seen.first_bytes

    assert {one.status for one in seen.kept if one.purpose is Purpose.RESOURCE} == {200}
    assert [one.failure for one in seen.kept if one.failure] == []
    assert isinstance(times, FirstBytes)
    assert len(times.milliseconds) == 3


def test_a_silent_host_is_asked_for_one_file_alone() -> None:
    """The files of a host that does not answer are given up after the first."""
    many = "".join(f'<script src="//b.test/{number}.js"></script>' for number in range(9))
    page = html().replace("<body>", "<body>" + many)
    seen = see({"/": answer(page), **{f"/{number}.js": stall for number in range(9)}})

    assert [one.url for one in seen.kept if one.purpose is Purpose.RESOURCE] == ["http://b.test/0.js"]


def test_no_more_files_are_asked_than_the_budget_says() -> None:
    """Of a page that loads hundreds forty are asked, within the requests of the site; the rest is known."""
    many = "".join(f'<img src="/{number}.png">' for number in range(300))
    page = answer(html().replace("<body>", "<body>" + many))
    whole = see({"/": page})
    small = see({"/": page}, budget=replace(QUICK, requests=20))

    assert len(whole.urls(Purpose.RESOURCE)) == QUICK.resources == 40
    assert (whole.weight.requests, len(whole.weight.resources)) == (301, 40)
    assert len(small.kept) == 20
    assert small.kept[-1].purpose is Purpose.LAST
    assert "requests" in small.found.limits


def test_a_large_site_keeps_its_pages_and_links() -> None:
    """What is asked beside takes nothing from the pages, and leaves links enough; all stays in the budget."""
    links = [f"/{name}{number}" for name in ("halaman", "berita", "berkas") for number in range(60)]
    files = "".join(f'<img src="/{number}.png">' for number in range(300))
    page = answer(html(*links).replace("<body>", "<body>" + files))
    seen = see({"/": page, "*": answer(html())}, budget=Budget(request_seconds=5.0))

    assert len(seen.kept) <= seen.plan.budget.requests
    assert len(seen.urls(Purpose.PAGE)) == seen.plan.budget.pages - 1
    assert len(seen.urls(Purpose.LINK_TARGET)) == seen.plan.budget.link_targets
    assert len(seen.urls(Purpose.RESOURCE)) == seen.plan.budget.resources
    assert seen.kept[-1].purpose is Purpose.LAST


def test_robots_are_heeded() -> None:
    """What robots.txt closes is not asked for; the home page may be, three times."""
    seen = see(
        {
            "/": answer(PAGE),
            "/robots.txt": answer("User-agent: *\nDisallow: /", content_type="text/plain"),
        }
    )

    assert seen.urls(Purpose.HALFWAY, Purpose.LAST) == ["/", "/"]
    assert seen.urls(Purpose.RESOURCE, Purpose.NOT_FOUND) == []
    for name in ("HomeWeight", "NotFound"):
        assert isinstance(failure := seen.found.records[name], Failure)
        assert failure.reason is FailureReason.ROBOTS


def test_an_address_that_cannot_exist_is_asked_once() -> None:
    """It stands beside the home page, is drawn by the seed, and its page is read."""
    missing = '<html lang="id"><title>404</title><p>Halaman tidak ditemukan <a href="/">Beranda</a>'
    first = see({"/": redirect("/web/"), "/web/": answer(html()), "*": answer(missing, 404)})
    other = see({"/": redirect("/web/"), "/web/": answer(html()), "*": answer(missing, 404)}, seed=7)
    (path,) = first.urls(Purpose.NOT_FOUND)

    assert path.startswith("/web/")
    assert len(path) > 20
    assert other.urls(Purpose.NOT_FOUND) != [path]
    assert [hop.status for hop in first.not_found.hops] == [404]
    assert first.not_found.reading is not None
    assert [link.url for link in first.not_found.reading.links] == ["http://a.test/"]


def test_a_redirect_to_the_home_page_costs_no_request_more() -> None:
    """The home page's answer is known: the chain ends there."""
    seen = see({"/": answer(html()), "*": redirect("/")})

    assert len(seen.urls(Purpose.NOT_FOUND)) == 1
    assert [hop.url for hop in seen.not_found.hops][1:] == [START]


def test_resumed_it_asks_only_what_is_missing() -> None:
    """Exchanges that were stored are served in place of the network, and the record is the same."""
    answers: dict[str, Answer | list[Answer]] = {"/": answer(PAGE), "/a": answer(html())}
    whole = see(answers)
    again = see(answers, stored=whole.kept)

    assert again.kept == []
    assert again.server.asked == []
