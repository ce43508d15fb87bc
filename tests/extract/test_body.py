"""Content codings are undone in bounded steps."""

import gzip
import sys
import tracemalloc
import zlib
from collections.abc import Callable
from datetime import UTC, datetime

import brotli
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from webaudit.extract.body import Body, decode, decode_body, gunzip
from webaudit.model.evidence import Exchange, Purpose
from webaudit.model.record import Failure, FailureReason, Stage

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

CODERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": brotli.compress,
    "zstd": zstd.compress,
}


def exchange(body: bytes, coding: str, *, truncated: bool = False) -> Exchange:
    """An answer with this body."""
    headers = (("content-encoding", coding),)
    return Exchange(
        "http://a.test/",
        Purpose.PAGE,
        datetime(2026, 1, 1, tzinfo=UTC),
        (),
        "GET",
        "",
        200,
        headers,
        body,
        truncated=truncated,
    )


@pytest.mark.parametrize("coding", sorted(CODERS))
@pytest.mark.parametrize("kilobytes", [60, 64, 65, 96, 100, 124, 400])
def test_pages_of_any_size(coding: str, kilobytes: int) -> None:
    """Text that is longer than one step of the decoder comes back whole."""
    data = b"".join(b"<p>Layanan nomor %d" % number for number in range(kilobytes * 50))[: kilobytes * 1024]

    assert decode(CODERS[coding](data), (coding,), 4_000_000) == Body(data)


@settings(max_examples=25)
@given(
    st.binary(max_size=5_000), st.lists(st.sampled_from(sorted(CODERS)), max_size=3), st.integers(1, 6_000)
)
def test_round_trip(data: bytes, codings: list[str], limit: int) -> None:
    """What was coded comes back, cut at the limit, and the cut is told."""
    coded = data
    for coding in codings:
        coded = CODERS[coding](coded)
    # The codes of short bodies are longer than these, so the limit must hold for each layer.
    limit = max(limit, len(coded) + 200) if len(codings) > 1 else limit

    assert decode(coded, tuple(codings), limit) == Body(data[:limit], len(data) > limit)


@pytest.mark.parametrize("coding", CODERS)
def test_bomb(coding: str) -> None:
    """A few bytes that unfold to 20 MB take no more memory than the limit, some times over."""
    coded = CODERS[coding](bytes(20_000_000))
    tracemalloc.start()
    body = decode(coded, (coding,), 1_000_000)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert (len(body.data), body.truncated, body.failure) == (1_000_000, True, None)
    assert peak < 8_000_000


@pytest.mark.parametrize("coding", CODERS)
def test_cut_short(coding: str) -> None:
    """A body without its end is a fault, but not if it is known to be cut."""
    coded = CODERS[coding](bytes(range(256)) * 200)[:-20]
    whole = decode_body(exchange(coded, coding), 100_000)
    cut = decode_body(exchange(coded, coding, truncated=True), 100_000)

    assert whole.failure is not None
    assert whole.failure.reason is FailureReason.ENCODING
    assert (cut.failure, cut.truncated) == (None, True)


@settings(max_examples=50)
@given(st.binary(max_size=300), st.sampled_from(sorted(CODERS)))
def test_junk(data: bytes, coding: str) -> None:
    """Junk raises nothing."""
    assert len(decode(data, (coding,), 1_000).data) <= 1_000


@pytest.mark.parametrize("coding", ["rot13", "gzip, gzip, gzip, gzip", "compress"])
def test_refused(coding: str) -> None:
    """Unknown codings and towers of them are refused."""
    body = decode_body(exchange(b"x", coding), 1_000)

    assert body.failure is not None
    assert (body.failure.reason, body.failure.stage) == (FailureReason.ENCODING, Stage.CONTENT)


def test_oddities() -> None:
    """What browsers take, we take: bare deflate, identity, several members, junk after the end."""
    text = b"halo " * 100
    bare = zlib.compress(text)[2:-4]

    assert decode_body(exchange(bare, "deflate"), 1_000).data == text
    assert decode_body(exchange(text, "Identity"), 1_000).data == text
    assert decode_body(exchange(gzip.compress(text) * 2, "x-gzip"), 10_000) == Body(text * 2)
    assert decode_body(exchange(gzip.compress(text) + b"junk", "GZip"), 10_000) == Body(text)
    assert gunzip(text, 1_000) == Body(text)


def test_many_members() -> None:
    """A body of very many small members ends in time."""
    body = decode(gzip.compress(b"a") * 100_000, ("gzip",), 1_000_000)

    assert body.truncated


def test_empty_body() -> None:
    """No bytes need no decoding."""
    assert decode_body(exchange(b"", "br"), 10) == Body(b"")


def test_failure_of_the_wire_is_no_failure_of_the_coding() -> None:
    """A body that broke off is told once, as that."""
    broken = Exchange(
        "http://a.test/",
        Purpose.PAGE,
        datetime(2026, 1, 1, tzinfo=UTC),
        status=200,
        headers=(("content-encoding", "gzip"),),
        body=gzip.compress(b"halo" * 50)[:-5],
        failure=Failure(FailureReason.RESET, Stage.BODY),
    )

    assert decode_body(broken, 1_000) == Body(b"halo" * 50, truncated=True)
