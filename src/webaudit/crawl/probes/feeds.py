"""Probe of the record Feeds."""

from webaudit.crawl.visit import Visit
from webaudit.extract.feed import MAX_FEEDS
from webaudit.extract.records import ROBOTS_REDIRECTS
from webaudit.extract.urls import host, same_site
from webaudit.model.evidence import Home, Purpose, Robots
from webaudit.model.feed import Feeds
from webaudit.model.record import Failure, FailureReason


async def feeds(visit: Visit, home: Home, robots: Robots | Failure) -> Feeds | Failure:
    """Asks the feeds that the home page names, on the site's own hosts.

    Returns:
        no item: the record is rebuilt from the Exchanges.
    """
    del robots  # It has given the visit its rules.
    if visit.closed:
        return visit.closed
    if visit.plan.exact:
        return Failure(FailureReason.NOT_CAPTURED)
    hosts = (host(visit.plan.site.url), host(home.final_url))

    def may_ask(url: str) -> bool:
        return any(same_site(host(url), own) for own in hosts) and visit.rules.allows(url)

    named = [url for url in visit.feeds if may_ask(url)]
    for url in named[:MAX_FEEDS]:
        _, answer = await visit.follow(url, Purpose.FEED, ROBOTS_REDIRECTS, may_ask)
        if answer is None:
            return Failure(FailureReason.BUDGET)
    return Feeds() if named else Failure(FailureReason.NOT_APPLICABLE, detail="the home page names no feed")
