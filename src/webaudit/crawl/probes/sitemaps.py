"""Probe of the record Sitemaps."""

from collections import deque
from dataclasses import replace
from functools import partial

from webaudit.crawl.visit import Visit
from webaudit.extract.body import decode_body
from webaudit.extract.choose import sample
from webaudit.extract.records import ROBOTS_REDIRECTS
from webaudit.extract.sitemap import MAX_BYTES, SitemapFile, read_sitemap
from webaudit.extract.urls import host, page_key, same_site
from webaudit.model.evidence import Exchange, Home, Purpose, Robots, SitemapEntry, Sitemaps
from webaudit.model.plan import Plan
from webaudit.model.record import Failure, FailureReason, Stage

MAX_FILES = 10
MAX_TOTAL_BYTES = 20_000_000
"""Of all files together, on the wire: what is stored is read again in one go when the site is judged."""


async def sitemaps(visit: Visit, home: Home, robots: Robots | Failure) -> Sitemaps | Failure:
    """Asks the sitemaps that robots.txt names, or /sitemap.xml, and those that they name.

    Returns:
        the addresses that the frontier could come to ask; the record of all is rebuilt from the Exchanges.
    """
    if visit.closed:
        return visit.closed
    if visit.plan.exact:
        return Failure(FailureReason.NOT_CAPTURED)
    named = robots.sitemaps if isinstance(robots, Robots) else ()
    if visit.rules.disallows_all:
        return Failure(FailureReason.ROBOTS, Stage.URL, "robots.txt allows nothing")
    scheme, _, rest = home.final_url.partition("://")
    queue = deque(named or (f"{scheme}://{rest.partition('/')[0].partition('?')[0]}/sitemap.xml",))
    hosts = (host(visit.plan.site.url), host(home.final_url))
    seen: set[str] = set()
    found: dict[str, SitemapEntry] = {}
    files = size = 0
    while queue:
        url = queue.popleft()
        if page_key(url) in seen or not any(same_site(host(url), own) for own in hosts):
            continue
        if files == MAX_FILES:
            visit.limits["sitemap-files"] = None
            break
        if size >= MAX_TOTAL_BYTES:
            visit.limits["sitemap-bytes"] = None
            break
        seen.add(page_key(url))
        files += 1
        chain, answer = await visit.follow(
            url,
            Purpose.SITEMAP,
            ROBOTS_REDIRECTS,
            lambda target: any(same_site(host(target), own) for own in hosts),
        )
        if answer is None:
            break
        seen.update(page_key(hop.url) for hop in chain)
        size += len(answer.body)
        if answer.status != 200:
            continue
        file, urls = await visit.net.beside(partial(_read, answer, visit.plan))
        if "too-large" in file.problems:
            visit.limits["sitemap-entries"] = None
        found.update((url, SitemapEntry(url)) for url in urls)
        queue += file.children
    return Sitemaps(tuple(found.values()))


def _read(answer: Exchange, plan: Plan) -> tuple[SitemapFile, tuple[str, ...]]:
    """A sitemap, and those of its addresses that the frontier could come to ask."""
    file = read_sitemap(decode_body(answer, min(plan.budget.other_bytes, MAX_BYTES)).data, answer.url)
    return replace(file, entries=()), sample(plan.seed, (entry.url for entry in file.entries))
