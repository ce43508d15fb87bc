"""What a server sends in the clear before TLS 1.2 hides the rest: certificate, stapled answer, wish for ours.

Python's ssl shows neither the answer of the authority that a server staples to its certificate (OCSP,
RFC 6960) nor that it asks for a certificate of the visitor. In TLS 1.2 both stand in the first flight, before
any key is agreed on, so that one ClientHello is enough to see them and nothing has to be encrypted.
"""

import asyncio
import os
from dataclasses import dataclass

from webaudit.crawl.address import literal
from webaudit.crawl.client import Net
from webaudit.crawl.handshake import connect

MAX_BYTES = 100_000
"""Of a flight; a chain of ten certificates of 4 KB, and an answer about one of them."""

_HANDSHAKE = 22
_CERTIFICATE, _REQUEST, _DONE, _STATUS = 11, 13, 14, 22

# What the servers of the last twenty years speak: ECDHE, DHE and RSA with AES or ChaCha20.
_CIPHERS = bytes.fromhex("c02bc02fc02cc030cca9cca8009e009fc009c013c00ac01400330039009c009d002f0035000a00ff")
_GROUPS = bytes.fromhex("001d001700180019")
_SIGNATURES = bytes.fromhex("040305030603080408050806040105010601020302010401")


@dataclass(frozen=True, slots=True)
class FirstFlight:
    """What came.

    Attributes:
        certificate: the leaf in DER; empty if none came.
        stapled: the answer of its authority in DER; empty if none came.
        asks_certificate: the server wants one of the visitor.
    """

    certificate: bytes = b""
    stapled: bytes = b""
    asks_certificate: bool = False


async def first_flight(net: Net, name: str, number: int, seconds: float) -> FirstFlight:
    """The first flight of a server that speaks TLS 1.2; an empty one of any other."""
    came = bytearray()
    try:
        async with asyncio.timeout(seconds):
            connected = await connect(net, name, number)
            reader, writer = await asyncio.open_connection(sock=connected)
            try:
                writer.write(_hello(name))
                while not _is_over(came) and len(came) < MAX_BYTES:
                    data = await reader.read(16_384)
                    if not data:
                        break
                    came += data
            finally:
                writer.transport.abort()
    except OSError:
        # Silence included: what came so far is looked at, and tells or does not.
        pass
    return read_flight(messages(came))


def read_flight(flight: list[tuple[int, bytes]]) -> FirstFlight:
    """What the messages of a flight tell."""
    by_kind = dict(reversed(flight))
    chain, status = by_kind.get(_CERTIFICATE, b""), by_kind.get(_STATUS, b"")
    return FirstFlight(
        certificate=_sized(chain[3:]),
        stapled=_sized(status[1:]) if status[:1] == b"\x01" else b"",
        asks_certificate=_REQUEST in by_kind,
    )


def messages(came: bytes | bytearray) -> list[tuple[int, bytes]]:
    """The handshake messages that came whole, kind and body, in their order (RFC 5246, 7.4)."""
    joined, _ = _joined(came)
    found, at = [], 0
    while at + 4 <= len(joined):
        end = at + 4 + int.from_bytes(joined[at + 1 : at + 4])
        if end > len(joined):
            break
        found.append((joined[at], bytes(joined[at + 4 : end])))
        at = end
    return found


def _joined(came: bytes | bytearray) -> tuple[bytearray, bool]:
    """What stands in the records of the handshake, and whether another record ends it (ibid., 6.2)."""
    joined, at = bytearray(), 0
    while at + 5 <= len(came):
        if came[at] != _HANDSHAKE:
            return joined, True
        end = at + 5 + int.from_bytes(came[at + 3 : at + 5])
        joined += came[at + 5 : end]
        at = end
    return joined, False


def _is_over(came: bytearray) -> bool:
    return _joined(came)[1] or any(kind == _DONE for kind, _ in messages(came))


def _sized(data: bytes) -> bytes:
    """What stands behind its own length, in three bytes."""
    return data[3 : 3 + int.from_bytes(data[:3])]


def _hello(name: str) -> bytes:
    """A ClientHello of TLS 1.2 that asks for a stapled answer (RFC 5246, 7.4.1.2; RFC 6066, 8)."""
    extensions = b"".join(
        (
            b"" if literal(name) else _extension(0, _long(b"\x00" + _long(name.encode("ascii")))),
            _extension(5, b"\x01\x00\x00\x00\x00"),
            _extension(10, _long(_GROUPS)),
            _extension(11, b"\x01\x00"),
            _extension(13, _long(_SIGNATURES)),
            _extension(23, b""),
        )
    )
    body = b"\x03\x03" + os.urandom(32) + b"\x00" + _long(_CIPHERS) + b"\x01\x00" + _long(extensions)
    message = b"\x01" + len(body).to_bytes(3) + body
    return b"\x16\x03\x01" + _long(message)


def _extension(number: int, data: bytes) -> bytes:
    return number.to_bytes(2) + _long(data)


def _long(data: bytes) -> bytes:
    """Data behind its own length, in two bytes."""
    return len(data).to_bytes(2) + data
