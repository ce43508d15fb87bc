"""The only HTTP client: one request to a host at a time, to checked addresses, within bytes and seconds.

It keeps no cookies, follows no redirect and decodes nothing: what was answered is the evidence.
"""

import asyncio
import resource
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self, TypeVar

from webaudit.crawl.address import Endpoint, may_ask_port
from webaudit.crawl.ask import Ask
from webaudit.crawl.browser.browser import Browser
from webaudit.crawl.clock import monotonic, utc_now
from webaudit.crawl.connections import PROGRESS, Progress, unverified_context
from webaudit.crawl.faults import RefusedError, failure_of
from webaudit.crawl.memory import SMALL_BYTES, Pool, settle, trim
from webaudit.crawl.resolver import LookUp, Resolver
from webaudit.crawl.wire import Incoming, Wire, stand_in
from webaudit.extract.links import forget
from webaudit.extract.urls import host, port
from webaudit.model.evidence import Exchange, Headers
from webaudit.model.plan import Politeness, Reach
from webaudit.model.record import Failure, FailureReason, Stage

if TYPE_CHECKING:
    import httpx

T = TypeVar("T")

MAX_HEADER_BYTES = 262_144
"""Of all fields together."""

START_BYTES = 1024
"""Of a file that is too long to be read: enough to know what it is."""


@dataclass(slots=True)
class _Lane:
    """The way to one host, that one request uses at a time."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    next_at: float = 0.0
    wire: Wire | None = None


class Reader(Protocol):
    """Reads bodies that might kill who reads them."""

    async def read(self, function: Callable[[], T]) -> T:
        """What a function, which can be pickled, makes of a body.

        Raises:
            UnreadError: who was to make it did not survive that.
        """


class Net:
    """The network, as one event loop sees it; close it by `async with`.

    All plans of a run share one, so that pace, addresses and connections are shared.

    Args:
        connections: at once, most of them to sites that stall; fewer if the process may not open so many.
        look_up: stands in for the system's resolver.
        transport: stands in for the network.
        reader: reads bodies elsewhere; without it they are read in a thread.
        chromium: path of the browser; empty to look for it when it is needed.
    """

    def __init__(
        self,
        politeness: Politeness,
        reach: Reach,
        connections: int = 256,
        *,
        look_up: LookUp | None = None,
        transport: "httpx.AsyncBaseTransport | None" = None,
        reader: Reader | None = None,
        chromium: str = "",
    ) -> None:
        self.politeness = politeness
        self.reach = reach
        files, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
        # The rest is for idle connections, for the evidence that is written meanwhile, and for who reads.
        self.connections = max(4, min(connections, files // 4))
        self._most_idle = max(4, min(connections, files // 8))
        self._look_up = look_up
        self._stand_in = transport
        self._elsewhere = reader
        self.browser = Browser(chromium)
        self._lanes: dict[str, _Lane] = {}
        self._idle: OrderedDict[str, _Lane] = OrderedDict()
        self._address_next: dict[str, float] = {}

    async def __aenter__(self) -> Self:
        settle()
        self._slots = asyncio.Semaphore(self.connections)
        self._pool = Pool()
        # One thread: trees of large pages are twenty times their size, and memory stays with its thread.
        self._reader = ThreadPoolExecutor(max_workers=1, thread_name_prefix="reader")
        self._resolver = Resolver(self.reach, self._look_up)
        self._context = unverified_context()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.browser.close()
        self._reader.shutdown(wait=False, cancel_futures=True)
        for lane in self._lanes.values():
            await _close(lane)
        self._lanes.clear()
        forget()
        trim()

    async def fetch(self, ask: Ask) -> Exchange:
        """The answer to one request, or why there is none; raises nothing of the network's."""
        started_at, start = utc_now(), monotonic()
        try:
            async with self.turn(ask.url, ask.politeness, ask.ports) as lane:
                if ask.fresh:
                    await _close(lane)
                return await self._exchange(ask, lane)
        except RefusedError as refused:
            return Exchange(
                url=ask.url,
                purpose=ask.purpose,
                started_at=started_at,
                request_headers=ask.headers,
                method=ask.method,
                total_ms=_ms(monotonic() - start) if refused.failure.stage is Stage.DNS else 0.0,
                failure=refused.failure,
                attempt=ask.attempt,
            )

    async def endpoints(self, name: str, number: int) -> tuple[Endpoint, ...]:
        """Where a host can be connected to, checked.

        Raises:
            RefusedError: nowhere.
        """
        return await self._resolver.endpoints(name, number)

    async def beside(self, function: Callable[[], T]) -> T:
        """What a function makes of a body, made beside the loop so that other sites are timed right.

        Raises:
            UnreadError: who was to make it did not survive that.
        """
        if self._elsewhere is not None:
            return await self._elsewhere.read(function)
        return await asyncio.get_running_loop().run_in_executor(self._reader, function)

    @asynccontextmanager
    async def turn(
        self, url: str, politeness: Politeness, ports: tuple[tuple[str, int], ...] = ()
    ) -> AsyncIterator[_Lane]:
        """Waits until the URL's host may be asked, and holds it for the one request.

        Raises:
            RefusedError: the host may not be asked, or has no address.
        """
        name, number = host(url), port(url)
        if not may_ask_port(name, number, self.reach, ports):
            raise RefusedError(Failure(FailureReason.NOT_CAPTURED, Stage.URL, f"port {number} is not asked"))
        lane = self._lanes.get(name)
        if lane is None:
            lane = self._lanes[name] = _Lane()
        async with lane.lock:
            self._idle.pop(name, None)
            endpoints = await self._resolver.endpoints(name, number)
            await self._pace(lane, endpoints[0].address, politeness)
            try:
                async with self._slots:
                    yield lane
            finally:
                await self._rest(name, lane)

    async def _pace(self, lane: _Lane, address: str, politeness: Politeness) -> None:
        """Waits for the next moment that host and address allow."""
        if politeness.rate <= 0:
            return
        now = monotonic()
        at = max(now, lane.next_at, self._address_next.get(address, 0.0))
        lane.next_at = at + 1 / politeness.rate
        if politeness.rate_per_address > 0:
            # Taken before the wait, so that the hosts of one machine queue up and do not all wake at once.
            self._address_next[address] = at + 1 / politeness.rate_per_address
        if at > now:
            await asyncio.sleep(at - now)

    async def _rest(self, name: str, lane: _Lane) -> None:
        """Keeps the connection for the host's next request, but not too many hosts' at once."""
        if lane.wire is None:
            return
        self._idle[name] = lane
        if len(self._idle) > self._most_idle:
            _, oldest = self._idle.popitem(last=False)
            await _close(oldest)

    async def _send(self, ask: Ask, lane: _Lane) -> Incoming:
        if self._stand_in is not None:
            return await stand_in(self._stand_in, ask)
        if lane.wire is None:
            lane.wire = Wire(self.reach, self._resolver, self._context)
        return await lane.wire.send(ask)

    async def _exchange(self, ask: Ask, lane: _Lane) -> Exchange:
        progress = Progress(ask.seconds)
        token = PROGRESS.set(progress)
        started_at, start = utc_now(), monotonic()
        status: int | None = None
        headers: Headers = ()
        first_byte_ms: float | None = None
        body = bytearray()
        truncated = False
        failure: Failure | None = None
        try:
            async with asyncio.timeout(ask.seconds) as deadline:
                answer = await self._send(ask, lane)
                first_byte_ms = _ms(progress.first_byte(monotonic() - start))
                status = answer.status
                progress.stage = Stage.BODY
                try:
                    headers = _headers(answer.fields)
                    truncated = await self._read(answer, headers, body, deadline, ask)
                finally:
                    await answer.close()
        except Exception as error:
            # Whatever a library raises: no fault of one site may end the crawl of the others.
            failure = failure_of(error, progress.stage)
        finally:
            PROGRESS.reset(token)
        return Exchange(
            url=ask.url,
            purpose=ask.purpose,
            started_at=started_at,
            request_headers=ask.headers,
            method=ask.method,
            http_version="HTTP/1.1" if status is not None else "",
            status=status,
            headers=headers,
            body=bytes(body),
            address=progress.address,
            first_byte_ms=first_byte_ms,
            total_ms=_ms(monotonic() - start),
            truncated=truncated,
            failure=failure,
            attempt=ask.attempt,
        )

    async def _read(
        self, answer: Incoming, headers: Headers, body: bytearray, deadline: asyncio.Timeout, ask: Ask
    ) -> bool:
        """Fills `body`; True if there was more than may be read."""
        most = _most_bytes(ask, headers)
        lent = False
        while chunk := await answer.chunk():
            body += chunk
            if len(body) > most:
                del body[most:]
                return True
            if len(body) > SMALL_BYTES and not lent:
                lent = True
                waiting, due = monotonic(), deadline.when()
                deadline.reschedule(None)
                ask.loans.append(await self._pool.lend(min(_said_bytes(headers) or most, most)))
                # Waiting for our own memory is not the site's time.
                deadline.reschedule(None if due is None else due + monotonic() - waiting)
        return False


async def _close(lane: _Lane) -> None:
    wire, lane.wire = lane.wire, None
    if wire is not None:
        await wire.close()


def _headers(fields: Sequence[tuple[bytes, bytes]]) -> Headers:
    if sum(len(name) + len(value) for name, value in fields) > MAX_HEADER_BYTES:
        raise RefusedError(Failure(FailureReason.HEADERS_TOO_LARGE, Stage.HEADERS, "all fields together"))
    return tuple((_text(name).lower(), _text(value)) for name, value in fields)


def _text(raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def _most_bytes(ask: Ask, headers: Headers) -> int:
    kind = next((value for name, value in headers if name == "content-type"), "").lower()
    if not kind or "html" in kind:
        return ask.html_bytes
    too_long = ask.whole and (_said_bytes(headers) or 0) > ask.other_bytes
    return START_BYTES if too_long else ask.other_bytes


def _said_bytes(headers: Headers) -> int | None:
    """The length of the body, as the header says; None if it says none."""
    said = next((value for name, value in headers if name == "content-length"), "")[:20]
    return int(said) if said.isdecimal() and said.isascii() else None


def _ms(seconds: float) -> float:
    return round(seconds * 1000, 1)
