"""The bed of bench/hostile.py: hostile and healthy sites, a DNS server and a canary, on their own network.

Runs where every address is on this machine (a network namespace): what a connection gets hangs on the address
that it was made to. An address that belongs to no site is a private one; whoever connects to it is counted.
"""

import asyncio
import base64
import gzip
import ipaddress
import itertools
import json
import ssl
import struct
import sys
import tempfile
import zlib
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import brotli
import trustme
from backports import zstd

sys.path.insert(0, str(Path(__file__).parent.parent))
from tests.crawl.servers import (
    Answer,
    Server,
    _talk,
    after,
    answer,
    close,
    endless,
    html,
    redirect,
    reset,
    stall,
)
from webaudit.crawl.clock import utc_now

Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
Answers = dict[str, Answer | list[Answer]]

HOSTILE_NET, BLACK_HOLE, NO_ROUTE = "8.1.0.0/16", "8.2.0.0/16", "8.3.0.0/16"
HOSTILE_NET6 = "2a00:1::/32"
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
MANY = 1_000_000


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


ZEROS = bytes(60_000_000)
PAGE = html("/profil").encode()
PRIVATE = [
    *(
        "http://127.0.0.1/",
        "http://127.0.0.1:8080/",
        "http://localhost/",
        "http://10.0.0.1/",
        "http://192.168.1.1/",
    ),
    *(
        "http://172.16.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://100.64.0.1/",
        "http://0.0.0.0/",
    ),
    *(
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[fe80::1]/",
        "http://[fd00::1]/",
        "http://[::]/",
    ),
    *("http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/", "http://[::ffff:a9fe:a9fe]/"),
    *("http://2130706433/", "http://0x7f000001/", "http://0177.0.0.1/", "http://127.1/", "http://0/"),
    *("http://\u2460\u2461\u2466.0.0.1/", "http://127\u30020\u30020\u30021/", "http://127.0.0.1./"),
    *(
        "http://user:pw@127.0.0.1/",
        "http:\\\\127.0.0.1\\",
        "http://8.1.0.1@127.0.0.1/",
        "http://%31%32%37.0.0.1/",
    ),
    *("http:127.0.0.1", "//127.0.0.1/", "https://127.0.0.1/", "http://0x7f.1/", "http://017700000001/"),
    *("ftp://127.0.0.1/", "file:///etc/passwd", "gopher://127.0.0.1:6379/_X", "jar:http://127.0.0.1!/"),
]


def network() -> Iterator[Bed]:
    """Stalls, breaks and trickles."""
    for name, what in {
        "silent": stall,
        "close": close,
        "reset": reset,
        "half-close": half_close,
        "status-stall": after(b"HTTP/1.1 20"),
        "header-stall": after(HEAD),
        "header-end-stall": after(HEAD + b"\r"),
        "body-stall": after(HEAD + b"Content-Length: 999\r\n\r\n<p>"),
        "chunk-stall": after(HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\nab"),
        "chunk-size-stall": after(HEAD + b"Transfer-Encoding: chunked\r\n\r\n5"),
        "status-trickle": drip(b"HTTP/1.1 200 OK\r\n"),
        "header-trickle": drip(HEAD + b"X: "),
        "body-trickle": drip(HEAD + b"\r\n<p>", 60),
        "chunk-trickle": drip(HEAD + b"Transfer-Encoding: chunked\r\n\r\n" + b"1\r\na\r\n" * 9_999, 6),
        "header-close": after(HEAD, close),
        "header-reset": after(HEAD, reset),
        "body-close": after(HEAD + b"Content-Length: 999\r\n\r\n" + PAGE[:300], close),
        "body-reset": after(HEAD + b"Content-Length: 999\r\n\r\n" + PAGE[:300], reset),
        "chunk-close": after(HEAD + b"Transfer-Encoding: chunked\r\n\r\nff\r\n<p>", close),
        "late": late(15, good()),
        "too-late": late(25, good()),
        "endless-body": after(HEAD + b"\r\n", endless),
        "endless-chunks": repeat(b"1\r\na\r\n", HEAD + b"Transfer-Encoding: chunked\r\n\r\n"),
        "endless-lines": repeat(b"\r\n"),
        "endless-junk": endless,
        "every-other-resets": [reset, good("/profil")],
        "pages-stall": site(profil=stall, layanan=stall, kontak=stall, berita=stall),
        "pages-reset": site(profil=reset, layanan=reset, kontak=reset, berita=reset),
        "pages-late": {**site(good(*(f"/{n}" for n in range(99)))), "*": late(4, good())},
        "pages-break": {
            **site(good(*(f"/{n}" for n in range(99)))),
            "*": after(HEAD + b"Content-Length: 9999\r\n\r\n<p>", close),
        },
    }.items():
        yield Bed("network", name, {"*": what} if not isinstance(what, dict) else what)


def syntax() -> Iterator[Bed]:
    """Broken and odd HTTP."""
    body = b"<p>halo"
    for name, raw in {
        "http09": PAGE,
        "no-reason": b"HTTP/1.1 200\r\n\r\n" + body,
        "status-999": b"HTTP/1.1 999 X\r\nContent-Length: 0\r\n\r\n",
        "status-000": b"HTTP/1.1 000 X\r\nContent-Length: 0\r\n\r\n",
        "status-2": b"HTTP/1.1 2 X\r\n\r\n",
        "status-minus": b"HTTP/1.1 -200 X\r\n\r\n",
        "status-long": b"HTTP/1.1 " + b"2" * 5_000 + b" X\r\n\r\n",
        "status-text": b"HTTP/1.1 OK 200\r\n\r\n",
        "version-9": b"HTTP/9.9 200 OK\r\n\r\n" + body,
        "version-text": b"HTTP/one 200 OK\r\n\r\n" + body,
        "icy": b"ICY 200 OK\r\n\r\n" + body,
        "ssh": b"SSH-2.0-OpenSSH_9.9\r\n",
        "smtp": b"220 mail.example ESMTP\r\n",
        "http2": b"\0\0\x12\4\0\0\0\0\0" + b"\0\3\0\0\0d" * 3,
        "tls-on-80": b"\x15\3\1\0\2\2(",
        "bare-lf": b"HTTP/1.1 200 OK\nContent-Type: text/html\n\n" + PAGE,
        "bare-cr": b"HTTP/1.1 200 OK\rContent-Type: text/html\r\r" + PAGE,
        "no-colon": HEAD + b"nonsense\r\n\r\n" + body,
        "space-colon": HEAD + b"X : y\r\n\r\n" + body,
        "no-name": HEAD + b": y\r\n\r\n" + body,
        "nul": HEAD + b"X: a\0b\r\n\r\n" + body,
        "latin": HEAD + b"X: \xe9\xff\r\nServer: \x1b[31m\r\n\r\n" + body,
        "fold": HEAD + b"X: a\r\n b\r\n\tc\r\n\r\n" + body,
        "fields-10000": HEAD + b"X: a\r\n" * 10_000 + b"\r\n",
        "field-1mb": HEAD + b"X: " + b"a" * MANY + b"\r\n\r\n",
        "reason-1mb": b"HTTP/1.1 200 " + b"a" * MANY + b"\r\n\r\n",
        "cookies": HEAD + b"Set-Cookie: a=b; Path=/\r\n" * 3_000 + b"\r\n" + body,
        "escapes": b"HTTP/1.1 200 \x1b]0;x\x07OK\r\nServer: \x1b[2J\r\nContent-Length: 0\r\n\r\n",
        "continue-100": b"HTTP/1.1 100 Continue\r\n\r\n" * 100 + HEAD + b"Content-Length: 7\r\n\r\n" + body,
        "hints-103": b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" * 100
        + HEAD
        + b"Content-Length: 7\r\n\r\n"
        + body,
        "switch-101": b"HTTP/1.1 101 Switching\r\nUpgrade: websocket\r\n\r\n",
        "body-204": b"HTTP/1.1 204 No Content\r\nContent-Length: 7\r\n\r\n" + body,
        "status-205": b"HTTP/1.1 205 Reset\r\nContent-Length: 0\r\n\r\n",
        "status-206": b"HTTP/1.1 206 Partial\r\nContent-Range: bytes 0-6/99\r\nContent-Length: 7\r\n\r\n"
        + body,
        "status-304": b"HTTP/1.1 304 Not Modified\r\n\r\n",
        "status-300": b"HTTP/1.1 300 Choices\r\nContent-Length: 0\r\n\r\n",
        "length-minus": HEAD + b"Content-Length: -7\r\n\r\n" + body,
        "length-plus": HEAD + b"Content-Length: +7\r\n\r\n" + body,
        "length-two": HEAD + b"Content-Length: 7\r\nContent-Length: 3\r\n\r\n" + body,
        "length-list": HEAD + b"Content-Length: 7, 7\r\n\r\n" + body,
        "length-huge": HEAD + b"Content-Length: " + b"9" * 300 + b"\r\n\r\n" + body,
        "length-text": HEAD + b"Content-Length: viele\r\n\r\n" + body,
        "length-short": HEAD + b"Content-Length: 3\r\n\r\n" + PAGE,
        "length-and-chunked": HEAD
        + b"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n7\r\n<p>halo\r\n0\r\n\r\n",
        "chunked-twice": HEAD + b"Transfer-Encoding: chunked, chunked\r\n\r\n7\r\n<p>halo\r\n0\r\n\r\n",
        "te-gzip": HEAD + b"Transfer-Encoding: gzip, chunked\r\n\r\n7\r\n<p>halo\r\n0\r\n\r\n",
        "te-unknown": HEAD + b"Transfer-Encoding: nonsense\r\n\r\n" + body,
        "chunk-huge": HEAD + b"Transfer-Encoding: chunked\r\n\r\nffffffffffffffffffff\r\nabc",
        "chunk-minus": HEAD + b"Transfer-Encoding: chunked\r\n\r\n-5\r\nabcde\r\n0\r\n\r\n",
        "chunk-hex": HEAD + b"Transfer-Encoding: chunked\r\n\r\n0x5\r\nabcde\r\n0\r\n\r\n",
        "chunk-no-end": HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\nabcdefgh\r\n0\r\n\r\n",
        "chunk-extension": HEAD
        + b"Transfer-Encoding: chunked\r\n\r\n5;"
        + b"a" * MANY
        + b"\r\nabcde\r\n0\r\n\r\n",
        "trailers": HEAD
        + b"Transfer-Encoding: chunked\r\n\r\n7\r\n<p>halo\r\n0\r\n"
        + b"X: y\r\n" * 50_000
        + b"\r\n",
    }.items():
        yield Bed("syntax", name, {"*": after(raw, close)})
    yield Bed("syntax", "endless-1xx", {"*": repeat(b"HTTP/1.1 100 Continue\r\n\r\n")})
    yield Bed("syntax", "endless-fields", {"*": repeat(b"X: aaaaaaaaaaaaaaaaaaaa\r\n", HEAD)})
    yield Bed("syntax", "endless-field", {"*": repeat(b"a", HEAD + b"X: ")})
    yield Bed("syntax", "endless-status", {"*": repeat(b"2", b"HTTP/1.1 ")})
    yield Bed(
        "syntax",
        "endless-trailers",
        {"*": repeat(b"X: y\r\n", HEAD + b"Transfer-Encoding: chunked\r\n\r\n0\r\n")},
    )
    yield Bed("syntax", "keep-alive-lies", {"*": after(answer("<p>halo", connection="keep-alive"), reset)})
    yield Bed("syntax", "two-answers", {"*": good("/profil") + good("/layanan")})


def codings() -> Iterator[Bed]:
    """Bombs, and codings that are not what they say."""
    bomb = gzip.compress(ZEROS)
    flood = gzip.compress(b"<p>a<p>" * 5_000_000)
    twice, thrice = gzip.compress(bomb), gzip.compress(gzip.compress(bomb))
    many = bomb
    for _ in range(7):
        many = gzip.compress(many)
    packed = gzip.compress(PAGE)
    for name, what in {
        "gzip-bomb": coded("gzip", bomb),
        "gzip-flood": coded("gzip", flood),
        "deflate-bomb": coded("deflate", zlib.compress(ZEROS)),
        "raw-deflate-bomb": coded("deflate", deflate(ZEROS)),
        "br-bomb": coded("br", brotli.compress(ZEROS, quality=5)),
        "br-flood": coded("br", brotli.compress(b"<p>a<p>" * 5_000_000, quality=5)),
        "zstd-bomb": coded("zstd", zstd.compress(ZEROS)),
        "zstd-window": coded("zstd", b"\x28\xb5\x2f\xfd\x00\xf8" + bytes(40)),
        "gzip-twice": coded("gzip, gzip", twice),
        "gzip-thrice": coded("gzip, gzip, gzip", thrice),
        "gzip-ten": coded("gzip, " * 9 + "gzip", many),
        "codings-1000": coded("gzip, " * 999 + "gzip", many),
        "error-bomb": coded("gzip", bomb, 404),
        "server-error-bomb": coded("gzip", bomb, 500),
        "redirect-bomb": coded("gzip", bomb, 302, location="/profil"),
        "plain-as-gzip": coded("gzip", PAGE),
        "plain-as-br": coded("br", PAGE),
        "plain-as-zstd": coded("zstd", PAGE),
        "unknown": coded("nonsense", PAGE),
        "escape": coded("\x1b[31mx", PAGE),
        "cut-gzip": coded("gzip", packed[:-9]),
        "cut-br": coded("br", brotli.compress(PAGE)[:-9]),
        "cut-zstd": coded("zstd", zstd.compress(PAGE)[:-9]),
        "gzip-junk": coded("gzip", packed + b"junk" * 999),
        "gzip-members": coded("gzip", gzip.compress(b"<p>") * 20_000),
        "zstd-frames": coded("zstd", zstd.compress(b"<p>") * 20_000),
        "empty-gzip": coded("gzip", b""),
        "identity": coded("identity", PAGE),
        "x-gzip": coded("x-gzip", packed),
        "body-100mb": answer(b"<p>halo " * 12_000_000),
        "body-4mb": answer(b"<p>" + b"halo " * 900_000),
    }.items():
        yield Bed("codings", name, {**site(), "/": what})
    yield Bed(
        "codings", "all-pages-bomb", {**site(good(*(f"/{n}" for n in range(99)))), "*": coded("gzip", flood)}
    )
    yield Bed(
        "codings",
        "all-pages-4mb",
        {**site(good(*(f"/{n}" for n in range(99)))), "*": answer(b"<p>halo</p>" * 380_000)},
    )
    yield Bed("codings", "robots-bomb", site(robots_txt=coded("gzip", bomb)))
    yield Bed(
        "codings", "sitemap-bomb", site(sitemap_xml=coded("gzip", bomb, content_type="application/xml"))
    )
    yield Bed("codings", "sitemap-gz-bomb", site(sitemap_xml=answer(bomb, content_type="application/x-gzip")))


def redirects() -> Iterator[Bed]:
    """Chains that never end, and ends that are none."""
    for name, location in {
        "self": "/",
        "empty": "",
        "spaces": "   ",
        "no-host": "http://",
        "slashes": "//",
        "blank-host": "http://a b/",
        "scheme-only": "http:",
        "javascript": "javascript:alert(1)",
        "data": "data:text/html,<h1>x</h1>",
        "mailto": "mailto:a@b.example",
        "about": "about:blank",
        "ws": "ws://a.example/",
        "port-22": "http://bed0.example:22/",
        "port-99999": "http://a.example:99999/",
        "port-0": "http://a.example:0/",
        "bad-v6": "http://[::1/",
        "long": "/" + "a" * 60_000,
        "escape": "/\x1b[31m",
        "percent": "/%00%0d%0aX:y",
        "idn": "http://xn--/",
        "idn-long": "http://" + "a" * 300 + ".example/",
        "dots": "http://..../",
        "nxdomain": "http://nowhere.nx.example/",
    }.items():
        yield Bed("redirects", name, {"*": redirect(location)})
    yield Bed("redirects", "nul", {"*": after(b"HTTP/1.1 302 Found\r\nLocation: /a\0b\r\n\r\n", close)})
    yield Bed(
        "redirects",
        "two-locations",
        {"*": after(b"HTTP/1.1 302 Found\r\nLocation: /a\r\nLocation: /b\r\n\r\n", close)},
    )
    yield Bed(
        "redirects",
        "latin-location",
        {"*": after(b"HTTP/1.1 302 Found\r\nLocation: /caf\xe9\r\n\r\n", close)},
    )
    yield Bed("redirects", "no-location", {"*": answer("", 302)})
    yield Bed("redirects", "pair", {"/": redirect("/b"), "/b": redirect("/"), "*": redirect("/")})
    yield Bed("redirects", "ever-new", {"*": each(lambda n: redirect(f"/{n}"))})
    yield Bed("redirects", "ever-new-query", {"*": each(lambda n: redirect(f"/?{n}"))})
    yield Bed(
        "redirects",
        "ten",
        {**{f"/{n}": redirect(f"/{n + 1}") for n in range(1, 10)}, "/10": good(), "/": redirect("/1")},
    )
    yield Bed(
        "redirects",
        "pages",
        {**site(good(*(f"/{n}" for n in range(99)))), "*": each(lambda n: redirect(f"/x{n}"))},
    )
    yield Bed("redirects", "to-body-stall", {"/": redirect("/b"), "*": after(HEAD + b"\r\n<p>")})
    yield Bed(
        "redirects",
        "endless-redirect-body",
        {"*": repeat(b"x", b"HTTP/1.1 302 Found\r\nLocation: /a\r\n\r\n")},
    )
    yield Bed("redirects", "refresh", site("<meta http-equiv=refresh content='0; url=/'>"))
    yield Bed(
        "redirects",
        "refresh-new",
        {
            **site(),
            "/": each(lambda n: answer(f"<meta http-equiv=refresh content='0;url=/{n}'>")),
            "*": each(lambda n: answer(f"<meta http-equiv=refresh content='0;url=/{n}'>")),
        },
    )


def inward() -> Iterator[Bed]:
    """Ways to what only this machine and its neighbours can see."""
    for number, url in enumerate(PRIVATE):
        yield Bed(
            "inward",
            f"redirect-{number}",
            {"*": redirect(url)},
        )
    links = "".join(
        f'<a href="{u}">x</a><img src="{u}" alt=x><link rel=stylesheet href="{u}"><script src="{u}"></script>'
        f'<form action="{u}"></form><iframe src="{u}"></iframe><link rel=canonical href="{u}">'
        f'<link rel=icon href="{u}"><link rel=manifest href="{u}"><meta property=og:image content="{u}">'
        for u in PRIVATE
    )
    yield Bed("inward", "links", site(f"<html lang=id><title>Dinas</title><p>{'kata ' * 200}{links}"))
    for url in ("http://127.0.0.1/", "http://[::1]/", "http://169.254.169.254/"):
        name = url.strip("htp:/[]").replace(":", "").replace(".", "-") or "v6"
        yield Bed("inward", f"base-{name}", site(f"<base href={url}>" + html("profil", "/layanan")))
        yield Bed("inward", f"refresh-{name}", site(f"<meta http-equiv=refresh content='0;url={url}'>"))
        yield Bed("inward", f"frames-{name}", site(f"<frameset><frame src={url}></frameset>"))
        yield Bed("inward", f"robots-{name}", site(robots_txt=redirect(url)))
        yield Bed("inward", f"robots-sitemap-{name}", site(robots_txt=answer(f"Sitemap: {url}sitemap.xml")))
        yield Bed(
            "inward",
            f"sitemap-{name}",
            site(
                sitemap_xml=answer(f"<urlset><url><loc>{url}</loc></url></urlset>", content_type="text/xml")
            ),
        )
        yield Bed(
            "inward",
            f"index-{name}",
            site(
                sitemap_xml=answer(
                    f"<sitemapindex><sitemap><loc>{url}a.xml</loc></sitemap></sitemapindex>",
                    content_type="text/xml",
                )
            ),
        )
        yield Bed(
            "inward",
            f"headers-{name}",
            site(
                answer(
                    html("/profil"),
                    link=f"<{url}>; rel=preload",
                    refresh=f"0; url={url}",
                    content_location=url,
                )
            ),
        )
    for dns in (
        "private",
        "metadata",
        "mixed",
        "rebind",
        "cname-private",
        "mapped",
        "unspecified",
        "v6-local",
        "nat64",
    ):
        yield Bed("inward", f"dns-{dns}", site(), dns=dns)
    for url in (
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://2130706433/",
        "http://localhost/",
        "http://10.0.0.1:8080/",
    ):
        yield Bed("inward", f"listed-{url.strip('htp:/')[:9]}", url=url)


def names() -> Iterator[Bed]:
    """DNS that lies, fails or is silent, and connections that nobody takes."""
    for dns in (
        "nxdomain",
        "servfail",
        "refused",
        "silent",
        "junk",
        "empty",
        "wrong-id",
        "truncated",
        "cname-loop",
    ):
        yield Bed("names", dns, site(), dns=dns)
    for dns in (
        "slow",
        "fifty",
        "dead-first",
        "v6-only",
        "v6-dead",
        "cname-chain",
        "pointer-loop",
        "wrong-name",
    ):
        yield Bed("names", dns, site(), dns=dns)
    yield Bed("names", "black-hole", site(), dns="black-hole")
    yield Bed("names", "no-route", site(), dns="no-route")
    yield Bed("names", "closed-port", url="http://closed.example:81/", host="closed.example")
    for name, url in {
        "label-64": "http://" + "a" * 64 + ".example/",
        "name-300": "http://" + "a." * 150 + "example/",
        "two-dots": "http://a..example/",
        "underscore": "http://a_b.nx.example/",
        "star": "http://*.example/",
        "bad-punycode": "http://xn--zzzzzzzzzzzz.example/",
    }.items():
        yield Bed("names", name, url=url)


def certificates() -> Iterator[Bed]:
    """TLS as it should not be."""
    for tls in (
        *("expired", "not-yet", "self-signed", "wrong-host", "unknown-root", "incomplete", "old-tls"),
        *("client", "thousand-years", "names-2000", "escapes", "ten-years-old", "weak-cipher"),
    ):
        yield Bed("certificates", tls, site(), site(), tls=tls, scheme="https")
    for tls in (
        "raw-stall",
        "raw-reset",
        "raw-close",
        "raw-http",
        "raw-junk",
        "raw-alert",
        "raw-hello",
        "raw-endless",
        "raw-trickle",
    ):
        yield Bed("certificates", tls, site(), tls=tls, scheme="https")
        yield Bed("certificates", tls + "-alone", {"*": close}, tls=tls, scheme="https")
    yield Bed("certificates", "http-dead", {"*": reset}, site(), tls="good", scheme="https")
    yield Bed("certificates", "http-silent", {"*": stall}, site(), tls="good", scheme="https")
    yield Bed(
        "certificates",
        "ping-pong",
        {"*": redirect("https://HOST/")},
        {"*": redirect("http://HOST/")},
        tls="good",
        scheme="https",
    )
    yield Bed(
        "certificates",
        "truncated-close",
        site(),
        {"*": after(HEAD + b"Content-Length: 999\r\n\r\n<p>", reset)},
        tls="good",
        scheme="https",
    )
    yield Bed(
        "certificates",
        "absurd-hsts",
        site(),
        site(answer(html("/profil"), strict_transport_security="max-age=" + "9" * 4_000)),
        tls="good",
        scheme="https",
    )


def contents() -> Iterator[Bed]:
    """Pages that break parsers, readers and checks."""
    words = "kata " * 200
    for name, body in {
        "empty": b"",
        "space": b" " * 500_000,
        "nul": b"\0" * 500_000,
        "binary": bytes(range(256)) * 4_000,
        "pdf": b"%PDF-1.7\n" + bytes(5_000),
        "gzip-magic": gzip.compress(PAGE),
        "deep-div": b"<div>" * 300_000,
        "deep-b": b"<b>" * 500_000,
        "deep-table": b"<table><tr><td>" * 100_000,
        "deep-svg": b"<svg><g>" * 200_000,
        "deep-span-text": b"<span>a" * 300_000,
        "open-tags": b"<" * 3_000_000,
        "open-quote": b'<a href="' + b"x" * 3_000_000,
        "attributes": b"<p " + b"a=b " * 500_000 + b">",
        "attributes-new": b"<p " + b" ".join(b"a%d=b" % n for n in range(200_000)) + b">",
        "one-attribute": b"<p title='" + b"x" * 3_000_000 + b"'>",
        "comment": b"<!--" + b"-" * 3_000_000,
        "comments": b"<!-- a -->" * 300_000,
        "entities": b"&amp;" * 700_000,
        "entity-numbers": b"&#99999999999;" * 200_000,
        "cdata": b"<![CDATA[" * 300_000,
        "instructions": b"<?a?>" * 500_000,
        "doctype": b"<!DOCTYPE " + b"a" * 3_000_000,
        "one-line": b"<p>" + b"a" * 3_900_000,
        "words": b"<p>" + b"a " * 1_900_000,
        "links": b"".join(b"<a href=/%d>x</a>" % n for n in range(150_000)),
        "same-links": b"<a href=/x>y</a>" * 200_000,
        "images": b"<img src=a.png>" * 200_000,
        "forms": b"<form action=/a><input></form>" * 100_000,
        "headings": b"<h1>a</h1>" * 300_000,
        "titles": b"<title>a</title>" * 200_000,
        "bases": b"<base href=/a>" * 200_000,
        "metas": b"<meta name=a content=b>" * 150_000,
        "scripts": b"<script>atob('aaaaaaaaaaaa')</script>" * 80_000,
        "script-open": b"<script>" + b"</scrip" * 400_000,
        "title-long": b"<title>" + b"judul " * 600_000 + b"</title>",
        "dates": b"<time datetime=2026-01-01>1 Januari 2026</time> " * 70_000,
        "date-text": b"<p>" + b"12 Januari 2026, 31-02-2026 99/99/9999 " * 80_000,
        "digits": b"<p>" + b"1" * 3_000_000,
        "digit-runs": b"<p>" + b"1/2/3/4/5/6/7/8/9/" * 150_000,
        "backtrack-1": b"<p>" + b"a@" * 900_000,
        "backtrack-2": b"<p>" + b"((((((((((" * 200_000,
        "backtrack-3": b"<p>" + b" \t\n" * 900_000 + b"x",
        "backtrack-4": b"<p>" + b"http://" * 400_000,
        "backtrack-5": b"<p>" + b"<p><p <p" * 300_000,
        "json-ld-deep": b"<script type=application/ld+json>" + b"[" * 500_000 + b"</script>",
        "json-ld-object": b"<script type=application/ld+json>" + b'{"a":' * 300_000 + b"</script>",
        "json-ld-number": b'<script type=application/ld+json>{"a":' + b"9" * 500_000 + b"}</script>",
        "json-ld-nan": b'<script type=application/ld+json>{"datePublished":NaN,"a":Infinity}</script>',
        "far-dates": b"<p>1 Januari 99999 <time datetime='0000-00-00'></time><time datetime='9999-12-31'>",
        "escapes": f"<title>\x1b]0;x\x07\x1b[2J \u202e\u200b\x9b31m</title><p>{words}".encode(),
        "markup": f"<title>[bold red]x[/bold] [/] [link=file:///etc/passwd]</title><p>{words}".encode(),
        "formula": f"<title>=cmd|' /C calc'!A0</title><p>{words}".encode(),
        "break-out": f"<title></title><script>alert(1)</script>{{{{x}}}} %s %n {{0}}<p>{words}".encode(),
        "surrogates": b"<title>\xed\xa0\x80\xff\xfe</title><p>" + words.encode(),
        "warc": b"<p>" + b"\r\n\r\nWARC/1.1\r\nWARC-Type: response\r\n\r\n" * 1_000,
        "frames-self": b"<frameset><frame src=/></frameset>",
        "frames-many": b"<frameset>" + b"".join(b"<frame src=/%d>" % n for n in range(5_000)),
        "lang-long": b"<html lang='" + b"id-" * 300_000 + b"'><p>" + words.encode(),
        "ids": b"".join(b"<p id=a%d>" % n for n in range(200_000)),
        "labels": b"<label for=a>a</label><input id=a>" * 80_000,
        "lists": b"<ul><li>" * 200_000,
        "noscript": b"<noscript>" * 300_000,
        "template": b"<template>" * 300_000,
        "microdata": b"<div itemscope itemprop=datePublished content=2026-01-01>" * 50_000,
    }.items():
        yield Bed("contents", name, {**site(), "/": answer(body)})
    for name, kind in {
        "charset-utf7": "text/html; charset=utf-7",
        "charset-rot13": "text/html; charset=rot13",
        "charset-zip": "text/html; charset=zip",
        "charset-idna": "text/html; charset=idna",
        "charset-escape": "text/html; charset=unicode_escape",
        "charset-hex": "text/html; charset=hex",
        "charset-long": "text/html; charset=" + "x" * 30_000,
        "charset-dots": "text/html; charset=../../../etc/passwd",
        "charset-utf16": "text/html; charset=utf-16",
        "charset-utf32": "text/html; charset=utf-32",
        "kind-none": "",
        "kind-odd": "/;;;=",
        "kind-png": "image/png",
        "kind-mail": "message/rfc822",
        "kind-list": "text/plain, text/html, " * 2_000,
    }.items():
        yield Bed("contents", name, {**site(), "/": answer(PAGE, content_type=kind)})
    laughs = (
        '<!DOCTYPE html [<!ENTITY a "ha">'
        + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(12))
        + "]>"
    )
    reads = '<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b SYSTEM "http://127.0.0.1/">]>'
    frame = '<?xml version="1.0"?>{}<html xmlns="http://www.w3.org/1999/xhtml"><title>{}</title><body>{}</body></html>'
    xhtml = "application/xhtml+xml"
    for name, text in {
        "laughs": frame.format(laughs, "&m;", "&m;" * 99),
        "reads": frame.format(reads, "&a;", "&a;&b;"),
        "quadratic": frame.format(f'<!DOCTYPE html [<!ENTITY a "{"a" * 100_000}">]>', "x", "&a;" * 50_000),
        "include": frame.format(
            "", "x", '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>'
        ),
        "dtd": frame.format('<!DOCTYPE html SYSTEM "http://127.0.0.1/x.dtd">', "x", "&y;"),
        "stylesheet": '<?xml-stylesheet href="http://127.0.0.1/x.xsl"?>' + frame.format("", "x", "y"),
    }.items():
        yield Bed("contents", f"xhtml-{name}", {**site(), "/": answer(text, content_type=xhtml)})
    for name, body in {
        "utf16": PAGE.decode().encode("utf-16"),
        "utf16be": b"\xfe\xff" + PAGE.decode().encode("utf-16-be"),
        "bom": b"\xef\xbb\xbf" + PAGE,
        "two-boms": b"\xef\xbb\xbf\xff\xfe" + PAGE,
        "cut-utf8": PAGE + b"\xe2\x82",
    }.items():
        yield Bed("contents", name, {**site(), "/": answer(body)})
    yield Bed(
        "contents",
        "dates-header",
        {
            **site(),
            "/": answer(
                PAGE,
                date="Thu, 99 Foo 99999 99:99:99 GMT",
                last_modified="Fri, 31 Dec 9999 23:59:59 GMT",
                expires="-1",
                age="9" * 99,
            ),
        },
    )


def traps() -> Iterator[Bed]:
    """Sites without an end."""

    def trap(name: str, make: Callable[[int], list[str]]) -> Bed:
        talk = each(lambda n: good(*make(n), "/profil", "/kontak", title=f"Halaman {n}"))
        return Bed(
            "traps", name, {"/robots.txt": answer("", 404), "/sitemap.xml": answer("", 404), "*": talk}
        )

    yield trap("calendar", lambda n: [f"/kalender/{2000 + n}/{m:02}" for m in range(1, 13)])
    yield trap("calendar-query", lambda n: [f"/agenda?tahun={2000 + n}&bulan={m}" for m in range(1, 13)])
    yield trap(
        "sessions",
        lambda n: (
            [f"/masuk;jsessionid={n}{m}" for m in range(20)] + [f"/x?PHPSESSID={n}{m}" for m in range(20)]
        ),
    )
    yield trap("growing", lambda n: ["/" + "a/" * (n + m) for m in range(20)])
    yield trap("repeating", lambda n: ["/" + "a/b/" * (m + 1) + str(n) for m in range(20)])
    yield trap("filters", lambda n: [f"/cari?f={n}&g={m}&h={m * n}" for m in range(40)])
    yield trap(
        "permutations",
        lambda _: ["/p?" + "&".join(p) for p in itertools.permutations(["a=1", "b=2", "c=3", "d=4"])],
    )
    yield trap("subdomains", lambda n: [f"http://s{n}x{m}.nx.example/" for m in range(40)])
    yield trap("own-subdomains", lambda n: [f"http://s{n}x{m}.HOST/" for m in range(40)])
    yield trap("numbers", lambda n: [f"/artikel/{n * 100 + m}" for m in range(100)])
    yield trap(
        "random-words",
        lambda n: [f"/{base64.b32encode(f'{n}{m}'.encode()).decode().strip('=')}" for m in range(60)],
    )
    yield trap("long", lambda n: [f"/{n}{m}" + "x" * 1_900 for m in range(90)])
    yield trap("too-long", lambda n: [f"/{n}{m}" + "x" * 9_000 for m in range(60)])
    yield trap("pagination", lambda n: [f"/berita?page={n + m}" for m in range(9)])
    yield trap(
        "cases", lambda n: [f"/{'aA'[m % 2]}{'bB'[m // 2 % 2]}{'cC'[m // 4 % 2]}{n}" for m in range(8)]
    )
    yield trap("percent", lambda n: [f"/%{m:02x}{n}" for m in range(0, 256, 5)])
    yield trap("fragments", lambda n: [f"/a#{n}{m}" for m in range(90)])
    yield trap("files", lambda n: [f"/berkas/{n}-{m}.pdf" for m in range(90)])
    yield trap("externals", lambda n: [f"http://e{n}-{m}.nx.example/" for m in range(20)])
    yield trap("languages", lambda n: [f"/{'id/en/' * m}{n}" for m in range(20)])
    soft = good(*(f"/x{n}" for n in range(99)), title="404 Halaman tidak ditemukan")
    yield Bed("traps", "soft-404", {"*": soft})
    yield Bed(
        "traps", "all-redirect-home", {**site(good(*(f"/{n}" for n in range(500)))), "*": redirect("/")}
    )


def rules() -> Iterator[Bed]:
    """robots.txt and sitemaps."""
    text = "text/plain"
    for name, what in {
        "stall": stall,
        "reset": reset,
        "trickle": drip(b"HTTP/1.1 200 OK\r\n\r\nUser-agent: *\n"),
        "500": answer("", 500),
        "503": answer("", 503, retry_after="99999999"),
        "429": answer("", 429),
        "401": answer("", 401),
        "self": redirect("/robots.txt"),
        "ever-new": redirect("/r1"),
        "endless": after(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n", repeat(b"Disallow: /x\n")),
        "100mb": answer(b"# x\n" * 25_000_000, content_type=text),
        "all": answer("User-agent: *\nDisallow: /", content_type=text),
        "delay-huge": answer("User-agent: *\nCrawl-delay: 99999999999999999999", content_type=text),
        "delay-inf": answer("User-agent: *\nCrawl-delay: inf", content_type=text),
        "delay-nan": answer("User-agent: *\nCrawl-delay: nan", content_type=text),
        "delay-minus": answer("User-agent: *\nCrawl-delay: -5", content_type=text),
        "delay-digits": answer("User-agent: *\nCrawl-delay: " + "9" * 100_000, content_type=text),
        "rate": answer("User-agent: *\nRequest-rate: 1/99999999d", content_type=text),
        "wildcards": answer("User-agent: *\n" + "Disallow: /" + "*a" * 5_000 + "$\n", content_type=text),
        "wildcards-many": answer(
            "User-agent: *\n" + "Disallow: /*a*a*a*a*a*a*a*a*a*b$\n" * 5_000, content_type=text
        ),
        "rules-100000": answer(
            "User-agent: *\n" + "".join(f"Disallow: /{n}\n" for n in range(50_000)), content_type=text
        ),
        "agents": answer("User-agent: webaudit\n" * 50_000 + "Disallow: /x", content_type=text),
        "sitemaps": answer("".join(f"Sitemap: /s{n}.xml\n" for n in range(50_000)), content_type=text),
        "binary": answer(bytes(range(256)) * 1_000, content_type=text),
        "html": answer(PAGE),
        "utf16": answer("User-agent: *\nDisallow: /".encode("utf-16"), content_type=text),
        "one-line": answer("User-agent: * Disallow: / " * 20_000, content_type=text),
    }.items():
        yield Bed("robots", name, site(robots_txt=what))
    xml = "application/xml"
    index = (
        "<sitemapindex>"
        + "".join(f"<sitemap><loc>/s{n}.xml</loc></sitemap>" for n in range(5_000))
        + "</sitemapindex>"
    )
    urls = (
        "<urlset>"
        + "".join(f"<url><loc>/x{n}?a=1&b=2</loc><lastmod>2026-01-01</lastmod></url>" for n in range(80_000))
        + "</urlset>"
    )
    laughs = (
        '<!DOCTYPE x [<!ENTITY a "ha">'
        + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(12))
        + "]>"
    )
    for name, what in {
        "stall": stall,
        "trickle": drip(b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n<urlset>"),
        "self": answer(
            "<sitemapindex><sitemap><loc>/sitemap.xml</loc></sitemap></sitemapindex>", content_type=xml
        ),
        "fan-out": answer(index, content_type=xml),
        "many": answer(urls, content_type=xml),
        "many-packed": coded("gzip", gzip.compress(urls.encode()), content_type=xml),
        "50mb": answer(b"<urlset>" + b" " * 50_000_000 + b"</urlset>", content_type=xml),
        "laughs": answer(laughs + "<urlset><url><loc>&m;</loc></url></urlset>", content_type=xml),
        "reads": answer(
            '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><urlset><url><loc>/&a;</loc></url></urlset>',
            content_type=xml,
        ),
        "deep": answer("<a>" * 500_000, content_type=xml),
        "wide-text": answer("<urlset><url><loc>/" + "a" * 5_000_000, content_type=xml),
        "ampersands": answer("<urlset>" + "&" * 3_000_000, content_type=xml),
        "text": answer("\n".join(f"http://HOST/{n}" for n in range(80_000)), content_type=text),
        "nul": answer(b"\0" * 3_000_000, content_type=xml),
        "utf16": answer(urls[:5_000].encode("utf-16"), content_type=xml),
        "dates": answer(
            "<urlset><url><loc>/</loc><lastmod>" + "9" * 3_000_000 + "</lastmod></url></urlset>",
            content_type=xml,
        ),
        "feed": answer(
            "<rss>" + "<item><link>/a</link><pubDate>Thu, 99 Foo 9999</pubDate></item>" * 50_000 + "</rss>",
            content_type=xml,
        ),
        "500": answer("", 500),
    }.items():
        yield Bed(
            "sitemaps", name, {**site(sitemap_xml=what), **({"*": what} if name in ("fan-out",) else {})}
        )


def refusals() -> Iterator[Bed]:
    """Answers that say no."""
    for status in (
        400,
        401,
        402,
        403,
        404,
        405,
        407,
        410,
        418,
        421,
        451,
        500,
        501,
        502,
        503,
        504,
        507,
        520,
        599,
    ):
        yield Bed(
            "refusals", f"status-{status}", {"*": answer(f"<title>{status}</title><a href=/a>a</a>", status)}
        )
    for number, wish in enumerate(
        ("0", "1", "86400", "-1", "9" * 50, "soon", "", "Fri, 31 Dec 9999 23:59:59 GMT", "0" * 5_000)
    ):
        yield Bed("refusals", f"429-after-{number}", {"*": answer("slow", 429, retry_after=wish)})
        yield Bed("refusals", f"503-after-{number}", {"*": answer("slow", 503, retry_after=wish)})
    challenge = "<title>Just a moment...</title><p>Checking your browser<a href=/a>a</a>"
    yield Bed("refusals", "challenge", {"*": answer(challenge, 403, server="cloudflare")})
    yield Bed("refusals", "challenge-200", {"*": answer(challenge, server="cloudflare")})
    yield Bed(
        "refusals",
        "login",
        {"/": redirect("/login"), "*": answer("<title>Login</title><form><input type=password></form>")},
    )
    yield Bed("refusals", "parked", {"*": answer("<title>Domain for sale</title><p>Buy this domain")})
    yield Bed(
        "refusals",
        "flapping",
        {
            **site(),
            "/": [answer("", 500), good("/profil")],
            "*": each(lambda n: good("/a") if n % 2 else answer("", 500)),
        },
    )
    yield Bed(
        "refusals", "pages-429", {**site(good(*(f"/{n}" for n in range(99)))), "*": answer("slow", 429)}
    )
    yield Bed(
        "refusals", "pages-403", {**site(good(*(f"/{n}" for n in range(99)))), "*": answer(challenge, 403)}
    )


def healthy() -> Iterator[Bed]:
    """Sites as they should be."""
    for number in range(20):
        pages = site(
            good("/profil", "/layanan", "/kontak", "/berita", "http://bed0.example/", title=f"Dinas {number}")
        )
        pages.update({f"/berita/{n}": good("/", title=f"Berita {number}.{n}") for n in range(6)})
        pages["/berita"] = good(*(f"/berita/{n}" for n in range(6)), title="Berita")
        pages["/sitemap.xml"] = answer(
            "<urlset><url><loc>/berita/5</loc><lastmod>2026-11-01</lastmod></url></urlset>",
            content_type="text/xml",
        )
        secure = number % 2 == 0
        yield Bed(
            "healthy",
            f"dinas-{number}",
            {"*": redirect("https://HOST/")} if secure else pages,
            pages if secure else None,
            tls="good" if secure else "",
            scheme="https" if secure else "http",
        )


GROUPS = (network, syntax, codings, redirects, inward, names, certificates, contents, traps, rules, refusals)


def dead(number: int) -> Iterator[Bed]:
    """Sites that are not there: without a name, without a route, with a closed port, in a black hole."""
    kinds = ("nxdomain", "no-route", "black-hole", "closed")
    for at in range(number):
        kind = kinds[at % 4]
        if kind == "closed":
            yield Bed(
                "dead", f"closed-{at}", dns="ok", url=f"http://dead{at}.example:81/", host=f"dead{at}.example"
            )
        else:
            yield Bed("dead", f"{kind}-{at}", dns=kind)


class Net:
    """The servers of a bed.

    Attributes:
        asked: connections or requests of each site, whichever are more.
        canary: addresses and ports of connections that should never have been made.
        bundle: PEM of the trusted root.
    """

    def __init__(self, beds: list[Bed]) -> None:
        self.beds = beds
        self.connections: Counter[str] = Counter()
        self.canary: list[str] = []
        self._by_name: dict[str, Bed] = {}
        self._by_address: dict[str, Bed] = {}
        self._turns: Counter[str] = Counter()
        self._authority = trustme.CA()
        self._strange = trustme.CA()
        self._middle = self._authority.create_child_ca()
        self._contexts: dict[str, ssl.SSLContext] = {}
        self.bundle = self._authority.cert_pem.bytes()
        network, network6 = ipaddress.ip_network(HOSTILE_NET), ipaddress.ip_network(HOSTILE_NET6)
        for number, bed in enumerate(beds):
            bed.id = f"{bed.group}-{number}"
            bed.host = bed.host or f"bed{number}.example"
            bed.address = str(network[number + 256])
            bed.url = bed.url or f"{bed.scheme}://{bed.host}{bed.path}"
            self._by_name[bed.host] = bed
            self._by_address[bed.address] = self._by_address[str(network6[number + 256])] = bed
            bed.servers = {80: _server(bed, bed.http), 443: _server(bed, bed.https)}

    def asked(self, bed: Bed) -> int:
        """How often the site was asked."""
        return max(self.connections[bed.host], sum(len(server.asked) for server in bed.servers.values()))

    def forget(self) -> None:
        """Begins to count anew."""
        self.connections.clear()
        self.canary.clear()
        for bed in self.beds:
            for server in bed.servers.values():
                server.asked.clear()

    async def serve(self, ready: Callable[[], None]) -> None:
        """Serves for ever."""
        loop = asyncio.get_running_loop()
        await loop.create_datagram_endpoint(lambda: _Names(self), local_addr=("127.0.0.1", 53))
        for host in ("0.0.0.0", "::"):
            for port in (80, 443, 22, 6379, 8080):
                await asyncio.start_server(self._connected, host, port, backlog=1_000, limit=1 << 20)
        ready()
        await asyncio.Event().wait()

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        address, port = writer.get_extra_info("sockname")[:2]
        bed = self._by_address.get(address.removeprefix("::ffff:"))
        try:
            if bed is None or port not in (80, 443):
                self.canary.append(f"{address}:{port}")
            else:
                self.connections[bed.host] += 1
                await self._talk(bed, port, reader, writer)
        except (OSError, EOFError, asyncio.LimitOverrunError, ValueError):
            pass
        finally:
            writer.close()
            with suppress(OSError):
                await writer.wait_closed()

    async def _talk(
        self, bed: Bed, port: int, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        if port == 443:
            if bed.tls.startswith("raw-"):
                await _RAW[bed.tls](reader, writer)
                return
            if not bed.tls:
                return
            await writer.start_tls(self._context(bed), ssl_handshake_timeout=20)
        await _talk(bed.servers[port], reader, writer)

    def _context(self, bed: Bed) -> ssl.SSLContext:
        if bed.host not in self._contexts:
            self._contexts[bed.host] = self._made(bed)
        return self._contexts[bed.host]

    def _made(self, bed: Bed) -> ssl.SSLContext:
        now, year = utc_now(), timedelta(days=365)
        dates = {
            "expired": (now - 3 * year, now - year),
            "ten-years-old": (now - 12 * year, now - 10 * year),
            "not-yet": (now + year, now + 2 * year),
            "thousand-years": (now - year, now + 1_000 * year),
        }.get(bed.tls, (now - timedelta(days=30), now + timedelta(days=60, hours=1)))
        names = {
            "wrong-host": ("other.example",),
            "names-2000": (bed.host, *(f"n{n}.example" for n in range(2_000))),
        }.get(bed.tls, (bed.host,))
        issuer = self._strange if bed.tls in ("unknown-root", "self-signed") else self._authority
        issuer = self._middle if bed.tls == "incomplete" else issuer
        organisation = "\x1b[31m=cmd|x\u202e" if bed.tls == "escapes" else None
        leaf = issuer.issue_cert(
            *names, not_before=dates[0], not_after=dates[1], organization_name=organisation
        )
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        with tempfile.NamedTemporaryFile() as file:
            parts = [leaf.private_key_pem, *leaf.cert_chain_pems]
            if bed.tls == "incomplete":
                parts = parts[:2]
            if bed.tls == "self-signed":
                parts = [self._strange.private_key_pem, self._strange.cert_pem]
            file.write(b"".join(part.bytes() for part in parts))
            file.flush()
            context.load_cert_chain(file.name)
        if bed.tls == "old-tls":
            context.set_ciphers("ALL:@SECLEVEL=0")
            context.minimum_version = ssl.TLSVersion.TLSv1
            context.maximum_version = ssl.TLSVersion.TLSv1
        if bed.tls == "weak-cipher":
            context.maximum_version = ssl.TLSVersion.TLSv1_2
            context.set_ciphers("AES128-SHA:@SECLEVEL=0")
        if bed.tls == "client":
            context.verify_mode = ssl.CERT_REQUIRED
            self._authority.configure_trust(context)
        return context

    def resolve(self, name: str, kind: int, query: bytes) -> bytes | None:
        """The answer to a question of DNS; None for silence."""
        bed = self._by_name.get(name) or self._by_name.get(name.partition(".")[2])
        how = bed.dns if bed else "nxdomain"
        own = bed.address if bed else ""
        self._turns[name] += kind == 1
        v4 = {
            "private": ["10.0.0.1"],
            "metadata": ["169.254.169.254"],
            "mixed": ["10.0.0.1", own, "127.0.0.1"],
            "rebind": [own] if self._turns[name] == 1 else ["127.0.0.1"],
            "unspecified": ["0.0.0.0"],
            "fifty": [own] * 50,
            "dead-first": [f"8.2.0.{n}" for n in (1, 2)] + [own],
            "black-hole": ["8.2.0.9"],
            "no-route": ["8.3.0.9"],
        }.get(how, [own] if how not in ("mapped", "v6-local", "nat64", "v6-only", "empty") else [])
        v6 = {
            "mapped": ["::ffff:127.0.0.1"],
            "v6-local": ["::1", "fe80::1", "fd00::1"],
            "nat64": ["64:ff9b::7f00:1"],
            "v6-only": [
                str(
                    ipaddress.ip_network(HOSTILE_NET6)[
                        int(ipaddress.ip_address(own)) - int(ipaddress.ip_network(HOSTILE_NET)[0])
                    ]
                )
            ]
            if own
            else [],
            "v6-dead": ["2a00:2::1"],
        }.get(how, [])
        if how == "silent":
            return None
        if how == "junk":
            return query[:2] + bytes(range(256))
        if how == "wrong-id":
            return bytes(2) + query[2:]
        if how == "pointer-loop":
            return query[:2] + b"\x81\x80\0\1\0\1\0\0\0\0" + query[12:] + b"\xc0\xff" * 20
        code = {"nxdomain": 3, "servfail": 2, "refused": 5}.get(how, 0)
        flags = 0x8180 | code | (0x0200 if how == "truncated" else 0)
        records = []
        if code == 0 and how != "truncated":
            if how == "cname-loop":
                records = [
                    _record(b"\xc0\x0c", 5, _name("loop." + name)),
                    _record(_name("loop." + name), 5, _name(name)),
                ]
            elif how == "cname-private":
                records = [
                    _record(b"\xc0\x0c", 5, _name("localhost.example")),
                    _record(_name("localhost.example"), 1, bytes([127, 0, 0, 1])),
                ]
                records = records if kind == 1 else records[:1]
            elif how == "cname-chain":
                chain = [name, *(f"c{n}.example" for n in range(12))]
                records = [_record(_name(one), 5, _name(other)) for one, other in itertools.pairwise(chain)]
                records += (
                    [_record(_name(chain[-1]), 1, ipaddress.ip_address(own).packed)] if kind == 1 else []
                )
            else:
                owner = _name("other.example") if how == "wrong-name" else b"\xc0\x0c"
                addresses = v4 if kind == 1 else v6 if kind == 28 else []
                records = [_record(owner, kind, ipaddress.ip_address(one).packed) for one in addresses]
        return (
            query[:2] + struct.pack(">HHHHH", flags, 1, len(records), 0, 0) + query[12:] + b"".join(records)
        )


def _server(bed: Bed, what: Answer | Answers | None) -> Server:
    answers = what if isinstance(what, dict) else {"*": what or answer("", 404)}

    def own(one: Answer | list[Answer]) -> Answer | list[Answer]:
        if isinstance(one, list):
            return [own(part) for part in one]  # type: ignore[misc]
        if isinstance(one, bytes) and b"//HOST" in one:
            return one.replace(b"//HOST", b"//" + bed.host.encode())
        return one

    return Server(0, {path: own(one) for path, one in answers.items()})


def _name(name: str) -> bytes:
    return b"".join(bytes([len(label)]) + label.encode() for label in name.split(".")) + b"\0"


def _record(owner: bytes, kind: int, data: bytes) -> bytes:
    return owner + struct.pack(">HHIH", kind, 1, 0, len(data)) + data


class _Names(asyncio.DatagramProtocol):
    """The DNS server."""

    def __init__(self, net: Net) -> None:
        self._net = net

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        labels, at = [], 12
        while data[at]:
            labels.append(data[at + 1 : at + 1 + data[at]].decode("latin-1"))
            at += data[at] + 1
        (kind,) = struct.unpack(">H", data[at + 1 : at + 3])
        name = ".".join(labels).lower()
        reply = self._net.resolve(name, kind, data[: at + 5])
        bed = self._net._by_name.get(name)
        if reply is not None:
            seconds = 3 if bed is not None and bed.dns == "slow" else 0
            asyncio.get_running_loop().call_later(seconds, self._transport.sendto, reply, addr)  # type: ignore[attr-defined]


_RAW: dict[str, Talk] = {
    "raw-stall": stall,
    "raw-reset": reset,
    "raw-close": close,
    "raw-http": after(b"HTTP/1.1 400 Bad Request\r\n\r\n", close),
    "raw-junk": after(b"\x99" * 999, close),
    "raw-alert": after(b"\x15\3\3\0\2\2(", close),
    "raw-hello": after(b"\x16\3\3\0\x7a\2\0\0\x76\3\3"),
    "raw-endless": repeat(b"\x16\3\3\x40\0" + bytes(16_384)),
    "raw-trickle": drip(b"\x16\3\3\0\x7a\2\0\0\x76\3\3" + bytes(110)),
}


def sites_yaml(beds: list[Bed]) -> str:
    """The list."""
    return "".join(
        f"- {{id: {bed.id}, name: {json.dumps(bed.name)}, url: {json.dumps(bed.url)}}}\n" for bed in beds
    )
