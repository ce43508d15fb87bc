"""HTTP that is broken, odd or without an end: each site has a status, in time, in little memory."""

import asyncio
import tracemalloc
from dataclasses import replace

import pytest

from tests.crawl.judged import PATIENT, QUICK, judge
from tests.crawl.servers import Answer, Behaviour, after, answer, close, html, reset, stall
from webaudit.model.record import FailureReason, Stage

pytestmark = pytest.mark.network

OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
PAGE = html().encode()
MOST_BYTES = 45_000_000


def repeat(unit: bytes, first: bytes = b"") -> Behaviour:
    """Sends the same for ever, as fast as it is read."""

    async def behave(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(first)
        while True:
            writer.write(unit * (65_536 // len(unit)))
            await writer.drain()

    return behave


async def half_close(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Ends its side alone, and stays."""
    writer.write_eof()
    await reader.read()


def trickle(data: bytes) -> Behaviour:
    """Sends a byte now and then, so that every read succeeds."""

    async def behave(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(data)
        while True:
            writer.write(b"x")
            await writer.drain()
            await asyncio.sleep(0.03)

    return behave


T, R, P, H = (
    FailureReason.TIMEOUT,
    FailureReason.RESET,
    FailureReason.PROTOCOL,
    FailureReason.HEADERS_TOO_LARGE,
)

HOPELESS = [
    # What is sent to each connection, why there is no answer, how far it came, most requests.
    pytest.param(stall, T, Stage.HEADERS, 2, id="silence"),
    pytest.param(half_close, R, Stage.HEADERS, 4, id="half-close"),
    pytest.param(reset, R, Stage.HEADERS, 4, id="reset"),
    pytest.param(close, R, Stage.HEADERS, 4, id="close"),
    pytest.param(trickle(b"HTTP/1.1 200 "), T, Stage.HEADERS, 2, id="trickle in the status line"),
    pytest.param(trickle(OK + b"X: "), T, Stage.HEADERS, 2, id="trickle in the header"),
    pytest.param(after(PAGE, close), P, Stage.HEADERS, 2, id="HTTP/0.9"),
    pytest.param(after(b"HTTP/1.1 OK 200\r\n\r\n", close), P, Stage.HEADERS, 2, id="status in words"),
    pytest.param(after(b"HTTP/1.1 -200 OK\r\n\r\n", close), P, Stage.HEADERS, 2, id="negative status"),
    pytest.param(after(b"220 mail.test ESMTP\r\n", close), P, Stage.HEADERS, 2, id="mail"),
    pytest.param(after(OK + b"nonsense\r\n\r\n", close), P, Stage.HEADERS, 2, id="field without a colon"),
    pytest.param(after(OK + b"X: a\0b\r\n\r\n", close), P, Stage.HEADERS, 2, id="NUL in a field"),
    pytest.param(repeat(b"X: y\r\n", OK), H, Stage.HEADERS, 2, id="endless fields"),
    pytest.param(repeat(b"a", OK + b"X: "), H, Stage.HEADERS, 2, id="endless field"),
    pytest.param(repeat(b"Set-Cookie: a=b\r\n", OK), H, Stage.HEADERS, 2, id="flood of cookies"),
]


@pytest.mark.parametrize(("what", "reason", "stage", "most"), HOPELESS)
def test_no_answer(what: Answer, reason: FailureReason, stage: Stage, most: int) -> None:
    """What answers nothing that can be read is unreachable, with reason and stage, and is left alone."""
    seen = judge({"*": what}, budget=QUICK if reason is T else PATIENT)

    assert (seen.status, seen.reason, seen.stage) == ("unreachable", reason, stage)
    assert len(seen.asked) <= most


SIZED = b"Content-Length: %d\r\n\r\n" % len(PAGE) + PAGE

FORGIVEN = {
    "no reason": b"HTTP/1.1 200\r\nContent-Type: text/html\r\n" + SIZED,
    "folded field": OK + b"X: a\r\n b\r\n" + SIZED,
    "field in latin-1": OK + b"X: \xe9\xff\r\n" + SIZED,
    "early hints": b"HTTP/1.1 103 Early Hints\r\n\r\n" * 20 + OK + SIZED,
    "body that ends with the connection": OK + b"\r\n" + PAGE,
    "many cookies": OK + b"Set-Cookie: a=b\r\n" * 50 + SIZED,
}


@pytest.mark.parametrize("name", FORGIVEN)
def test_forgiven(name: str) -> None:
    """What browsers forgive, we forgive."""
    seen = judge({"/": after(FORGIVEN[name], close)})

    assert seen.assessment.crawl is not None
    assert (seen.status, seen.assessment.crawl.pages) == ("reachable", 1)


ODD = {
    **{
        f"status {code}": b"HTTP/1.1 %s X\r\nContent-Length: 0\r\n\r\n" % code.encode()
        for code in ("000", "099", "204", "205", "206", "300", "304", "418", "599", "600", "999")
    },
    "status of many digits": b"HTTP/1.1 " + b"2" * 5_000 + b" X\r\n\r\n",
    "version 9": b"HTTP/9.9 200 OK\r\n\r\n" + PAGE,
    "bare line feeds": b"HTTP/1.1 200 OK\nContent-Type: text/html\n\n" + PAGE,
    "bare carriage returns": b"HTTP/1.1 200 OK\rContent-Type: text/html\r\r" + PAGE,
    "101": b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
    "HTTP/2": b"\0\0\x12\4\0\0\0\0\0" + bytes(18),
    "negative length": OK + b"Content-Length: -7\r\n\r\n" + PAGE,
    "length of many digits": OK + b"Content-Length: " + b"9" * 300 + b"\r\n\r\n" + PAGE,
    "two lengths": OK + b"Content-Length: 7\r\nContent-Length: 9\r\n\r\n" + PAGE,
    "length and chunks": OK
    + b"Content-Length: 7\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n0\r\n\r\n",
    "unknown transfer coding": OK + b"Transfer-Encoding: nonsense\r\n\r\n" + PAGE,
    "chunk that is no number": CHUNKED + b"zz\r\nabc",
    "chunk of negative size": CHUNKED + b"-5\r\nabcde\r\n0\r\n\r\n",
    "chunk of many digits": CHUNKED + b"f" * 40 + b"\r\nabc",
    "chunk that is longer than said": CHUNKED + b"5\r\nabcdefgh\r\n0\r\n\r\n",
    "chunk with a huge extension": CHUNKED + b"5;" + b"a" * 500_000 + b"\r\nabcde\r\n0\r\n\r\n",
    "escapes": b"HTTP/1.1 200 \x1b]0;x\x07OK\r\nServer: \x1b[2J\r\nContent-Length: 0\r\n\r\n",
}


@pytest.mark.parametrize("name", ODD)
def test_odd(name: str) -> None:
    """Whatever it is, it is a result of the site's, never a fault of ours and never content."""
    seen = judge({"*": after(ODD[name], close)})

    assert seen.status in ("degraded", "unreachable", "reachable")
    assert seen.reason is not FailureReason.AUDITOR_ERROR
    assert len(seen.asked) <= 8


FLOODS = {
    "endless 1xx": repeat(b"HTTP/1.1 100 Continue\r\n\r\n"),
    "endless body": repeat(b"x", OK + b"\r\n"),
    "endless chunks": repeat(b"1\r\na\r\n", CHUNKED),
    "endless trailers": repeat(b"X: y\r\n", CHUNKED + b"0\r\n"),
    "endless status line": repeat(b"2", b"HTTP/1.1 "),
    "endless empty lines": repeat(b"\r\n"),
    "endless chunk extension": repeat(b"a", CHUNKED + b"5;"),
    "endless error page": repeat(b"x", b"HTTP/1.1 500 X\r\n\r\n"),
    "endless redirect": repeat(b"x", b"HTTP/1.1 302 X\r\nLocation: /a\r\n\r\n"),
}


@pytest.mark.parametrize("name", FLOODS)
def test_flood(name: str) -> None:
    """Whatever never ends is cut, and memory stays flat."""
    tracemalloc.start()
    seen = judge({"*": FLOODS[name]}, budget=replace(QUICK, request_seconds=1.0, pages=3))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert peak < MOST_BYTES
    assert seen.reason is not FailureReason.AUDITOR_ERROR


@pytest.mark.parametrize(
    ("path", "what"),
    [
        pytest.param("/robots.txt", stall, id="robots.txt stalls"),
        pytest.param("/robots.txt", trickle(OK + b"\r\n"), id="robots.txt trickles"),
        pytest.param("/sitemap.xml", stall, id="a sitemap stalls"),
        pytest.param("/sitemap.xml", trickle(OK + b"\r\n<urlset>"), id="a sitemap trickles"),
        pytest.param("/profil", stall, id="a page stalls"),
        pytest.param("/profil", trickle(OK + b"\r\n"), id="a page trickles"),
    ],
)
def test_stall_beside_the_home_page(path: str, what: Answer) -> None:
    """A site whose other parts stall keeps what its home page has shown."""
    page = answer(html())
    answers = {"/": answer(html("/profil", "/a")), "/profil": page, "/a": page, path: what}
    seen = judge(answers, budget=replace(QUICK, request_seconds=1.5, total_seconds=9.0))

    assert seen.status == "reachable"
    (broken,) = (one for one in seen.kept if one.url.endswith(path))
    assert broken.failure is not None
    assert broken.failure.reason is FailureReason.TIMEOUT


def test_answers_that_flap() -> None:
    """A home page that fails at first is reachable, and said to be flaky."""
    seen = judge({"/": [answer("", 503), answer(html("/profil"))], "/profil": answer(html())})

    assert (seen.status, seen.reason) == ("reachable", None)
    assert seen.asked[:2] == ("/", "/")


def test_keep_alive_that_is_a_lie() -> None:
    """A connection that is said to stay and is reset costs no page."""
    page = answer(html("/profil", "/layanan"), connection="keep-alive")
    seen = judge({"/": after(page, reset), "/profil": after(page, reset), "/layanan": after(page, reset)})

    assert seen.status == "reachable"
    assert seen.assessment.crawl is not None
    assert seen.assessment.crawl.pages == 3
