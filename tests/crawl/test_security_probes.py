"""The probes that ask what a foreign site may do, and whom to tell of a hole."""

import asyncio
import ssl
from collections.abc import Callable
from dataclasses import replace

import pytest
import trustme

from tests.crawl.servers import PROBES, Answer, Server, answer, captured, html, plan, redirect, routed, serve
from tests.evidence import AT
from webaudit.crawl.capture import Captured
from webaudit.extract.observatory_seen import ORIGIN
from webaudit.extract.observatory_sight import cors
from webaudit.extract.security_txt import security_txt
from webaudit.model.evidence import Exchange, Purpose
from webaudit.model.heads import SecurityTxt
from webaudit.model.plan import Plan, Reach, Route
from webaudit.model.record import Failure, FailureReason

pytestmark = pytest.mark.network

WANTED = (*(name for name in PROBES if name != "Tls"), "Cors", "SecurityTxt")


def in_the_clear(server: Server) -> Plan:
    """a.test, served over http; nothing listens for https."""
    reach = routed(("a.test", 80, server), ("www.a.test", 80, server))
    closed = Route("a.test", "127.0.0.1", port=443, to_port=1)
    return plan("http://a.test/", reach=Reach(routes=(*reach.routes, closed)), probes=WANTED)


def see(
    answers: dict[str, Answer | list[Answer]],
    site: Callable[[Server], Plan] = in_the_clear,
    tls: ssl.SSLContext | None = None,
) -> tuple[Captured, list[Exchange]]:
    """Captures a site that one server serves."""

    async def run() -> tuple[Captured, list[Exchange]]:
        async with serve({"/robots.txt": answer("", 404), **answers}, tls=tls) as server:
            return await captured(site(server))

    return asyncio.run(run())


def test_a_foreign_site_asks_once() -> None:
    """OPTIONS goes to where the start address led, once, with an origin that nobody has."""
    page = answer(html(), access_control_allow_origin=ORIGIN, access_control_allow_credentials="true")
    found, kept = see({"/": redirect("/id"), "/id": page})
    (asked,) = (one for one in kept if one.purpose is Purpose.CORS)
    record = cors(kept)

    assert (asked.method, asked.url) == ("OPTIONS", "http://a.test/id")
    assert ("origin", ORIGIN) in asked.request_headers
    assert ("access-control-request-method", "GET") in asked.request_headers
    assert not isinstance(record, Failure)
    assert (record.allowed, record.credentials, record.origin) == (ORIGIN, True, ORIGIN)
    assert "Cors" not in found.records


def test_only_the_foreign_site_names_an_origin() -> None:
    """All other requests are those of a visitor."""
    _, kept = see({"/": answer(html("/a")), "/a": answer(html())})
    others = [one for one in kept if one.purpose is not Purpose.CORS]

    assert len(others) > 2
    assert not any(name == "origin" for one in others for name, _ in one.request_headers)


def test_file_of_a_host_without_https() -> None:
    """security.txt belongs under https: whoever refuses the handshake is not asked once more, in vain."""
    found, kept = see({"/": answer(html())})

    assert [one for one in kept if one.purpose is Purpose.SECURITY_TXT] == []
    refused = found.records["SecurityTxt"]

    assert isinstance(refused, Failure)
    assert refused.reason is FailureReason.REFUSED


def test_file_of_a_port_of_its_own() -> None:
    """A port speaks http or https: where a page came in the clear, no handshake is waited for."""
    found, kept = see(
        {"/": answer(html())}, lambda server: plan(f"http://127.0.0.1:{server.port}/", probes=WANTED)
    )

    assert [one for one in kept if one.purpose is Purpose.SECURITY_TXT] == []
    lacking = found.records["SecurityTxt"]

    assert isinstance(lacking, Failure)
    assert lacking.reason is FailureReason.NOT_APPLICABLE


def test_file_is_asked_for_over_https() -> None:
    """Over https it is asked for where the home page is."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("a.test").configure_cert(context)
    _, kept = see(
        {"/": answer(html())},
        lambda server: plan("https://a.test/", reach=routed(("a.test", 443, server)), probes=WANTED),
        context,
    )
    (asked,) = (one for one in kept if one.purpose is Purpose.SECURITY_TXT)

    assert (asked.url.startswith("https://"), asked.status) == (True, 404)


def test_file_that_robots_forbids() -> None:
    """What robots.txt forbids is not asked for."""
    rules = answer("User-agent: *\nDisallow: /.well-known/\n", content_type="text/plain")
    found, kept = see({"/": answer(html()), "/robots.txt": rules})

    assert [one for one in kept if one.purpose is Purpose.SECURITY_TXT] == []
    refused = found.records["SecurityTxt"]

    assert isinstance(refused, Failure)
    assert refused.reason is FailureReason.ROBOTS


def test_redirected_file() -> None:
    """A redirect of the file is followed, a few times; the end tells what is there."""
    start = "https://a.test/.well-known/security.txt"
    here = Exchange(start, Purpose.SECURITY_TXT, AT, status=301, headers=(("location", "/s.txt"),))
    body = b"Contact: mailto:a@a.test\n"
    there = replace(here, url="https://a.test/s.txt", status=200, headers=(), body=body)
    record = security_txt([here, there])

    assert isinstance(record, SecurityTxt)
    assert (record.url, record.fields) == (there.url, (("contact", "mailto:a@a.test"),))
