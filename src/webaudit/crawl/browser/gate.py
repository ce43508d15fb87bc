"""Gate: answers every request of a page by our own client, so that the browser has no network."""

import asyncio
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from webaudit.crawl.ask import Ask
from webaudit.crawl.clock import monotonic
from webaudit.crawl.memory import Loan
from webaudit.crawl.visit import Visit
from webaudit.extract.body import decode_body
from webaudit.extract.records import REDIRECTS, hops
from webaudit.extract.sheets import FONTS
from webaudit.extract.urls import host, normalise, same_site
from webaudit.model.evidence import Exchange, Purpose

if TYPE_CHECKING:
    from playwright.async_api import Request, Route

MOST_REQUESTS: Final = 150
"""Of one page."""

MOST_BYTES: Final = 20_000_000
"""Of one page, as they come."""

FILE_BYTES: Final = 5_000_000
"""Of one file, on the wire and again when it is unfolded."""

KEPT_BYTES: Final = 10_000_000
"""Of what the pages of a site share, kept for the next of them."""

FILE_SECONDS: Final = 3.0
MOST_HOPS: Final = 5

_LEFT_OUT: Final = ("media", "websocket", "eventsource", "ping", "manifest", "texttrack")
"""Kinds of files that say nothing of how a page looks at first sight."""

_DROPPED: Final = (
    *("content-encoding", "content-length", "transfer-encoding", "connection", "keep-alive"),
    *("set-cookie", "alt-svc", "strict-transport-security", "report-to", "nel", "refresh"),
)
"""Fields that are about our connection, or that would have the browser keep or send something."""


@dataclass(slots=True)
class Shelf:
    """Files that the pages of one site have asked for; the next page gets them from here."""

    files: dict[str, Exchange] = field(default_factory=dict)
    size: int = 0

    def put(self, url: str, answer: Exchange) -> None:
        """Keeps a file as long as there is room."""
        if self.size + len(answer.body) <= KEPT_BYTES and url not in self.files:
            self.files[url] = answer
            self.size += len(answer.body)


@dataclass
class Gate:
    """What one page may ask for.

    Attributes:
        document: the answer that the page is made of.
        seconds: after the first request, in which more is asked.
        limits: names of the bounds that were hit.
        waiting: requests under way.
        quiet_since: when the last answer was given.
        unstyled: a style sheet that the page asks for could not be had.
        ends: where the documents of frames came from, by the address that was asked for.
        bare: addresses of frames of which a style sheet could not be had.
    """

    visit: Visit
    document: Exchange
    shelf: Shelf
    seconds: float
    limits: dict[str, None] = field(default_factory=dict)
    waiting: int = 0
    quiet_since: float = 0.0
    unstyled: bool = False
    ends: dict[str, str] = field(default_factory=dict)
    bare: set[str] = field(default_factory=set)
    _requests: int = 0
    _bytes: int = 0
    _shown: bool = False
    _until: float = 0.0

    async def answer(self, route: "Route", request: "Request") -> None:
        """Answers one request, or refuses it; raises nothing of the page's."""
        from playwright.async_api import Error

        self.waiting += 1
        try:
            await self._answer(route, request)
        except Error:
            # The page was closed meanwhile.
            return
        finally:
            self.waiting -= 1
            self.quiet_since = monotonic()

    async def _answer(self, route: "Route", request: "Request") -> None:
        if request.is_navigation_request() and request.frame.parent_frame is None:
            if self._shown:
                # The page stays where it is: an empty answer leads nowhere.
                self.limits["browser-navigation"] = None
                await route.fulfill(status=204)
                return
            self._shown, self._until = True, monotonic() + self.seconds
            await self._fulfill(route, self.document)
            return
        url = normalise(request.url)
        styles = request.resource_type == "stylesheet" and not FONTS.search(host(url))
        left_out = request.method != "GET" or self._leaves_out(request.resource_type)
        if not url or left_out or not self._may(url):
            self._lack(request, lacking=styles)
            await route.abort("blockedbyclient")
            return
        answer = self.shelf.files.get(url) or await self._fetched(url)
        lacking = answer is None or answer.failure is not None or answer.truncated
        self._lack(request, lacking=styles and lacking)
        if answer is None or answer.status is None:
            await route.abort("failed")
            return
        if request.is_navigation_request():
            self.ends[url] = answer.url
        await self._fulfill(route, answer)

    def _lack(self, request: "Request", *, lacking: bool) -> None:
        """Notes a style sheet that could not be had; one of a frame says nothing of the page around it."""
        if lacking and request.frame.parent_frame is None:
            self.unstyled = True
        elif lacking:
            self.bare.add(request.frame.url)

    def _leaves_out(self, kind: str) -> bool:
        """Whether files of a kind are not asked for: sounds are, where they may begin by themselves."""
        return kind in _LEFT_OUT and not (kind == "media" and b"autoplay" in self.document.body)

    def _may(self, url: str) -> bool:
        """Whether the site allows it, and what a page may cost is not spent."""
        own = same_site(host(url), host(self.document.url))
        if own and not self.visit.rules.allows(url):
            return False
        if self._requests >= MOST_REQUESTS:
            self.limits["browser-requests"] = None
            return False
        if self._bytes >= MOST_BYTES:
            self.limits["browser-bytes"] = None
            return False
        self._requests += 1
        return True

    async def _fetched(self, url: str) -> Exchange | None:
        """The answer at the end of the redirects, as the checked address gave it."""
        found: dict[str, Exchange] = {}
        at = url
        for _ in range(MOST_HOPS):
            left = self._until - monotonic()
            if left <= 0:
                return None
            loans: list[Loan] = []
            answer = await self.visit.net.fetch(
                Ask(
                    url=at,
                    purpose=Purpose.RESOURCE,
                    # As a visitor's browser would: one after the other, without a pause between them.
                    politeness=replace(self.visit.politeness, rate=0.0),
                    seconds=min(FILE_SECONDS, left),
                    html_bytes=FILE_BYTES,
                    other_bytes=FILE_BYTES,
                    ports=self.visit.ports,
                    loans=loans,
                    referrer=self.document.url,
                )
            )
            while loans:
                loans.pop().give_back()
            self._bytes += len(answer.body)
            found[at] = answer
            end = hops(url, found, MOST_HOPS)[-1]
            if answer.failure or end.failure or answer.status not in REDIRECTS or not end.location:
                break
            at = end.location
        if answer.status is not None and answer.failure is None and not answer.truncated:
            self.shelf.put(url, answer)
        return answer

    async def _fulfill(self, route: "Route", answer: Exchange) -> None:
        body = await asyncio.to_thread(decode_body, answer, FILE_BYTES)
        fields = {name: value for name, value in answer.headers if name not in _DROPPED}
        await route.fulfill(status=answer.status or 200, headers=fields, body=body.data)
