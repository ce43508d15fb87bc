"""Plan: what will be fetched for a site, and how gently."""

from dataclasses import dataclass, field

from webaudit.model.site import Region, Site


@dataclass(frozen=True, slots=True)
class Budget:
    """The bounds of one site's capture; each one hit is named in the result.

    Attributes:
        pages: HTML pages.
        requests: HTTP requests of all kinds, retries and redirects counted.
        stall_seconds: time on the site's own requests while it never answered.
        total_seconds: time on the site's own requests in all.
        request_seconds: one request, from the name's resolution to the last byte.
        html_bytes: of one page, on the wire and again after decoding.
        other_bytes: of one body of another kind.
        target_bytes: read of a link's target, enough to know it for what it is.
        redirects: hops from one start.
        link_targets: links whose targets are asked, internal and external together.
        resources: files of the home page whose size is asked.
        sheets: style sheets.
        documents: files for readers that are opened.
        document_bytes: of one of them; a longer one is not fetched.
        browser_seconds: one page in a browser, with all that is measured there.
    """

    pages: int = 50
    requests: int = 240
    stall_seconds: float = 60.0
    total_seconds: float = 150.0
    request_seconds: float = 20.0
    html_bytes: int = 4_000_000
    other_bytes: int = 20_000_000
    target_bytes: int = 65_536
    redirects: int = 10
    link_targets: int = 60
    resources: int = 40
    sheets: int = 16
    documents: int = 10
    document_bytes: int = 3_000_000
    browser_seconds: float = 10.0


@dataclass(frozen=True, slots=True)
class Politeness:
    """How often a server may be asked.

    Attributes:
        rate: requests a second to one host; 0 lifts every limit of pace.
        rate_per_address: requests a second to one IP address.
        user_agent: sent with each request.
    """

    rate: float = 1.0
    rate_per_address: float = 4.0
    user_agent: str = "webaudit"


@dataclass(frozen=True, slots=True)
class Route:
    """The operator's word on where a host is, in place of DNS.

    Attributes:
        host: lower case.
        port: None for every port.
        to_port: None keeps the port.
    """

    host: str
    address: str
    port: int | None = None
    to_port: int | None = None


@dataclass(frozen=True, slots=True)
class Reach:
    """Where requests may go.

    Attributes:
        allow_private: lift the address filter.
        routes: pairs of host and address that the operator vouches for.
        ca_bundle: path of a PEM file with the trusted roots; empty means certifi's.
        resolver: name server that is asked about names and mail, ADDRESS or ADDRESS:PORT; empty means the
            machine's own.
    """

    allow_private: bool = False
    routes: tuple[Route, ...] = ()
    ca_bundle: str = ""
    resolver: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What will be fetched for one site.

    Attributes:
        probes: names of the record types to bring home, in alphabetical order.
        seed: picks, with the URL, the half of the pages that is drawn by hash.
        crawl: False captures the start address alone, with its style sheets (`webaudit page`).
        exact: the pages are the start address and those that the site's entry names, and no link is followed.
    """

    site: Site
    region: Region = field(default_factory=Region)
    budget: Budget = field(default_factory=Budget)
    politeness: Politeness = field(default_factory=Politeness)
    reach: Reach = field(default_factory=Reach)
    probes: tuple[str, ...] = ()
    seed: int = 0
    crawl: bool = True
    exact: bool = False
