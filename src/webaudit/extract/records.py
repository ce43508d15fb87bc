"""HTTP records rebuilt from Exchanges, the same while capturing and years later.

A redirect's chain is not stored as such: it is read again from the Exchanges of its purpose.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from webaudit.extract.body import decode_body
from webaudit.extract.html import read_page
from webaudit.extract.robots import MAX_BYTES, REFUSAL, RobotsRules, read_robots, sitemap_urls
from webaudit.extract.sitemap import MAX_BYTES as MAX_SITEMAP_BYTES
from webaudit.extract.sitemap import MAX_ENTRIES, read_sitemap
from webaudit.extract.urls import has_port, host, normalise, other_scheme
from webaudit.model.evidence import (
    Exchange,
    Home,
    Hop,
    PlainHttp,
    Purpose,
    Robots,
    SitemapEntry,
    Sitemaps,
)
from webaudit.model.plan import Plan
from webaudit.model.reading import PageKind
from webaudit.model.record import Failure, FailureReason, Stage

REDIRECTS = (301, 302, 303, 307, 308)
PERMANENT = (301, 308)
"""Of them, those after which the old address is not to be used any more (RFC 9110, 15.4)."""

ROBOTS_REDIRECTS = 5
"""RFC 9309, 2.3.1.2 asks for at least five."""

MOST_FIELDS = 100
FIELD_CHARACTERS = 2_000
NOT_CAPTURED = Failure(FailureReason.NOT_CAPTURED)


def hops(start_url: str, by_url: Mapping[str, Exchange], limit: int) -> tuple[Hop, ...]:
    """The chain of redirects from an address; empty if it was not asked.

    The last hop has a failure if the chain loops, is longer than `limit` redirects, or leads nowhere. It is a
    redirect without failure if the next address was not asked.
    """
    chain: list[Hop] = []
    seen: set[str] = set()
    url = start_url
    while (exchange := by_url.get(url)) is not None:
        seen.add(url)
        hop = Hop(
            url=url,
            status=exchange.status,
            first_byte_ms=exchange.first_byte_ms,
            total_ms=exchange.total_ms,
            failure=exchange.failure,
        )
        if exchange.status not in REDIRECTS:
            return (*chain, hop)
        target, failure = redirect(exchange, seen, len(chain), limit)
        chain.append(replace(hop, location=target, failure=failure))
        if failure:
            break
        url = target
    return tuple(chain)


def redirect(exchange: Exchange, seen: set[str], taken: int, limit: int) -> tuple[str, Failure | None]:
    """Where an answer redirects to, and why that is not followed.

    Args:
        seen: the chain's addresses so far.
        taken: redirects followed so far.

    Returns:
        The target, as written if it is no address that can be asked; None for no failure.
    """
    written = (exchange.header("location") or "").strip()
    if not written:
        return "", Failure(FailureReason.BAD_REDIRECT, Stage.REDIRECT, "no Location")
    target = normalise(written, exchange.url)
    if target is None:
        return written[:2_000], Failure(FailureReason.BAD_REDIRECT, Stage.REDIRECT, written[:200])
    if target in seen:
        return target, Failure(FailureReason.REDIRECT_LOOP, Stage.REDIRECT, target[:200])
    if taken >= limit:
        return target, Failure(FailureReason.REDIRECT_LIMIT, Stage.REDIRECT, f"after {limit} redirects")
    return target, None


def asked(exchanges: Iterable[Exchange], *purposes: Purpose) -> dict[str, Exchange]:
    """Exchanges of these purposes by URL, the retry in place of the first attempt."""
    by_url: dict[str, Exchange] = {}
    for exchange in exchanges:
        if exchange.purpose in purposes:
            known = by_url.get(exchange.url)
            if known is None or known.attempt <= exchange.attempt:
                by_url[exchange.url] = exchange
    return by_url


def home(plan: Plan, exchanges: Iterable[Exchange]) -> Home | Failure:
    """What the start address answered.

    If it gave no answer over its own scheme, the hops of the other one follow.

    Returns:
        The first attempt's Failure if nothing answered at all.
    """
    by_url = asked(exchanges, Purpose.HOME)
    chain = home_hops(plan, by_url)
    if not chain:
        return NOT_CAPTURED
    attempts = by_url[plan.site.url].attempt
    if all(hop.status is None for hop in chain):
        return chain[0].failure or NOT_CAPTURED
    last = chain[-1]
    if last.status is None or last.status in REDIRECTS:
        return Home(chain, PageKind.ERROR, attempts)
    exchange = by_url[last.url]
    kind = _kind(exchange, plan.budget.html_bytes)
    failure = last.failure or decode_body(exchange, plan.budget.html_bytes).failure
    headers = tuple((name[:100], value[:FIELD_CHARACTERS]) for name, value in exchange.headers[:MOST_FIELDS])
    whole = (*chain[:-1], replace(last, failure=failure))
    return Home(whole, kind, attempts, headers, len(exchange.body))


def home_hops(plan: Plan, by_url: Mapping[str, Exchange]) -> tuple[Hop, ...]:
    """The start address's chain and, if that ends in silence, the one over the other scheme."""
    chain = hops(plan.site.url, by_url, plan.budget.redirects)
    other = second_start(plan, chain)
    return (*chain, *hops(other, by_url, plan.budget.redirects)) if other else chain


def second_start(plan: Plan, chain: Sequence[Hop]) -> str | None:
    """The start address over the other scheme, if the chain from the first ends in silence."""
    other = other_scheme(plan.site.url)
    silent = bool(chain) and chain[-1].status is None
    return other if silent and other not in {hop.url for hop in chain} else None


def _kind(exchange: Exchange, html_bytes: int) -> PageKind:
    page = read_page(exchange, html_bytes, brief=True)
    if page is not None:
        return page.reading.kind
    return PageKind.ERROR if (exchange.status or 500) >= 400 else PageKind.NOT_HTML


def plain_http_url(plan: Plan) -> str | None:
    """The address that shows what http:// on the site's host answers; None if none is known."""
    url = plan.site.url
    if url.startswith("http:"):
        return url
    return None if has_port(url) else f"http://{host(url)}/"


def plain_http(plan: Plan, exchanges: Iterable[Exchange]) -> PlainHttp | Failure:
    """What http:// on the site's host answers."""
    start = plain_http_url(plan)
    if start is None:
        return Failure(FailureReason.NOT_APPLICABLE, detail="the list names a port for https alone")
    # The chain soon meets addresses that were asked already, as the home page.
    found = asked(exchanges, Purpose.HOME, Purpose.PLAIN_HTTP)
    chain = hops(start, found, plan.budget.redirects)
    if not chain:
        return NOT_CAPTURED
    if all(hop.status is None for hop in chain):
        return chain[-1].failure or NOT_CAPTURED
    return PlainHttp(chain)


def rules_of(plan: Plan, answer: Exchange | None, chain: Sequence[Hop]) -> RobotsRules:
    """The rules that the last answer to a request for robots.txt means (RFC 9309, 2.3.1)."""
    if answer is None or answer.status is None or (answer.failure and answer.failure.stage is not Stage.BODY):
        return REFUSAL
    if answer.status in REDIRECTS:
        return read_robots(b"", _token(plan)) if chain and chain[-1].failure else REFUSAL
    if answer.status >= 500 or answer.status == 429:
        return REFUSAL
    if answer.status >= 400:
        return read_robots(b"", _token(plan))
    return read_robots(decode_body(answer, MAX_BYTES).data, _token(plan))


def _token(plan: Plan) -> str:
    return plan.politeness.user_agent.partition("/")[0].partition(" ")[0] or "webaudit"


def robots(plan: Plan, exchanges: Iterable[Exchange]) -> Robots | Failure:
    """The site's robots.txt; a Failure if it was asked and nothing answered."""
    by_url = asked(exchanges, Purpose.ROBOTS)
    if not by_url:
        return NOT_CAPTURED
    start = next(iter(by_url))
    chain = hops(start, by_url, ROBOTS_REDIRECTS)
    last = chain[-1]
    if last.status is None:
        return last.failure or NOT_CAPTURED
    rules = rules_of(plan, by_url[last.url], chain)
    return Robots(last.status, rules.disallows_all, rules.crawl_delay, sitemap_urls(rules, last.url))


def sitemaps(plan: Plan, exchanges: Iterable[Exchange]) -> Sitemaps | Failure:
    """All sitemaps together; none at all is `problems` "not-found", not a Failure."""
    files = SitemapFiles(plan)
    for exchange in exchanges:
        files.add(exchange)
    return files.record()


class SitemapFiles:
    """The site's sitemaps, each read when it comes, so that no two are in memory at once."""

    def __init__(self, plan: Plan) -> None:
        self._most = min(plan.budget.other_bytes, MAX_SITEMAP_BYTES)
        self._entries: dict[str, SitemapEntry] = {}
        self._problems: dict[str, None] = {}
        self._answered: dict[str, Failure | None] = {}
        self._found = False

    def add(self, exchange: Exchange) -> None:
        """Reads an answer to a request for a sitemap; others are passed over."""
        if exchange.purpose is not Purpose.SITEMAP:
            return
        failure, refused = None, exchange.status in (401, 403, 429)
        if exchange.status is None or exchange.status >= 500 or refused:
            # A refusal says nothing of what there is for search engines.
            reason = FailureReason.BLOCKED if refused else FailureReason.HTTP_STATUS
            failure = exchange.failure or Failure(reason, Stage.HEADERS, str(exchange.status))
        # A retry takes the place of the first attempt, which brought no file.
        self._answered[exchange.url] = failure
        if exchange.status != 200:
            return
        body = decode_body(exchange, self._most)
        file = read_sitemap(body.data, exchange.url)
        self._found = self._found or "not-xml" not in file.problems
        self._problems.update(dict.fromkeys(file.problems))
        if body.truncated:
            self._problems["too-large"] = None
        for entry in file.entries[: MAX_ENTRIES - len(self._entries)]:
            self._entries.setdefault(entry.url, entry)

    def record(self) -> Sitemaps | Failure:
        """What all of them say."""
        if not self._answered:
            return NOT_CAPTURED
        failure = next((failure for failure in self._answered.values() if failure), None)
        if failure and not self._found:
            return failure
        problems = self._problems if self._found else {"not-found": None}
        return Sitemaps(tuple(self._entries.values()), tuple(problems))
