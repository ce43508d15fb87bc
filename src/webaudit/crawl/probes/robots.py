"""Probe of the record Robots."""

from dataclasses import replace

from webaudit.crawl.visit import Visit
from webaudit.extract.records import ROBOTS_REDIRECTS, rules_of
from webaudit.extract.robots import REFUSAL, sitemap_urls
from webaudit.model.evidence import Home, Purpose, Robots
from webaudit.model.record import Failure, FailureReason

MAX_DELAY_SECONDS = 10.0
"""A site that wishes longer pauses does not wish to be crawled."""


async def robots(visit: Visit, home: Home) -> Robots | Failure:
    """Asks for robots.txt where the start address ended, and heeds it from here on."""
    if visit.closed:
        return visit.closed
    scheme, _, rest = home.final_url.partition("://")
    authority = rest.partition("/")[0].partition("?")[0]
    chain, answer = await visit.follow(f"{scheme}://{authority}/robots.txt", Purpose.ROBOTS, ROBOTS_REDIRECTS)
    if not chain:
        visit.rules = REFUSAL
        return Failure(FailureReason.BUDGET)
    rules = visit.rules = rules_of(visit.plan, answer, chain)
    last = chain[-1]
    delay = rules.crawl_delay
    if delay is not None and delay > MAX_DELAY_SECONDS:
        visit.limits["crawl-delay"] = None
        visit.rules = replace(rules, refuses=True)
    elif delay and visit.politeness.rate > 0:
        visit.politeness = replace(visit.politeness, rate=min(visit.politeness.rate, 1 / delay))
    if visit.rules.disallows_all:
        visit.limits["robots"] = None
    if last.status is None:
        return last.failure or Failure(FailureReason.NOT_CAPTURED)
    return Robots(last.status, rules.disallows_all, delay, sitemap_urls(rules, last.url))
