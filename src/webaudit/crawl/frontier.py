"""Which page next: the important first, the rest by hash, breadth first, traps cut.

The order depends on what the pages say alone, never on when they said it, so that a resumed capture asks
the same.
"""

import heapq
from collections.abc import Iterable

from webaudit.extract.choose import (
    IMPORTANT,
    families,
    importance,
    is_page,
    rank,
    trap,
    without_session,
)
from webaudit.extract.robots import RobotsRules
from webaudit.extract.urls import has_port, host, normalise, page_key, port, same_site
from webaudit.model.plan import Plan
from webaudit.model.reading import Link

MAX_KNOWN = 3_000
"""Addresses of one site that are remembered."""

MAX_CHARACTERS = 600_000
"""Of them together: many sites are under way at once."""

MAX_DEPTH = 20
"""Clicks from the home page."""


class Frontier:
    """The known pages of one site that were not asked yet.

    Attributes:
        limits: names of the bounds that were hit.
    """

    def __init__(self, plan: Plan, hosts: Iterable[str], rules: RobotsRules) -> None:
        self.limits: dict[str, None] = {}
        self._plan = plan
        self._hosts = tuple(hosts)
        self._ports = {port(plan.site.url)} if has_port(plan.site.url) else set()
        self._rules = rules
        self._known: set[str] = set()
        self._characters = 0
        self._asked: set[str] = set()
        self._members: dict[str, int] = {}
        self._important: list[list[tuple[int, int, int, str]]] = [[] for _ in IMPORTANT]
        self._taken = [0] * len(IMPORTANT)
        self._drawn: list[tuple[int, int, str]] = []
        self._first: list[str] = []
        # One class, most often the news, would else take the whole half.
        self._most_of_class = max(3, plan.budget.pages // 6)

    def owns(self, url: str) -> bool:
        """Whether a URL is on the site."""
        return any(same_site(host(url), own) for own in self._hosts) and (
            not has_port(url) or port(url) in self._ports
        )

    def add_first(self, urls: Iterable[str]) -> None:
        """Adds addresses that the list names, before all others."""
        for written in urls:
            url = normalise(written)
            if url and self._admit(url):
                self._first.append(url)

    def add_links(self, links: Iterable[Link], depth: int) -> None:
        """Adds what a page links to.

        Args:
            depth: clicks from the home page to the linked page.
        """
        if depth > MAX_DEPTH:
            self.limits["depth"] = None
            return
        for link in links:
            if link.url:
                self._add(link.url, link.text, depth)

    def add_urls(self, urls: Iterable[str], depth: int = 1) -> None:
        """Adds what a sitemap lists."""
        for url in urls:
            self._add(url, "", depth)

    def mark(self, url: str) -> bool:
        """Notes that a URL is being asked; False if it, or a variant of it, was before."""
        key = page_key(url)
        if key in self._asked:
            return False
        self._asked.add(key)
        self._known.add(key)
        return True

    def may_ask(self, url: str) -> bool:
        """Whether a redirect within the site may be followed."""
        return self.owns(url) and self._rules.allows(url)

    def next(self) -> str | None:
        """The page to ask next, marked as asked; None if no more is known."""
        while self._first:
            url = self._first.pop(0)
            if self.mark(url):
                return url
        if sum(self._taken) < self._plan.budget.pages // 2:
            for index in sorted(range(len(IMPORTANT)), key=lambda index: (self._taken[index], index)):
                while self._important[index] and self._taken[index] < self._most_of_class:
                    url = heapq.heappop(self._important[index])[-1]
                    if self._take(url):
                        self._taken[index] += 1
                        return url
        while self._drawn:
            url = heapq.heappop(self._drawn)[-1]
            if self._take(url):
                return url
        return None

    def _add(self, url: str, text: str, depth: int) -> None:
        if self._plan.exact:
            return
        url = without_session(url)
        if not self._admit(url):
            return
        order = len(self._known)
        index = importance(url, text)
        if index is not None:
            heapq.heappush(self._important[index], (depth, url.count("/") + len(url) // 40, order, url))
        heapq.heappush(self._drawn, (depth, rank(self._plan.seed, url), url))

    def _admit(self, url: str) -> bool:
        key = page_key(url)
        if key in self._known or not self.owns(url) or not is_page(url):
            return False
        if caught := trap(url):
            self.limits[caught] = None
            return False
        if len(self._known) >= MAX_KNOWN or self._characters + len(key) > MAX_CHARACTERS:
            self.limits["urls"] = None
            return False
        self._characters += len(key)
        self._known.add(key)
        if not self._rules.allows(url):
            self.limits["robots"] = None
            return False
        return True

    def _take(self, url: str) -> bool:
        """Whether a URL is asked now: not yet asked, and of no endless family that had its share."""
        if page_key(url) in self._asked:
            return False
        members = families(url, self._plan.budget.pages)
        for family, name, most in members:
            if self._members.get(family, 0) >= most:
                self.limits[name] = None
                return False
        for family, _, _ in members:
            self._members[family] = self._members.get(family, 0) + 1
        return self.mark(url)
