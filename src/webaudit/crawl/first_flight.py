"""What a server sends in the clear before TLS 1.2 hides the rest: certificate, stapled answer, wish for ours.

Python's ssl shows neither the answer of the authority that a server staples to its certificate (OCSP,
RFC 6960) nor that it asks for a certificate of the visitor. In TLS 1.2 both stand in the first flight, before
any key is agreed on, so that one ClientHello is enough to see them and nothing has to be encrypted.
"""

import asyncio
import os
from collections.abc import Callable
from dataclasses import dataclass

from webaudit.crawl.address import literal
from webaudit.crawl.client import Net
from webaudit.crawl.handshake import connect

MAX_BYTES = 100_000
"""Of a flight; a chain of ten certificates of 4 KB, and an answer about one of them."""

CERTIFICATE, REQUEST = 11, 13
"""Kinds of messages, in TLS 1.3 as before."""

MAX_CHAIN = 10
"""Certificates that are looked at."""

_HANDSHAKE = 22
_DONE, _STATUS = 14, 22

# What the servers of the last twenty years speak: ECDHE, DHE and RSA with AES or ChaCha20.
_CIPHERS = bytes.fromhex("c02bc02fc02cc030cca9cca8009e009fc009c013c00ac01400330039009c009d002f0035000a00ff")
_GROUPS = bytes.fromhex("001d001700180019")
_SIGNATURES = bytes.fromhex("040305030603080408050806040105010601020302010401")


@dataclass(frozen=True, slots=True)
class FirstFlight:
    """What came.

    Attributes:
        chain: certificates in DER as sent, the leaf first.
        stapled: the answer of its authority in DER; empty if none came.
        asks_certificate: the server wants one of the visitor.
    """

    chain: tuple[bytes, ...] = ()
    stapled: bytes = b""
    asks_certificate: bool = False


async def first_flight(net: Net, name: str, number: int, seconds: float) -> FirstFlight:
    """The first flight of a server that speaks TLS 1.2; an empty one of any other."""
    came = bytearray()

    def take(data: bytes) -> bool:
        came.extend(data)
        return _is_over(came)

    await ask(net, name, number, _hello(name), seconds, take)
    return read_flight(messages(came))


async def ask(
    net: Net, name: str, number: int, hello: bytes, seconds: float, take: Callable[[bytes], bool]
) -> None:
    """Hands on what a server answers to the first bytes of a connection; silence and faults end it.

    Args:
        take: is given each piece as it comes, and says whether that was enough.
    """
    left = MAX_BYTES
    try:
        async with asyncio.timeout(seconds):
            connected = await connect(net, name, number)
            reader, writer = await asyncio.open_connection(sock=connected)
            try:
                writer.write(hello)
                while left > 0 and (data := await reader.read(16_384)) and not take(data):
                    left -= len(data)
            finally:
                writer.transport.abort()
    except OSError:
        # What came so far is looked at, and tells or does not.
        pass


def read_flight(flight: list[tuple[int, bytes]]) -> FirstFlight:
    """What the messages of a flight tell."""
    by_kind = dict(reversed(flight))
    rest, status = sized(by_kind.get(CERTIFICATE, b"")), by_kind.get(_STATUS, b"")
    chain: list[bytes] = []
    while rest and len(chain) < MAX_CHAIN:
        chain.append(sized(rest))
        rest = rest[3 + len(chain[-1]) :]
    return FirstFlight(
        chain=tuple(filter(None, chain)),
        stapled=sized(status[1:]) if status[:1] == b"\x01" else b"",
        asks_certificate=REQUEST in by_kind,
    )


def messages(came: bytes | bytearray) -> list[tuple[int, bytes]]:
    """The handshake messages that came whole, kind and body, in their order (RFC 5246, 7.4)."""
    return whole(_joined(came)[0])


def whole(joined: bytes | bytearray) -> list[tuple[int, bytes]]:
    """The messages that stand whole in what the records hold, kind and body."""
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


def sized(data: bytes) -> bytes:
    """What stands behind its own length, in three bytes."""
    return data[3 : 3 + int.from_bytes(data[:3])]


def _hello(name: str) -> bytes:
    """A ClientHello of TLS 1.2 that asks for a stapled answer (RFC 5246, 7.4.1.2; RFC 6066, 8)."""
    extensions = b"".join(
        (
            named(name),
            extension(5, b"\x01\x00\x00\x00\x00"),
            extension(10, long(_GROUPS)),
            extension(11, b"\x01\x00"),
            extension(13, long(_SIGNATURES)),
            extension(23, b""),
        )
    )
    body = b"\x03\x03" + os.urandom(32) + b"\x00" + long(_CIPHERS) + b"\x01\x00" + long(extensions)
    return b"\x16\x03\x01" + long(message(1, body))


def message(kind: int, body: bytes) -> bytes:
    """One message of the handshake."""
    return bytes([kind]) + len(body).to_bytes(3) + body


def named(name: str) -> bytes:
    """The extension that names the host (RFC 6066, 3); nothing for an address of numbers."""
    return b"" if literal(name) else extension(0, long(b"\x00" + long(name.encode("ascii"))))


def extension(number: int, data: bytes) -> bytes:
    """One extension of a ClientHello."""
    return number.to_bytes(2) + long(data)


def long(data: bytes) -> bytes:
    """Data behind its own length, in two bytes."""
    return len(data).to_bytes(2) + data
