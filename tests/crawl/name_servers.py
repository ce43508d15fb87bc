"""Name servers on loopback, that say what a test wants: the truth, nonsense, or nothing."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import cast

import dns.flags
import dns.message
import dns.name
import dns.rcode
import dns.rdatatype
import dns.rrset

Zone = Mapping[tuple[str, str], list[str]]
"""Values by name and kind; a name in it that has no values of a kind exists all the same."""

Twist = Callable[[dns.message.Message, dns.message.Message], bytes | None]
"""What is sent over UDP in place of the right answer: given question and answer."""


@dataclass
class Server:
    """A running name server.

    Attributes:
        asked: names and kinds, in order.
    """

    zone: Zone
    twist: Twist | None = None
    port: int = 0
    asked: list[tuple[str, str]] = field(default_factory=list)

    @property
    def address(self) -> str:
        """As --resolver takes it."""
        return f"127.0.0.1:{self.port}"

    def answer(self, question: dns.message.Message) -> dns.message.Message:
        """What a resolver would answer: aliases followed, and whether the name exists."""
        one = question.question[0]
        kind = dns.rdatatype.to_text(one.rdtype)
        name = one.name.to_text(omit_final_dot=True).lower()
        self.asked.append((name, kind))
        answer = dns.message.make_response(question, recursion_available=True)
        seen = set()
        while name not in seen:
            seen.add(name)
            alias = self.zone.get((name, "CNAME"))
            if not alias or kind == "CNAME":
                break
            answer.answer.append(dns.rrset.from_text(f"{name}.", 60, "IN", "CNAME", *alias))
            name = alias[0].rstrip(".")
        values = self.zone.get((name, kind))
        if values:
            answer.answer.append(dns.rrset.from_text(f"{name}.", 60, "IN", kind, *values))
            if (name, "RRSIG") in self.zone:
                answer.flags |= dns.flags.AD
        elif not any(known == name or known.endswith(f".{name}") for known, _ in self.zone):
            answer.set_rcode(dns.rcode.NXDOMAIN)
        if (name, "BOGUS") in self.zone and not question.flags & dns.flags.CD:
            answer.answer.clear()
            answer.set_rcode(dns.rcode.SERVFAIL)
        return answer


class _Udp(asyncio.DatagramProtocol):
    """Answers datagrams."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.transport: asyncio.DatagramTransport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """The socket."""
        self.transport = cast("asyncio.DatagramTransport", transport)

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        """A question."""
        question = dns.message.from_wire(data)
        answer = self.server.answer(question)
        wire: bytes | None
        if self.server.twist is not None:
            wire = self.server.twist(question, answer)
        else:
            wire = answer.to_wire(max_size=65_535)
            if len(wire) > 1_232:
                wire = truncated(question, answer)
        if wire is not None and self.transport is not None:
            self.transport.sendto(wire, addr)


def truncated(question: dns.message.Message, answer: dns.message.Message) -> bytes:
    """An empty answer that says: ask by TCP."""
    cut = dns.message.make_response(question)
    cut.flags |= dns.flags.TC
    return cut.to_wire()


@asynccontextmanager
async def name_server(zone: Zone, twist: Twist | None = None) -> AsyncIterator[Server]:
    """A name server, over UDP and TCP at the same port."""
    server = Server(zone, twist)

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            size = int.from_bytes(await reader.readexactly(2))
            question = dns.message.from_wire(await reader.readexactly(size))
            wire = server.answer(question).to_wire(max_size=65_535)
            writer.write(len(wire).to_bytes(2) + wire)
            await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    listening = await asyncio.start_server(talk, "127.0.0.1", 0)
    server.port = listening.sockets[0].getsockname()[1]
    loop = asyncio.get_running_loop()
    transport, _ = await loop.create_datagram_endpoint(
        lambda: _Udp(server), local_addr=("127.0.0.1", server.port)
    )
    try:
        yield server
    finally:
        transport.close()
        listening.close()
        await listening.wait_closed()
