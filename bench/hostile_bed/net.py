"""The servers of a bed: HTTP, TLS, DNS, and a canary that nobody may ask."""

import asyncio
import ipaddress
import ssl
import struct
import tempfile
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta

import trustme

from hostile_bed.bed import (
    HOSTILE_NET,
    HOSTILE_NET6,
    Answers,
    Bed,
    Talk,
    drip,
    repeat,
)
from hostile_bed.dns_reply import A, reply
from tests.crawl.servers import (
    Answer,
    Server,
    _talk,
    after,
    answer,
    close,
    reset,
    stall,
)
from webaudit.crawl.clock import utc_now

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
        self._turns[name] += kind == A
        how, own = (bed.dns, bed.address) if bed else ("nxdomain", "")
        return reply(how, own, name, kind, query, first=self._turns[name] == 1)


def _server(bed: Bed, what: Answer | Answers | None) -> Server:
    answers = what if isinstance(what, dict) else {"*": what or answer("", 404)}

    def own(one: Answer | list[Answer]) -> Answer | list[Answer]:
        if isinstance(one, list):
            return [own(part) for part in one]  # type: ignore[misc]
        if isinstance(one, bytes) and b"//HOST" in one:
            return one.replace(b"//HOST", b"//" + bed.host.encode())
        return one

    return Server(0, {path: own(one) for path, one in answers.items()})


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
