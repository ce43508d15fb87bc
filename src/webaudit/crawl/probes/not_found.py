"""Probe of the record NotFound."""

from webaudit.crawl.visit import Visit
from webaudit.extract.home_records import NOT_FOUND_REDIRECTS, missing_url
from webaudit.extract.urls import host, same_site
from webaudit.model.evidence import Home, Purpose
from webaudit.model.home_page import NotFound
from webaudit.model.record import Failure, FailureReason, Stage


async def not_found(visit: Visit, home: Home) -> NotFound | Failure:
    """Asks for an address that cannot exist, and follows where it redirects to within the site."""
    if visit.closed:
        return visit.closed
    url = missing_url(visit.plan, home.final_url)
    if not visit.rules.allows(url):
        return Failure(FailureReason.ROBOTS, Stage.URL, "robots.txt allows nothing there")
    chain, _ = await visit.follow(
        url,
        Purpose.NOT_FOUND,
        NOT_FOUND_REDIRECTS,
        lambda target: same_site(host(target), host(home.final_url)) and visit.rules.allows(target),
        others=(Purpose.HOME,),
    )
    return NotFound(chain) if chain else Failure(FailureReason.BUDGET)
