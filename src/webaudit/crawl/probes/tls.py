"""Probe of the record Tls: a handshake that verifies, one that looks, and one for each older protocol."""

import ssl
from dataclasses import replace
from hashlib import sha256
from typing import Any

from webaudit.crawl.address import literal
from webaudit.crawl.client import Net
from webaudit.crawl.clock import monotonic
from webaudit.crawl.faults import RefusedError, failure_of
from webaudit.crawl.handshake import PROTOCOLS, Shaken, handshake, looking, trust
from webaudit.crawl.visit import Visit
from webaudit.extract.choose import ports_named
from webaudit.extract.home_records import missing_name
from webaudit.extract.urls import has_port, host, port
from webaudit.model.evidence import Certificate, Home, Tls
from webaudit.model.record import Failure, FailureReason, Stage

UNCONNECTED = (Stage.URL, Stage.DNS, Stage.CONNECT)
"""Stages of a request at which there was no connection to shake hands over."""

MAX_CHAIN = 10
MAX_NAMES = 1_000
"""Of one certificate; authorities sign a few hundred at most."""

MAX_TEXT = 200

MORE_SECONDS = 5.0
"""For each handshake after the first two: the host has just shown that it answers."""

_DECLINED = (FailureReason.TLS, FailureReason.RESET)
"""How servers turn a protocol down: with an alert, or by hanging up, as IIS does."""

_OURS = ("no protocols available", "no ciphers available", "internal error")
"""What OpenSSL says if it is our side that does not speak a protocol."""


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
            seen = await _look(visit.net, name, number, seconds)
    except RefusedError as refused:
        return refused.failure
    if isinstance(seen, Failure) or visit.closed:
        return seen
    accepted, refused_ones = await _protocols(visit, url, seen.protocol)
    twin, names = await _twin(visit, name, number)
    return replace(seen, accepted=accepted, refused=refused_ones, twin=twin, twin_names=names)


async def _look(net: Net, name: str, number: int, seconds: float) -> Tls | Failure:
    context, store = trust(net.reach.ca_bundle)
    code, message = 0, "ok"
    seen = await handshake(net, name, number, context, seconds)
    if isinstance(seen, ssl.SSLCertVerificationError):
        code, message = seen.verify_code, seen.verify_message
        seen = await handshake(net, name, number, _any(), seconds)
    if isinstance(seen, Exception):
        return failure_of(seen, Stage.TLS)
    if isinstance(seen, Failure):
        return seen
    try:
        chain = tuple(_certificate(der) for der in seen.chain[:MAX_CHAIN])
    except ValueError as error:
        return Failure(FailureReason.TLS, Stage.TLS, f"certificate cannot be read: {error}"[:MAX_TEXT])
    host_name = name.strip("[]")
    return Tls(host_name, number, seen.protocol, code, message[:MAX_TEXT], store, chain, seen.alpn)


def _any() -> ssl.SSLContext:
    """A context that takes any certificate over any protocol."""
    context = looking()
    assert context is not None
    return context


async def _protocols(visit: Visit, url: str, best: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The protocols that are spoken and those that are not, by one handshake for each below the best."""
    names = list(PROTOCOLS)
    if best not in names:
        return (best,), ()
    # A server chooses the newest that both speak: what is newer, it does not.
    known = {best: True, **dict.fromkeys(names[names.index(best) + 1 :], False)}
    for name in reversed(names[: names.index(best)]):
        context = looking(name)
        if context is None:
            continue
        seen = await _one_more(visit, url, context)
        if isinstance(seen, Failure) and seen.reason not in _DECLINED:
            break
        if not isinstance(seen, Failure):
            known[name] = seen.protocol == name
        elif not any(mark in seen.detail for mark in _OURS):
            known[name] = False
    spoken = tuple(name for name in names if known.get(name))
    return spoken, tuple(name for name in names if known.get(name) is False)


async def _twin(visit: Visit, name: str, number: int) -> tuple[str, tuple[str, ...]]:
    """The host with "www." in front, or without it, and to whom its certificate is made out."""
    if number != 443 or literal(name) or "." not in name:
        return "", ()
    twin = name.removeprefix("www.") if name.startswith("www.") else f"www.{name}"
    seen = await _one_more(visit, f"https://{twin}/", _any())
    try:
        if isinstance(seen, Failure) or not seen.chain:
            return "", ()
        if len(twin) > len(name) and await _is_any_name_known(visit, name):
            return "", ()
        return twin, _certificate(seen.chain[0]).names
    except ValueError:
        return "", ()


async def _is_any_name_known(visit: Visit, name: str) -> bool:
    """Whether DNS knows any name below the host, so that nobody can be said to have made one with "www."."""
    try:
        await visit.net.endpoints(f"{missing_name(visit.plan)}.{name}", 443)
    except RefusedError:
        return False
    return True


async def _one_more(visit: Visit, url: str, context: ssl.SSLContext) -> Shaken | Failure:
    """One more handshake, in its turn, and its time counted as the site's."""
    try:
        async with visit.net.turn(url, visit.politeness, ports_named(visit.plan)):
            start = monotonic()
            seconds = min(MORE_SECONDS, visit.plan.budget.request_seconds / 2)
            seen = await handshake(visit.net, host(url), port(url), context, seconds)
            visit.seconds += monotonic() - start
    except RefusedError as refused:
        return refused.failure
    return failure_of(seen, Stage.TLS) if isinstance(seen, Exception) else seen


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
