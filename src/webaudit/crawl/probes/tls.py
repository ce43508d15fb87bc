"""Probe of the record Tls: a handshake that verifies, one that looks, and one for each older protocol.

The first flight, read byte by byte, shows what Python's ssl does not tell; the other name, with www or
without, is looked at as well.
"""

import ssl
from collections.abc import Callable
from dataclasses import replace

from webaudit.crawl.address import literal
from webaudit.crawl.certificates import MAX_TEXT, certificate
from webaudit.crawl.client import Net
from webaudit.crawl.clock import monotonic, utc_now
from webaudit.crawl.faults import RefusedError, failure_of
from webaudit.crawl.first_flight import MAX_CHAIN, FirstFlight, first_flight
from webaudit.crawl.handshake import PROTOCOLS, Shaken, handshake, looking, parting, trust
from webaudit.crawl.sealed_flight import sealed_flight
from webaudit.crawl.staples import stapled_status
from webaudit.crawl.visit import Visit
from webaudit.extract.choose import ports_named
from webaudit.extract.home_records import missing_name
from webaudit.extract.urls import has_port, host, port
from webaudit.model.evidence import Home
from webaudit.model.record import Failure, FailureReason, Stage
from webaudit.model.tls import Tls, Twin

UNCONNECTED = (Stage.URL, Stage.DNS, Stage.CONNECT)
"""Stages of a request at which there was no connection to shake hands over."""

MORE_SECONDS = 5.0
"""For each handshake after the first two: the host has just shown that it answers."""

PARTING_SECONDS = 2.0
"""For a server to say why it ends a connection."""

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
    if isinstance(seen, Failure):
        wanted = seen.reason in _DECLINED and (await _flight(visit, url)).asks_certificate
        return replace(seen, detail=f"certificate required: {seen.detail}"[:MAX_TEXT]) if wanted else seen
    if visit.closed:
        return replace(seen, asks_certificate=await _is_shut(visit, url, visit.closed.reason))
    accepted, declined = await _protocols(visit, url, seen.protocol)
    # Who met a hello of TLS 1.2 with silence is not waited for once more.
    flight = await _flight(visit, url) if "TLSv1.2" in (*accepted, *declined) else FirstFlight()
    twin, shown = await _twin(visit, name, number)
    return replace(
        seen,
        accepted=accepted,
        refused=declined,
        twin=twin if shown and shown.chain else "",
        twin_names=shown.chain[0].names if shown and shown.chain else (),
        twin_seen=shown,
        stapled=stapled_status(flight, utc_now(), _roots(visit.net)),
        asks_certificate=flight.asks_certificate,
    )


async def _is_shut(visit: Visit, url: str, reason: FailureReason) -> bool:
    """Whether the site is closed to us because we show no certificate; all other reasons are left alone."""
    if reason is not FailureReason.HTTP_STATUS and reason not in _DECLINED:
        return False
    if (await _flight(visit, url)).asks_certificate:
        return True
    if reason is FailureReason.HTTP_STATUS:
        return False
    try:
        async with visit.net.turn(url, visit.politeness, ports_named(visit.plan)):
            start = monotonic()
            said = await parting(visit.net, host(url), port(url), _any(), PARTING_SECONDS)
            visit.seconds += monotonic() - start
    except RefusedError:
        return False
    return "certificate required" in said


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
        chain = tuple(certificate(der) for der in seen.chain[:MAX_CHAIN])
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


async def _twin(visit: Visit, name: str, number: int) -> tuple[str, Twin | None]:
    """The host with "www." in front, or without it, and what it shows; None if there is no such host."""
    if number != 443 or literal(name) or "." not in name:
        return "", None
    twin = name.removeprefix("www.") if name.startswith("www.") else f"www.{name}"
    url = f"https://{twin}/"
    budget = visit.plan.budget
    try:
        async with visit.net.turn(url, visit.politeness, ports_named(visit.plan)):
            start = monotonic()
            seen = await _look(visit.net, twin, number, min(MORE_SECONDS, budget.request_seconds / 2))
            visit.seconds += monotonic() - start
    except RefusedError:
        return "", None
    if len(twin) > len(name) and await _is_any_name_known(visit, name):
        return "", None
    if isinstance(seen, Failure):
        return twin, Twin(failure=seen)
    return twin, Twin(seen.verify_code, seen.chain)


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


def _roots(net: Net) -> Callable[[], list[bytes]]:
    """The roots that are trusted, in DER, when somebody asks for them."""
    context, _ = trust(net.reach.ca_bundle)
    return lambda: context.get_ca_certs(binary_form=True)


async def _flight(visit: Visit, url: str) -> FirstFlight:
    """What the host sends first, in its turns, and their time counted as the site's.

    In the clear if it speaks TLS 1.2, else sealed.
    """
    seen = FirstFlight()
    seconds = min(MORE_SECONDS, visit.plan.budget.request_seconds / 2)
    for look in (first_flight, sealed_flight):
        try:
            async with visit.net.turn(url, visit.politeness, ports_named(visit.plan)):
                start = monotonic()
                seen = await look(visit.net, host(url), port(url), seconds)
                visit.seconds += monotonic() - start
        except RefusedError:
            return seen
        if seen.chain:
            break
    return seen
