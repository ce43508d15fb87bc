"""Names to checked addresses: once a host and run, off the event loop, with a deadline of its own."""

import asyncio
import errno
import socket
import threading
from collections.abc import Callable, Sequence

from aiohttp.abc import AbstractResolver, ResolveResult

from webaudit.crawl.address import Endpoint, is_public, literal, routed
from webaudit.crawl.faults import RefusedError
from webaudit.model.plan import Reach
from webaudit.model.record import Failure, FailureReason, Stage

LOOKUP_SECONDS = 5.0
MAX_LOOKUPS = 32
"""At once; each has a thread, because the system's resolver blocks."""

MAX_ADDRESSES = 4
"""Of one host that are tried."""

STACK_BYTES = 512 * 1024

_OURS = (errno.EMFILE, errno.ENFILE, errno.ENOMEM, socket.EAI_MEMORY, socket.EAI_SYSTEM)
"""Errors of a lookup that say nothing about the name: this machine could not look."""

LookUp = Callable[[str], Sequence[str]]
"""Addresses of a host; raises OSError. Blocks."""


class Resolver(AbstractResolver):
    """The only way to an address; aiohttp asks it again for each new connection.

    Whoever asks for a host shares the one lookup of it, so that an answer which changes between the check and
    the connection (rebinding) is never seen.
    """

    def __init__(self, reach: Reach, look_up: LookUp | None = None, seconds: float = LOOKUP_SECONDS) -> None:
        self._reach = reach
        self._look_up = look_up or _system_addresses
        self._seconds = seconds
        self._known: dict[str, asyncio.Future[tuple[str, ...]]] = {}
        self._checked: dict[tuple[str, int], tuple[Endpoint, ...]] = {}
        self._free = asyncio.Semaphore(MAX_LOOKUPS)

    async def endpoints(self, host: str, port: int) -> tuple[Endpoint, ...]:
        """Where a host can be connected to, at least one.

        Raises:
            RefusedError: it has no address, or none that may be connected to.
        """
        if (checked := self._checked.get((host, port))) is None:
            checked = self._checked[host, port] = await self._check(host, port)
        return checked

    async def _check(self, host: str, port: int) -> tuple[Endpoint, ...]:
        if endpoints := routed(host, port, self._reach):
            return endpoints
        own = literal(host)
        addresses = (own,) if own else await self._addresses(host)
        allowed = [one for one in addresses if self._reach.allow_private or is_public(one)]
        if not allowed:
            raise RefusedError(
                Failure(
                    FailureReason.FORBIDDEN_ADDRESS,
                    Stage.URL if own else Stage.DNS,
                    f"{host} is at {', '.join(addresses[:3])}"[:200],
                )
            )
        return tuple(Endpoint(address, port) for address in allowed[:MAX_ADDRESSES])

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """What aiohttp asks for; `family` is left to its own race of addresses."""
        del family
        endpoints = await self.endpoints(host.rstrip(".").lower(), port)
        return [
            ResolveResult(
                hostname=host,
                host=endpoint.address,
                port=endpoint.port,
                family=socket.AF_INET6 if endpoint.is_v6 else socket.AF_INET,
                proto=0,
                flags=socket.AI_NUMERICHOST | socket.AI_NUMERICSERV,
            )
            for endpoint in endpoints
        ]

    async def close(self) -> None:
        """Nothing is held: threads that still wait for an answer end with the process."""

    async def _addresses(self, host: str) -> tuple[str, ...]:
        known = self._known.get(host)
        if known is None:
            known = self._known[host] = asyncio.ensure_future(self._ask(host))
            # An asker that is cancelled must not leave a complaint about an answer nobody took.
            known.add_done_callback(lambda future: future.cancelled() or future.exception())
        # Shielded: one asker's end is not the others'.
        return await asyncio.shield(known)

    async def _ask(self, host: str) -> tuple[str, ...]:
        async with self._free:
            try:
                async with asyncio.timeout(self._seconds):
                    addresses = await _in_daemon(lambda: self._look_up(host))
            except TimeoutError:
                raise RefusedError(
                    Failure(FailureReason.DNS, Stage.DNS, "the name server is silent")
                ) from None
            except (OSError, UnicodeError, ValueError) as error:
                if isinstance(error, OSError) and error.errno in _OURS:
                    raise RefusedError(
                        Failure(FailureReason.AUDITOR_ERROR, Stage.DNS, error.strerror or "")
                    ) from None
                detail = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
                raise RefusedError(Failure(FailureReason.DNS, Stage.DNS, detail[:200])) from None
        if not addresses:
            raise RefusedError(Failure(FailureReason.DNS, Stage.DNS, "no address"))
        return tuple(dict.fromkeys(addresses))


def _system_addresses(host: str) -> list[str]:
    # As bytes: Python would otherwise put the name through its own, older IDNA.
    answers = socket.getaddrinfo(host.encode("ascii"), None, type=socket.SOCK_STREAM)
    return [str(sockaddr[0]) for *_, sockaddr in answers]


async def _in_daemon(function: Callable[[], Sequence[str]]) -> Sequence[str]:
    """The function's result, from a thread that does not keep the process alive."""
    # No executor: it would wait at exit for lookups that hang for minutes.
    loop = asyncio.get_running_loop()
    future: asyncio.Future[Sequence[str]] = loop.create_future()

    def deliver(value: Sequence[str] | None, error: BaseException | None) -> None:
        if future.done():
            return
        if error is not None:
            future.set_exception(error)
        else:
            future.set_result(value or ())

    def run() -> None:
        try:
            value, error = function(), None
        except Exception as raised:
            value, error = None, raised
        try:
            loop.call_soon_threadsafe(deliver, value, error)
        except RuntimeError:
            return  # the loop was closed long ago

    _start(run)
    return await future


def _start(run: Callable[[], None]) -> None:
    # The usual 8 MB a stack would use up a small address space.
    before = threading.stack_size(STACK_BYTES)
    try:
        threading.Thread(target=run, name="lookup", daemon=True).start()
    finally:
        threading.stack_size(before)
