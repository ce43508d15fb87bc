"""Probe of the record Home."""

from webaudit.crawl.visit import Visit
from webaudit.extract.body import decode_body
from webaudit.extract.choose import hidden_ways
from webaudit.extract.feed import feed_urls
from webaudit.extract.html import read_page
from webaudit.extract.leads import Leads, slim
from webaudit.extract.records import home_hops, second_start
from webaudit.extract.resources import heaviest_first, resources
from webaudit.extract.sheets import linked_sheets
from webaudit.extract.template import MOST_BYTES as TEMPLATE_BYTES
from webaudit.extract.template import template
from webaudit.model.evidence import Exchange, Home, Purpose
from webaudit.model.reading import PageKind
from webaudit.model.record import Failure, FailureReason, Stage

HOPELESS = (
    FailureReason.DNS,
    FailureReason.FORBIDDEN_ADDRESS,
    FailureReason.INVALID_URL,
    FailureReason.NOT_CAPTURED,
)
"""Reasons that the other scheme of the same host would meet as well."""

ENDS = {
    PageKind.BLOCKED: FailureReason.BLOCKED,
    PageKind.ERROR: FailureReason.HTTP_STATUS,
    PageKind.PARKED: FailureReason.PARKED,
}
"""Kinds of a home page behind which nothing of the site can be asked."""


async def home(visit: Visit) -> Home | Failure:
    """Asks the start address, each redirect, and the other scheme if there is no answer."""
    plan = visit.plan
    chain, answer = await visit.follow(plan.site.url, Purpose.HOME, plan.budget.redirects)
    other = second_start(plan, chain)
    if other and plan.crawl and not _is_hopeless(chain[-1].failure):
        _, answer = await visit.follow(other, Purpose.HOME, plan.budget.redirects)
        chain = home_hops(plan, visit.seen(Purpose.HOME))
    if not chain:
        return Failure(FailureReason.BUDGET)
    if all(hop.status is None for hop in chain):
        return _close(visit, chain[0].failure)
    last = chain[-1]
    attempts = visit.seen(Purpose.HOME)[plan.site.url].attempt
    if last.failure and (last.status is None or last.failure.stage is Stage.REDIRECT):
        _close(visit, last.failure)
        return Home(chain, PageKind.ERROR, attempts)
    kind = await _kind(visit, answer)
    if last.failure and last.failure.reason is FailureReason.RATE_LIMITED:
        visit.limits["rate-limited"] = None
        _close(visit, last.failure)
    elif kind in ENDS:
        _close(visit, Failure(ENDS[kind], Stage.CONTENT, f"status {last.status}"))
    return Home(chain, kind, attempts)


def _close(visit: Visit, failure: Failure | None) -> Failure:
    """Ends the asking of a site, and says why."""
    visit.closed = failure or Failure(FailureReason.NOT_CAPTURED)
    return visit.closed


def _is_hopeless(failure: Failure | None) -> bool:
    return failure is not None and failure.reason in HOPELESS


async def _kind(visit: Visit, answer: Exchange | None) -> PageKind:
    if answer is None or answer.status is None:
        return PageKind.ERROR
    page = await visit.read(answer, read_page)
    if page is not None:
        visit.files = heaviest_first(resources(page), visit.plan.budget.resources)
        visit.sheets = linked_sheets(page)
        visit.feeds = feed_urls(page)
        ways = () if page.reading.links else hidden_ways(page)
        visit.front = Leads(slim(page.reading), ways)
        if "Rendered" in visit.plan.probes and page.reading.kind in (PageKind.CONTENT, PageKind.SHELL):
            visit.templates.append((page.url, template(decode_body(page.exchange, TEMPLATE_BYTES).data)))
        return page.reading.kind
    return PageKind.ERROR if answer.status >= 400 else PageKind.NOT_HTML
