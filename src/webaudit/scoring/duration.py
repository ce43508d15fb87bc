"""How long a full audit takes, told from a first look: about, and at most."""

from collections.abc import Sequence

from webaudit.extract.urls import host
from webaudit.model.evidence import Home, Robots
from webaudit.model.preflight import Sighting, SiteNotes
from webaudit.model.reading import PageKind

OTHER_REQUESTS = 12
"""Beside pages, documents and link targets: redirects, plain http, robots.txt, sitemaps."""

OPEN_SITES = 128
"""Sites under way at once in one process."""


def seconds_of_site(seen: Sighting, alive: bool) -> float:
    """Of one site alone: one request after the other, as fast as the host and the pace allow.

    Args:
        alive: there is a site to audit at its address.
    """
    return _requests(seen) * _pause(seen) if alive else 0.0


def seconds_of_list(sites: Sequence[SiteNotes]) -> float:
    """Of all sites side by side: as long as the busiest host, the busiest address, or the many in turn."""
    hosts: dict[str, float] = {}
    addresses: dict[str, float] = {}
    for one in sites:
        seen, pace = one.sighting, one.sighting.plan.politeness
        if not one.seconds:
            continue
        name = host(seen.home.final_url) if isinstance(seen.home, Home) else ""
        hosts[name] = hosts.get(name, 0.0) + one.seconds
        if pace.rate > 0 and pace.rate_per_address > 0:
            least = _requests(seen) / pace.rate_per_address
            addresses[seen.address] = addresses.get(seen.address, 0.0) + least
    in_turn = sum(one.seconds for one in sites) / OPEN_SITES
    return max((*hosts.values(), *addresses.values(), in_turn), default=0.0)


def _requests(seen: Sighting) -> int:
    """How many requests a full audit makes, at most."""
    home, budget = seen.home, seen.plan.budget
    if isinstance(home, Home) and home.kind not in (PageKind.CONTENT, PageKind.LOGIN, PageKind.SHELL):
        return 1
    if (isinstance(seen.robots, Robots) and seen.robots.disallows_all) or "crawl-delay" in seen.limits:
        return OTHER_REQUESTS // 2
    wanted = budget.pages + budget.documents + budget.link_targets + OTHER_REQUESTS
    most = min(budget.requests, wanted)
    latency = _latency_seconds(seen)
    return min(most, int(budget.total_seconds / latency)) if latency else most


def _pause(seen: Sighting) -> float:
    """Seconds from one request to the next."""
    rate = seen.plan.politeness.rate
    delay = seen.robots.crawl_delay if isinstance(seen.robots, Robots) and rate else None
    return max(1 / rate if rate else 0.0, _latency_seconds(seen), delay or 0.0)


def _latency_seconds(seen: Sighting) -> float:
    """Of one answer, as the start address showed it."""
    return (seen.home.hops[-1].total_ms or 0.0) / 1000 if isinstance(seen.home, Home) else 0.0
