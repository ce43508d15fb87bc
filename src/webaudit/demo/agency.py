"""Agency and what it is made of: the nouns of the example province."""

from dataclasses import dataclass, field
from enum import StrEnum

from webaudit.demo.content import Content
from webaudit.model.report import SiteStatus

REGION = "Provinsi Contoh"
SUFFIX = "contohprov.example"
"""Reserved for examples by RFC 2606: nothing under it can ever be a real site."""


class Certificate(StrEnum):
    """What https:// shows of an agency."""

    GOOD = "good"
    EXPIRED = "expired"
    WRONG_HOST = "wrong-host"
    SELF_SIGNED = "self-signed"
    NONE = "none"
    """Nobody listens on the port."""


class PlainHttp(StrEnum):
    """What http:// does for an agency."""

    REDIRECTED = "redirected"
    """To https, as it should be."""
    SERVED = "served"
    NONE = "none"
    """Nobody listens on the port."""


class Front(StrEnum):
    """What a visitor meets first."""

    PAGES = "pages"
    CHALLENGE = "challenge"
    """A firewall's page in place of every other."""
    SHELL = "shell"
    """One empty page that a script would fill."""
    MOVED = "moved"
    """Each address redirects to the agency's new host."""


class Papers(StrEnum):
    """How an agency keeps its documents."""

    TAGGED = "tagged"
    """On its own host, readable by all."""
    SCANNED = "scanned"
    """On its own host, as pictures."""
    CLOUD = "cloud"
    """Plans and reports in the folder of whoever makes them."""


@dataclass(frozen=True, slots=True)
class Condition:
    """How well, or badly, a site is kept; as it stands, nothing is wrong with it.

    Attributes:
        news_age_days: age of the newest article.
        copyright_age_years: how long ago the year in the footer was.
        first_byte_seconds: how long a page keeps its visitor waiting.
        language: pages declare their language.
        titles: every page has a title.
        described: pages have a description and a picture for those who share them.
        alternatives: every picture has an alternative text.
        ppid: the PPID is linked.
        dead_link: the service pages link to a form that is gone.
        placeholder: one page still holds the theme's filler text.
        injected: gambling links and a doorway page were planted by an intruder.
        crawling: robots.txt lets crawlers in.
        papers: how the documents are kept.
        papers_age_years: how much older they are than they should be.
    """

    certificate: Certificate = Certificate.GOOD
    plain_http: PlainHttp = PlainHttp.REDIRECTED
    front: Front = Front.PAGES
    news_age_days: int = 2
    copyright_age_years: int = 0
    first_byte_seconds: float = 0.0
    language: bool = True
    titles: bool = True
    described: bool = True
    alternatives: bool = True
    ppid: bool = True
    dead_link: bool = False
    placeholder: bool = False
    injected: bool = False
    crawling: bool = True
    papers: Papers = Papers.TAGGED
    papers_age_years: int = 0


@dataclass(frozen=True, slots=True)
class Truth:
    """What an audit must find of a site.

    Attributes:
        fails: ids of the checks that fail, and no others do.
    """

    status: SiteStatus
    fails: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Agency:
    """One entry of the list, and the site behind it.

    Attributes:
        id: of the site; also the first label of its host.
        content: None where no visitor ever gets to see any.
        declared: names and addresses of declared services, besides the content's own.
        written_url: what the list says where it is not `https://` and the host.
        new_host: where the site moved to; empty if it did not.
        award: takes part in the competition.
    """

    id: str
    name: str
    short_name: str
    type: str
    truth: Truth
    content: Content | None = None
    condition: Condition = field(default_factory=Condition)
    declared: tuple[tuple[str, str], ...] = ()
    written_url: str = ""
    new_host: str = ""
    award: bool = True

    @property
    def host(self) -> str:
        """The host that the list names."""
        return f"{self.id}.{SUFFIX}"

    @property
    def home_host(self) -> str:
        """The host that serves the pages."""
        return self.new_host or self.host

    @property
    def origin(self) -> str:
        """Scheme and host under which the pages are served."""
        scheme = "http" if self.condition.certificate is Certificate.NONE else "https"
        return f"{scheme}://{self.home_host}"

    @property
    def hosts(self) -> tuple[str, ...]:
        """All hosts of the agency, the listed one first."""
        return (self.host, self.new_host) if self.new_host else (self.host,)
