"""Probe of the record Guises."""

from webaudit.crawl.visit import Visit
from webaudit.extract.guises import suspicious
from webaudit.extract.urls import host
from webaudit.model.evidence import Home, Purpose, Readings
from webaudit.model.guises import Guises
from webaudit.model.record import Failure, FailureReason, Stage


async def guises(visit: Visit, home: Home, readings: Readings | Failure) -> Guises | Failure:
    """Asks for the home page, and what has a suspicious name, as a search engine or its visitor would."""
    del readings  # Its requests tell which pages were asked as they are.
    if visit.closed:
        return visit.closed
    if visit.rules.disallows_all:
        return Failure(FailureReason.ROBOTS, Stage.URL, "robots.txt allows nothing")
    pages = suspicious(visit.seen(Purpose.PAGE), host(visit.plan.site.url))
    asks = [
        (home.final_url, purpose) for purpose in (Purpose.AS_CRAWLER, Purpose.AS_SEARCHER, Purpose.AS_PHONE)
    ]
    asks += [(url, Purpose.AS_CRAWLER) for url in pages if url != home.final_url]
    for url, purpose in asks:
        if await visit.ask(url, purpose) is None:
            return Failure(FailureReason.BUDGET)
    # The comparisons are rebuilt from the Exchanges.
    return Guises(())
