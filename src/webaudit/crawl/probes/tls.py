"""Probe of the record Tls: two handshakes, one that verifies and, if that fails, one that looks."""

import asyncio
import socket
import ssl
from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from webaudit.crawl.client import Net
from webaudit.crawl.connections import accept_old_protocols, unverified_context
from webaudit.crawl.faults import RefusedError, failure_of
from webaudit.crawl.visit import Visit
from webaudit.extract.choose import ports_named
from webaudit.extract.urls import has_port, host, port
from webaudit.model.evidence import Certificate, Home, Tls
from webaudit.model.record import Failure, FailureReason, Stage

UNCONNECTED = (Stage.URL, Stage.DNS, Stage.CONNECT)
"""Stages of a request at which there was no connection to shake hands over."""

MAX_CHAIN = 10
MAX_NAMES = 100
MAX_TEXT = 200


async def tls(visit: Visit, home: Home | Failure) -> Tls | Failure:
    """Shakes hands with the site's host, port 443 unless the list names another."""
    plan = visit.plan
    url = plan.site.url
    start = home if isinstance(home, Failure) else home.hops[0].failure
    silent = start == Failure(FailureReason.TIMEOUT, Stage.TLS)
    tried = start is not None and (start.stage in UNCONNECTED or silent)
    if start and tried and (url.startswith("https:") or start.stage is Stage.DNS):
        # It was tried a moment ago, in vain.
        return start
    if url.startswith("http:") and has_port(url):
        return Failure(FailureReason.NOT_APPLICABLE, detail="the list names a port for http alone")
    url = f"https://{host(url)}/" if url.startswith("http:") else url
    name, number = host(url), port(url)
    left = plan.budget.total_seconds if visit.answered else plan.budget.stall_seconds - visit.seconds
    seconds = min(plan.budget.request_seconds / 2, max(left, 0.0))
    try:
        async with visit.net.turn(url, visit.politeness, ports_named(plan)):
            return await _look(visit.net, name, number, seconds)
    except RefusedError as refused:
        return refused.failure


async def _look(net: Net, name: str, number: int, seconds: float) -> Tls | Failure:
    context, store = trust(net.reach.ca_bundle)
    code, message = 0, "ok"
    seen = await _handshake(net, name, number, context, seconds)
    if isinstance(seen, ssl.SSLCertVerificationError):
        code, message = seen.verify_code, seen.verify_message
        seen = await _handshake(net, name, number, unverified_context(), seconds)
    if isinstance(seen, Exception):
        return failure_of(seen, Stage.TLS)
    if isinstance(seen, Failure):
        return seen
    protocol, chain = seen
    try:
        certificates = tuple(_certificate(der) for der in chain[:MAX_CHAIN])
    except ValueError as error:
        return Failure(FailureReason.TLS, Stage.TLS, f"certificate cannot be read: {error}"[:MAX_TEXT])
    return Tls(name.strip("[]"), number, protocol, code, message[:MAX_TEXT], store, certificates)


_Seen = tuple[str, tuple[bytes, ...]]
"""The protocol, and the chain in DER as it was sent."""


async def _handshake(
    net: Net, name: str, number: int, context: ssl.SSLContext, seconds: float
) -> _Seen | ssl.SSLCertVerificationError | Failure:
    """What one handshake shows; a bad certificate is an answer, all else a Failure."""
    loop = asyncio.get_running_loop()
    stage = Stage.CONNECT
    try:
        async with asyncio.timeout(seconds):
            connected = await _connect(net, name, number)
            stage = Stage.TLS
            transport, _ = await loop.create_connection(
                asyncio.Protocol, sock=connected, ssl=context, server_hostname=name.strip("[]")
            )
            handshake = transport.get_extra_info("ssl_object")
            seen = handshake.version() or "", _chain(handshake)
            transport.abort()
            return seen
    except ssl.SSLCertVerificationError as error:
        return error
    except Exception as error:
        return failure_of(error, stage)


async def _connect(net: Net, name: str, number: int) -> socket.socket:
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


def _certificate(der: bytes) -> Certificate:
    """One certificate, read.

    Raises:
        ValueError: it can not be read.
    """
    from cryptography import x509

    read = x509.load_der_x509_certificate(der)
    names: list[str] = []
    try:
        alternatives = read.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
        names += alternatives.get_values_for_type(x509.DNSName)
        names += [str(address) for address in alternatives.get_values_for_type(x509.IPAddress)]
    except (x509.ExtensionNotFound, x509.DuplicateExtension, ValueError):
        pass
    return Certificate(
        subject=_name(read, "subject"),
        issuer=_name(read, "issuer"),
        names=tuple(name[:MAX_TEXT] for name in names[:MAX_NAMES]),
        not_before=read.not_valid_before_utc,
        not_after=read.not_valid_after_utc,
        digest=f"sha256:{sha256(der).hexdigest()}",
    )


def _name(certificate: Any, which: str) -> str:
    try:
        return str(getattr(certificate, which).rfc4514_string())[:MAX_TEXT]
    except ValueError:
        return ""


@lru_cache(maxsize=4)
def trust(ca_bundle: str) -> tuple[ssl.SSLContext, str]:
    """A verifying context, and the name and version of its roots.

    Args:
        ca_bundle: path of a PEM file; empty for certifi's.
    """
    import certifi

    path = Path(ca_bundle or certifi.where())
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    accept_old_protocols(context)
    context.load_verify_locations(path)
    name = (
        f"file sha256:{sha256(path.read_bytes()).hexdigest()}"
        if ca_bundle
        else f"certifi {certifi.__version__}"
    )
    return context, name
