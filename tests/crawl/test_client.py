"""The HTTP client against servers that stall, break, flood and lie."""

import asyncio
import errno
import gzip
import socket
from contextlib import ExitStack
from datetime import UTC, datetime

import httpx
import pytest

from tests.crawl.servers import (
    FREE,
    Answer,
    Behaviour,
    Server,
    after,
    answer,
    close,
    endless,
    reset,
    serve,
    serve_raw,
    stall,
)
from webaudit.crawl import client
from webaudit.crawl.ask import Ask
from webaudit.crawl.client import Net
from webaudit.crawl.clock import monotonic
from webaudit.extract.body import decode_body
from webaudit.model.evidence import Exchange, Purpose
from webaudit.model.plan import Politeness, Reach, Route
from webaudit.model.record import FailureReason, Stage

pytestmark = pytest.mark.network

OPEN = Reach(allow_private=True)


def ask(url: str, seconds: float = 0.4, most: int = 100_000, politeness: Politeness = FREE) -> Ask:
    """A request for a page."""
    return Ask(url, Purpose.PAGE, politeness, seconds, most, most)


async def fetched(what: Answer, seconds: float = 0.4, most: int = 100_000) -> Exchange:
    """The Exchange with a server that answers everything alike."""
    async with serve({"*": what}) as server, Net(FREE, OPEN) as net:
        return await net.fetch(ask(f"http://127.0.0.1:{server.port}/", seconds, most))


def test_answer() -> None:
    """An answer is kept as it came: status, fields, raw body, address and times."""
    body = gzip.compress(b"<p>halo")
    exchange = asyncio.run(
        fetched(answer(body, 200, content_encoding="gzip", set_cookie="a=b", x_y="caf\u00e9"))
    )

    assert exchange.status == 200
    assert exchange.body == body
    assert exchange.header("x-y") == "café"
    assert exchange.address == "127.0.0.1"
    assert exchange.failure is None
    assert exchange.first_byte_ms is not None
    assert exchange.total_ms is not None
    assert exchange.first_byte_ms <= exchange.total_ms


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"

FAULTS = [
    pytest.param(stall, FailureReason.TIMEOUT, Stage.HEADERS, id="says nothing"),
    pytest.param(
        after(b"HTTP/1.1 200 O"), FailureReason.TIMEOUT, Stage.HEADERS, id="stalls in the status line"
    ),
    pytest.param(after(HEAD), FailureReason.TIMEOUT, Stage.HEADERS, id="stalls in the header"),
    pytest.param(
        after(HEAD + b"Content-Length: 9\r\n\r\nabc"),
        FailureReason.TIMEOUT,
        Stage.BODY,
        id="stalls in the body",
    ),
    pytest.param(reset, FailureReason.RESET, Stage.HEADERS, id="resets"),
    pytest.param(close, FailureReason.RESET, Stage.HEADERS, id="closes without a word"),
    pytest.param(after(HEAD, close), FailureReason.RESET, Stage.HEADERS, id="closes in the header"),
    pytest.param(
        after(HEAD + b"Content-Length: 9\r\n\r\nabc", close), FailureReason.RESET, Stage.BODY, id="cut body"
    ),
    pytest.param(
        after(HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\nab", close),
        FailureReason.RESET,
        Stage.BODY,
        id="cut chunk",
    ),
    pytest.param(after(b"SSH-2.0-OpenSSH\r\n", close), FailureReason.PROTOCOL, Stage.HEADERS, id="no HTTP"),
    pytest.param(
        after(b"HTTP/1.1 200 OK\r\nX: " + b"a" * 200_000 + b"\r\n\r\n", close),
        FailureReason.HEADERS_TOO_LARGE,
        Stage.HEADERS,
        id="endless field",
    ),
    pytest.param(
        after(b"HTTP/1.1 200 OK\r\n" + b"X: a\r\n" * 5_000 + b"\r\n", close),
        FailureReason.HEADERS_TOO_LARGE,
        Stage.HEADERS,
        id="flood of fields",
    ),
    pytest.param(
        after(
            b"HTTP/1.1 200 OK\r\n"
            + b"".join(b"X%d: %s\r\n" % (n, b"a" * 60_000) for n in range(20))
            + b"\r\n",
            close,
        ),
        FailureReason.HEADERS_TOO_LARGE,
        Stage.HEADERS,
        id="large fields together",
    ),
]


@pytest.mark.parametrize(("what", "reason", "stage"), FAULTS)
def test_fault(what: Answer, reason: FailureReason, stage: Stage) -> None:
    """Each fault has its reason and the stage at which it struck."""
    exchange = asyncio.run(fetched(what))

    assert exchange.failure is not None
    assert (exchange.failure.reason, exchange.failure.stage) == (reason, stage)


def test_bad_chunk() -> None:
    """A body that breaks the syntax of HTTP does so wherever the parser was."""
    failure = asyncio.run(fetched(after(HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nab", close))).failure

    assert failure is not None
    assert failure.reason is FailureReason.PROTOCOL


def test_longer_than_it_says() -> None:
    """A body that is longer than its Content-Length is cut there, and costs nothing more."""
    exchange = asyncio.run(fetched(answer("<p>halo dunia", length=7)))

    assert (exchange.status, exchange.body, exchange.failure) == (200, b"<p>halo", None)


def test_reset_in_the_handshake() -> None:
    """A peer that goes in the middle of TLS is named, and is no fault of ours."""

    async def run() -> Exchange:
        async def go(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await reader.read(10)
            writer.transport.abort()

        async with serve_raw(go) as port, Net(FREE, OPEN) as net:
            return await net.fetch(ask(f"https://127.0.0.1:{port}/"))

    failure = asyncio.run(run()).failure

    assert failure is not None
    assert (failure.reason, failure.stage) == (FailureReason.RESET, Stage.TLS)


def test_part_of_a_broken_body_is_kept() -> None:
    """A body that breaks off is evidence as far as it came."""
    exchange = asyncio.run(fetched(after(HEAD + b"Content-Length: 9\r\n\r\nabc", close)))

    assert (exchange.status, exchange.body) == (200, b"abc")


def test_trickle() -> None:
    """The deadline is for the whole request: a byte now and then does not prolong it."""

    async def trickle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(HEAD + b"\r\n")
        while True:
            writer.write(b"x")
            await writer.drain()
            await asyncio.sleep(0.02)

    exchange = asyncio.run(fetched(trickle, seconds=0.3))

    assert exchange.failure is not None
    assert (exchange.failure.reason, exchange.failure.stage) == (FailureReason.TIMEOUT, Stage.BODY)
    assert exchange.body.startswith(b"x")


def test_endless_body_is_cut() -> None:
    """A body is read up to its cap, and said to be truncated."""
    exchange = asyncio.run(fetched(after(HEAD + b"\r\n", endless), seconds=5.0))

    assert (len(exchange.body), exchange.truncated, exchange.failure) == (100_000, True, None)


def test_large_body_waits_for_its_turn() -> None:
    """More large bodies than may be read at once all come home."""

    async def run() -> list[Exchange]:
        body = b"x" * 1_500_000
        async with serve({"*": answer(body)}) as server:
            hosts = [f"h{number}.test" for number in range(8)]
            reach = Reach(routes=tuple(Route(name, "127.0.0.1", to_port=server.port) for name in hosts))
            async with Net(FREE, reach) as net:
                return await asyncio.gather(
                    *(net.fetch(ask(f"http://{name}/", seconds=10.0, most=2_000_000)) for name in hosts)
                )

    assert [len(exchange.body) for exchange in asyncio.run(run())] == [1_500_000] * 8


def test_bomb_is_not_unfolded() -> None:
    """The client stores a bomb as it came; decoding stops at the cap."""
    exchange = asyncio.run(
        fetched(answer(gzip.compress(bytes(50_000_000)), content_encoding="gzip"), seconds=5.0)
    )
    body = decode_body(exchange, 4_000_000)

    assert len(exchange.body) < 60_000
    assert (len(body.data), body.truncated) == (4_000_000, True)


def test_refused() -> None:
    """A closed port is refused at once."""

    async def run() -> Exchange:
        async with serve({}) as server:
            port = server.port
        async with Net(FREE, OPEN) as net:
            return await net.fetch(ask(f"http://127.0.0.1:{port}/"))

    failure = asyncio.run(run()).failure

    assert failure is not None
    assert (failure.reason, failure.stage) == (FailureReason.REFUSED, Stage.CONNECT)


def test_connect_stall() -> None:
    """A connection that nobody takes is told from one that nobody answers."""

    async def run() -> Exchange:
        # Nobody accepts, and the queue is full: the kernel drops what comes next.
        with ExitStack() as stack:
            listening = stack.enter_context(socket.socket())
            listening.bind(("127.0.0.1", 0))
            listening.listen(0)
            for _ in range(4):
                filler = stack.enter_context(socket.socket())
                filler.setblocking(False)
                filler.connect_ex(listening.getsockname())
            async with Net(FREE, OPEN) as net:
                return await net.fetch(ask(f"http://127.0.0.1:{listening.getsockname()[1]}/"))

    failure = asyncio.run(run()).failure

    assert failure is not None
    assert (failure.reason, failure.stage) == (FailureReason.TIMEOUT, Stage.CONNECT)


@pytest.mark.parametrize(
    ("what", "reason"),
    [
        pytest.param(stall, FailureReason.TIMEOUT, id="stalls"),
        pytest.param(after(b"HTTP/1.1 400 Bad\r\n\r\n", close), FailureReason.TLS, id="junk"),
        pytest.param(reset, FailureReason.RESET, id="resets"),
    ],
)
def test_handshake(what: Behaviour, reason: FailureReason) -> None:
    """In a handshake, silence, junk and a reset are told apart, and from what comes later."""

    async def run() -> Exchange:
        async with serve_raw(what) as port, Net(FREE, OPEN) as net:
            return await net.fetch(ask(f"https://127.0.0.1:{port}/"))

    failure = asyncio.run(run()).failure

    assert failure is not None
    assert (failure.reason, failure.stage) == (reason, Stage.TLS)


def test_private_addresses_are_refused_before_any_packet() -> None:
    """Literals, names that resolve to them, and mixed answers: nothing private is ever connected to."""

    async def run(server: Server) -> list[Exchange]:
        looked_up: list[str] = []

        def look_up(name: str) -> list[str]:
            looked_up.append(name)
            return {"inside.test": ["127.0.0.1"], "metadata.test": ["169.254.169.254"]}[name]

        async with Net(FREE, Reach(), look_up=look_up) as net:
            urls = ["http://127.0.0.1/", "http://[::1]/", "http://inside.test/", "http://metadata.test/"]
            found = [await net.fetch(ask(url)) for url in (*urls, "http://inside.test/again")]
        assert looked_up == ["inside.test", "metadata.test"]
        return found

    async def both() -> tuple[list[Exchange], list[str]]:
        async with serve({"*": answer("secret")}) as server:
            return await run(server), server.asked

    found, asked = asyncio.run(both())

    assert asked == []
    assert {exchange.failure.reason for exchange in found if exchange.failure} == {
        FailureReason.FORBIDDEN_ADDRESS
    }
    assert all(exchange.status is None for exchange in found)


def test_a_port_that_nobody_named_is_not_asked() -> None:
    """Other ports than 80 and 443 need the list's or the operator's word."""

    async def run() -> Exchange:
        async with Net(FREE, Reach(), look_up=lambda name: ["8.8.8.8"]) as net:
            return await net.fetch(ask("http://a.test:22/"))

    failure = asyncio.run(run()).failure

    assert failure is not None
    assert (failure.reason, failure.stage) == (FailureReason.NOT_CAPTURED, Stage.URL)


@pytest.mark.parametrize(
    ("error", "detail"),
    [
        (OSError(-2, "Name or service not known"), "Name or service"),
        (UnicodeError("label too long"), "label"),
    ],
)
def test_name_that_does_not_resolve(error: Exception, detail: str) -> None:
    """A name without address fails for the reason dns, once for all that ask."""
    asked: list[str] = []

    def look_up(name: str) -> list[str]:
        asked.append(name)
        raise error

    async def run() -> list[Exchange]:
        async with Net(FREE, Reach(), look_up=look_up) as net:
            return await asyncio.gather(*(net.fetch(ask(f"http://a.test/{number}")) for number in range(3)))

    found = asyncio.run(run())

    assert asked == ["a.test"]
    assert {(exchange.failure.reason, exchange.failure.stage) for exchange in found if exchange.failure} == {
        (FailureReason.DNS, Stage.DNS)
    }
    assert all(exchange.failure and detail in exchange.failure.detail for exchange in found)


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.EMFILE, "Too many open files"),
        socket.gaierror(socket.EAI_MEMORY, "Memory allocation failure"),
        socket.gaierror(socket.EAI_SYSTEM, "System error"),
    ],
)
def test_lookup_that_this_machine_can_not_make(error: OSError) -> None:
    """A lookup that fails for want of files or memory says nothing about the site."""

    def look_up(name: str) -> list[str]:
        raise error

    async def run() -> Exchange:
        async with Net(FREE, Reach(), look_up=look_up) as net:
            return await net.fetch(ask("http://a.test/"))

    failure = asyncio.run(run()).failure

    assert failure is not None
    assert (failure.reason, failure.stage) == (FailureReason.AUDITOR_ERROR, Stage.DNS)


def test_silent_name_server_holds_nobody_up() -> None:
    """A lookup has a deadline of its own, and the loop goes on meanwhile."""
    from webaudit.crawl.resolver import Resolver

    async def run() -> FailureReason:
        from threading import Event

        from webaudit.crawl.faults import RefusedError

        never = Event()
        resolver = Resolver(Reach(), lambda name: [str(never.wait(20))], seconds=0.1)
        try:
            await resolver.endpoints("a.test", 80)
        except RefusedError as refused:
            return refused.failure.reason
        finally:
            never.set()
        raise AssertionError

    assert asyncio.run(run()) is FailureReason.DNS


def test_dead_first_address() -> None:
    """If one address of a host is dead, the next is tried."""

    async def run() -> Exchange:
        async with serve({"*": answer("ok")}) as server:
            routes = (
                Route("a.test", "127.0.0.2", to_port=1),
                Route("a.test", "127.0.0.1", to_port=server.port),
            )
            async with Net(FREE, Reach(routes=routes)) as net:
                return await net.fetch(ask("http://a.test/", seconds=3.0))

    assert asyncio.run(run()).status == 200


@pytest.mark.parametrize(
    ("home", "addresses"),
    [
        pytest.param("::1", ["::1"], id="IPv6 alone"),
        pytest.param("127.0.0.1", ["::1", "127.0.0.1"], id="IPv6 broken"),
    ],
)
def test_ipv6_alone_or_broken(home: str, addresses: list[str]) -> None:
    """A host that has IPv6 alone is reached, and one whose IPv6 is broken by its other address."""

    async def respond(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(answer("ok"))
        writer.close()

    async def run() -> Exchange:
        listening = await asyncio.start_server(respond, home, 0)
        port = listening.sockets[0].getsockname()[1]
        async with listening, Net(FREE, OPEN, look_up=lambda name: addresses) as net:
            return await net.fetch(ask(f"http://a.test:{port}/", seconds=5.0))

    seen = asyncio.run(run())

    assert (seen.status, seen.address) == (200, home)


def test_a_clock_that_jumps(monkeypatch: pytest.MonkeyPatch) -> None:
    """A day that is set back while a request is under way makes no duration negative or long."""
    days = iter((datetime(2026, 3, 2, tzinfo=UTC), *[datetime(2025, 3, 1, tzinfo=UTC)] * 99))
    monkeypatch.setattr(client, "utc_now", lambda: next(days))
    seen = asyncio.run(fetched(answer("ok"), seconds=20.0))

    assert seen.total_ms is not None
    assert seen.first_byte_ms is not None
    assert 0 < seen.first_byte_ms <= seen.total_ms < 20_000


def test_one_request_at_a_time_to_a_host() -> None:
    """However many ask, a host sees one request at a time, over one connection."""

    async def run() -> Server:
        async with serve({"*": answer("ok")}) as server, Net(FREE, OPEN) as net:
            urls = [f"http://127.0.0.1:{server.port}/{number}" for number in range(20)]
            await asyncio.gather(*(net.fetch(ask(url)) for url in urls))
            return server

    server = asyncio.run(run())

    assert (len(server.asked), server.most_at_once) == (20, 1)


def test_pace() -> None:
    """Requests to a host, and to an address, start no closer together than their rates allow."""

    async def run() -> tuple[float, float]:
        async with serve({"*": answer("ok")}) as server:
            names = [f"h{number}.test" for number in range(4)]
            reach = Reach(routes=tuple(Route(name, "127.0.0.1", to_port=server.port) for name in names))
            by_host = Politeness(rate=20, rate_per_address=0)
            async with Net(by_host, reach) as net:
                start = monotonic()
                await asyncio.gather(
                    *(net.fetch(ask("http://h0.test/", politeness=by_host)) for _ in range(5))
                )
                host_seconds = monotonic() - start
            by_address = Politeness(rate=1000, rate_per_address=20)
            async with Net(by_address, reach) as net:
                start = monotonic()
                await asyncio.gather(
                    *(net.fetch(ask(f"http://{name}/", politeness=by_address)) for name in names)
                )
                return host_seconds, monotonic() - start

    host_seconds, address_seconds = asyncio.run(run())

    assert host_seconds >= 4 / 20
    assert address_seconds >= 3 / 20


def test_a_silent_host_holds_no_other_up() -> None:
    """However many hosts of an address are silent, another one on it is answered before they time out."""

    async def run() -> tuple[Exchange, bool]:
        async with serve({"*": stall}) as silent, serve({"*": answer("ok")}) as server:
            dead = [f"h{number}.test" for number in range(30)]
            routes = [Route(name, "127.0.0.1", to_port=silent.port) for name in dead]
            reach = Reach(routes=(*routes, Route("a.test", "127.0.0.1", to_port=server.port)))
            async with Net(FREE, reach) as net:
                waiting = [
                    asyncio.create_task(net.fetch(ask(f"http://{name}/", seconds=30))) for name in dead
                ]
                while not silent.asked:
                    await asyncio.sleep(0.01)
                found = await net.fetch(ask("http://a.test/", seconds=20))
                still = not any(task.done() for task in waiting)
                for task in waiting:
                    task.cancel()
                await asyncio.gather(*waiting, return_exceptions=True)
                return found, still

    found, still = asyncio.run(run())

    assert found.status == 200
    assert still


def test_waiting_for_a_turn_is_free() -> None:
    """The wait for a host that is being asked does not count against a request's deadline."""

    async def slow(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.25)
        writer.write(answer("ok"))
        await writer.drain()

    async def run() -> list[Exchange]:
        async with serve({"*": slow}) as server, Net(FREE, OPEN) as net:
            url = f"http://127.0.0.1:{server.port}/"
            return await asyncio.gather(*(net.fetch(ask(url, seconds=0.8)) for _ in range(5)))

    found = asyncio.run(run())

    assert [exchange.status for exchange in found] == [200] * 5


def test_idle_connections_are_few() -> None:
    """Connections to hosts that are done with are closed when there are many."""

    async def run() -> int:
        async with serve({"*": answer("ok")}) as server:
            names = [f"h{number}.test" for number in range(12)]
            reach = Reach(routes=tuple(Route(name, "127.0.0.1", to_port=server.port) for name in names))
            async with Net(FREE, reach, connections=4) as net:
                await asyncio.gather(*(net.fetch(ask(f"http://{name}/", seconds=5.0)) for name in names))
                return sum(lane.wire is not None for lane in net._lanes.values())

    assert asyncio.run(run()) <= 4


def test_no_cookie_is_ever_sent_back() -> None:
    """No credentials go anywhere: neither cookies nor those of a URL."""
    heads: list[bytes] = []

    async def note(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(answer("ok", set_cookie="id=1; Path=/"))
        heads.append(await reader.readuntil(b"\r\n\r\n"))
        writer.write(answer("ok"))
        await writer.drain()

    async def run() -> None:
        async with serve({"*": note}) as server, Net(FREE, OPEN) as net:
            for _ in range(2):
                await net.fetch(ask(f"http://127.0.0.1:{server.port}/", seconds=2.0))

    asyncio.run(run())

    assert heads
    assert b"cookie" not in heads[0].lower()
    assert b"authorization" not in heads[0].lower()
    assert b"accept-language: id,en" in heads[0].lower()


def test_stand_in() -> None:
    """A transport of httpx stands in for the network."""

    def respond(request: httpx.Request) -> httpx.Response:
        return httpx.Response(204, headers={"x": "y"})

    async def run() -> Exchange:
        transport = httpx.MockTransport(respond)
        async with Net(FREE, Reach(), look_up=lambda name: ["8.8.8.8"], transport=transport) as net:
            return await net.fetch(ask("http://a.test/"))

    exchange = asyncio.run(run())

    assert (exchange.status, exchange.header("x")) == (204, "y")


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (httpx.ReadTimeout("silent"), FailureReason.TIMEOUT),
        (httpx.ReadError("gone"), FailureReason.RESET),
    ],
)
def test_fault_of_a_stand_in(error: httpx.TransportError, reason: FailureReason) -> None:
    """What httpx's transports raise means what the network's faults mean."""

    def respond(_: httpx.Request) -> httpx.Response:
        raise error

    async def run() -> Exchange:
        transport = httpx.MockTransport(respond)
        async with Net(FREE, Reach(), look_up=lambda name: ["8.8.8.8"], transport=transport) as net:
            return await net.fetch(ask("http://a.test/"))

    failure = asyncio.run(run()).failure

    assert failure is not None
    assert failure.reason is reason
