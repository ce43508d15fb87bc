"""Connections to checked addresses, that say how far they have come."""

import asyncio
import socket
import ssl
from asyncio.sslproto import SSLProtocol
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import partial
from typing import Any, cast

import aiohttp
from aiohttp.client_proto import ResponseHandler
from aiohttp.client_reqrep import ClientRequest
from aiohttp.connector import AddrInfoType, Connection
from aiohttp.helpers import _EXC_SENTINEL
from aiohttp.http_exceptions import HttpProcessingError
from aiohttp.tracing import Trace

from webaudit.crawl.address import may_connect
from webaudit.crawl.clock import monotonic
from webaudit.crawl.faults import RefusedError
from webaudit.crawl.resolver import Resolver
from webaudit.crawl.stopwatch import Stopwatch, TimedSocket
from webaudit.model.plan import Reach
from webaudit.model.record import Failure, FailureReason, Stage

CONNECT_SHARE = 0.4
"""Of a request's time, at most, until the connection stands: of 20 s 8, as systems ask after 1, 3 and 7."""

KEEP_ALIVE_SECONDS = 15.0

RECEIVE_BYTES = 65_536
"""Taken from a connection at a time; asyncio takes four times as much, and hundreds may be open."""

SSLProtocol.max_size = RECEIVE_BYTES


@dataclass(slots=True)
class Progress:
    """How far a request has come.

    Attributes:
        seconds: that the whole request may take.
        address: of the connection; empty until it stands.
        connects: how many connections it asked for.
        made: sockets of new ones, which were not kept from an earlier request.
        watch: of the connection; None until it stands.
    """

    seconds: float
    stage: Stage = Stage.CONNECT
    address: str = ""
    connects: int = 0
    made: list[TimedSocket] = field(default_factory=list)
    watch: Stopwatch | None = None

    def first_byte(self, seconds: float) -> float:
        """Seconds until the answer began.

        Args:
            seconds: that have passed, our own tardiness among them.
        """
        told = self.watch.first if self.watch is not None else None
        return seconds if told is None else min(told, seconds)


PROGRESS: ContextVar[Progress] = ContextVar("progress")
"""Of the request that this task makes; libraries start tasks of their own, which inherit it."""


class _Handler(ResponseHandler):
    """Takes a header apart from what follows it.

    A body that is longer than its Content-Length, a mistake that browsers forgive, would else be read as the
    next answer's junk, and cost the answer that it follows.
    """

    address = ""
    watch: Stopwatch | None = None

    def data_received(self, data: bytes) -> None:
        """Bytes from the peer."""
        if self.watch is not None:
            self.watch.answered()
        end = data.find(b"\r\n\r\n") + 4 if data.startswith(b"HTTP/1.") else 0
        if 4 <= end < len(data):
            super().data_received(data[:end])
            data = data[end:]
        super().data_received(data)

    def set_exception(self, exc: BaseException, exc_cause: BaseException = _EXC_SENTINEL) -> None:
        """A fault; of one of syntax aiohttp does not tell whoever reads the body, who waits in vain."""
        payload = self._payload
        super().set_exception(exc, exc_cause)
        if payload is not None and isinstance(exc, HttpProcessingError) and not payload.is_eof():
            payload.set_exception(exc, exc_cause)


class Connector(aiohttp.TCPConnector):
    """Connections that say how far they have come, to addresses that are checked once more."""

    def __init__(self, reach: Reach, resolver: Resolver, context: ssl.SSLContext) -> None:
        self._reach = reach
        super().__init__(
            ssl=context,
            resolver=resolver,
            use_dns_cache=False,
            limit=0,
            keepalive_timeout=KEEP_ALIVE_SECONDS,
            socket_factory=self._socket,
        )
        self._factory = cast("partial[ResponseHandler]", partial(_Handler, loop=self._loop))

    async def connect(
        self, req: ClientRequest, traces: list[Trace], timeout: aiohttp.ClientTimeout
    ) -> Connection:
        """A connection, new or kept, and the progress told."""
        progress = PROGRESS.get()
        progress.connects += 1
        if progress.connects > 1 and progress.made:
            # aiohttp asks again by itself when a connection breaks. That is right for a kept one, which the
            # server may have closed long ago; a new one that breaks is a fault to be seen and counted.
            raise RefusedError(Failure(FailureReason.RESET, Stage.HEADERS, "closed without an answer"))
        connection = await super().connect(req, traces, timeout)
        progress.stage = Stage.HEADERS
        if connection.transport is not None:
            # Of TLS it is the outer one, whose size the class says.
            connection.transport.max_size = RECEIVE_BYTES  # type: ignore[attr-defined]
        protocol = connection.protocol
        if isinstance(protocol, _Handler):
            progress.address, progress.watch = protocol.address, protocol.watch
            if protocol.watch is not None and not progress.made:
                protocol.watch.begin(monotonic())
        return connection

    async def _create_connection(
        self, req: ClientRequest, traces: list[Trace], timeout: aiohttp.ClientTimeout
    ) -> ResponseHandler:
        """A new connection, in good time, with what is known of it."""
        progress = PROGRESS.get()
        async with asyncio.timeout(progress.seconds * CONNECT_SHARE):
            protocol = await super()._create_connection(req, traces, timeout)
        if isinstance(protocol, _Handler) and protocol.transport is not None:
            peer: Any = protocol.transport.get_extra_info("peername")
            protocol.address = str(peer[0]) if peer else ""
            number = protocol.transport.get_extra_info("socket").fileno()
            protocol.watch = next((one.watch for one in progress.made if one.fileno() == number), None)
        return protocol

    def _socket(self, info: AddrInfoType) -> socket.socket:
        family, kind, protocol, _, address = info
        if not may_connect(str(address[0]), int(address[1]), self._reach):
            raise RefusedError(Failure(FailureReason.FORBIDDEN_ADDRESS, Stage.CONNECT, str(address[0])))
        made = PROGRESS.get().made
        # Who is sent to a second address has waited for the first.
        made.append(TimedSocket(family, kind, protocol, made[0].begun if made else monotonic()))
        return made[-1]


class _TellingContext(ssl.SSLContext):
    """A context that notes when a handshake begins, so that its faults are told from the connection's."""

    def wrap_bio(self, *args: Any, **kwargs: Any) -> ssl.SSLObject:
        progress = PROGRESS.get(None)
        if progress is not None:
            progress.stage = Stage.TLS
        return super().wrap_bio(*args, **kwargs)


def unverified_context() -> ssl.SSLContext:
    """A context that takes any certificate and any protocol.

    What a site shows is judged even if its certificate is bad, which the TLS probe tells; no secret is sent.
    """
    context = _TellingContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    accept_old_protocols(context)
    return context


def accept_old_protocols(context: ssl.SSLContext) -> None:
    """Lets a context speak with servers that browsers refuse, so that they can be named."""
    context.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
    context.set_ciphers("DEFAULT:@SECLEVEL=0")
    context.options |= 0x4  # SSL_OP_LEGACY_SERVER_CONNECT; has a name from Python 3.12 on
