"""One site's capture while it lasts: its requests, what they may cost, and what has come home."""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import partial
from typing import TypeVar

from webaudit.crawl.ask import Ask
from webaudit.crawl.client import Net
from webaudit.crawl.clock import utc_now
from webaudit.crawl.faults import is_transient
from webaudit.crawl.memory import Loan, trim
from webaudit.extract.body import decode_body
from webaudit.extract.choose import ports_named
from webaudit.extract.feed import MAX_BYTES as MAX_FEED_BYTES
from webaudit.extract.flood import is_tag_flood
from webaudit.extract.guises import CRAWLER, PHONE, REFERRER
from webaudit.extract.leads import Known, Leads, read_leads, skim_leads
from webaudit.extract.observatory_seen import ORIGIN
from webaudit.extract.records import REDIRECTS, hops
from webaudit.extract.robots import MAX_BYTES, PERMISSION, RobotsRules
from webaudit.extract.security_txt import MAX_BYTES as SECURITY_TXT_BYTES
from webaudit.extract.sheets import SHEET_BYTES
from webaudit.extract.sitemap import MAX_BYTES as MAX_SITEMAP_BYTES
from webaudit.model.evidence import Exchange, Hop, Purpose
from webaudit.model.plan import Plan, Politeness
from webaudit.model.record import Failure, FailureReason, Stage

T = TypeVar("T")

MAX_RETRY_AFTER_SECONDS = 10.0
"""A longer wish means: not now."""

SHORT_PAUSE_SECONDS = 1.0
INLINE_BYTES = 300_000
"""Larger pages are read beside the loop, so that other sites' answers are timed right."""

MAX_LINKS = 1_500
"""Different addresses that one site links to, and that are remembered."""

_KEPT_FIELDS = ("location", "content-type")
"""Of the header of an answer that was dealt with; whole ones may be as large as bodies."""

LEAST_SECONDS = 0.05
"""With less left, no request is begun."""

RESOURCE_SECONDS = 5.0
"""For the size of one file, that other hosts are asked for as well."""

_METHODS = {Purpose.RESOURCE: "HEAD", Purpose.CORS: "OPTIONS"}
_TIMED = (Purpose.HALFWAY, Purpose.LAST)
_SEEMING = {Purpose.AS_CRAWLER: CRAWLER, Purpose.AS_PHONE: PHONE}
_SEARCHERS = (Purpose.AS_SEARCHER, Purpose.AS_PHONE)
_ONCE = (*_TIMED, Purpose.RESOURCE, Purpose.CORS, Purpose.SECURITY_TXT, *_SEEMING, *_SEARCHERS)
"""Asked once: what they measure is worth no second request."""


@dataclass(slots=True)
class Visit:
    """One site's capture.

    Attributes:
        keep: is given each new Exchange at once.
        closed: why nothing more is asked of the site.
        rules: of its robots.txt.
        limits: names of the bounds that were hit.
        targets: addresses on other hosts that are to be asked.
        front: where the home page leads, for the crawl that follows.
        known: links that were met, for those that follow.
        files: what the home page loads and may be asked, heaviest kinds first.
        sheets: style sheets that the home page asks for.
        feeds: of news that the home page names.
        templates: address and template of each page of content, for the sample that a browser is shown.
        ports: pairs of host and port that the list names beside 80 and 443.
    """

    plan: Plan
    net: Net
    keep: Callable[[Exchange], None]
    progress: Callable[[int, int], None] | None = None
    closed: Failure | None = None
    rules: RobotsRules = PERMISSION
    limits: dict[str, None] = field(default_factory=dict)
    targets: tuple[str, ...] = ()
    pages: int = 0
    requests: int = 0
    seconds: float = 0.0
    answered: bool = False
    front: Leads | None = None
    files: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()
    known: Known = field(default_factory=dict)
    feeds: tuple[str, ...] = ()
    templates: list[tuple[str, str]] = field(default_factory=list)
    politeness: Politeness = field(init=False)
    ports: tuple[tuple[str, int], ...] = field(init=False)
    _stored: dict[tuple[Purpose, str, int], Exchange] = field(default_factory=dict)
    _seen: dict[Purpose, dict[str, Exchange]] = field(default_factory=dict)
    _loans: list[Loan] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.politeness = self.plan.politeness
        self.ports = ports_named(self.plan)

    def store(self, exchanges: Sequence[Exchange]) -> None:
        """Takes the Exchanges of an interrupted capture, to be served in place of the network."""
        for exchange in exchanges:
            self._stored[exchange.purpose, exchange.url, exchange.attempt] = exchange

    def brings_again(self, url: str, purpose: Purpose) -> bool:
        """Whether an interrupted capture has brought this home already."""
        return (purpose, url, 1) in self._stored

    def seen(self, *purposes: Purpose) -> dict[str, Exchange]:
        """What was asked for these purposes, by URL, in order, without bodies."""
        found: dict[str, Exchange] = {}
        for purpose in purposes:
            found.update(self._seen.get(purpose, {}))
        return found

    async def ask(self, url: str, purpose: Purpose) -> Exchange | None:
        """The answer to one request, tried twice if the fault was fleeting; None if a budget is used up."""
        exchange = await self._once(url, purpose, 1)
        if exchange is None:
            return None
        pause = None if purpose in _ONCE else self._pause(exchange, self._left())
        if pause is None:
            return exchange
        if pause > 0 and (purpose, url, 2) not in self._stored:
            await asyncio.sleep(pause)
            self.seconds += pause
        return await self._once(url, purpose, 2) or exchange

    async def follow(
        self,
        url: str,
        purpose: Purpose,
        limit: int,
        may: Callable[[str], bool] = lambda _: True,
        others: Iterable[Purpose] = (),
    ) -> tuple[tuple[Hop, ...], Exchange | None]:
        """Asks an address and, hop by hop, where it redirects to.

        Args:
            may: whether a target may be asked; the chain ends before one that may not.
            others: purposes whose Exchanges answer as well.

        Returns:
            the chain so far, and the last answer, with its body if it is new.
        """
        by_url = self.seen(*others, purpose)
        target = url
        while True:
            if target not in by_url:
                answer = await self.ask(target, purpose)
                if answer is None:
                    break
                by_url[target] = answer
            end = hops(url, by_url, limit)[-1]
            if end.failure or end.status not in REDIRECTS or not may(end.location):
                break
            target = end.location
        chain = hops(url, by_url, limit)
        if chain and chain[-1].failure and chain[-1].failure.reason is FailureReason.REDIRECT_LIMIT:
            self.limits["redirects"] = None
        return chain, by_url[chain[-1].url] if chain else None

    async def leads(self, answer: Exchange) -> Leads | None:
        """Where the page that an answer carries leads to; None if it carries none.

        Raises:
            UnreadError: what was to parse it did not survive that.
        """
        small, templates = _small(answer), "Rendered" in self.plan.probes
        if small is not None:
            leads = skim_leads(small, self.plan.budget.html_bytes, self.known, templates=templates)
            if leads is None or leads.whole:
                return leads
        return await self.parse(answer, partial(read_leads, templates=templates))

    async def parse(self, answer: Exchange, reader: Callable[[Exchange, int], T | None]) -> T | None:
        """What the reader, which can be pickled, makes of an answer, beside the loop and one at a time.

        Raises:
            UnreadError: what was to parse it did not survive that.
        """
        # Unfolded where it is parsed, so that the large bodies of many sites are not in hand at once.
        page, limits = await self.net.beside(partial(_read, answer, self.plan.budget.html_bytes, reader))
        self.limits.update(limits)
        return page

    def end(self) -> None:
        """Gives back the memory of the last large body."""
        while self._loans:
            self._loans.pop().give_back()

    async def _once(self, url: str, purpose: Purpose, attempt: int) -> Exchange | None:
        exchange = self._stored.pop((purpose, url, attempt), None)
        if exchange is None:
            exchange = await self._fetch(url, purpose, attempt)
            if exchange is None:
                return None
            self.keep(exchange)
        self.requests += 1
        self.seconds += (exchange.total_ms or 0.0) / 1000
        self.answered = self.answered or exchange.status is not None
        if exchange.truncated:
            self._note_cut(exchange)
        # Bodies are on disk by now; what stays here is small.
        kept = tuple(pair for pair in exchange.headers if pair[0] in _KEPT_FIELDS)
        self._seen.setdefault(purpose, {})[url] = replace(exchange, body=b"", headers=kept)
        if self.progress:
            self.progress(self.pages, self.requests)
        return exchange

    async def _fetch(self, url: str, purpose: Purpose, attempt: int) -> Exchange | None:
        budget = self.plan.budget
        if self.requests >= budget.requests:
            self.limits["requests"] = None
            return None
        left = self._left()
        if left < LEAST_SECONDS:
            self.limits["seconds"] = None
            return None
        html_bytes, other_bytes = self._most_bytes(purpose)
        sized = purpose is Purpose.RESOURCE
        self.end()
        exchange = await self.net.fetch(
            Ask(
                url=url,
                purpose=purpose,
                politeness=self.politeness,
                seconds=min(budget.request_seconds, left, RESOURCE_SECONDS if sized else left),
                html_bytes=html_bytes,
                other_bytes=other_bytes,
                attempt=attempt,
                ports=self.ports,
                loans=self._loans,
                method=_METHODS.get(purpose, "GET"),
                origin=ORIGIN if purpose is Purpose.CORS else "",
                seeming=_SEEMING.get(purpose, ""),
                referrer=REFERRER if purpose in _SEARCHERS else "",
                fresh=purpose in _TIMED,
                whole=purpose is Purpose.DOCUMENT,
            )
        )
        left = self._left(answered=exchange.status is not None) - (exchange.total_ms or 0.0) / 1000
        if exchange.failure is None and _is_limited(exchange) and self._pause(exchange, left) is None:
            failure = Failure(FailureReason.RATE_LIMITED, Stage.HEADERS, f"status {exchange.status}")
            exchange = replace(exchange, failure=failure)
        return exchange

    def _left(self, *, answered: bool = False) -> float:
        """Seconds that the site may still take."""
        budget = self.plan.budget
        return (budget.total_seconds if self.answered or answered else budget.stall_seconds) - self.seconds

    def _pause(self, exchange: Exchange, left: float) -> float | None:
        """Seconds to wait before the one retry; None if there is none, or no time for it."""
        pause = _pause(exchange)
        return None if pause and pause > left - LEAST_SECONDS else pause

    def _most_bytes(self, purpose: Purpose) -> tuple[int, int]:
        budget = self.plan.budget
        match purpose:
            case Purpose.ROBOTS:
                return MAX_BYTES, MAX_BYTES
            case Purpose.SITEMAP:
                most = min(budget.other_bytes, MAX_SITEMAP_BYTES)
                return min(budget.html_bytes, most), most
            case Purpose.STYLE:
                return SHEET_BYTES, SHEET_BYTES
            case Purpose.CORS | Purpose.SECURITY_TXT:
                return SECURITY_TXT_BYTES, SECURITY_TXT_BYTES
            case Purpose.FEED:
                most = min(budget.other_bytes, MAX_FEED_BYTES)
                return most, most
            case Purpose.LINK_TARGET | Purpose.PLAIN_HTTP | Purpose.HALFWAY | Purpose.LAST:
                return budget.target_bytes, budget.target_bytes
            case Purpose.DOCUMENT:
                return budget.target_bytes, budget.document_bytes
        # What is no page is only told apart, so that its beginning is enough.
        return budget.html_bytes, min(budget.target_bytes, budget.other_bytes)

    def _note_cut(self, exchange: Exchange) -> None:
        if exchange.purpose in (Purpose.HOME, Purpose.PAGE):
            html = "html" in (exchange.header("content-type") or "html")
            self.limits["html-bytes" if html else "other-bytes"] = None
        elif exchange.purpose in (Purpose.ROBOTS, Purpose.SITEMAP, Purpose.FEED):
            self.limits[f"{exchange.purpose}-bytes"] = None
        elif exchange.purpose is Purpose.DOCUMENT:
            self.limits["document-bytes"] = None


def _plain(answer: Exchange, data: bytes) -> Exchange:
    """The answer without its codings."""
    return replace(
        answer, body=data, headers=tuple(pair for pair in answer.headers if pair[0] != "content-encoding")
    )


def _small(answer: Exchange) -> Exchange | None:
    """A small answer without its codings; None if it is large, or may be."""
    if len(answer.body) > INLINE_BYTES:
        return None
    if not answer.header("content-encoding"):
        return answer
    body = decode_body(answer, INLINE_BYTES)
    # Decoded once, here: the digest of what is stored is not asked for while crawling.
    return _plain(answer, body.data) if body.failure is None and len(body.data) < INLINE_BYTES else None


def _read(
    answer: Exchange, most: int, reader: Callable[[Exchange, int], T | None]
) -> tuple[T | None, dict[str, None]]:
    """What the reader makes of an answer, and the names of the bounds that it hit."""
    limits: dict[str, None] = {}
    body = decode_body(answer, most)
    if body.truncated and len(body.data) == most:
        limits["html-bytes"] = None
    if is_tag_flood(body.data):
        limits["html-tags"] = None
    if body.failure is None:
        answer = _plain(answer, body.data)
    page = reader(answer, most)
    if len(body.data) > INLINE_BYTES:
        # Its tree has left holes twenty times its size.
        trim()
    return page, limits


def _is_limited(exchange: Exchange) -> bool:
    return exchange.status == 429 or (exchange.status == 503 and exchange.header("retry-after") is not None)


def _pause(exchange: Exchange) -> float | None:
    """Seconds to wait before the one retry; None if there is none."""
    if exchange.attempt > 1:
        return None
    if exchange.failure is not None:
        # A body that breaks off mostly does so for ever, and what came is kept; only home is asked again.
        again = exchange.status is None or exchange.purpose is Purpose.HOME
        return 0.0 if again and is_transient(exchange.failure) else None
    if exchange.status in (429, 503) and (wish := exchange.header("retry-after")) is not None:
        seconds = _retry_after(wish, exchange.started_at)
        return seconds if seconds is not None and 0 <= seconds <= MAX_RETRY_AFTER_SECONDS else None
    if exchange.status in (502, 503, 504) and exchange.purpose is Purpose.HOME:
        return SHORT_PAUSE_SECONDS
    return None


def _retry_after(wish: str, asked_at: datetime) -> float | None:
    """Seconds that a Retry-After field means (RFC 9110, 10.2.3)."""
    wish = wish.strip()[:64]
    if wish.isascii() and wish.isdecimal():
        return float(wish)
    try:
        at = parsedate_to_datetime(wish)
        return ((at if at.tzinfo else at.replace(tzinfo=UTC)) - asked_at).total_seconds()
    except (ValueError, TypeError, OverflowError):
        return None


def started(stored: Sequence[Exchange]) -> datetime:
    """When a capture began: on resuming, with its first Exchange."""
    return min((exchange.started_at for exchange in stored), default=None) or utc_now()
