"""Records are rebuilt from Exchanges alone."""

from datetime import UTC, datetime

import pytest

from webaudit.extract.records import home, hops, plain_http, robots, sitemaps
from webaudit.model.evidence import (
    Exchange,
    Home,
    PlainHttp,
    Purpose,
    Robots,
    Sitemaps,
)
from webaudit.model.plan import Plan
from webaudit.model.reading import PageKind
from webaudit.model.record import Failure, FailureReason, Stage
from webaudit.model.site import Site

PLAN = Plan(Site("a", "https://a.test/"))
PAGE = b"<!doctype html><html lang=id><title>Dinas</title><p>" + b"Pelayanan bagi warga. " * 60


def exchange(
    url: str,
    status: int | None = 200,
    purpose: Purpose = Purpose.HOME,
    *,
    location: str | None = None,
    body: bytes = PAGE,
    failure: FailureReason | None = None,
    attempt: int = 1,
) -> Exchange:
    """One answer."""
    headers = (("content-type", "text/html"), *((("location", location),) if location is not None else ()))
    return Exchange(
        url,
        purpose,
        datetime(2026, 1, 1, tzinfo=UTC),
        status=status,
        headers=headers,
        body=body,
        failure=Failure(failure, Stage.HEADERS) if failure else None,
        attempt=attempt,
    )


def chain(*exchanges: Exchange, limit: int = 10) -> tuple[tuple[str, str], ...]:
    """The hops from the first, as (url, reason of the failure)."""
    found = hops(exchanges[0].url, {one.url: one for one in exchanges}, limit)
    return tuple((hop.url, hop.failure.reason if hop.failure else "") for hop in found)


A, B = "https://a.test/", "https://a.test/b"


@pytest.mark.parametrize(
    ("exchanges", "limit", "reasons"),
    [
        pytest.param([exchange(A)], 10, [""], id="no redirect"),
        pytest.param([exchange(A, 301, location="b"), exchange(B)], 10, ["", ""], id="relative"),
        pytest.param(
            [exchange(A, 301, location="b"), exchange(B, 302, location="/#x")],
            10,
            ["", "redirect-loop"],
            id="loop",
        ),
        pytest.param([exchange(A, 302, location="/")], 10, ["redirect-loop"], id="to itself"),
        pytest.param(
            [exchange(A, 301, location="b"), exchange(B, 301, location="c")],
            1,
            ["", "redirect-limit"],
            id="limit",
        ),
        pytest.param([exchange(A, 302)], 10, ["bad-redirect"], id="no Location"),
        pytest.param([exchange(A, 302, location="ftp://a.test/")], 10, ["bad-redirect"], id="other scheme"),
        pytest.param([exchange(A, 302, location="http://[/")], 10, ["bad-redirect"], id="malformed"),
        pytest.param([exchange(A, 302, location="/x")], 10, [""], id="not asked"),
        pytest.param([exchange(A, 304, location="/x")], 10, [""], id="not modified is no redirect"),
    ],
)
def test_hops(exchanges: list[Exchange], limit: int, reasons: list[str]) -> None:
    """A chain ends at its answer, or with the reason why it does not go on."""
    assert [reason for _, reason in chain(*exchanges, limit=limit)] == reasons


def test_home() -> None:
    """The retry takes the place of the first attempt, and is counted."""
    found = home(PLAN, [exchange(A, None, failure=FailureReason.RESET), exchange(A, attempt=2)])

    assert isinstance(found, Home)
    assert (found.attempts, found.kind, found.final_url) == (2, PageKind.CONTENT, A)


def test_dead_home() -> None:
    """Where nothing answered there is no Home, but the first Failure."""
    dead = exchange(A, None, failure=FailureReason.TIMEOUT)
    http = exchange("http://a.test/", None, failure=FailureReason.REFUSED)

    assert home(PLAN, [dead, http]) == Failure(FailureReason.TIMEOUT, Stage.HEADERS)
    assert home(PLAN, []) == Failure(FailureReason.NOT_CAPTURED)


def test_home_over_the_other_scheme() -> None:
    """A live http after a dead https is the home, with both hops."""
    found = home(PLAN, [exchange(A, None, failure=FailureReason.TLS), exchange("http://a.test/")])

    assert isinstance(found, Home)
    assert [(hop.url, hop.status) for hop in found.hops] == [(A, None), ("http://a.test/", 200)]


def test_home_that_cannot_be_decoded() -> None:
    """An unknown content coding is a failure of the last hop."""
    odd = Exchange(
        A,
        Purpose.HOME,
        datetime(2026, 1, 1, tzinfo=UTC),
        status=200,
        headers=(("content-encoding", "x"),),
        body=b"?",
    )
    found = home(PLAN, [odd])

    assert isinstance(found, Home)
    assert found.hops[-1].failure is not None
    assert found.hops[-1].failure.reason is FailureReason.ENCODING


def test_plain_http() -> None:
    """http:// on the host, its chain joined to what was asked as home."""
    asked = exchange("http://a.test/", 301, Purpose.PLAIN_HTTP, location=A)
    found = plain_http(PLAN, [exchange(A), asked])
    listed = plain_http(Plan(Site("a", "http://a.test:8080/x")), [exchange("http://a.test:8080/x")])
    other = plain_http(Plan(Site("a", "https://a.test:8443/")), [])

    assert isinstance(found, PlainHttp)
    assert [hop.url for hop in found.hops] == ["http://a.test/", A]
    assert isinstance(listed, PlainHttp)
    assert isinstance(other, Failure)
    assert other.reason is FailureReason.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("status", "disallows"), [(200, True), (404, False), (403, False), (500, True), (503, True), (429, True)]
)
def test_robots(status: int, disallows: bool) -> None:
    """4xx allows, 5xx forbids (RFC 9309, 2.3.1)."""
    one = exchange(
        "https://a.test/robots.txt",
        status,
        Purpose.ROBOTS,
        body=b"User-agent: *\nDisallow: /\nCrawl-delay: 3",
    )
    found = robots(PLAN, [one])

    assert isinstance(found, Robots)
    assert (found.status, found.disallows_all) == (status, disallows)
    assert found.crawl_delay == (3.0 if status == 200 else None)


def test_robots_without_answer() -> None:
    """No answer is a Failure, and so is no question."""
    silent = exchange("https://a.test/robots.txt", None, Purpose.ROBOTS, failure=FailureReason.TIMEOUT)

    assert robots(PLAN, [silent]) == Failure(FailureReason.TIMEOUT, Stage.HEADERS)
    assert robots(PLAN, [exchange(A)]) == Failure(FailureReason.NOT_CAPTURED)


def test_sitemaps() -> None:
    """All files together; none is no Failure; a site that fails is one."""
    url = "https://a.test/sitemap.xml"
    body = b"<urlset><url><loc>/x</loc></url></urlset>"
    found = sitemaps(
        PLAN, [exchange(url, purpose=Purpose.SITEMAP, body=body), exchange(f"{url}2", 404, Purpose.SITEMAP)]
    )

    assert isinstance(found, Sitemaps)
    assert [entry.url for entry in found.entries] == ["https://a.test/x"]
    assert sitemaps(PLAN, [exchange(url, 404, Purpose.SITEMAP)]) == Sitemaps((), ("not-found",))
    assert sitemaps(PLAN, [exchange(url, purpose=Purpose.SITEMAP)]) == Sitemaps((), ("not-found",))
    assert isinstance(sitemaps(PLAN, [exchange(url, 503, Purpose.SITEMAP)]), Failure)
    assert sitemaps(PLAN, [exchange(url, 403, Purpose.SITEMAP)]) == Failure(
        FailureReason.BLOCKED, Stage.HEADERS, "403"
    )
    refused_and_missing = [exchange(url, 404, Purpose.SITEMAP), exchange(f"{url}2", 403, Purpose.SITEMAP)]
    assert isinstance(sitemaps(PLAN, refused_and_missing), Failure)
    assert sitemaps(PLAN, []) == Failure(FailureReason.NOT_CAPTURED)
