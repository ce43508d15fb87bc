"""Probe of the record SecurityTxt."""

from webaudit.crawl.visit import Visit
from webaudit.extract.security_txt import REDIRECTS, security_txt_url
from webaudit.model.evidence import Home, Purpose
from webaudit.model.heads import SecurityTxt
from webaudit.model.record import Failure, FailureReason, Stage


async def security_txt(visit: Visit, home: Home) -> SecurityTxt | Failure:
    """Asks for /.well-known/security.txt, and follows where it redirects to."""
    if visit.closed:
        return visit.closed
    url = security_txt_url(home.final_url)
    if not visit.rules.allows(url):
        return Failure(FailureReason.ROBOTS, Stage.URL, "robots.txt allows nothing there")
    chain, _ = await visit.follow(url, Purpose.SECURITY_TXT, REDIRECTS, visit.rules.allows)
    if not chain:
        return Failure(FailureReason.BUDGET)
    return SecurityTxt(chain[-1].url, chain[-1].status)
