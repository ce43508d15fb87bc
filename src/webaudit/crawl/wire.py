"""The wire to one host: a request goes out, an answer comes in.

aiohttp's session is used as it is, for its speed (decision 0015). Whatever speaks httpx's transport interface
can stand in for it: a mock, an application, a recorded answer.
"""

import ssl
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import aiohttp
from yarl import URL

from webaudit.crawl.ask import Ask
from webaudit.crawl.connections import Connector
from webaudit.crawl.resolver import Resolver
from webaudit.model.plan import Reach

if TYPE_CHECKING:
    # Only a stand-in needs it.
    import httpx

MAX_FIELD_BYTES = 65_536
"""Of one header field; what browsers take is more, what servers send is less."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """An answer whose header has come.

    Attributes:
        fields: as received.
        chunk: awaits the next bytes of the body, decoded from transfer; none at its end.
        close: to be awaited when no more is wanted.
    """

    status: int
    fields: Sequence[tuple[bytes, bytes]]
    chunk: Callable[[], Awaitable[bytes]]
    close: Callable[[], Awaitable[None]]


class Wire:
    """Connections to one host, kept from one request to the next."""

    def __init__(self, reach: Reach, resolver: Resolver, context: ssl.SSLContext) -> None:
        self._session = aiohttp.ClientSession(
            connector=Connector(reach, resolver, context),
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=aiohttp.ClientTimeout(total=None, sock_connect=None),
            auto_decompress=False,
            trust_env=False,
            max_line_size=MAX_FIELD_BYTES,
            max_field_size=MAX_FIELD_BYTES,
        )

    async def send(self, ask: Ask) -> Incoming:
        """Sends a request as it is spelled, and awaits the header of its answer."""
        url = URL(ask.url, encoded=True)
        answer = await self._session.request(ask.method, url, headers=ask.headers, allow_redirects=False)

        async def close() -> None:
            answer.release()
            await answer.wait_for_close()

        return Incoming(answer.status, answer.raw_headers, answer.content.readany, close)

    async def close(self) -> None:
        """Ends all connections."""
        await self._session.close()


async def stand_in(transport: "httpx.AsyncBaseTransport", ask: Ask) -> Incoming:
    """The same through a transport of httpx."""
    import httpx

    try:
        request = httpx.Request(ask.method, ask.url, headers=list(ask.headers))
        answer = await transport.handle_async_request(request)
    except httpx.TimeoutException as error:
        raise TimeoutError(str(error)) from error
    except httpx.TransportError as error:
        raise ConnectionResetError(str(error)) from error
    except httpx.InvalidURL as error:
        raise ValueError(str(error)) from error
    body = answer.aiter_raw()

    async def chunk() -> bytes:
        return await anext(body, b"")

    return Incoming(answer.status_code, answer.headers.raw, chunk, answer.aclose)
