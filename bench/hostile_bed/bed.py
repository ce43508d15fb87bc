"""One site of the bed, and what its answers are made of."""

import asyncio
import itertools
import zlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from tests.crawl.servers import (
    Answer,
    Server,
    answer,
    html,
)

Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


Answers = dict[str, Answer | list[Answer]]


HOSTILE_NET, BLACK_HOLE, NO_ROUTE = "8.1.0.0/16", "8.2.0.0/16", "8.3.0.0/16"


HOSTILE_NET6 = "2a00:1::/32"


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"


MANY = 1_000_000


ZEROS = bytes(60_000_000)


PAGE = html("/profil").encode()


@dataclass
class Bed:
    """One site of the bed.

    Attributes:
        http: what port 80 does.
        https: what port 443 does, inside TLS.
        tls: a name of how TLS is spoken; empty for not at all: port 443 is closed at once.
        dns: a name of how its name resolves.
        path: of the listed address.
    """

    group: str
    name: str
    http: Answer | Answers = b""
    https: Answer | Answers | None = None
    tls: str = ""
    dns: str = "ok"
    scheme: str = "http"
    path: str = "/"
    url: str = ""
    id: str = ""
    host: str = ""
    address: str = ""
    servers: dict[int, Server] = field(default_factory=dict)


def good(*links: str, title: str = "Dinas Kesehatan") -> bytes:
    """A page of content."""
    return answer(html(*links, title=title))


def site(body: bytes | str | Answer | None = None, **paths: Answer) -> Answers:
    """A small healthy site with one thing that is not: its home page, or what is named by `_` for /."""
    pages: Answers = {
        "/": good("/profil", "/layanan", "/kontak", "/berita"),
        "/robots.txt": answer("User-agent: *\nAllow: /\n", content_type="text/plain"),
        "/sitemap.xml": answer("", 404),
        "/profil": good("/", title="Profil"),
        "/layanan": good("/", title="Layanan"),
        "/kontak": good("/", title="Kontak"),
        "/berita": good("/profil", title="Berita"),
    }
    if body is not None:
        pages["/"] = answer(body) if isinstance(body, str) else body
    for name, what in paths.items():
        pages["/" + name.replace("_", ".")] = what
    return pages


def drip(data: bytes, every: int = 1, seconds: float = 0.5) -> Talk:
    """Sends bytes so slowly that each read succeeds and the whole never comes to an end."""

    async def talk(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for start in itertools.count(0, every):
            writer.write(data[start : start + every] or b"x")
            await writer.drain()
            await asyncio.sleep(seconds)

    return talk


def repeat(unit: bytes, first: bytes = b"") -> Talk:
    """Sends the same for ever."""

    async def talk(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(first)
        while True:
            writer.write(unit * (65_536 // len(unit) + 1))
            await writer.drain()

    return talk


def late(seconds: float, what: bytes) -> Talk:
    """Answers late, and closes."""

    async def talk(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(seconds)
        writer.write(what)
        await writer.drain()

    return talk


def each(make: Callable[[int], bytes]) -> Talk:
    """Answers each request with something new, and closes."""
    numbers = itertools.count(1)

    async def talk(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(make(next(numbers)))
        await writer.drain()

    return talk


async def half_close(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Says that nothing more will come, and stays."""
    writer.write_eof()
    await reader.read()


def coded(coding: str, data: bytes, status: int = 200, **fields: str) -> bytes:
    """An answer with a content coding."""
    return answer(data, status, content_encoding=coding, **fields)


def deflate(data: bytes) -> bytes:
    """Without zlib's header."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()
