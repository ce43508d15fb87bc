"""Probe of the record Documents."""

from webaudit.crawl.visit import Visit
from webaudit.extract import choose
from webaudit.extract.document_records import REDIRECTS
from webaudit.extract.link_records import site_hosts
from webaudit.extract.urls import host, same_site
from webaudit.model.document import Documents
from webaudit.model.evidence import Home, Purpose, Readings
from webaudit.model.record import Failure, FailureReason, Stage

MOST_BYTES = 10_000_000
"""Of all files of a site together."""

KEPT_REQUESTS = 30
"""For what is asked afterwards."""


async def documents(visit: Visit, home: Home, readings: Readings) -> Documents | Failure:
    """Fetches a few files of the site's own hosts, PDF files first that the law asks for, then tables.

    Returns:
        nothing; the record is rebuilt from the Exchanges.
    """
    if visit.closed:
        return visit.closed
    if visit.plan.exact:
        return Failure(FailureReason.NOT_CAPTURED)
    if visit.rules.disallows_all:
        return Failure(FailureReason.ROBOTS, Stage.URL, "robots.txt allows nothing")
    own = (*site_hosts(visit.plan, readings), host(home.final_url))

    def may(target: str) -> bool:
        return any(same_site(host(target), one) for one in own) and visit.rules.allows(target)

    year = visit.seen(Purpose.HOME)[visit.plan.site.url].started_at.year
    size = 0
    for url in choose.documents(visit.plan, readings, year):
        if not may(url):
            continue
        if size >= MOST_BYTES:
            visit.limits["document-bytes"] = None
            break
        if visit.requests >= visit.plan.budget.requests - KEPT_REQUESTS:
            visit.limits["requests"] = None
            break
        _, answer = await visit.follow(url, Purpose.DOCUMENT, REDIRECTS, may)
        if answer is None:
            break
        size += len(answer.body)
    return Documents()
