"""Whole captures of sites on loopback: order, politeness, traps, dead and flaky hosts, resumption."""

import asyncio
import gzip
from dataclasses import replace

import pytest

from tests.crawl.servers import (
    PROBES,
    Answer,
    Server,
    after,
    answer,
    captured,
    close,
    html,
    plan,
    redirect,
    reset,
    routed,
    serve,
    stall,
)
from webaudit.crawl.capture import Captured, capture_targets
from webaudit.crawl.client import Net
from webaudit.crawl.clock import monotonic
from webaudit.crawl.frontier import MAX_DEPTH, Frontier
from webaudit.extract import link_records, records
from webaudit.extract.html import read_page
from webaudit.extract.robots import PERMISSION
from webaudit.model.evidence import (
    Exchange,
    Home,
    LinkTargets,
    PlainHttp,
    Purpose,
    Readings,
    Robots,
    Sitemaps,
)
from webaudit.model.plan import Budget, Plan, Politeness, Reach
from webaudit.model.reading import PageKind
from webaudit.model.record import Failure, FailureReason, Stage
from webaudit.model.site import CrawlOverrides, DeclaredService, Site

pytestmark = pytest.mark.network

HTTP_ONLY = tuple(name for name in PROBES if name != "Tls")
QUICK = Budget(request_seconds=0.4, stall_seconds=2.0)


class Seen:
    """A capture, the plan, and what the server saw."""

    def __init__(self, plan: Plan, found: Captured, kept: list[Exchange], server: Server) -> None:
        self.plan, self.found, self.kept, self.server = plan, found, kept, server

    def urls(self, purpose: Purpose) -> list[str]:
        """Paths asked for a purpose, in order."""
        return [one.url.partition("a.test")[2] for one in self.kept if one.purpose is purpose]

    @property
    def home(self) -> Home | Failure:
        """The record, rebuilt."""
        return records.home(self.plan, self.kept)


def see(
    answers: dict[str, Answer | list[Answer]],
    *,
    start: str = "http://a.test/",
    budget: Budget = QUICK,
    probes: tuple[str, ...] = HTTP_ONLY,
    politeness: Politeness | None = None,
    site: Site | None = None,
    stored: tuple[Exchange, ...] = (),
    crawl: bool = True,
    seed: int = 0,
) -> Seen:
    """Captures http://a.test/ (and www.a.test), served by one server."""

    async def run() -> Seen:
        async with serve({"/robots.txt": answer("", 404), **answers}) as server:
            reach = routed(("a.test", 80, server), ("www.a.test", 80, server), ("b.test", 80, server))
            listed = plan(start, reach=reach, budget=budget, probes=probes, crawl=crawl, seed=seed, site=site)
            listed = replace(listed, politeness=politeness or listed.politeness)
            found, kept = await captured(listed, stored)
            return Seen(listed, found, kept, server)

    return asyncio.run(run())


def test_healthy_site() -> None:
    """Home, robots.txt, sitemap, pages in order of importance, links: each once, each with its purpose."""
    seen = see(
        {
            "/": answer(
                html("/a", "/profil", "/berkas.pdf", "http://luar.test/x", "//www.a.test/a", "/a#bab")
            ),
            "/robots.txt": answer(
                "User-agent: *\nDisallow: /rahasia\nSitemap: http://a.test/peta.xml",
                content_type="text/plain",
            ),
            "/peta.xml": answer(
                "<urlset><url><loc>http://a.test/layanan</loc><lastmod>2026-01-02</lastmod></url>"
                "<url><loc>http://a.test/rahasia/x</loc></url></urlset>",
                content_type="application/xml",
            ),
            "/profil": answer(html("/", title="Profil")),
            "/layanan": answer(html("/profil", title="Layanan")),
            "/a": answer(html("/profil", title="A")),
        }
    )
    targets, _ = link_records.link_targets(
        seen.plan,
        Readings(tuple(page.reading for one in seen.kept if (page := read_page(one)))),
        seen.kept,
    )
    maps = records.sitemaps(seen.plan, seen.kept)

    assert seen.urls(Purpose.HOME) == ["/"]
    assert seen.urls(Purpose.ROBOTS) == ["/robots.txt"]
    assert seen.urls(Purpose.SITEMAP) == ["/peta.xml"]
    assert seen.urls(Purpose.PAGE) == ["/profil", "/layanan", "/a"]
    assert seen.urls(Purpose.LINK_TARGET) == ["/berkas.pdf"]
    assert seen.urls(Purpose.PLAIN_HTTP) == []
    assert len(seen.server.asked) == len(set(seen.server.asked)) == len(seen.kept)
    assert seen.found.targets == ("http://luar.test/x",)
    assert seen.found.limits == ("robots",)
    assert seen.found.records == {}
    assert isinstance(seen.home, Home)
    assert seen.home.kind is PageKind.CONTENT
    assert isinstance(maps, Sitemaps)
    assert [entry.lastmod for entry in maps.entries] == ["2026-01-02", ""]
    assert isinstance(targets, LinkTargets)
    assert [target.status for target in targets.targets] == [200, 200, 404, 200]
    assert targets.unasked == 1
    assert isinstance(records.plain_http(seen.plan, seen.kept), PlainHttp)


def test_redirects_hop_by_hop() -> None:
    """Each hop of the start address is an Exchange, and the site is where they end."""
    seen = see(
        {
            "/": [redirect("/beranda"), answer(html())],
            "/beranda": redirect("http://www.a.test/id/", 301),
            "/id/": answer(html("/profil")),
        }
    )

    assert isinstance(seen.home, Home)
    assert [hop.url for hop in seen.home.hops] == [
        "http://a.test/",
        "http://a.test/beranda",
        "http://www.a.test/id/",
    ]
    assert seen.home.final_url == "http://www.a.test/id/"
    assert [one.url for one in seen.kept if one.purpose is Purpose.ROBOTS] == ["http://www.a.test/robots.txt"]
    assert seen.urls(Purpose.PAGE) == ["/profil"]


@pytest.mark.parametrize(
    ("location", "reason", "requests"),
    [
        pytest.param("/", FailureReason.REDIRECT_LOOP, 1, id="to itself"),
        pytest.param("", FailureReason.BAD_REDIRECT, 1, id="nowhere"),
        pytest.param("file:///etc/passwd", FailureReason.BAD_REDIRECT, 1, id="to a file"),
        pytest.param("http://", FailureReason.BAD_REDIRECT, 1, id="malformed"),
        pytest.param("http://a b/", FailureReason.BAD_REDIRECT, 1, id="no host"),
        pytest.param("http://127.0.0.1:9/", FailureReason.NOT_CAPTURED, 1, id="to a port of ours"),
        pytest.param("http://127.0.0.1/", FailureReason.FORBIDDEN_ADDRESS, 1, id="to ourselves"),
        pytest.param("http://169.254.169.254/latest", FailureReason.FORBIDDEN_ADDRESS, 1, id="to metadata"),
        pytest.param("http://0x7f.1/", FailureReason.FORBIDDEN_ADDRESS, 1, id="in hexadecimal"),
    ],
)
def test_bad_redirect(location: str, reason: FailureReason, requests: int) -> None:
    """A redirect that leads nowhere ends the chain with its reason, and nothing else is asked."""
    seen = see({"*": redirect(location)})

    assert isinstance(seen.home, Home)
    assert seen.home.kind is PageKind.ERROR
    assert seen.home.hops[-1].failure is not None
    assert seen.home.hops[-1].failure.reason is reason
    assert len(seen.server.asked) == requests


def test_endless_redirects() -> None:
    """Ever new targets end at the limit, which is named."""

    async def further(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        further.count += 1  # type: ignore[attr-defined]
        writer.write(redirect(f"/{further.count}"))  # type: ignore[attr-defined]
        await writer.drain()

    further.count = 0  # type: ignore[attr-defined]
    seen = see({"*": further})

    assert isinstance(seen.home, Home)
    assert len(seen.home.hops) == 11
    assert seen.home.hops[-1].failure is not None
    assert seen.home.hops[-1].failure.reason is FailureReason.REDIRECT_LIMIT
    assert "redirects" in seen.found.limits
    assert len(seen.server.asked) == 11


def test_flaky_site_is_reachable() -> None:
    """A site that works on the second try is reachable, and said to be flaky."""
    seen = see({"/": [reset, answer(html())]})

    assert isinstance(seen.home, Home)
    assert (seen.home.attempts, seen.home.hops[-1].status) == (2, 200)


def test_dead_site_is_left_alone() -> None:
    """A site that resets each connection is asked twice over each scheme, and no more."""
    seen = see({"*": reset})

    assert isinstance(seen.home, Failure)
    assert (seen.home.reason, seen.home.stage) == (FailureReason.RESET, Stage.HEADERS)
    assert len(seen.server.asked) == 2
    assert seen.found.records["Home"] == seen.home
    assert isinstance(seen.found.records["Readings"], Failure)


def test_stalling_site_ends_in_time() -> None:
    """While a site never answers, only its stall budget is spent."""
    seen = see({"*": stall}, budget=Budget(request_seconds=0.3, stall_seconds=0.5))

    assert isinstance(seen.home, Failure)
    assert seen.home.reason is FailureReason.TIMEOUT
    assert len(seen.server.asked) == 1


def test_stalling_pages_use_up_the_total_budget() -> None:
    """A site that answers and then stalls ends when its seconds are used up."""
    links = [f"/hal-{number}" for number in range(30)]
    seen = see(
        {"/": answer(html(*links)), "/sitemap.xml": answer("", 404), "*": stall},
        budget=Budget(request_seconds=0.2, stall_seconds=1.0, total_seconds=0.9),
    )

    assert "seconds" in seen.found.limits
    assert len(seen.server.asked) < 12


def test_blocked_home_is_not_crawled() -> None:
    """Behind a firewall's page nothing is asked: few requests, and no page."""
    body = (
        "<title>Attention Required! | Cloudflare</title><h1>Sorry, you have been blocked</h1><a href=/a>a</a>"
    )
    seen = see({"/": answer(body, 403, server="cloudflare")})

    assert isinstance(seen.home, Home)
    assert seen.home.kind is PageKind.BLOCKED
    assert seen.found.records["Readings"] == Failure(FailureReason.BLOCKED, Stage.CONTENT, "status 403")
    assert seen.server.asked == ["/"]


def test_home_with_an_error() -> None:
    """An error page is no site: nothing more is asked."""
    seen = see({"*": answer("<title>500</title><h1>Internal Server Error</h1>", 500)})

    assert isinstance(seen.home, Home)
    assert seen.home.hops[-1].status == 500
    assert isinstance(seen.found.records["Readings"], Failure)
    assert seen.server.asked == ["/"]


def test_retry_after_is_heeded() -> None:
    """A short Retry-After is waited for; the site is then crawled as any other."""
    seen = see({"/": [answer("", 503, retry_after="0"), answer(html("/profil"))], "/profil": answer(html())})

    assert isinstance(seen.home, Home)
    assert (seen.home.attempts, seen.home.hops[-1].status) == (2, 200)
    assert seen.urls(Purpose.PAGE) == ["/profil"]


@pytest.mark.parametrize("wish", ["86400", "-1", "9" * 50, "Fri, 31 Dec 9999 23:59:59 GMT", "soon", ""])
def test_absurd_retry_after(wish: str) -> None:
    """A wish that is too long, or none, is not waited for, and the site is left alone."""
    seen = see({"*": answer(html("/a"), 429, retry_after=wish)})

    assert isinstance(seen.home, Home)
    assert seen.home.hops[-1].failure is not None
    assert seen.home.hops[-1].failure.reason is FailureReason.RATE_LIMITED
    assert seen.server.asked == ["/"]


def test_retry_after_beyond_the_budget() -> None:
    """A wish for which the site's time is too short is not waited for: the site is left alone at once."""
    budget = Budget(request_seconds=0.5, stall_seconds=2.0, total_seconds=3.0)
    begun = monotonic()
    seen = see({"*": answer("", 503, retry_after="9")}, budget=budget)

    assert isinstance(seen.home, Home)
    assert seen.home.hops[-1].failure is not None
    assert seen.home.hops[-1].failure.reason is FailureReason.RATE_LIMITED
    assert seen.server.asked == ["/"]
    assert monotonic() - begun < 9


def test_many_wishes_are_waited_for_within_the_budget() -> None:
    """Each page asks for a second more: the waits count, and end with the site's time."""
    links = [f"/hal-{number}" for number in range(30)]
    slow: list[Answer] = [answer("", 503, retry_after="1"), answer(html())]
    budget = Budget(request_seconds=0.5, stall_seconds=2.0, total_seconds=2.5)
    pages = {link: list(slow) for link in links}
    begun = monotonic()
    seen = see({"/": answer(html(*links)), "/sitemap.xml": answer("", 404), **pages}, budget=budget)
    waited = [one for one in seen.kept if one.attempt == 2]

    assert 1 <= len(waited) <= 2
    assert monotonic() - begun < 15


def test_rate_limited_pages() -> None:
    """Two pages that say "too many requests" end the crawl."""
    links = [f"/hal-{number}" for number in range(30)]
    seen = see({"/": answer(html(*links)), "/sitemap.xml": answer("", 404), "*": answer("slow down", 429)})

    assert len(seen.urls(Purpose.PAGE)) == 2
    assert "rate-limited" in seen.found.limits
    assert seen.urls(Purpose.LINK_TARGET) == []


@pytest.mark.parametrize("status", [500, 503, 429])
def test_robots_that_cannot_be_had(status: int) -> None:
    """If robots.txt answers 5xx, nothing but the listed page is asked (RFC 9309, 2.3.1.4)."""
    seen = see({"/": answer(html("/a")), "/robots.txt": answer("", status), "/a": answer(html())})
    robots = records.robots(seen.plan, seen.kept)

    assert set(seen.server.asked) == {"/", "/robots.txt"}
    assert isinstance(robots, Robots)
    assert robots.disallows_all
    assert "robots" in seen.found.limits


def test_robots_disallows_all() -> None:
    """`Disallow: /` is obeyed for everything but the listed home page."""
    seen = see(
        {"/": answer(html("/a")), "/robots.txt": answer("User-agent: *\nDisallow: /"), "/a": answer(html())}
    )

    assert set(seen.server.asked) == {"/", "/robots.txt"}
    assert isinstance(seen.home, Home)
    assert "robots" in seen.found.limits


@pytest.mark.parametrize("broken", [reset, stall, after(b"HTTP/1.1 200 OK\r\n")])
def test_robots_that_breaks(broken: Answer) -> None:
    """If robots.txt does not answer, that is a Failure, and nothing more is asked."""
    seen = see({"/": answer(html("/a")), "/robots.txt": broken, "/a": answer(html())})

    assert isinstance(seen.found.records["Robots"], Failure)
    assert set(seen.server.asked) == {"/", "/robots.txt"}


def test_robots_redirects() -> None:
    """Five redirects of robots.txt are followed; beyond, it counts as absent."""
    five = {f"/r{number}": redirect(f"/r{number + 1}") for number in range(1, 5)}
    seen = see(
        {
            "/": answer(html("/a")),
            "/robots.txt": redirect("/r1"),
            **five,
            "/r5": answer("User-agent: *\nDisallow: /"),
        }
    )
    more = see({"/": answer(html("/a")), "/robots.txt": redirect("/r1"), **five, "/r5": redirect("/r6")})

    assert seen.urls(Purpose.PAGE) == []
    assert more.urls(Purpose.PAGE) == ["/a"]


def test_absurd_crawl_delay() -> None:
    """A site that wishes a pause of a day is not crawled, by its own wish."""
    seen = see(
        {
            "/": answer(html("/a")),
            "/robots.txt": answer("User-agent: *\nCrawl-delay: 86400"),
            "/a": answer(html()),
        }
    )
    robots = records.robots(seen.plan, seen.kept)

    assert set(seen.server.asked) == {"/", "/robots.txt"}
    assert isinstance(robots, Robots)
    assert robots.crawl_delay == 86400
    assert "crawl-delay" in seen.found.limits


def test_sitemaps_are_bounded_together() -> None:
    """However many large files are named, they are read up to a bound, and the result says so."""
    named = "\n".join(f"Sitemap: http://a.test/peta-{number}.xml" for number in range(9))
    large = answer("<urlset>" + " " * 9_000_000 + "</urlset>", content_type="text/xml")
    seen = see(
        {"/": answer(html()), "/robots.txt": answer(named), "*": large},
        probes=("Home", "Robots", "Sitemaps"),
        budget=Budget(),
    )

    assert len(seen.urls(Purpose.SITEMAP)) == 3
    assert "sitemap-bytes" in seen.found.limits


def test_bounds_of_a_packed_page_are_told() -> None:
    """A page that unfolds beyond its bounds is cut, and the result says where."""
    flood = gzip.compress(b"<p>a<p>" * 700_000)
    seen = see(
        {"/": answer(flood, content_encoding="gzip"), "/sitemap.xml": answer("", 404)}, budget=Budget(pages=1)
    )

    assert {"html-bytes", "html-tags"} <= set(seen.found.limits)


def test_long_addresses_are_few() -> None:
    """The addresses that are remembered are bounded in number and in size together."""
    frontier = Frontier(plan("http://a.test/"), ("a.test",), PERMISSION)
    frontier.add_urls(f"http://a.test/{number}-{'x' * 1_900}" for number in range(1_000))

    assert "urls" in frontier.limits


def test_sitemap_loop_and_fan_out() -> None:
    """An index that names itself and ever more files ends after ten of them."""
    index = "<sitemapindex>" + "".join(
        f"<sitemap><loc>/peta-{number}.xml</loc></sitemap>" for number in range(40)
    )
    seen = see({"/": answer(html()), "*": answer(f"{index}</sitemapindex>", content_type="application/xml")})

    assert len(seen.urls(Purpose.SITEMAP)) == 10
    assert "sitemap-files" in seen.found.limits


def test_traps() -> None:
    """Endless families of pages are cut by name, and important pages come first all the same."""

    async def trap(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        trap.count += 1  # type: ignore[attr-defined]
        count = trap.count  # type: ignore[attr-defined]
        links = (
            [f"/kalender/{2000 + count}/{month}" for month in range(1, 13)]
            + [f"/cari?f={count}&g={number}" for number in range(10)]
            + [
                "/x/" * 12,
                "/a/b/a/b/",
                f"/masuk;jsessionid={count}",
                "/z?a=1&b=2&c=3&d=4&e=5&f=6",
                "/profil",
                "/kontak",
            ]
        )
        writer.write(answer(html(*links)))
        await writer.drain()

    trap.count = 0  # type: ignore[attr-defined]
    seen = see({"/robots.txt": answer("", 404), "/sitemap.xml": answer("", 404), "*": trap})
    pages = seen.urls(Purpose.PAGE)

    assert pages[:2] == ["/profil", "/kontak"]
    assert {"trap:calendar", "trap:path", "trap:query"} <= set(seen.found.limits)
    assert sum("kalender" in page for page in pages) <= 3
    assert sum("cari" in page for page in pages) <= 10
    assert pages.count("/masuk") == 1
    assert len(seen.kept) <= 240


def test_page_budget() -> None:
    """The budget of pages holds, and is named."""
    links = [f"/hal-{number}" for number in range(30)]
    seen = see({"/": answer(html(*links)), "*": answer(html())}, budget=Budget(pages=10, link_targets=4))

    assert len(seen.urls(Purpose.PAGE)) + 1 == 10
    assert seen.found.limits == ("pages",)


def test_request_budget() -> None:
    """No more requests than the budget says, retries and redirects counted."""
    links = [f"/hal-{number}" for number in range(300)]
    seen = see({"/": answer(html(*links)), "*": redirect("/?x")}, budget=Budget(requests=40))

    assert len(seen.server.asked) <= 40
    assert "requests" in seen.found.limits


def test_bodies_are_bounded_and_the_bound_is_named() -> None:
    """A page longer than its cap is cut, and the limits say so."""
    seen = see({"/": answer(html() + "<p>" + "x" * 200_000)}, budget=replace(QUICK, html_bytes=50_000))

    assert len(seen.kept[0].body) == 50_000
    assert seen.kept[0].truncated
    assert "html-bytes" in seen.found.limits


def test_same_seed_same_pages_other_seed_others() -> None:
    """The draw hangs on the seed alone."""
    links = [f"/hal-{number}" for number in range(60)]
    answers: dict[str, Answer | list[Answer]] = {"/": answer(html(*links)), "*": answer(html())}
    budget = Budget(pages=10, link_targets=0)
    one, two, three = (see(answers, budget=budget, seed=seed).urls(Purpose.PAGE) for seed in (1, 1, 2))

    assert one == two
    assert one != three


def test_declared_start_pages_and_services() -> None:
    """What the list names is asked first."""
    site = Site(
        id="a",
        url="http://a.test/",
        services=(
            DeclaredService("Antrian", "http://b.test/antrian"),
            DeclaredService("PPID", "http://a.test/ppid.pdf"),
        ),
        crawl=CrawlOverrides(start=("http://a.test/mulai",)),
    )
    seen = see({"/": answer(html("/profil")), "*": answer(html())}, site=site)

    assert seen.urls(Purpose.PAGE)[0] == "/mulai"
    assert seen.urls(Purpose.LINK_TARGET) == ["/ppid.pdf"]
    assert seen.found.targets == ("http://b.test/antrian",)


def test_start_address_alone() -> None:
    """Without a crawl, the start address and its redirects are asked, nothing else."""
    seen = see({"/": redirect("/b"), "/b": answer(html("/c"))}, crawl=False)

    assert seen.server.asked == ["/", "/b"]
    assert seen.found.records == {}


def test_resumed_capture_is_the_same() -> None:
    """Cut anywhere, a capture goes on to the same Exchanges, and asks nothing twice."""
    links = [f"/hal-{number}" for number in range(12)]
    answers: dict[str, Answer | list[Answer]] = {
        "/": answer(html(*links, "/profil", "http://luar.test/")),
        "/sitemap.xml": answer("<urlset><url><loc>/kontak</loc></url></urlset>"),
        "/hal-3": redirect("/hal-4"),
        "/hal-5": answer("", 500),
        "*": answer(html("/dalam")),
    }
    whole = see(answers)
    for cut in (0, 1, 5, len(whole.kept) - 1, len(whole.kept)):
        part = see(answers, stored=tuple(whole.kept[:cut]))

        assert [(one.purpose, one.url) for one in part.kept] == [
            (one.purpose, one.url) for one in whole.kept[cut:]
        ]
        assert len(part.server.asked) == len(whole.kept) - cut
        assert part.found.limits == whole.found.limits
        assert part.found.targets == whole.found.targets


def test_resumed_after_a_retry() -> None:
    """Attempts are stored apart, so that a retry is not repeated."""
    whole = see({"/": [reset, answer(html())]})
    part = see({"*": reset}, stored=tuple(whole.kept))

    assert part.kept == []
    assert [one.attempt for one in whole.kept][:2] == [1, 2]


def test_targets_on_another_host() -> None:
    """Links to another host are asked one by one, redirects followed, little of each body read."""

    async def run() -> tuple[list[Exchange], Server]:
        answers: dict[str, Answer | list[Answer]] = {
            "/a": redirect("/b"),
            "/b": answer(b"x" * 300_000),
            "/c": close,
        }
        kept: list[Exchange] = []
        async with serve(answers) as server:
            listed = plan("http://a.test/", reach=routed(("b.test", 80, server)), budget=QUICK)
            async with Net(listed.politeness, listed.reach) as net:
                await capture_targets(
                    listed, "b.test", ("http://b.test/a", "http://b.test/c"), net, kept.append
                )
        return kept, server

    kept, server = asyncio.run(run())

    assert server.asked == ["/a", "/b", "/c", "/c"]
    assert {one.purpose for one in kept} == {Purpose.LINK_TARGET}
    assert len(kept[1].body) == QUICK.target_bytes


def test_dead_https_with_live_http() -> None:
    """If https is dead and http alive, the site is alive: the chain tells both."""

    async def run() -> Seen:
        async with serve({"*": answer(html("/profil"))}) as server, serve({"*": close}) as dead:
            reach = routed(("a.test", 80, server), ("a.test", 443, dead))
            listed = plan("https://a.test/", reach=reach, budget=QUICK, probes=PROBES)
            found, kept = await captured(listed)
            return Seen(listed, found, kept, server)

    seen = asyncio.run(run())

    assert isinstance(seen.home, Home)
    assert [hop.url for hop in seen.home.hops] == ["https://a.test/", "http://a.test/"]
    assert [hop.status for hop in seen.home.hops] == [None, 200]
    assert seen.home.hops[0].failure is not None
    assert seen.home.hops[0].failure.stage is Stage.TLS
    assert isinstance(seen.found.records["Tls"], Failure)
    assert isinstance(records.plain_http(seen.plan, seen.kept), PlainHttp)
    assert len(seen.urls(Purpose.PAGE)) >= 1


def test_host_without_address() -> None:
    """A name that does not resolve costs one lookup and no request."""
    names: list[str] = []

    def look_up(name: str) -> list[str]:
        names.append(name)
        raise OSError(-2, "Name or service not known")

    async def run() -> tuple[Captured, list[Exchange]]:
        from webaudit.crawl.capture import capture

        listed = plan("https://a.test/", reach=Reach(), probes=PROBES)
        kept: list[Exchange] = []
        async with Net(listed.politeness, listed.reach, look_up=look_up) as net:
            return await capture(listed, net, kept.append), kept

    found, kept = asyncio.run(run())

    assert names == ["a.test"]
    assert len(kept) == 1
    assert {record.reason for record in found.records.values() if isinstance(record, Failure)} == {
        FailureReason.DNS
    }
    assert set(found.records) == {"Home", "LinkTargets", "PlainHttp", "Readings", "Robots", "Sitemaps", "Tls"}


def test_front_page_that_only_leads_on() -> None:
    """A home page without links is left by its refresh or its frames."""
    seen = see(
        {
            "/": answer("<meta http-equiv=refresh content=\"0; URL='/beranda'\">"),
            "/beranda": answer(html("/profil")),
        }
    )
    framed = see(
        {"/": answer("<frameset><frame src=isi.html></frameset>"), "/isi.html": answer(html("/profil"))}
    )

    assert seen.urls(Purpose.PAGE) == ["/beranda", "/profil"]
    assert framed.urls(Purpose.PAGE) == ["/isi.html", "/profil"]


def test_a_frameset_behind_an_entry_page() -> None:
    """Any page without links is left by its frames; a chain of refreshes ends at the crawl's depth."""
    framed = see(
        {
            "/": answer("<meta http-equiv=refresh content='0; url=/depan/'>"),
            "/depan/": answer("<frameset><frame src=menu.html><frame src=isi.html></frameset>"),
            "/depan/menu.html": answer(html("/ppid")),
            "/depan/isi.html": answer(html()),
            "/ppid": answer(html()),
        }
    )
    chain = {
        f"/{number}": answer(f"<meta http-equiv=refresh content='0; url=/{number + 1}'>")
        for number in range(40)
    }
    endless = see({"/": answer("<meta http-equiv=refresh content='0; url=/0'>"), **chain})

    assert sorted(framed.urls(Purpose.PAGE)) == ["/depan/", "/depan/isi.html", "/depan/menu.html", "/ppid"]
    assert len(endless.urls(Purpose.PAGE)) <= MAX_DEPTH


def test_redirect_to_a_dead_scheme() -> None:
    """A start that redirects to its own dead https is not asked twice over for it."""
    seen = see({"/": redirect("https://a.test/")})

    assert isinstance(seen.home, Home)
    assert [hop.url for hop in seen.home.hops] == ["http://a.test/", "https://a.test/"]
    assert seen.home.kind is PageKind.ERROR
