"""The body of an answer, its content codings undone in bounded steps (RFC 9110, 8.4).

A few hundred bytes can unfold to gigabytes, so that no decoder is ever asked for more than is left of the
limit.
"""

import zlib
from collections.abc import Callable
from dataclasses import dataclass

import brotli

from webaudit.model.evidence import Exchange
from webaudit.model.record import Failure, FailureReason, Stage

try:
    # The standard library's, from Python 3.14 on.
    from compression.zstd import (  # type: ignore[import-not-found, unused-ignore]
        DecompressionParameter,
        ZstdDecompressor,
        ZstdError,
    )
except ImportError:
    from backports.zstd import DecompressionParameter, ZstdDecompressor, ZstdError

MAX_CODINGS = 3
"""Stacked on one body; more is a trick."""

STEP_BYTES = 65_536
MAX_MEMBERS = 64
"""Of one gzip or zstd body; each costs a copy of all that follow."""

ZSTD_WINDOW_LOG_MAX = 23
"""8 MB, the most that browsers accept (RFC 9659)."""

GZIP_MAGIC = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Body:
    """A body without its content codings.

    Attributes:
        data: what could be decoded, even beside a failure.
        truncated: there was more than the limit, here or on the wire.
    """

    data: bytes
    truncated: bool = False
    failure: Failure | None = None


class _BrokenError(Exception):
    """The coded bytes are not what they claim; `args` are (detail, what was decoded before)."""


def decode_body(exchange: Exchange, limit_bytes: int) -> Body:
    """The body of an answer, decoded and cut at `limit_bytes`."""
    return decode(
        exchange.body, _codings(exchange), limit_bytes, torn=exchange.truncated or _broke_off(exchange)
    )


def gunzip(data: bytes, limit_bytes: int) -> Body:
    """A gzip file, unpacked and cut at `limit_bytes`; what is no gzip file comes back as it is."""
    return decode(data, ("gzip",) if data.startswith(GZIP_MAGIC) else (), limit_bytes)


def decode(data: bytes, codings: tuple[str, ...], limit_bytes: int, *, torn: bool = False) -> Body:
    """Bytes without their codings.

    Args:
        codings: in the order in which they were applied.
        torn: the bytes are known to be cut, so that a missing end is no fault.
    """
    if len(codings) > MAX_CODINGS:
        return Body(b"", failure=_failure(f"{len(codings)} content codings stacked"))
    truncated = torn
    for coding in reversed(codings):
        decoder = _DECODERS.get(coding)
        if decoder is None:
            return Body(b"", failure=_failure(f"unknown content coding {coding[:40]!r}"))
        if not data:
            break
        try:
            data, cut, whole = decoder(data, limit_bytes)
        except _BrokenError as broken:
            detail, data = broken.args
            return Body(data[:limit_bytes], truncated, _failure(f"{coding}: {detail}"))
        if not whole and not cut and not truncated:
            return Body(data, truncated, _failure(f"{coding}: the end is missing"))
        truncated = truncated or cut
    return Body(data[:limit_bytes], truncated or len(data) > limit_bytes)


def _codings(exchange: Exchange) -> tuple[str, ...]:
    values = (value for name, value in exchange.headers if name == "content-encoding")
    names = (part.strip().lower() for value in values for part in value.split(","))
    return tuple(name for name in names if name not in ("", "identity"))


def _broke_off(exchange: Exchange) -> bool:
    return exchange.failure is not None and exchange.failure.stage is Stage.BODY


def _failure(detail: str) -> Failure:
    return Failure(FailureReason.ENCODING, Stage.CONTENT, detail)


_Decoded = tuple[bytes, bool, bool]
"""What was decoded; whether there was more than the limit; whether the end was reached."""


def _gzip(data: bytes, limit: int) -> _Decoded:
    return _inflate(data, limit, zlib.MAX_WBITS | 16)


def _deflate(data: bytes, limit: int) -> _Decoded:
    # RFC 9110 means the zlib format; some servers send bare deflate, and browsers take both.
    zlib_format = len(data) >= 2 and data[0] & 0x0F == 8 and (data[0] << 8 | data[1]) % 31 == 0
    return _inflate(data, limit, zlib.MAX_WBITS if zlib_format else -zlib.MAX_WBITS)


def _inflate(data: bytes, limit: int, window_bits: int) -> _Decoded:
    decoded = bytearray()
    for _ in range(MAX_MEMBERS):
        decoder = zlib.decompressobj(window_bits)
        try:
            decoded += decoder.decompress(data, limit + 1 - len(decoded))
        except zlib.error as error:
            if decoded:
                # Junk after a whole member is common, and browsers ignore it.
                return bytes(decoded), False, True
            raise _BrokenError(str(error), _salvage(data, limit, window_bits)) from None
        if len(decoded) > limit:
            return bytes(decoded[:limit]), True, False
        rest = decoder.unused_data.lstrip(b"\0")
        if not decoder.eof or not rest.startswith(GZIP_MAGIC) or window_bits <= zlib.MAX_WBITS:
            return bytes(decoded), False, decoder.eof
        data = rest
    return bytes(decoded), True, False


def _salvage(data: bytes, limit: int, window_bits: int) -> bytes:
    """What comes before the fault, found in small steps."""
    decoder = zlib.decompressobj(window_bits)
    decoded = bytearray()
    try:
        for start in range(0, len(data), 1024):
            decoded += decoder.decompress(data[start : start + 1024], limit + 1 - len(decoded))
            if len(decoded) > limit or decoder.unconsumed_tail:
                break
    except zlib.error:
        pass
    return bytes(decoded[:limit])


def _brotli(data: bytes, limit: int) -> _Decoded:
    decoder = brotli.Decompressor()
    decoded = bytearray()
    try:
        decoded += decoder.process(data, output_buffer_limit=min(STEP_BYTES, limit + 1))
        # It may be ready for more while output waits (brotli 1.2), so only an empty answer ends the walk.
        while len(decoded) <= limit and not decoder.is_finished():
            more = decoder.process(b"", output_buffer_limit=STEP_BYTES)
            if not more:
                break
            decoded += more
    except brotli.error as error:
        raise _BrokenError(str(error)[:80], bytes(decoded)) from None
    return bytes(decoded[:limit]), len(decoded) > limit, bool(decoder.is_finished())


def _zstd(data: bytes, limit: int) -> _Decoded:
    decoded = bytearray()
    for _ in range(MAX_MEMBERS):
        decoder = ZstdDecompressor(options={DecompressionParameter.window_log_max: ZSTD_WINDOW_LOG_MAX})
        rest = data
        try:
            while len(decoded) <= limit and not decoder.eof:
                more = decoder.decompress(rest, max_length=min(STEP_BYTES, limit + 1 - len(decoded)))
                rest = b""
                if not more and decoder.needs_input:
                    break
                decoded += more
        except ZstdError as error:
            if decoded:
                return bytes(decoded), False, False
            raise _BrokenError(str(error)[:80], b"") from None
        if len(decoded) > limit:
            return bytes(decoded[:limit]), True, False
        if not decoder.eof or not decoder.unused_data:
            return bytes(decoded), False, decoder.eof
        data = decoder.unused_data
    return bytes(decoded), True, False


_DECODERS: dict[str, Callable[[bytes, int], _Decoded]] = {
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstd,
}
