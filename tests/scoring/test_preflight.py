"""What a first look notes on each site, and how long it says that an audit takes."""

import pytest

from webaudit.model.evidence import Home, Hop, Robots
from webaudit.model.plan import Plan, Politeness
from webaudit.model.preflight import NoteCode, Preflight, Sighting
from webaudit.model.reading import PageKind
from webaudit.model.record import Failure, FailureReason, Stage
from webaudit.model.site import CrawlOverrides, Region, Site
from webaudit.scoring.preflight import preflight

REGION = Region(name="Contoh", suffixes=("contohprov.example",))
REFUSED = Failure(FailureReason.REFUSED, Stage.CONNECT)
A, B = "https://a.contohprov.example/", "https://b.contohprov.example/"
STRANGER, GOVERNMENT = "https://x.example/", "https://x.go.id/"
LOOP = Failure(FailureReason.REDIRECT_LOOP, Stage.REDIRECT)
LIMITED = Failure(FailureReason.RATE_LIMITED)
ERROR = PageKind.ERROR


def home(*hops: Hop, kind: PageKind = PageKind.CONTENT) -> Home:
    """What a start address answered."""
    return Home(hops, kind)


def sighting(
    id: str,
    seen: Home | Failure | None = None,
    *,
    url: str = "",
    robots: Robots | Failure | None = None,
    title: str = "",
    name: str = "",
    address: str = "",
    problem: str = "",
    rate: float = 1.0,
    limits: tuple[str, ...] = (),
    asked_from: str = "",
) -> Sighting:
    """What was seen of one site; in perfect order unless told otherwise."""
    url = url or f"https://{id}.contohprov.example/"
    site = Site(id, url, name=name, problem=problem, crawl=CrawlOverrides())
    return Sighting(
        plan=Plan(site, REGION, politeness=Politeness(rate=rate, user_agent="webaudit/1 (+x)")),
        home=home(Hop(url, 200, total_ms=100.0)) if seen is None else seen,
        robots=Robots(200) if robots is None else robots,
        title=title,
        address=address,
        asked_from=asked_from,
        asked_from_is_seen=bool(asked_from),
        limits=limits,
    )


def codes(*sightings: Sighting, outage: bool = False) -> list[list[str]]:
    """The codes of the notes on each site."""
    seen = preflight(sightings, outage=outage)
    return [[note.code.value for note in site.notes] for site in seen.sites]


def test_a_site_in_order_is_not_noted() -> None:
    """Only what needs attention is told."""
    assert codes(sighting("a"), sighting("b")) == [[], []]


@pytest.mark.parametrize(
    ("hops", "code", "entry"),
    [
        pytest.param((Hop(A, 301, B), Hop(B, 200)), "moved", f"url: {B}", id="another host"),
        pytest.param((Hop(A, 308, A + "x"), Hop(A + "x", 200)), "moved", f"url: {A}x", id="another path"),
        pytest.param(
            (Hop(A, 301, B), Hop(B, 302, A), Hop(A, 200)), "moved", f"url: {B}", id="then, for a time"
        ),
        pytest.param((Hop(A, 301, STRANGER), Hop(STRANGER, 200)), "moved-away", "", id="a stranger's"),
        pytest.param(
            (Hop(A, 301, GOVERNMENT), Hop(GOVERNMENT, 200)),
            "moved",
            f"url: {GOVERNMENT}",
            id="the government's",
        ),
        pytest.param((Hop(A, 302, B), Hop(B, 200)), "elsewhere", "", id="for a time"),
    ],
)
def test_moved(hops: tuple[Hop, ...], code: str, entry: str) -> None:
    """As far as the redirects are permanent the list should follow, but never to a stranger."""
    (site,) = preflight([sighting("a", home(*hops))], outage=False).sites
    (note,) = site.notes

    assert (note.code.value, note.entry) == (code, entry)


@pytest.mark.parametrize(
    "hops",
    [
        pytest.param((Hop(A, 301, "https://www.a.contohprov.example/"),), id="www"),
        pytest.param((Hop(A, 302, A + "beranda"),), id="a path, for a time"),
    ],
)
def test_not_moved(hops: tuple[Hop, ...]) -> None:
    """A variant of the same address is no other, nor is a page of the same site."""
    whole = (*hops, Hop(hops[-1].location, 200))

    assert codes(sighting("a", home(*whole))) == [[]]


def test_over_the_other_scheme() -> None:
    """That https is silent is told, and never advised into the list; the reverse is."""
    plain, secure = "http://a.contohprov.example/", A
    seen = preflight(
        [
            sighting("a", home(Hop(secure, None, failure=REFUSED), Hop(plain, 200))),
            sighting("b", home(Hop(plain, None, failure=REFUSED), Hop(secure, 200)), url=plain),
        ],
        outage=False,
    )

    assert [note.entry for site in seen.sites for note in site.notes if note.code == "other-scheme"] == [
        "",
        f"url: {secure}",
    ]


@pytest.mark.parametrize(
    ("seen", "code"),
    [
        pytest.param(Failure(FailureReason.DNS, Stage.DNS), "dead", id="no name"),
        pytest.param(Failure(FailureReason.AUDITOR_ERROR), "not-seen", id="our fault"),
        pytest.param(home(Hop(A, 500), kind=ERROR), "dead", id="an error"),
        pytest.param(home(Hop(A, 200), kind=PageKind.PARKED), "dead", id="parked"),
        pytest.param(home(Hop(A, 301, B), Hop(B, None, failure=REFUSED), kind=ERROR), "dead", id="beyond"),
        pytest.param(home(Hop(A, 301, A, failure=LOOP), kind=ERROR), "dead", id="in circles"),
        pytest.param(home(Hop(A, 403), kind=PageKind.BLOCKED), "blocked", id="a firewall"),
        pytest.param(home(Hop(A, 429, failure=LIMITED), kind=ERROR), "blocked", id="too many"),
        pytest.param(home(Hop(A, 200), kind=PageKind.SHELL), "no-page", id="a shell"),
        pytest.param(home(Hop(A, 200), kind=PageKind.NOT_HTML), "no-page", id="a file"),
    ],
)
def test_what_stands_in_the_way(seen: Home | Failure, code: str) -> None:
    """Dead, blocked and hardly auditable are told apart."""
    assert codes(sighting("a", seen)) == [[code]]


def test_an_outage_blames_nobody() -> None:
    """If all fail, none is called dead."""
    failed = Failure(FailureReason.DNS, Stage.DNS)

    assert codes(sighting("a", failed), sighting("b", failed), outage=True) == [["not-seen"], ["not-seen"]]


@pytest.mark.parametrize(
    ("robots", "limits", "code"),
    [
        pytest.param(Robots(200, disallows_all=True), (), ["robots"], id="forbids all"),
        pytest.param(Robots(503, disallows_all=True), (), ["robots"], id="an error that forbids all"),
        pytest.param(REFUSED, (), ["robots"], id="silent"),
        pytest.param(Robots(200, crawl_delay=60.0), ("crawl-delay",), ["robots"], id="too slow"),
        pytest.param(Robots(200, crawl_delay=2.0), (), [], id="slower"),
        pytest.param(Robots(404), (), [], id="none"),
    ],
)
def test_robots(robots: Robots | Failure, limits: tuple[str, ...], code: list[str]) -> None:
    """A robots.txt is noted only where it keeps us out."""
    assert codes(sighting("a", robots=robots, limits=limits)) == [code]


def test_twins() -> None:
    """The second of two entries is noted, and as a duplicate only if both end at one address."""
    moved = home(Hop(B, 301, A), Hop(A, 200))
    twins = (sighting("a"), sighting("b", moved), sighting("c", url=A + "c/"))

    assert codes(*twins) == [[], ["moved", "duplicate"], ["same-host"]]


def test_another_s_title() -> None:
    """A page of content whose title speaks of somebody else is noted."""
    assert codes(sighting("a", title="Toko Bunga", name="Dinas Kesehatan")) == [["other-title"]]


def test_a_bad_entry_spoils_no_other() -> None:
    """What is wrong with one entry is told of that one alone."""
    bad = sighting("a", Failure(FailureReason.INVALID_ENTRY), problem="sites.yaml:1:1: bad")

    assert codes(bad, sighting("b")) == [["invalid"], []]


def test_what_to_ask_the_hoster() -> None:
    """Who blocks us is to be told our name, and our address where it is known."""
    blocked = sighting("a", home(Hop(A, 403), kind=PageKind.BLOCKED), asked_from="203.0.113.5")
    (note,) = preflight([blocked], outage=False).sites[0].notes

    assert note.values == {"agent": "webaudit/1 (+x)", "status": 403, "address": "203.0.113.5"}


# --- How long an audit takes ---


def look(*sightings: Sighting) -> Preflight:
    """A first look at some sites."""
    return preflight(sightings, outage=False)


def test_duration_of_one_site() -> None:
    """50 pages, 10 documents, the targets of 60 links and 12 more requests, one a second."""
    assert look(sighting("a")).seconds == pytest.approx(132)


def test_sites_of_one_address_share_its_pace() -> None:
    """Eight sites of one address take twice as long as one: it gets four requests a second."""
    eight = look(*(sighting(f"a{n}", address="10.0.0.1") for n in range(8)))

    assert eight.seconds == pytest.approx(264)
    assert [(address, len(ids)) for address, ids in eight.shared] == [("10.0.0.1", 8)]


def test_a_slow_site_is_slower_and_ends_at_its_budget() -> None:
    """With 5 s an answer 30 of them use up the 150 s that a site may take."""
    slow = home(Hop(A, 200, total_ms=5_000.0))

    assert look(sighting("a", slow)).seconds == pytest.approx(150)


def test_the_dead_cost_nothing() -> None:
    """What is not there is not waited for, and has no code of its own in the sum."""
    seen = look(sighting("a", REFUSED), sighting("b", robots=Robots(200, disallows_all=True)))

    assert seen.sites[0].seconds == 0
    assert seen.sites[1].seconds == pytest.approx(6)


def test_without_a_pace_the_host_sets_it() -> None:
    """With --rate 0 only the answers take time."""
    assert look(sighting("a", rate=0.0, address="10.0.0.1")).seconds == pytest.approx(13.2)


def test_every_code_is_stable() -> None:
    """Codes are public: they may be added to, and none changes."""
    assert {code.value for code in NoteCode} >= {"dead", "moved", "duplicate", "blocked", "robots", "invalid"}
