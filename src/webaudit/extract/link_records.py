"""Records of what links lead to, rebuilt from Exchanges, the same while capturing and years later."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain

from webaudit.extract.choose import (
    TARGET_BYTES,
    declared_urls,
    linked_portals,
    linked_urls,
    portal_urls,
)
from webaudit.extract.html import read_page
from webaudit.extract.own import says_unfinished
from webaudit.extract.records import NOT_CAPTURED, hops
from webaudit.extract.urls import host, page_key, same_site
from webaudit.model.evidence import Exchange, LinkTarget, LinkTargets, Portals, Purpose, Readings
from webaudit.model.plan import Plan
from webaudit.model.reading import PageKind
from webaudit.model.record import Failure

FOUND_ON = 5
_TARGETS = (Purpose.LINK_TARGET, Purpose.DOCUMENT)
_LISTINGS = ("index of /", "directory listing for /")
"""How the titles of lists of files begin that servers make."""

_LITTLE = 20
"""Words of a target, menus and all, beside which "under construction" is all that it says."""


def link_targets(
    plan: Plan, readings: Readings, exchanges: Iterable[Exchange], external: Iterable[Exchange] = ()
) -> tuple[LinkTargets | Failure, Portals]:
    """The answers of the links and declared services that were asked, and those of the central portals.

    Args:
        exchanges: of the site; links to captured pages are answered by these.
        external: of other hosts, purpose LINK_TARGET; walked once, as it may be long.
    """
    kinds = {page.url: page.kind for page in readings.pages}
    by_url = _answers(chain(exchanges, external), kinds)

    def target(url: str, found_on: tuple[str, ...] = ()) -> LinkTarget | None:
        if not (way := hops(url, by_url, plan.budget.redirects)):
            return None
        kind = kinds.get(way[-1].url) if way[-1].status is not None else None
        internal = any(same_site(host(url), own) for own in hosts)
        return LinkTarget(url, internal, way, kind, found_on[:FOUND_ON])

    hosts = site_hosts(plan, readings)
    portals = Portals(
        {
            name.removeprefix("www."): next((one for one in asked if one.status is not None), asked[0])
            for name in plan.region.portals
            if (asked := [one for url in portal_urls(name) if (one := target(url))])
        }
    )
    found_on = linked_urls(readings)
    for url in declared_urls(plan):
        found_on.setdefault(url, ())
    targets = tuple(one for url in sorted(found_on) if (one := target(url, found_on[url])))
    of_portals = linked_portals(plan, found_on, hosts)
    unasked = {page_key(url) for url in found_on if url not in of_portals} - {page_key(url) for url in by_url}
    if not targets and unasked:
        return NOT_CAPTURED, portals
    return LinkTargets(targets, len(unasked)), portals


def _standing(exchange: Exchange) -> tuple[bool, bool, int]:
    """How much an answer says of what is there: a page, an error, silence; then the later attempt."""
    status = exchange.status
    return status is not None and status < 400, status is not None, exchange.attempt


def site_hosts(plan: Plan, readings: Readings) -> tuple[str, ...]:
    """The site's hosts: the listed one, and those that its pages came from."""
    return tuple(dict.fromkeys((host(plan.site.url), *(host(page.url) for page in readings.pages))))


def _answers(exchanges: Iterable[Exchange], kinds: dict[str, PageKind]) -> dict[str, Exchange]:
    """The Exchanges that can answer a link, by URL and without their bodies; of several the best.

    Args:
        kinds: of pages that were read; those of targets are added.
    """
    read = frozenset(kinds)
    by_url: dict[str, Exchange] = {}
    for exchange in exchanges:
        if exchange.purpose not in (*_TARGETS, Purpose.HOME, Purpose.PAGE):
            continue
        known = by_url.get(exchange.url)
        if known is not None and _standing(exchange) <= _standing(known):
            continue
        if exchange.purpose in _TARGETS and exchange.status is not None and exchange.url not in read:
            kinds[exchange.url] = _target_kind(exchange)
        by_url[exchange.url] = replace(exchange, body=b"") if exchange.body else exchange
    return by_url


def _target_kind(exchange: Exchange) -> PageKind:
    """What a link's target turned out to be; of it little is kept, so that what says nothing is told here."""
    page = read_page(exchange, TARGET_BYTES, brief=True)
    if page is None:
        return PageKind.ERROR if (exchange.status or 500) >= 400 else PageKind.NOT_HTML
    reading = page.reading
    if reading.kind is not PageKind.CONTENT:
        return reading.kind
    listing = reading.title.lower().startswith(_LISTINGS)
    return (
        PageKind.EMPTY
        if listing or says_unfinished(reading.text, little=reading.words < _LITTLE)
        else reading.kind
    )
