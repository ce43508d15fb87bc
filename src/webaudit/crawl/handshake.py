"""TLS handshakes that look at a host: with or without verification, over one protocol or the best."""

import asyncio
import socket
import ssl
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from webaudit.crawl.client import Net
from webaudit.crawl.connections import accept_old_protocols, unverified_context
from webaudit.crawl.faults import failure_of
from webaudit.model.record import Failure, Stage

_ALPN = ["h2", "http/1.1"]

PROTOCOLS = {
    "TLSv1": ssl.TLSVersion.TLSv1,
    "TLSv1.1": ssl.TLSVersion.TLSv1_1,
    "TLSv1.2": ssl.TLSVersion.TLSv1_2,
    "TLSv1.3": ssl.TLSVersion.TLSv1_3,
}
"""By OpenSSL's names, oldest first."""


@dataclass(frozen=True, slots=True)
class Shaken:
    """What one handshake shows.

    Attributes:
        alpn: the application protocol that was chosen; empty for none.
        chain: the certificates in DER, as they were sent.
    """

    protocol: str
    alpn: str
    chain: tuple[bytes, ...]


async def handshake(
    net: Net, name: str, number: int, context: ssl.SSLContext, seconds: float
) -> Shaken | ssl.SSLCertVerificationError | Failure:
    """What one handshake shows; a bad certificate is an answer, all else a Failure."""
    loop = asyncio.get_running_loop()
    stage = Stage.CONNECT
    try:
        async with asyncio.timeout(seconds):
            connected = await connect(net, name, number)
            stage = Stage.TLS
            transport, _ = await loop.create_connection(
                asyncio.Protocol, sock=connected, ssl=context, server_hostname=name.strip("[]")
            )
            shaken = transport.get_extra_info("ssl_object")
            chosen = shaken.selected_alpn_protocol() or ""
            seen = Shaken(shaken.version() or "", chosen, _chain(shaken))
            transport.abort()
            return seen
    except ssl.SSLCertVerificationError as error:
        return error
    except Exception as error:
        return failure_of(error, stage)


class _Ear(asyncio.Protocol):
    """Hears how a connection ends."""

    def __init__(self) -> None:
        self.end: asyncio.Future[Exception | None] = asyncio.get_running_loop().create_future()

    def connection_lost(self, exc: Exception | None) -> None:
        """The end, and why."""
        if not self.end.done():
            self.end.set_result(exc)


async def parting(net: Net, name: str, number: int, context: ssl.SSLContext, seconds: float) -> str:
    """Why the server ends a connection over which nothing is asked; empty if it does not, or does not say.

    In TLS 1.3 a server that misses a certificate of ours says so when our side takes the handshake for done.
    """
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(seconds):
            connected = await connect(net, name, number)
            transport, ear = await loop.create_connection(
                _Ear, sock=connected, ssl=context, server_hostname=name.strip("[]")
            )
            try:
                end = await ear.end
            finally:
                transport.abort()
    except Exception as error:
        end = error
    return failure_of(end, Stage.TLS).detail if end else ""


async def connect(net: Net, name: str, number: int) -> socket.socket:
    """A connection to the first address that takes one."""
    loop = asyncio.get_running_loop()
    fault: OSError | None = None
    for endpoint in await net.endpoints(name, number):
        family = socket.AF_INET6 if endpoint.is_v6 else socket.AF_INET
        connection = socket.socket(family, socket.SOCK_STREAM)
        try:
            connection.setblocking(False)
            await loop.sock_connect(connection, (endpoint.address, endpoint.port))
            return connection
        except OSError as error:
            connection.close()
            fault = fault or error
        except BaseException:
            connection.close()
            raise
    raise fault or OSError("no address")


def _chain(handshake: Any) -> tuple[bytes, ...]:
    """The certificates as sent; public from Python 3.13 on."""
    if hasattr(handshake, "get_unverified_chain"):
        return tuple(handshake.get_unverified_chain() or ())
    sent: Sequence[Any] = handshake._sslobj.get_unverified_chain() or ()
    return tuple(ssl.PEM_cert_to_DER_cert(certificate.public_bytes()) for certificate in sent)


@lru_cache(maxsize=4)
def trust(ca_bundle: str) -> tuple[ssl.SSLContext, str]:
    """A context that verifies the chain, and the name and version of its roots.

    Args:
        ca_bundle: path of a PEM file; empty for certifi's.
    """
    import certifi

    path = Path(ca_bundle or certifi.where())
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    # Whose name stands in the certificate is read from it: OpenSSL would tell of one fault alone.
    context.check_hostname = False
    accept_old_protocols(context)
    context.set_alpn_protocols(_ALPN)
    context.load_verify_locations(path)
    name = (
        f"file sha256:{sha256(path.read_bytes()).hexdigest()}"
        if ca_bundle
        else f"certifi {certifi.__version__}"
    )
    return context, name


@lru_cache(maxsize=8)
def looking(protocol: str = "") -> ssl.SSLContext | None:
    """A context that takes any certificate.

    Args:
        protocol: the only one that it speaks; empty for all.

    Returns:
        None if this machine's OpenSSL does not speak it.
    """
    context = unverified_context()
    context.set_alpn_protocols(_ALPN)
    if protocol:
        try:
            with warnings.catch_warnings():
                # That they are out of date is what is to be told of servers that speak them.
                warnings.simplefilter("ignore", DeprecationWarning)
                context.minimum_version = context.maximum_version = PROTOCOLS[protocol]
        except ValueError:
            return None
    return context
