"""What breaks below HTTP and in its syntax."""

from collections.abc import Iterator

from hostile_bed.bed import HEAD, MANY, PAGE, Bed, drip, good, half_close, late, repeat, site
from tests.crawl.servers import (
    after,
    answer,
    close,
    endless,
    reset,
    stall,
)


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
