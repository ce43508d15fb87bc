"""Probe of the record StyleSheets."""

from webaudit.crawl.visit import Visit
from webaudit.extract.sheets import MOST_HOPS
from webaudit.extract.urls import host, same_site
from webaudit.model.evidence import Home, Purpose, StyleSheets
from webaudit.model.record import Failure


async def style_sheets(visit: Visit, home: Home) -> StyleSheets | Failure:
    """Asks the style sheets of the home page, the rules of robots.txt heeded where it was asked."""
    if visit.closed:
        return visit.closed
    asked: list[str] = []
    for url in visit.sheets:
        if len(asked) == visit.plan.budget.sheets:
            visit.limits["sheets"] = None
            break
        own = any(same_site(host(url), host(hop.url)) for hop in home.hops)
        if own and not visit.rules.allows(url):
            continue
        chain, _ = await visit.follow(url, Purpose.STYLE, MOST_HOPS)
        if not chain:
            break
        asked.append(url)
    return StyleSheets(tuple(asked))
