"""Probe of the record Readings: the crawl of a site's pages."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from webaudit.crawl.frontier import MAX_DEPTH, Frontier
from webaudit.crawl.visit import MAX_LINKS, Visit
from webaudit.extract.leads import read_leads
from webaudit.extract.urls import host
from webaudit.model.evidence import Home, Purpose, Readings, Robots, Sitemaps
from webaudit.model.reading import Link, PageKind, Reading
from webaudit.model.record import Failure, FailureReason, Stage

MAX_LIMITED = 2
"""Answers that we ask too often; then nothing more is asked."""

MAX_REFUSED = 5
"""Pages in a row that are forbidden; then the site does not wish to be crawled, whatever it says."""


async def readings(
    visit: Visit, home: Home, robots: Robots | Failure, sitemaps: Sitemaps | Failure
) -> Readings | Failure:
    """Asks page after page until the budget is used up or nothing is left.

    Returns:
        what is needed to choose link targets: no texts, no dates, and each address once.
    """
    del robots  # It has given the visit its rules.
    if visit.closed:
        return visit.closed
    hosts = (host(home.final_url), host(visit.plan.site.url))
    frontier = Frontier(visit.plan, hosts, visit.rules)
    for hop in home.hops:
        frontier.mark(hop.url)
    frontier.add_first(visit.plan.site.crawl.start)
    kept = _Kept(visit)
    front, visit.front = visit.front, None
    if front is not None:
        visit.pages = 1
        kept.add(front.reading, frontier, 0)
        frontier.add_first(() if visit.plan.exact else front.ways)
    if isinstance(sitemaps, Sitemaps):
        frontier.add_urls(entry.url for entry in sitemaps.entries)
    await _crawl(visit, frontier, kept)
    visit.limits.update(frontier.limits)
    if not kept.readings:
        return visit.closed or Failure(FailureReason.NOT_APPLICABLE, detail="the site has no HTML page")
    return Readings(tuple(sorted(kept.readings, key=lambda reading: reading.url)))


async def _crawl(visit: Visit, frontier: Frontier, kept: "_Kept") -> None:
    """Asks pages until there is nothing more to ask, or no more to spend."""
    limited = refused = 0
    templates = "Rendered" in visit.plan.probes
    budget = visit.plan.budget
    later = budget.link_targets // 2 + budget.resources + budget.documents
    reserve = min(later, budget.requests // 4)
    while (url := frontier.next()) is not None:
        if visit.pages >= budget.pages:
            visit.limits["pages"] = None
            return
        if visit.requests >= budget.requests - reserve:
            visit.limits["requests"] = None
            return
        _, answer = await visit.follow(
            url,
            Purpose.PAGE,
            budget.redirects,
            lambda target: frontier.may_ask(target) and frontier.mark(target),
        )
        if answer is None:
            return
        if answer.failure and answer.failure.reason is FailureReason.RATE_LIMITED:
            limited += 1
            if limited == MAX_LIMITED:
                visit.limits["rate-limited"] = None
                visit.closed = answer.failure
                return
        refused = refused + 1 if answer.status in (401, 403) else 0
        if refused == MAX_REFUSED:
            visit.limits["blocked"] = None
            visit.closed = Failure(FailureReason.BLOCKED, Stage.HEADERS, f"status {answer.status}")
            return
        if answer.status is None:
            continue
        page = await visit.read(answer, partial(read_leads, known=visit.known, templates=templates))
        if page is not None:
            if page.template:
                visit.templates.append((page.reading.url, page.template))
            visit.pages += 1
            depth = kept.depths.get(url, 1)
            kept.add(page.reading, frontier, depth)
            kept.lead(page.ways, frontier, depth)


class _Kept:
    """What stays of the pages: their kinds, and each linked address once."""

    def __init__(self, visit: Visit) -> None:
        self.readings: list[Reading] = []
        self.depths: dict[str, int] = {}
        self._visit = visit

    def add(self, reading: Reading, frontier: Frontier, depth: int) -> None:
        """Keeps what is needed of a page, and gives the frontier the links that are new."""
        new: list[Link] = []
        if reading.kind is PageKind.CONTENT or depth == 0:
            for link in reading.links:
                if link.url not in self.depths:
                    if len(self.depths) == MAX_LINKS:
                        self._visit.limits["links"] = None
                        break
                    self.depths[link.url] = depth + 1
                    new.append(link)
            frontier.add_links(new, depth + 1)
        self.readings.append(replace(reading, links=tuple(new)))

    def lead(self, ways: Iterable[str], frontier: Frontier, depth: int) -> None:
        """Gives the frontier where a page leads without a link, as old sites of frames do."""
        for url in ways:
            if depth < MAX_DEPTH and url not in self.depths and len(self.depths) < MAX_LINKS:
                self.depths[url] = depth + 1
                frontier.add_urls((url,), depth + 1)
