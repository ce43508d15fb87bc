"""Bodies that unfold to gigabytes, and codings that are not what they say, against a real server."""

import gzip
import tracemalloc
import zlib
from typing import Any

import brotli
import pytest
from backports import zstd

from tests.crawl.judged import judge
from tests.crawl.servers import answer, html
from webaudit.model.record import FailureReason

pytestmark = pytest.mark.network

PAGE = html("/profil").encode()
ZEROS = bytes(60_000_000)
BOMB = gzip.compress(ZEROS, 6)
MOST_BYTES = 45_000_000
"""Ten times what is read of a page; the bombs unfold to 60 MB, and their trees would take more."""


def coded(coding: str, body: bytes, status: int = 200, **fields: Any) -> bytes:
    """An answer with a content coding."""
    return answer(body, status, content_encoding=coding, **fields)


def bare(data: bytes) -> bytes:
    """Deflate without zlib's header."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


BOMBS = {
    "gzip": {"/": coded("gzip", BOMB)},
    "deflate": {"/": coded("deflate", zlib.compress(ZEROS))},
    "bare deflate": {"/": coded("deflate", bare(ZEROS))},
    "br": {"/": coded("br", brotli.compress(ZEROS, quality=4))},
    "zstd": {"/": coded("zstd", zstd.compress(ZEROS))},
    "three stacked": {"/": coded("gzip, gzip, gzip", gzip.compress(gzip.compress(BOMB)))},
    "ten stacked": {"/": coded("gzip, " * 9 + "gzip", BOMB)},
    "in an error page": {"/": coded("gzip", BOMB, 500)},
    "in a redirect": {"/": coded("gzip", BOMB, 302, location="/profil"), "/profil": answer(PAGE)},
    "in robots.txt": {"/": answer(PAGE), "/robots.txt": coded("gzip", BOMB, content_type="text/plain")},
    "in a sitemap": {"/": answer(PAGE), "/sitemap.xml": coded("gzip", BOMB, content_type="text/xml")},
    "a packed sitemap": {"/": answer(PAGE), "/sitemap.xml": answer(BOMB, content_type="application/gzip")},
    "on every page": {"/": answer(PAGE), "/profil": coded("gzip", BOMB), "*": coded("gzip", BOMB)},
    "behind a link": {
        "/": answer(html("/a.pdf")),
        "/a.pdf": coded("gzip", BOMB, content_type="application/pdf"),
    },
}


@pytest.mark.parametrize("where", BOMBS)
def test_bomb(where: str) -> None:
    """Whatever the coding and wherever it lies, no more of it is unfolded than is read."""
    tracemalloc.start()
    seen = judge(BOMBS[where])
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert peak < MOST_BYTES
    assert seen.status in ("reachable", "degraded")
    assert seen.reason is not FailureReason.AUDITOR_ERROR


BROKEN = {
    "plain as gzip": coded("gzip", PAGE),
    "plain as br": coded("br", PAGE),
    "plain as zstd": coded("zstd", PAGE),
    "unknown": coded("nonsense", PAGE),
    "with escapes": coded("\\x1b[31m", PAGE),
    "cut gzip": coded("gzip", gzip.compress(PAGE)[:-9]),
    "cut br": coded("br", brotli.compress(PAGE)[:-9]),
    "cut zstd": coded("zstd", zstd.compress(PAGE)[:-9]),
    "four stacked": coded("gzip, gzip, gzip, gzip", PAGE),
    "a window of 2 GB": coded("zstd", b"\x28\xb5\x2f\xfd\x00\xf8" + bytes(40)),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken(name: str) -> None:
    """A coding that is wrong, unknown or cut makes the site degraded, and says so."""
    seen = judge({"/": BROKEN[name]})

    assert (seen.status, seen.reason) == ("degraded", FailureReason.ENCODING)
    assert seen.asked.count("/") == 1


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(coded("x-gzip", gzip.compress(PAGE)), id="x-gzip"),
        pytest.param(coded("identity", PAGE), id="identity"),
        pytest.param(coded("gzip", gzip.compress(PAGE) + b"junk"), id="junk after the end"),
        pytest.param(coded("deflate", bare(PAGE)), id="bare deflate"),
    ],
)
def test_forgiven(page: bytes) -> None:
    """What browsers take, we take."""
    assert judge({"/": page}).status == "reachable"


def test_a_huge_body_is_cut_and_told() -> None:
    """A page of 30 MB is read up to its cap, and the result says so."""
    seen = judge({"/": answer(b"<p>halo " * 4_000_000)})

    assert "html-bytes" in seen.limits
    assert len(seen.kept[0].body) == 4_000_000
