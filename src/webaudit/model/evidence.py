"""Exchange, Page, Reading, Snapshot, and one Record type for each kind of site-wide evidence."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING

from lxml import etree
from lxml.html import HtmlElement

from webaudit.model.finding import Location
from webaudit.model.plan import Plan
from webaudit.model.record import Failure, Record

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

Headers = tuple[tuple[str, str], ...]
"""Field names in lower case and values, as received, in order."""

SNIPPET_CHARACTERS = 160


class Purpose(StrEnum):
    """Which evidence an Exchange was made for; the record is rebuilt from its Exchanges."""

    HOME = "home"
    PAGE = "page"
    ROBOTS = "robots"
    SITEMAP = "sitemap"
    PLAIN_HTTP = "plain-http"
    LINK_TARGET = "link-target"


@dataclass(frozen=True, slots=True)
class Exchange:
    """One HTTP request with its response or failure (RFC 9110).

    Attributes:
        url: asked for, WHATWG-normalised.
        started_at: UTC.
        status: None if no status line came.
        body: after transfer decoding, before content decoding; cut at the budget.
        address: IP address that was connected to; empty if none was.
        first_byte_ms: from sending the request's first byte, connection included, to the status line.
        truncated: the body was longer than the budget, and cut.
        failure: may stand beside a status, when the body broke off.
        attempt: 1, or 2 for the one retry after a transient fault.
    """

    url: str
    purpose: Purpose
    started_at: datetime
    request_headers: Headers = ()
    method: str = "GET"
    http_version: str = ""
    status: int | None = None
    headers: Headers = ()
    body: bytes = b""
    address: str = ""
    first_byte_ms: float | None = None
    total_ms: float | None = None
    truncated: bool = False
    failure: Failure | None = None
    attempt: int = 1

    def header(self, name: str) -> str | None:
        """The first value of a response field, by its name in lower case."""
        return next((value for field_name, value in self.headers if field_name == name), None)

    @property
    def digest(self) -> str:
        """Digest of the stored body, `sha256:…`, by which it is found in the WARC file."""
        return f"sha256:{sha256(self.body).hexdigest()}"


class PageKind(StrEnum):
    """What a page turned out to be; only content is ever scored."""

    CONTENT = "content"
    ERROR = "error"
    """An error status."""
    BLOCKED = "blocked"
    """A firewall's page, a captcha or challenge, whatever its status."""
    LOGIN = "login"
    PARKED = "parked"
    SOFT_404 = "soft-404"
    """An error page with a status of success."""
    SHELL = "shell"
    """Empty until a script fills it."""
    NOT_HTML = "not-html"


class Landmark(StrEnum):
    """The part of a page in which something stands."""

    HEADER = "header"
    NAVIGATION = "navigation"
    MAIN = "main"
    ASIDE = "aside"
    FOOTER = "footer"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink.

    Attributes:
        href: as written, white space stripped, cut to 2,000 characters.
        url: absolute, WHATWG-normalised, without fragment; empty if it is no http(s) URL.
        text: visible text, aria-label, title and alternative text of images, joined by a blank.
        image: file name of the first image inside; empty if none.
    """

    href: str
    url: str
    text: str
    landmark: Landmark = Landmark.OTHER
    image: str = ""
    rel: str = ""


@dataclass(frozen=True, slots=True)
class DateSign:
    """A sign of when something was published.

    Attributes:
        at: the day, or an aware moment.
        raw: the text it was read from.
        method: "json-ld", "meta", "microdata", "time", "text", "url", "feed" or "sitemap".
        confidence: 0 to 1.
    """

    at: date
    raw: str
    method: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Reading:
    """What one page says, as plain values that can be kept when its tree is dropped.

    Attributes:
        url: that answered, after redirects.
        text: visible, white space folded, cut to 50,000 characters.
        words: number of words in the whole visible text.
        digest: of the stored body.
    """

    url: str
    status: int | None
    kind: PageKind
    title: str = ""
    language: str = ""
    text: str = ""
    words: int = 0
    links: tuple[Link, ...] = ()
    dates: tuple[DateSign, ...] = ()
    digest: str = ""


@dataclass(frozen=True, eq=False)
class Page:
    """One captured HTML page, alive while it is judged.

    Attributes:
        exchange: the response that carried it.
        root: its html element, parsed once and shared: never change it.
        reading: what it says.
    """

    exchange: Exchange
    root: HtmlElement
    reading: Reading

    @property
    def url(self) -> str:
        """The address it came from, after redirects."""
        return self.exchange.url

    @cached_property
    def _by_tag(self) -> dict[str, tuple[HtmlElement, ...]]:
        """The elements of the tags that were asked for so far."""
        return {}

    def elements(self, *tags: str) -> tuple[HtmlElement, ...]:
        """All elements of these tags, in document order for one tag, tag by tag for several."""
        known = self._by_tag
        for tag in tags:
            if tag not in known:
                # lxml finds a tag in C, without an object for each element on the way: an index of all tags
                # costs as much as 50 such walks. Without braces names of all namespaces would be found.
                known[tag] = tuple(self.root.iter(tag if tag.startswith("{") else f"{{}}{tag}"))
        return known[tags[0]] if len(tags) == 1 else tuple(one for tag in tags for one in known[tag])

    @cached_property
    def soup(self) -> "BeautifulSoup":
        """The page in the idiom of Beautiful Soup, made on demand for checks of other people."""
        from bs4 import BeautifulSoup

        return BeautifulSoup(etree.tostring(self.root, encoding="unicode", method="html"), "lxml")

    @cached_property
    def _steps(self) -> dict[HtmlElement, str]:
        """The last steps of the paths of all children of the elements that were passed so far."""
        return {}

    def _xpath(self, element: HtmlElement) -> str:
        """The path of an element; empty if it is not of this page."""
        # lxml's getpath counts the siblings of each element anew (quadratic). Here the children of a parent
        # are counted once, and only on the way from an element that is shown up to the root.
        steps: list[str] = []
        while (parent := element.getparent()) is not None:
            if element not in self._steps:
                self._steps.update(_children_steps(parent))
            steps.append(self._steps.get(element, ""))
            element = parent
        return "/".join(("/html", *reversed(steps))) if element is self.root else ""

    def locate(self, element: HtmlElement) -> Location:
        """The place of an element, for a reader and for a machine."""
        return Location(
            url=self.url,
            xpath=self._xpath(element),
            line=element.sourceline,
            snippet=_start_tag(element),
            # Hashing the body anew for each element would cost more than all else.
            evidence=self.reading.digest or self.exchange.digest,
        )


def _children_steps(parent: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """The children of an element, each with its tag and, where there are several of it, its number."""
    children = [(child, child.tag) for child in parent if isinstance(child.tag, str)]
    totals = Counter(tag for _, tag in children)
    seen: Counter[str] = Counter()
    for child, tag in children:
        seen[tag] += 1
        yield child, tag if totals[tag] == 1 else f"{tag}[{seen[tag]}]"


def _start_tag(element: HtmlElement) -> str:
    """The element's start tag and the beginning of its text, cut."""
    attributes = "".join(f' {name}="{value[:80]}"' for name, value in list(element.attrib.items())[:8])
    text = " ".join((element.text or "")[:200].split())
    whole = f"<{element.tag!s}{attributes}>{text}"
    return whole if len(whole) <= SNIPPET_CHARACTERS else whole[: SNIPPET_CHARACTERS - 1] + "…"


@dataclass(frozen=True, slots=True)
class Hop:
    """One step of a chain of redirects.

    Attributes:
        location: the redirect's target, absolute; as written if it is no URL; empty if there is none.
    """

    url: str
    status: int | None
    location: str = ""
    first_byte_ms: float | None = None
    total_ms: float | None = None
    failure: Failure | None = None


@dataclass(frozen=True, slots=True)
class Home(Record):
    """What the site's start address answered.

    Attributes:
        hops: at least one, in the order of the redirects; the last is the answer.
        attempts: how many times the start had to be tried; 2 is a flaky site.
    """

    hops: tuple[Hop, ...]
    kind: PageKind
    attempts: int = 1

    @property
    def final_url(self) -> str:
        """Where the redirects ended."""
        return self.hops[-1].url


@dataclass(frozen=True, slots=True)
class Readings(Record):
    """What all captured pages say, in the order of their URLs."""

    pages: tuple[Reading, ...]

    @property
    def content(self) -> tuple[Reading, ...]:
        """The pages that carry content."""
        return tuple(page for page in self.pages if page.kind is PageKind.CONTENT)


@dataclass(frozen=True, slots=True)
class PlainHttp(Record):
    """What http:// on the site's host answers, port 80 unless the list names another."""

    hops: tuple[Hop, ...]


@dataclass(frozen=True, slots=True)
class Certificate:
    """One X.509 certificate (RFC 5280).

    Attributes:
        names: DNS names and IP addresses of the subjectAltName.
        not_before: aware, as `not_after`.
    """

    subject: str
    issuer: str
    names: tuple[str, ...]
    not_before: datetime
    not_after: datetime
    digest: str


@dataclass(frozen=True, slots=True)
class Tls(Record):
    """What the TLS handshake of the site's host showed.

    Attributes:
        protocol: as OpenSSL names it, "TLSv1.3".
        verify_code: X509_V_* of OpenSSL's verification against the trust store; 0 is good.
        trust_store: name and version of the roots.
        chain: as sent, the leaf first.
    """

    host: str
    port: int
    protocol: str
    verify_code: int
    verify_message: str
    trust_store: str
    chain: tuple[Certificate, ...]


@dataclass(frozen=True, slots=True)
class Robots(Record):
    """The site's robots.txt, read by RFC 9309.

    Attributes:
        status: of the answer.
        disallows_all: our user agent may fetch nothing but the listed home page.
        crawl_delay: seconds wished between requests; None if not said.
        sitemaps: absolute URLs of its Sitemap lines.
    """

    status: int | None
    disallows_all: bool = False
    crawl_delay: float | None = None
    sitemaps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """One page that a sitemap lists; `lastmod` as written, empty if not said."""

    url: str
    lastmod: str = ""


@dataclass(frozen=True, slots=True)
class Sitemaps(Record):
    """All sitemaps of the site together (sitemaps.org 0.9).

    Attributes:
        entries: in order of capture, at most 50,000.
        problems: codes of what was wrong, "not-xml", "unescaped-ampersand", "too-large" …
    """

    entries: tuple[SitemapEntry, ...]
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LinkTarget:
    """What a linked or declared address answered.

    Attributes:
        url: as linked.
        internal: on the site's own host.
        found_on: pages that link to it, at most 5; empty for a declared service.
        kind: of the last answer; None if there was none.
    """

    url: str
    internal: bool
    hops: tuple[Hop, ...]
    kind: PageKind | None
    found_on: tuple[str, ...] = ()

    @property
    def status(self) -> int | None:
        """Of the last answer."""
        return self.hops[-1].status if self.hops else None

    @property
    def failure(self) -> Failure | None:
        """Why there is no last answer."""
        return self.hops[-1].failure if self.hops else None


@dataclass(frozen=True, slots=True)
class LinkTargets(Record):
    """The answers of the links that were asked, in the order of their URLs.

    Attributes:
        unasked: how many distinct links were left out by the budget.
    """

    targets: tuple[LinkTarget, ...]
    unasked: int = 0


@dataclass(frozen=True, slots=True)
class Moment(Record):
    """When the site was captured; ages are counted from it.

    Attributes:
        at: `captured_at` of the snapshot, UTC.
    """

    at: datetime


@dataclass(frozen=True)
class Snapshot:
    """All evidence on one site at one time.

    Attributes:
        captured_at: UTC; every age is counted from it.
        exchanges: in the order of capture; can be walked again and again.
        records: what is not HTTP, and the Failures, by the name of the record type.
        targets: linked and declared addresses on other hosts whose answers are wanted, in order of choice.
        limits: names of the budgets that were reached, and of crawl traps seen.
    """

    plan: Plan
    captured_at: datetime
    exchanges: Iterable[Exchange]
    records: Mapping[str, Record | Failure] = field(default_factory=dict)
    targets: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
