"""The world's errors as data: one place that tells what an exception of the network means."""

import errno
import socket
import ssl
from collections.abc import Iterator

import aiohttp
from aiohttp.http_exceptions import (
    ContentLengthError,
    HttpProcessingError,
    LineTooLong,
    TransferEncodingError,
)

from webaudit.model.record import Failure, FailureReason, Stage


class RefusedError(OSError):
    """We do not go there, or can not; raised through the libraries, and read back here.

    Attributes:
        failure: what it means.
    """

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.detail)
        self.failure = failure


class UnreadError(Exception):
    """What was to read a body died of it, or did not come to an end."""


_OURS = (errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM)
_REFUSED = (
    *(errno.ECONNREFUSED, errno.EHOSTUNREACH, errno.ENETUNREACH, errno.EHOSTDOWN, errno.ENETDOWN),
    *(errno.EADDRNOTAVAIL, errno.EACCES, errno.EPERM, errno.EAFNOSUPPORT),
)
_RESET = (errno.ECONNRESET, errno.ECONNABORTED, errno.EPIPE, errno.ENOTCONN, errno.ESHUTDOWN)

_MISSING = "Not enough data"
"""How aiohttp begins to say that the peer closed before the body was whole."""


def failure_of(error: BaseException, stage: Stage) -> Failure:
    """What an exception means.

    Libraries wrap the cause several times, and some wrap it wrongly (a name that does not resolve comes as a
    timeout), so the whole chain is searched for the most telling link.

    Args:
        stage: how far the request had come.
    """
    chain = list(_chain(error))
    for link in chain:
        if isinstance(link, RefusedError):
            return link.failure
    for link in reversed(chain):
        failure = _meaning(link, stage)
        if failure is not None:
            return failure
    return Failure(FailureReason.AUDITOR_ERROR, stage, _detail(error))


def is_transient(failure: Failure) -> bool:
    """Whether asking once more may help.

    Not for silence: the system has repeated an unanswered connection by itself, and a host that is silent
    costs the whole deadline each time.
    """
    return failure.reason is FailureReason.RESET


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The exception and what caused it, outermost first, each once."""
    seen: set[int] = set()
    queue: list[BaseException | None] = [error]
    while queue:
        link = queue.pop(0)
        if link is None or id(link) in seen:
            continue
        seen.add(id(link))
        yield link
        inner = getattr(link, "os_error", None)
        queue += [link.__cause__ or (None if link.__suppress_context__ else link.__context__)]
        queue += [inner if isinstance(inner, BaseException) else None]
        queue += link.exceptions if isinstance(link, BaseExceptionGroup) else ()


def _meaning(link: BaseException, stage: Stage) -> Failure | None:
    """What one link of the chain means by itself; None if nothing."""
    match link:
        case ssl.SSLZeroReturnError() | ssl.SSLEOFError():
            return Failure(FailureReason.RESET, stage, "closed in the middle of TLS")
        case ssl.SSLError():
            return Failure(
                FailureReason.TLS, Stage.TLS if stage is Stage.CONNECT else stage, _tls_detail(link)
            )
        case socket.gaierror():
            return Failure(FailureReason.DNS, Stage.DNS, _detail(link))
        case LineTooLong():
            return Failure(FailureReason.HEADERS_TOO_LARGE, Stage.HEADERS, _detail(link))
        case ContentLengthError() | TransferEncodingError() if _MISSING in str(link):
            return Failure(FailureReason.RESET, Stage.BODY, "closed before the body was whole")
        case HttpProcessingError():
            if "too many" in str(link).lower():
                return Failure(FailureReason.HEADERS_TOO_LARGE, Stage.HEADERS, _detail(link))
            return Failure(FailureReason.PROTOCOL, stage, _detail(link))
        case aiohttp.ServerDisconnectedError():
            return Failure(FailureReason.RESET, stage, "closed without an answer")
        case TimeoutError() if link.errno in (None, errno.ETIMEDOUT):
            return Failure(FailureReason.TIMEOUT, stage)
        case aiohttp.InvalidURL() | UnicodeError():
            return Failure(FailureReason.INVALID_URL, Stage.URL, _detail(link))
        case ConnectionResetError() | ConnectionAbortedError() | BrokenPipeError():
            # Python's own come without a number, as when a peer goes in the middle of a handshake.
            return Failure(FailureReason.RESET, stage, _detail(link))
        case OSError():
            return _os_meaning(link, stage)
        case aiohttp.ClientPayloadError() | aiohttp.ClientConnectionError():
            return Failure(FailureReason.RESET, stage, _detail(link))
        case aiohttp.ClientResponseError():
            return Failure(FailureReason.PROTOCOL, stage, _detail(link))
        case ValueError():
            # yarl and idna refuse some hosts that browsers take; nothing else raises it here.
            return Failure(FailureReason.INVALID_URL, Stage.URL, _detail(link))
    return None


def _os_meaning(error: OSError, stage: Stage) -> Failure | None:
    number = error.errno
    if number in _OURS:
        return Failure(FailureReason.AUDITOR_ERROR, stage, _detail(error))
    if number == errno.ETIMEDOUT:
        return Failure(FailureReason.TIMEOUT, stage, _detail(error))
    if number in _RESET:
        return Failure(FailureReason.RESET, stage, _detail(error))
    if number in _REFUSED or "Multiple exceptions" in str(error):
        return Failure(FailureReason.REFUSED, Stage.CONNECT, _detail(error))
    return None


def _tls_detail(error: ssl.SSLError) -> str:
    return (error.reason or str(error)).replace("_", " ").lower()[:200]


def _detail(error: BaseException) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror[:200]
    return (str(error) or type(error).__name__)[:200]
