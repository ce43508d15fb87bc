"""Exchange, Snapshot, and one Record type for each kind of site-wide evidence."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from itertools import groupby

from webaudit.model.plan import Plan
from webaudit.model.reading import PageKind, Proof, Reading
from webaudit.model.record import Failure, FailureReason, Record

Headers = tuple[tuple[str, str], ...]
"""Field names in lower case and values, as received, in order."""


_NO_WAY = (
    FailureReason.REDIRECT_LOOP,
    FailureReason.REDIRECT_LIMIT,
    FailureReason.BAD_REDIRECT,
    FailureReason.FORBIDDEN_ADDRESS,
)


_REFUSALS = (401, 403, 407, 408, 425, 429, 503)


class Purpose(StrEnum):
    """Which evidence an Exchange was made for; the record is rebuilt from its Exchanges."""

    HOME = "home"
    PAGE = "page"
    ROBOTS = "robots"
    SITEMAP = "sitemap"
    FEED = "feed"
    PLAIN_HTTP = "plain-http"
    LINK_TARGET = "link-target"
    HALFWAY = "halfway"
    """The home page once more, in the middle of the capture."""
    LAST = "last"
    """The home page once more, at the end of the capture."""
    RESOURCE = "resource"
    """What the home page loads; asked by HEAD."""
    STYLE = "style"
    """A style sheet of the page that was asked before."""
    NOT_FOUND = "not-found"
    """An address that cannot exist."""
    DOCUMENT = "document"
    """A file for readers, to be opened."""
    CORS = "cors"
    """The home page, by OPTIONS, as a page of a foreign site would ask."""
    SECURITY_TXT = "security-txt"
    AS_CRAWLER = "as-crawler"
    """A page once more, as a search engine asks for it."""
    AS_SEARCHER = "as-searcher"
    """The home page once more, as who comes from a search engine's results."""
    RENDERED = "rendered"
    """What was measured of a page in a browser, as JSON: no exchange, but kept like one."""
    DOM = "dom"
    """The document of such a page as the browser had built it."""
    SHOT_DESKTOP = "shot-desktop"
    """A picture of it."""
    SHOT_NARROW = "shot-320"
    """A picture of it, 320 pixels wide."""


VIEWS = (Purpose.RENDERED, Purpose.DOM, Purpose.SHOT_DESKTOP, Purpose.SHOT_NARROW)
"""What was no request: what the browser gave."""


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
        headers: of the last answer, the first 100, values cut to 2,000 characters; none while capturing.
        size_bytes: of the last answer's body as sent, compressed or not; 0 while capturing.
    """

    hops: tuple[Hop, ...]
    kind: PageKind
    attempts: int = 1
    headers: Headers = ()
    size_bytes: int = 0

    @property
    def final_url(self) -> str:
        """Where the redirects ended."""
        return self.hops[-1].url

    def header(self, name: str) -> str | None:
        """The first value of a field of the last answer, by its name in lower case."""
        return next((value for field_name, value in self.headers if field_name == name), None)


@dataclass(frozen=True, slots=True)
class Readings(Record):
    """What all captured pages say, in the order of their URLs.

    Attributes:
        start: address of the home page, after redirects; empty if it is not known.
    """

    pages: tuple[Reading, ...]
    start: str = ""

    @property
    def content(self) -> tuple[Reading, ...]:
        """The pages that carry content."""
        return tuple(page for page in self.pages if page.kind is PageKind.CONTENT)


@dataclass(frozen=True, slots=True)
class StyleSheets(Record):
    """The style sheets that were captured; pages carry their texts.

    Attributes:
        urls: as the pages ask for them, in the order of capture.
    """

    urls: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlainHttp(Record):
    """What http:// on the site's host answers, port 80 unless the list names another."""

    hops: tuple[Hop, ...]


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

    @property
    def is_gone(self) -> bool:
        """Whether the last answer says that there is no such page."""
        return self.status in (404, 410)

    @property
    def is_unknown(self) -> bool:
        """Whether DNS knows no such host."""
        return self.failure is not None and self.failure.reason is FailureReason.DNS

    @property
    def is_refusal(self) -> bool:
        """Whether the answer turns the auditor away or says that the moment is bad."""
        return self.status in _REFUSALS or self.kind is PageKind.BLOCKED

    @property
    def leads_nowhere(self) -> bool:
        """Whether its redirects go round, go on for ever, or end where the public has no way to."""
        return self.failure is not None and self.failure.reason in _NO_WAY

    @property
    def is_open(self) -> bool:
        """Whether the answer is silence, an error or a refusal, which say nothing of what is there."""
        blocked = self.kind is PageKind.BLOCKED
        return self.failure is not None or self.status is None or self.status >= 400 or blocked


@dataclass(frozen=True, slots=True)
class LinkTargets(Record):
    """The answers of the links that were asked, in the order of their URLs.

    Attributes:
        unasked: how many distinct links were left out by the budget.
    """

    targets: tuple[LinkTarget, ...]
    unasked: int = 0


@dataclass(frozen=True, slots=True)
class Portals(Record):
    """What the province's central portals answered, asked once a run for all sites.

    Attributes:
        answers: of their home pages, by host without "www."; a portal that was not asked has none.
    """

    answers: Mapping[str, LinkTarget] = field(default_factory=dict)

    def of(self, host: str) -> LinkTarget | None:
        """The answer of the portal that a host is; None if it is none, or was not asked."""
        return self.answers.get(host.removeprefix("www."))


@dataclass(frozen=True, slots=True)
class Inventory(Record):
    """What the site offers to citizens, with its proofs.

    Attributes:
        proofs: each once, in the order of the vocabulary's subjects, the strongest of a subject first.
    """

    proofs: tuple[Proof, ...] = ()

    def of(self, *subjects: str) -> tuple[Proof, ...]:
        """The proofs of these subjects, in their order."""
        return tuple(proof for key in subjects for proof in self.proofs if proof.subject == key)

    @property
    def best(self) -> tuple[Proof, ...]:
        """The strongest proof of each subject."""
        return tuple(next(proofs) for _, proofs in groupby(self.proofs, key=lambda proof: proof.subject))


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
