"""A first look at a list of sites: few requests a site, nothing stored."""

import logging
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from webaudit.crawl.capture import Captured
from webaudit.crawl.client import Reader
from webaudit.crawl.own_address import own_address
from webaudit.extract import records as http_records
from webaudit.extract.html import read_page
from webaudit.extract.identity_numbers import masked
from webaudit.extract.urls import host as host_of
from webaudit.model.evidence import Exchange, Home, Purpose, Robots
from webaudit.model.plan import Plan
from webaudit.model.preflight import Preflight, Sighting
from webaudit.model.reading import PageKind
from webaudit.model.record import Failure, FailureReason
from webaudit.model.site import SiteList
from webaudit.pipeline.ask import told_hops
from webaudit.pipeline.capture import Tell, capture_pages, in_loop, outage
from webaudit.pipeline.plan import facts_of, plans_of
from webaudit.pipeline.settings import Settings
from webaudit.scoring.preflight import preflight

log = logging.getLogger(__name__)

PROBES = ("Home", "Robots")
TITLE_BYTES = 300_000
"""Of a home page, enough for its title."""


def plans(sites: SiteList, settings: Settings) -> tuple[Plan, ...]:
    """What is asked of each site: its start address with redirects, and its robots.txt."""
    return plans_of(replace(facts_of(sites, settings), probes=PROBES))


def look(plans: Sequence[Plan], *, tell: Tell) -> Preflight:
    """Looks at each site and notes what should be seen to before an audit."""
    found: dict[str, Sighting] = {}

    async def done(plan: Plan, captured: Captured, exchanges: tuple[Exchange, ...], reader: Reader) -> None:
        try:
            found[plan.site.id] = await reader.read(partial(_sighting, plan, captured, exchanges))
        except Exception:
            # A fault of ours at one site is that site's alone.
            log.exception("auditor-error site=%s", plan.site.id)
            found[plan.site.id] = _unseen(plan, FailureReason.AUDITOR_ERROR)
        tell(plan.site.id, 1, len(exchanges), True)

    good = [plan for plan in plans if not plan.site.problem]
    in_loop(capture_pages(good, done))
    for plan in plans:
        if plan.site.problem:
            found[plan.site.id] = _unseen(plan, FailureReason.INVALID_ENTRY)
    homes = {host_of(plan.site.url): _silence(found[plan.site.id]) for plan in good}
    return preflight([found[plan.site.id] for plan in plans], outage=outage(homes))


def _unseen(plan: Plan, reason: FailureReason) -> Sighting:
    return Sighting(plan, Failure(reason), Failure(reason))


def _silence(seen: Sighting) -> Failure | None:
    """Why the start address gave no answer at all; None if it did."""
    return seen.home if isinstance(seen.home, Failure) else None


def _sighting(plan: Plan, captured: Captured, exchanges: Sequence[Exchange]) -> Sighting:
    noted = captured.records.get("Home")
    home = noted if isinstance(noted, Failure) else http_records.home(plan, exchanges)
    assert isinstance(home, (Home, Failure))
    refused = captured.records.get("Robots")
    robots = refused if isinstance(refused, Failure) else http_records.robots(plan, exchanges)
    assert isinstance(robots, (Robots, Failure))
    answer = None
    if isinstance(home, Home):
        answer = http_records.asked(exchanges, Purpose.HOME).get(home.final_url)
    own, is_seen = "", False
    if answer is not None and isinstance(home, Home) and home.kind is PageKind.BLOCKED:
        own, is_seen = own_address(answer.address)
    return Sighting(
        plan=plan,
        home=replace(home, hops=told_hops(home.hops)) if isinstance(home, Home) else home,
        robots=robots,
        title=masked(_title(answer)),
        address=answer.address if answer is not None else "",
        asked_from=own,
        asked_from_is_seen=is_seen,
        limits=captured.limits,
    )


def _title(answer: Exchange | None) -> str:
    """The title of the page that an answer carries; empty if there is none."""
    if answer is None or answer.status is None:
        return ""
    page = read_page(answer, TITLE_BYTES, brief=True)
    return page.reading.title if page is not None else ""
