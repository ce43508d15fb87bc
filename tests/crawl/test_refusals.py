"""Sites that say no: few requests, a status that says so, and never a refusal scored as content."""

import asyncio
import gzip
import ssl
from dataclasses import replace
from typing import Any

import pytest
import trustme

from tests.crawl.judged import PATIENT, Judged, judge
from tests.crawl.servers import Answer, answer, html, redirect
from webaudit.checks import catalogue
from webaudit.model.finding import Outcome
from webaudit.model.record import FailureReason

pytestmark = pytest.mark.network

CHALLENGE = "<title>Just a moment...</title><h1>Checking your browser</h1><a href=/a>a</a>"
LOGIN = "<title>Masuk</title><form><input name=user><input type=password></form>"
BLOCKED, LIMITED, STATUS = FailureReason.BLOCKED, FailureReason.RATE_LIMITED, FailureReason.HTTP_STATUS

REFUSALS: dict[str, tuple[Answer, str, FailureReason]] = {
    "401": (answer("<title>401</title>", 401), "blocked", BLOCKED),
    "403": (answer("<title>403</title>", 403), "blocked", BLOCKED),
    "404": (answer("<title>404</title>", 404), "degraded", STATUS),
    "410": (answer("", 410), "degraded", STATUS),
    "451": (answer("", 451), "degraded", STATUS),
    "500": (answer("<title>500</title>", 500), "degraded", STATUS),
    "challenge with 403": (answer(CHALLENGE, 403, server="cloudflare"), "blocked", BLOCKED),
    "challenge with 503": (answer(CHALLENGE, 503, server="cloudflare"), "blocked", BLOCKED),
    "challenge with 200": (answer(CHALLENGE, server="cloudflare"), "blocked", BLOCKED),
    "429": (answer("slow down", 429), "blocked", LIMITED),
    **{
        f"{status}, Retry-After {wish[:12]!r}": (
            answer(html("/a"), status, retry_after=wish),
            "blocked",
            LIMITED,
        )
        for status in (429, 503)
        for wish in ("86400", "-1", "9" * 50, "soon", "Fri, 31 Dec 9999 23:59:59 GMT", "0" * 3_000)
    },
    "parked": (answer("<title>Domain for sale</title><p>Buy this domain"), "degraded", FailureReason.PARKED),
}


def page_findings(seen: Judged) -> list[tuple[str, Outcome, float, float]]:
    """What was found by checks that ask each page."""
    pages = {check.id for check in catalogue().checks if check.page}
    return [
        (one.check, one.outcome, one.low, one.high) for one in seen.assessment.findings if one.check in pages
    ]


def judges_nothing(seen: Judged) -> bool:
    """Whether no page check passed or failed."""
    ids = ("page-language", "page-title", "image-alternative")
    found = [finding for finding in seen.assessment.findings if finding.check in ids]
    return len(found) == len(ids) and all(
        finding.outcome in (Outcome.UNTESTED, Outcome.CANT_TELL, Outcome.INAPPLICABLE) for finding in found
    )


@pytest.mark.parametrize("name", REFUSALS)
def test_refusal(name: str) -> None:
    """A refusal has its status and reason, is asked a few times at most, and is no content."""
    what, status, reason = REFUSALS[name]
    seen = judge({"*": what, "/": what})

    assert (seen.status, seen.reason) == (status, reason)
    assert len(seen.asked) <= 5
    assert judges_nothing(seen)


def test_login_wall() -> None:
    """A home page that leads to a login form is no content either."""
    seen = judge({"/": redirect("/masuk"), "*": answer(LOGIN)})

    assert (seen.status, seen.reason) == ("degraded", FailureReason.LOGIN)
    assert judges_nothing(seen)


BLANK: dict[str, Answer] = {
    "no byte": answer(""),
    "no byte of no type": b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
    "white space": answer(" \r\n\t\n" * 50),
    "bare html": answer("<html></html>"),
    "a title alone": answer(
        "<!doctype html><html lang=id><title>Dinas</title><body><div></div></body></html>"
    ),
    "comments": answer("<html><!-- Dinas Kesehatan Provinsi --><body></body></html>"),
    "packed": answer(gzip.compress(b" "), content_encoding="gzip"),
}


@pytest.mark.parametrize("name", BLANK)
def test_blank_home_page(name: str) -> None:
    """A home page that shows nothing is no content, whatever its status; the site is asked on."""
    seen = judge({"*": answer("", 404), "/": BLANK[name]})
    answers = next(one for one in seen.assessment.findings if one.check == "home-answers")

    assert (seen.status, seen.reason) == ("degraded", FailureReason.EMPTY)
    assert judges_nothing(seen)
    assert answers.outcome is Outcome.FAILED
    assert answers.verdicts[0].code == "empty"


@pytest.mark.parametrize("name", BLANK)
def test_blank_page(name: str) -> None:
    """A blank page among others wins nothing and costs nothing."""
    home = answer(html("/a", "/b"))
    page = answer(html(title="Layanan"))
    without = judge({"/": home, "/a": page, "/b": answer("", 404)})
    seen = judge({"/": home, "/a": page, "/b": BLANK[name]})

    assert seen.status == without.status
    assert page_findings(seen) == page_findings(without)


@pytest.mark.parametrize(
    "body",
    [
        "<frameset><frame src=/a></frameset>",
        "<body><iframe src=/a></iframe>",
        "<body><img src=/a.jpg usemap=#a>",
        "<body style='background: url(/a.jpg)'>",
        "<link rel=stylesheet href=/a.css><body><div id=a></div>",
        "<meta http-equiv=refresh content='0; url=/a'>",
        "<body><script>document.write(1)</script>",
        "<body><a href=/a></a>",
        "<body><!--" + " " * 4_100_000,
    ],
)
def test_no_blank_page(body: str) -> None:
    """What may show or lead to something is not called blank, nor what was cut off before it did."""
    assert judge({"*": answer("", 404), "/": answer(body)}).reason is not FailureReason.EMPTY


@pytest.mark.parametrize("status", [429, 503])
def test_pages_that_are_refused_end_the_crawl(status: int) -> None:
    """A home page that answers keeps what it showed; the crawl ends after two refusals."""
    home = answer(html(*(f"/{number}" for number in range(40))))
    seen = judge({"/": home, "*": answer("slow down", status, retry_after="99999")})

    assert seen.status == "reachable"
    assert "rate-limited" in seen.limits
    assert len(seen.asked) <= 6


@pytest.mark.parametrize("status", [304, 204, 205, 300])
def test_an_answer_without_a_page(status: int) -> None:
    """What never carries a page is not reachable content, and not a fault of ours."""
    seen = judge({"*": answer("", status)})

    assert seen.status == "degraded"
    assert seen.reason is not FailureReason.AUDITOR_ERROR
    assert judges_nothing(seen)


@pytest.mark.parametrize(
    "fields",
    [
        {"date": "Thu, 99 Foo 99999 99:99:99 GMT", "age": "9" * 99, "expires": "-1"},
        {"last_modified": "Fri, 31 Dec 9999 23:59:59 GMT"},
        {"last_modified": "Mon, 01 Jan 0000 00:00:00 GMT"},
        {"strict_transport_security": "max-age=" + "9" * 4_000},
        {"cache_control": "max-age=-99999999999999999999999"},
    ],
)
def test_absurd_fields(fields: dict[str, Any]) -> None:
    """Times and ages that can not be change nothing, and never count as fresh."""
    page = (
        html("/profil")
        + "<time datetime='9999-12-31'>31 Desember 9999</time><time datetime='0000-00-00'></time>"
    )
    seen = judge({"/": answer(page, **fields)})
    (fresh,) = (finding for finding in seen.assessment.findings if finding.check == "newest-content")

    assert seen.status == "reachable"
    assert fresh.outcome is not Outcome.PASSED


def test_both_schemes_send_to_each_other() -> None:
    """Http and https that redirect to one another end as a loop, after a request to each."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("a.test").configure_cert(context)
    seen = judge(
        {"*": redirect("https://a.test/")},
        {"*": redirect("http://a.test/")},
        context,
        start="https://a.test/",
    )

    assert (seen.status, seen.reason) == ("degraded", FailureReason.REDIRECT_LOOP)
    assert len(seen.asked) <= 4


def test_pages_behind_a_firewall_are_left_alone() -> None:
    """A site that shows its home page and refuses all others is asked for a few, and not for all."""
    home = answer(html(*(f"/{number}" for number in range(40))))
    seen = judge({"/": home, "*": answer(CHALLENGE, 403)}, budget=replace(PATIENT, pages=40))

    assert seen.status == "reachable"
    assert "blocked" in seen.limits
    assert len(seen.asked) <= 9


def test_ever_new_refreshes() -> None:
    """A page that refreshes to ever new addresses ends at a bound."""

    async def refresh(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        refresh.count += 1  # type: ignore[attr-defined]
        count = refresh.count  # type: ignore[attr-defined]
        writer.write(answer(f"<meta http-equiv=refresh content='0;url=/{count}'>"))
        await writer.drain()

    refresh.count = 0  # type: ignore[attr-defined]
    seen = judge({"*": refresh})

    assert len(seen.asked) <= 40
