"""Raw loopback servers: each answers a path with bytes, or does to the connection what a test wants."""

import asyncio
import ssl
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from concurrent.futures import Future
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field

from webaudit.crawl.capture import Captured, capture
from webaudit.crawl.client import Net
from webaudit.crawl.resolver import LookUp
from webaudit.model.evidence import Exchange
from webaudit.model.plan import Budget, Plan, Politeness, Reach, Route
from webaudit.model.site import Site

Behaviour = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
Answer = bytes | Behaviour

FREE = Politeness(rate=0, user_agent="webaudit/test")
PROBES = ("Home", "LinkTargets", "PlainHttp", "Readings", "Robots", "Sitemaps", "Tls")


@dataclass
class Server:
    """A running server.

    Attributes:
        asked: request targets, in order.
        hosts: Host fields, in order.
    """

    port: int
    answers: dict[str, Answer | list[Answer]]
    asked: list[str] = field(default_factory=list)
    hosts: list[str] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0


def answer(body: bytes | str = b"", status: int = 200, *, length: int | None = None, **fields: str) -> bytes:
    """A whole response; underscores in names of fields stand for hyphens."""
    data = body.encode() if isinstance(body, str) else body
    fields = {"content_type": "text/html; charset=utf-8", **fields}
    lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in fields.items())
    size = len(data) if length is None else length
    return f"HTTP/1.1 {status} Status\r\n{lines}Content-Length: {size}\r\n\r\n".encode() + data


def redirect(location: str, status: int = 302) -> bytes:
    """A redirect."""
    return answer("", status, location=location)


def html(*links: str, title: str = "Dinas Kesehatan", words: int = 200) -> str:
    """A page of content with links, each `href` or `href|text`."""
    anchors = "".join(
        f'<li><a href="{link.partition("|")[0]}">{link.partition("|")[2] or "tautan"}</a></li>'
        for link in links
    )
    text = "Pelayanan kesehatan bagi warga Jawa Barat. " * (words // 6)
    body = f"<h1>{title}</h1><p>{text}</p>{anchors}"
    return f'<!doctype html><html lang="id"><title>{title}</title><body>{body}</body></html>'


async def stall(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Says nothing until the client goes."""
    await reader.read()


def after(data: bytes, then: Behaviour = stall) -> Behaviour:
    """Sends some bytes, then behaves otherwise."""

    async def behave(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(data)
        await writer.drain()
        await then(reader, writer)

    return behave


async def reset(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Resets the connection."""
    writer.transport.abort()


async def close(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Closes the connection in good order."""


async def endless(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Sends for ever, as fast as it is read."""
    while True:
        writer.write(b"x" * 65_536)
        await writer.drain()


@asynccontextmanager
async def serve(
    answers: Mapping[str, Answer | list[Answer]], tls: ssl.SSLContext | None = None
) -> AsyncIterator[Server]:
    """Serves answers by path; a list answers one after the other, its last for ever; `*` all others."""
    server = Server(0, dict(answers))

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await _talk(server, reader, writer)

    async with serve_raw(talk, tls) as server.port:
        yield server


@contextmanager
def served(answers: Mapping[str, Answer | list[Answer]]) -> Iterator[Server]:
    """The same in a thread of its own, for tests of the command; its answers may be changed meanwhile."""
    started: Future[tuple[Server, asyncio.AbstractEventLoop, asyncio.Event]] = Future()

    async def run() -> None:
        async with serve(answers) as server:
            stop = asyncio.Event()
            started.set_result((server, asyncio.get_running_loop(), stop))
            await stop.wait()

    thread = threading.Thread(target=asyncio.run, args=(run(),))
    thread.start()
    server, loop, stop = started.result()
    try:
        yield server
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join()


@asynccontextmanager
async def serve_raw(behave: Behaviour, tls: ssl.SSLContext | None = None) -> AsyncIterator[int]:
    """Behaves so to each connection, whatever it asks; the port."""
    talks: set[asyncio.Task[None]] = set()

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        talk = asyncio.current_task()
        assert talk is not None
        talks.add(talk)
        try:
            await behave(reader, writer)
        except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, ConnectionError, ssl.SSLError):
            pass
        except asyncio.CancelledError:
            writer.transport.abort()
        finally:
            writer.close()
            with suppress(ConnectionError, ssl.SSLError, asyncio.CancelledError):
                await writer.wait_closed()
            talks.discard(talk)

    listening = await asyncio.start_server(connected, "127.0.0.1", 0, ssl=tls)
    async with listening:
        yield listening.sockets[0].getsockname()[1]
        for talk in list(talks):
            talk.cancel()
        await asyncio.gather(*talks, return_exceptions=True)


async def _talk(server: Server, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while True:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        path = head.split(" ")[1]
        server.asked.append(path)
        server.hosts += [line[6:] for line in head.split("\r\n") if line.lower().startswith("host: ")]
        server.at_once += 1
        server.most_at_once = max(server.most_at_once, server.at_once)
        try:
            what = server.answers.get(path, server.answers.get("*", answer("no such page", 404)))
            if isinstance(what, list):
                what = what.pop(0) if len(what) > 1 else what[0]
            if isinstance(what, bytes):
                writer.write(what)
                await writer.drain()
            else:
                await what(reader, writer)
                return
        finally:
            server.at_once -= 1


def plan(
    url: str,
    *,
    reach: Reach | None = None,
    politeness: Politeness = FREE,
    budget: Budget | None = None,
    probes: tuple[str, ...] = PROBES,
    seed: int = 0,
    crawl: bool = True,
    site: Site | None = None,
) -> Plan:
    """A plan for one site, without pace."""
    return Plan(
        site=site or Site(id="site", url=url),
        budget=budget or Budget(request_seconds=0.6, stall_seconds=3.0),
        politeness=politeness,
        reach=reach or Reach(allow_private=True),
        probes=probes,
        seed=seed,
        crawl=crawl,
    )


def routed(*servers: tuple[str, int, Server]) -> Reach:
    """Routes by (host, port, server)."""
    return Reach(
        routes=tuple(
            Route(host, "127.0.0.1", port=port, to_port=server.port) for host, port, server in servers
        )
    )


async def captured(
    plan: Plan, stored: tuple[Exchange, ...] = (), look_up: LookUp | None = None
) -> tuple[Captured, list[Exchange]]:
    """One capture, and the Exchanges that it kept."""
    kept: list[Exchange] = []
    async with Net(plan.politeness, plan.reach, look_up=look_up) as net:
        found = await capture(plan, net, kept.append, stored)
    return found, kept
