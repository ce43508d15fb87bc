"""The probe of documents: which files are fetched, how much of them, and when it lets them be."""

import asyncio
from collections.abc import Mapping, Sequence

import pytest

from tests.crawl.servers import Answer, Server, answer, captured, html, plan, routed, serve
from webaudit.demo.publications import tagged
from webaudit.model.evidence import Exchange, Purpose
from webaudit.model.plan import Budget

pytestmark = pytest.mark.network

QUICK = Budget(request_seconds=1.0, stall_seconds=4.0)
PDF = tagged("Dokumen")


def file(body: bytes = PDF, length: int | None = None) -> bytes:
    """The answer that carries a PDF file."""
    return answer(body, length=length, content_type="application/pdf")


def home(*names: str) -> str:
    """A page that links these files."""
    links = "".join(f'<li><a href="/{name}">{name}</a>' for name in names)
    return html().replace("</body>", f"<ul>{links}</ul></body>")


def see(
    answers: Mapping[str, Answer | list[Answer]], budget: Budget = QUICK, stored: Sequence[Exchange] = ()
) -> tuple[list[Exchange], tuple[str, ...], Server]:
    """The documents that a capture of a.test fetched, the bounds that it hit, and the server."""

    async def run() -> tuple[list[Exchange], tuple[str, ...], Server]:
        async with serve({"/robots.txt": answer("", 404), **answers}) as server:
            reach = routed(("a.test", 80, server), ("b.test", 80, server))
            probes = ("Documents", "Home", "LinkTargets", "Readings", "Robots")
            listed = plan("http://a.test/", reach=reach, budget=budget, probes=probes)
            found, kept = await captured(listed, tuple(stored))
            return [one for one in kept if one.purpose is Purpose.DOCUMENT], found.limits, server

    return asyncio.run(run())


def test_files_are_fetched_whole() -> None:
    """A PDF file of the site comes whole, and is not asked again as a link."""
    (only,), limits, server = see({"/": answer(home("dpa-2026.pdf")), "/dpa-2026.pdf": file()})

    assert (only.status, only.body, only.truncated) == (200, PDF, False)
    assert server.asked.count("/dpa-2026.pdf") == 1
    assert limits == ()


def test_a_long_file_is_let_be() -> None:
    """Of a file that says it is too long only the beginning is read."""
    long = file(PDF + bytes(40_000))
    (only,), limits, _ = see(
        {"/": answer(home("x.pdf")), "/x.pdf": long}, Budget(request_seconds=1.0, document_bytes=20_000)
    )

    assert only.truncated
    assert len(only.body) == 1024
    assert limits == ("document-bytes",)


def test_no_more_than_the_budget() -> None:
    """Ten files at most, those first that the law asks for."""
    names = [*(f"foto-{number}.pdf" for number in range(20)), "renja-2026.pdf"]
    fetched, _, _ = see({"/": answer(home(*names)), "*": file()})

    assert len(fetched) == 10
    assert fetched[0].url == "http://a.test/renja-2026.pdf"


def test_robots_are_heeded() -> None:
    """What robots.txt shuts is not fetched."""
    rules = answer("User-agent: *\nDisallow: /tutup/", content_type="text/plain")
    fetched, _, _ = see(
        {"/robots.txt": rules, "/": answer(home("tutup/a.pdf", "b.pdf")), "*": file()},
    )

    assert [one.url for one in fetched] == ["http://a.test/b.pdf"]


def test_other_hosts_are_left_alone() -> None:
    """A file on another host is not fetched, nor one that redirects there."""
    away = answer("", 302, location="http://b.test/c.pdf")
    page = home("a.pdf").replace("</ul>", '<li><a href="http://b.test/b.pdf">b</a></ul>')
    fetched, _, server = see({"/": answer(page), "/a.pdf": away, "*": file()})

    assert [(one.url, one.status) for one in fetched] == [("http://a.test/a.pdf", 302)]
    assert "/b.pdf" not in server.asked


def test_resumed() -> None:
    """What an interrupted capture brought is not fetched again."""
    answers = {"/": answer(home("a.pdf", "b.pdf")), "*": file()}
    first, _, _ = see(answers)
    _, _, server = see(answers, stored=first[:1])

    assert server.asked.count(first[0].url.removeprefix("http://a.test")) == 0
