"""What a robots.txt allows (RFC 9309)."""

import math
import re
from dataclasses import dataclass, field

from protego import Protego
from robots import RobotsParser

from webaudit.extract.urls import normalise

MAX_BYTES = 512_000
"""RFC 9309, 2.5 asks for at least 500 KiB; what follows is not read."""

MAX_RULES = 2_000
"""Of our group; each is compared with each URL."""

MAX_SITEMAPS = 50
MAX_WILDCARDS = 12
"""In one rule: matching time grows with them."""

_SITEMAP = re.compile(r"^[ \t]*site-?map[ \t]*:[ \t]*(\S{1,2000})", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class RobotsRules:
    """The rules of a robots.txt for one user agent.

    Attributes:
        crawl_delay: seconds wished between requests; None if not said.
        sitemaps: as written, in order.
        refuses: nothing may be fetched, whatever the file says: it could not be had.
    """

    crawl_delay: float | None = None
    sitemaps: tuple[str, ...] = ()
    refuses: bool = False
    _token: str = "*"
    _parser: RobotsParser = field(default_factory=RobotsParser, compare=False, repr=False)

    def allows(self, url: str) -> bool:
        """Whether the URL may be fetched."""
        if self.refuses:
            return False
        try:
            return bool(self._parser.can_fetch(self._token, url))
        except (ValueError, RecursionError):
            return False

    @property
    def disallows_all(self) -> bool:
        """Not even the root may be fetched, nor what stands below it."""
        return not self.allows("http://host/") and not self.allows("http://host/any/page.html")


REFUSAL = RobotsRules(refuses=True)
"""For a robots.txt that could not be had: RFC 9309, 2.3.1.4 takes that as a complete disallow."""

PERMISSION = RobotsRules()
"""For a host without robots.txt (RFC 9309, 2.3.1.3)."""


def read_robots(data: bytes, user_agent_token: str) -> RobotsRules:
    """The rules that `data` has for us.

    Args:
        user_agent_token: the product token, "webaudit".
    """
    text = data[:MAX_BYTES].decode("utf-8-sig", "replace").replace("\0", "")
    text = "\n".join(line for line in text.splitlines() if line.count("*") <= MAX_WILDCARDS)
    parser = RobotsParser.from_string(text)
    token = user_agent_token.lower()
    rules = parser.agents_rules.get(token, parser.agents_rules.get("*", []))
    if len(rules) > MAX_RULES:
        # Too many to ask one by one for each URL. Dropping the shortest would allow what is
        # forbidden, so the longest go: what is forbidden in detail is forbidden by few words.
        del rules[: len(rules) - MAX_RULES]
    return RobotsRules(
        crawl_delay=_delay(text, user_agent_token),
        sitemaps=tuple(_SITEMAP.findall(text)[:MAX_SITEMAPS]),
        _token=token,
        _parser=parser,
    )


def sitemap_urls(rules: RobotsRules, robots_url: str) -> tuple[str, ...]:
    """The addresses of its Sitemap lines, normalised, each once."""
    urls = (normalise(written, robots_url) for written in rules.sitemaps)
    return tuple(dict.fromkeys(url for url in urls if url))


def _delay(text: str, user_agent: str) -> float | None:
    """The wish for a pause, from Crawl-delay or else Request-rate."""
    if "delay" not in text.lower() and "rate" not in text.lower():
        return None
    protego = Protego.parse(text)
    try:
        delay = protego.crawl_delay(user_agent)
        if delay is None and (rate := protego.request_rate(user_agent)) and rate.requests > 0:
            delay = rate.seconds / rate.requests
    except (ValueError, ArithmeticError, TypeError):
        return None
    return float(delay) if delay is not None and math.isfinite(delay) and delay >= 0 else None
