"""Probe of the record HomeWeight."""

from webaudit.crawl.visit import Visit
from webaudit.extract.urls import host, same_site
from webaudit.model.evidence import Home, Purpose
from webaudit.model.home_page import HomeWeight
from webaudit.model.record import Failure, FailureReason, Stage

KEPT_REQUESTS = 1
"""For the home page at the end."""


async def home_weight(visit: Visit, home: Home) -> HomeWeight | Failure:
    """Asks how large the files are that the home page loads; no file is fetched.

    Returns:
        the address alone; the record is rebuilt from the Exchanges.
    """
    if visit.closed:
        return visit.closed
    if visit.rules.disallows_all:
        return Failure(FailureReason.ROBOTS, Stage.URL, "robots.txt allows nothing")
    silent: set[str] = set()
    for url in visit.files:
        name = host(url)
        if visit.requests >= visit.plan.budget.requests - KEPT_REQUESTS:
            visit.limits["requests"] = None
            break
        own = any(same_site(name, host(hop.url)) for hop in home.hops)
        if name in silent or (own and not visit.rules.allows(url)):
            continue
        answer = await visit.ask(url, Purpose.RESOURCE)
        if answer is None:
            break
        if answer.status is None or answer.status == 429:
            # Whoever is silent, or wishes to be left alone, is not asked again.
            silent.add(name)
    return HomeWeight(home.final_url, 0, 0, ())
