"""Site and Region: the entries of sites.yaml."""

from dataclasses import dataclass, field
from datetime import date

from webaudit.model.record import Record

TYPES = (
    "dinas",
    "badan",
    "satuan",
    "biro",
    "sekretariat",
    "inspektorat",
    "rsud",
    "uptd",
    "portal",
    "other",
)
"""The types of agency that a rubric may tell apart."""


@dataclass(frozen=True, slots=True)
class DeclaredService:
    """A public service that the agency says it offers on the web.

    Attributes:
        name: as citizens know it.
        url: where it should answer, as written in sites.yaml.
    """

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Waiver:
    """The organiser's decision not to hold one failed check against a site.

    Attributes:
        check: id of the check.
        expires: the last day on which it holds, judged at `captured_at`.
    """

    check: str
    reason: str
    owner: str
    expires: date


@dataclass(frozen=True, slots=True)
class CrawlOverrides:
    """What sites.yaml sets otherwise for one site; None keeps the run's value.

    Attributes:
        max_pages: pages to capture at most.
        rate: requests a second at most.
        start: further addresses of the site to capture first.
    """

    max_pages: int | None = None
    rate: float | None = None
    start: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Region(Record):
    """The province that the list belongs to.

    Attributes:
        name: as citizens write it, "Jawa Barat"; empty if not given.
        suffixes: registrable names of its agencies, "jabarprov.go.id", lower case.
        timezone: IANA name; dates without an offset are read in it.
        portals: hosts of the central portals that serve all agencies.
        contact: web page printed in the User-Agent, so that agencies can ask who audits them.
    """

    name: str = ""
    suffixes: tuple[str, ...] = ()
    timezone: str = "Asia/Jakarta"
    portals: tuple[str, ...] = ()
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Site(Record):
    """One entry of sites.yaml.

    Attributes:
        id: kebab-case, stable and unique in the file.
        url: WHATWG-normalised start address; as written if `problem` is set.
        written_url: as the file or the user spells it.
        type: one of `TYPES`.
        award: False means audited, but outside the competition.
        problem: why the entry can not be audited ("file:line:column: …"); empty if it can.
            A Message is told in the reader's language.
    """

    id: str
    url: str
    written_url: str = ""
    name: str = ""
    short_name: str = ""
    type: str = "other"
    tags: tuple[str, ...] = ()
    contact: str = ""
    award: bool = True
    verified: bool = False
    note: str = ""
    sources: tuple[str, ...] = ()
    services: tuple[DeclaredService, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    crawl: CrawlOverrides = field(default_factory=CrawlOverrides)
    problem: str = ""


@dataclass(frozen=True, slots=True)
class SiteList:
    """A sites file, read.

    Attributes:
        sites: in the order of the file.
        digest: "sha256:…" of the file's bytes.
        warnings: lines for the operator; nothing in them stops an audit.
    """

    region: Region
    sites: tuple[Site, ...]
    digest: str
    warnings: tuple[str, ...] = ()
