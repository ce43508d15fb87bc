"""Probe of the record SecurityTxt."""

from webaudit.crawl.visit import Visit
from webaudit.extract.security_txt import REDIRECTS, security_txt_url
from webaudit.extract.urls import has_port, host
from webaudit.model.evidence import Home, Purpose
from webaudit.model.heads import SecurityTxt
from webaudit.model.record import Failure, FailureReason, Stage
from webaudit.model.tls import Tls


async def security_txt(visit: Visit, home: Home, tls: Tls | Failure) -> SecurityTxt | Failure:
    """Asks for /.well-known/security.txt over https, and follows where it redirects to."""
    if visit.closed:
        return visit.closed
    url = security_txt_url(home.final_url)
    if not visit.rules.allows(url):
        return Failure(FailureReason.ROBOTS, Stage.URL, "robots.txt allows nothing there")
    if home.final_url.startswith("http:") and (lack := _lack_of_https(visit, home, tls)):
        return lack
    chain, _ = await visit.follow(url, Purpose.SECURITY_TXT, REDIRECTS, visit.rules.allows)
    if not chain:
        return Failure(FailureReason.BUDGET)
    return SecurityTxt(chain[-1].url, chain[-1].status)


def _lack_of_https(visit: Visit, home: Home, tls: Tls | Failure) -> Failure | None:
    """Why the host of a page in the clear need not be asked over https; it would be waited for in vain."""
    if has_port(home.final_url):
        return Failure(FailureReason.NOT_APPLICABLE, detail="the port of the home page speaks http")
    # The handshake was tried with the host that the list names.
    tried = host(home.final_url) == host(visit.plan.site.url)
    return tls if tried and isinstance(tls, Failure) else None
