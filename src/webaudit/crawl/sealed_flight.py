"""What a server sends in its first flight of TLS 1.3, which is sealed from the second message on.

Certificate, stapled answer and wish for a certificate of ours stand behind ServerHello, under keys that both
sides work out of it (RFC 8446, 4.4 and 7.1). Opening them needs no more than a key agreement; our side never
finishes the handshake, and nothing is trusted for having come this way: certificates and answers are signed.
"""

import hmac
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import new

from webaudit.crawl.client import Net
from webaudit.crawl.first_flight import (
    CERTIFICATE,
    MAX_CHAIN,
    REQUEST,
    FirstFlight,
    ask,
    extension,
    long,
    message,
    named,
    sized,
    whole,
)

_HELLO, _FINISHED = 2, 20
_PLAIN, _CHANGE, _SEALED = 22, 20, 23
_X25519, _P256 = 29, 23
_HASHES = {0x1301: ("sha256", 16), 0x1302: ("sha384", 32), 0x1303: ("sha256", 32)}
"""Name of the hash and length of the key, by the number of the cipher."""

_SIGNATURES = bytes.fromhex("040305030603080708080804080508060809080a080b040105010601")
_AGAIN = bytes.fromhex("cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c")
"""In place of a ServerHello's random: the server wants another group. Who speaks neither of ours is rare."""

_STATUS = 5
_AGREED = 51


@dataclass
class Opener:
    """Opens the flight as it comes.

    Attributes:
        hello: our ClientHello.
        agree: the shared secret by the group and the share that the server chose.
        opened: handshake messages behind ServerHello, in one.
        over: nothing more is to come, or nothing that can be opened.
    """

    hello: bytes
    agree: Callable[[int, bytes], bytes]
    opened: bytearray = field(default_factory=bytearray)
    over: bool = False
    _rest: bytearray = field(default_factory=bytearray)
    _plain: bytearray = field(default_factory=bytearray)
    _unseal: Callable[[bytes, bytes], bytes] | None = None

    def feed(self, data: bytes) -> bool:
        """Takes what came; says whether that was enough.

        Raises:
            ValueError: it is no such flight; the library's own errors as well.
        """
        self._rest += data
        while not self.over and len(self._rest) >= 5:
            end = 5 + int.from_bytes(self._rest[3:5])
            if end > len(self._rest):
                break
            head, body = bytes(self._rest[:5]), bytes(self._rest[5:end])
            del self._rest[:end]
            self._take(head, body)
        return self.over

    def _take(self, head: bytes, body: bytes) -> None:
        if head[0] == _PLAIN and self._unseal is None:
            self._plain += body
            for kind, content in whole(self._plain):
                if kind == _HELLO:
                    self._unseal = self._keys(content, message(kind, content))
        elif head[0] == _SEALED and self._unseal is not None:
            inner = self._unseal(head, body).rstrip(b"\x00")
            if inner[-1:] == bytes([_PLAIN]):
                self.opened += inner[:-1]
                self.over = any(kind == _FINISHED for kind, _ in whole(self.opened))
            else:
                self.over = True
        elif head[0] != _CHANGE:
            self.over = True

    def _keys(self, hello: bytes, written: bytes) -> Callable[[bytes, bytes], bytes]:
        """What opens the records behind a ServerHello (RFC 8446, 5.3 and 7.1)."""
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM, ChaCha20Poly1305

        group, share, cipher = _chosen(hello)
        name, size = _HASHES[cipher]
        zeros = bytes(new(name).digest_size)
        early = hmac.digest(zeros, zeros, name)
        derived = _label(early, "derived", new(name).digest(), len(zeros), name)
        secret = hmac.digest(derived, self.agree(group, share), name)
        traffic = _label(secret, "s hs traffic", new(name, self.hello + written).digest(), len(zeros), name)
        key, nonce = _label(traffic, "key", b"", size, name), _label(traffic, "iv", b"", 12, name)
        sealed = ChaCha20Poly1305(key) if cipher == 0x1303 else AESGCM(key)
        count = 0

        def unseal(head: bytes, body: bytes) -> bytes:
            nonlocal count
            number = (int.from_bytes(nonce) ^ count).to_bytes(12)
            count += 1
            return sealed.decrypt(number, body, head)

        return unseal


async def sealed_flight(net: Net, name: str, number: int, seconds: float) -> FirstFlight:
    """The first flight of a server that speaks TLS 1.3; an empty one of any other."""
    from cryptography.exceptions import InvalidTag

    hello, agree = _offer(name)
    opener = Opener(hello, agree)
    # What was opened before a fault is looked at, and tells or does not.
    with suppress(ValueError, KeyError, InvalidTag):
        await ask(net, name, number, b"\x16\x03\x01" + long(hello), seconds, opener.feed)
    return read_sealed(whole(opener.opened))


def read_sealed(flight: list[tuple[int, bytes]]) -> FirstFlight:
    """What the messages of an opened flight tell (RFC 8446, 4.4.2)."""
    by_kind = dict(reversed(flight))
    rest = by_kind.get(CERTIFICATE, b"")
    rest = sized(rest[1 + rest[0] :]) if rest else b""
    chain: list[bytes] = []
    stapled = b""
    while rest and len(chain) < MAX_CHAIN:
        chain.append(sized(rest))
        more = rest[3 + len(chain[-1]) :]
        said = more[2 : 2 + int.from_bytes(more[:2])]
        status = _extensions(said).get(_STATUS, b"") if len(chain) == 1 else b""
        stapled = sized(status[1:]) if status[:1] == b"\x01" else stapled
        rest = more[2 + len(said) :]
    return FirstFlight(tuple(filter(None, chain)), stapled, asks_certificate=REQUEST in by_kind)


def _offer(name: str) -> tuple[bytes, Callable[[int, bytes], bytes]]:
    """A ClientHello of TLS 1.3 alone, and what agrees on a secret with whom it is answered by."""
    from cryptography.hazmat.primitives.asymmetric import ec, x25519
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    ours, other = x25519.X25519PrivateKey.generate(), ec.generate_private_key(ec.SECP256R1())
    point = other.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    shares = (
        _X25519.to_bytes(2) + long(ours.public_key().public_bytes_raw()) + _P256.to_bytes(2) + long(point)
    )
    extensions = b"".join(
        (
            named(name),
            extension(_STATUS, b"\x01\x00\x00\x00\x00"),
            extension(10, long(_X25519.to_bytes(2) + _P256.to_bytes(2))),
            extension(13, long(_SIGNATURES)),
            extension(43, b"\x02\x03\x04"),
            extension(_AGREED, long(shares)),
        )
    )
    ciphers = long(b"".join(cipher.to_bytes(2) for cipher in _HASHES))
    body = b"\x03\x03" + os.urandom(32) + b"\x20" + os.urandom(32) + ciphers + b"\x01\x00" + long(extensions)

    def agree(group: int, share: bytes) -> bytes:
        if group == _X25519:
            return ours.exchange(x25519.X25519PublicKey.from_public_bytes(share))
        theirs = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), share)
        return other.exchange(ec.ECDH(), theirs)

    return message(1, body), agree


def _chosen(hello: bytes) -> tuple[int, bytes, int]:
    """Group, share and cipher of a ServerHello.

    Raises:
        ValueError: it agrees on nothing.
    """
    end = 35 + hello[34] if len(hello) > 34 else 0
    share = _extensions(hello[end + 5 :]).get(_AGREED, b"")
    if hello[2:34] == _AGAIN or len(share) < 4:
        raise ValueError("no agreement")
    return int.from_bytes(share[:2]), share[4:], int.from_bytes(hello[end : end + 2])


def _extensions(data: bytes) -> dict[int, bytes]:
    found, at = {}, 0
    while at + 4 <= len(data):
        end = at + 4 + int.from_bytes(data[at + 2 : at + 4])
        found[int.from_bytes(data[at : at + 2])] = data[at + 4 : end]
        at = end
    return found


def _label(secret: bytes, label: str, context: bytes, size: int, name: str) -> bytes:
    """HKDF-Expand-Label (RFC 8446, 7.1); what is asked for is never longer than the hash."""
    said = b"tls13 " + label.encode("ascii")
    info = size.to_bytes(2) + bytes([len(said)]) + said + bytes([len(context)]) + context
    return hmac.digest(secret, info + b"\x01", name)[:size]
