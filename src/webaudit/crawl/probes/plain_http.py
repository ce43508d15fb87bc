"""Probe of the record PlainHttp."""

from webaudit.crawl.visit import Visit
from webaudit.extract.records import NOT_CAPTURED, plain_http_url
from webaudit.model.evidence import Home, PlainHttp, Purpose
from webaudit.model.record import Failure, FailureReason


async def plain_http(visit: Visit, home: Home | Failure) -> PlainHttp | Failure:
    """Asks http:// on the site's host, unless the start address has shown it."""
    url = plain_http_url(visit.plan)
    if url is None:
        return Failure(FailureReason.NOT_APPLICABLE, detail="the list names a port for https alone")
    if (
        isinstance(home, Failure)
        and home.reason is not FailureReason.BUDGET
        and url not in visit.seen(Purpose.HOME)
    ):
        # A dead host was asked over both schemes already.
        return home
    limit = visit.plan.budget.redirects
    chain, _ = await visit.follow(url, Purpose.PLAIN_HTTP, limit, others=(Purpose.HOME,))
    if not chain:
        return Failure(FailureReason.BUDGET)
    if all(hop.status is None for hop in chain):
        return chain[-1].failure or NOT_CAPTURED
    return PlainHttp(chain)
