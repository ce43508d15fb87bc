"""Builders of evidence: the smallest that shows the case, everything else by default."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta

from webaudit.extract.html import read_page
from webaudit.model.dns import Dns, Mail, Name
from webaudit.model.evidence import (
    Exchange,
    Home,
    Hop,
    LinkTarget,
    LinkTargets,
    Moment,
    PlainHttp,
    Purpose,
    Readings,
    SitemapEntry,
    Sitemaps,
)
from webaudit.model.finding import Outcome
from webaudit.model.heads import Head, Heads
from webaudit.model.page import Page
from webaudit.model.reading import DateSign, Link, PageKind, Proof, Reading
from webaudit.model.record import Failure, FailureReason, Stage
from webaudit.model.rendered import AxeFinding, Rendered, RenderedPage, Row, Spot
from webaudit.model.site import DeclaredService, Region, Site
from webaudit.model.tls import Certificate, Tls

SITE = "https://dinas.contohprov.go.id/"
"""The address of the site that all evidence is on unless it is said otherwise."""

AT = datetime(2026, 7, 5, 3, 0, tzinfo=UTC)
"""When everything was captured unless it is said otherwise."""


def exchange(
    body: str | bytes = "",
    *,
    url: str = SITE,
    status: int | None = 200,
    headers: Mapping[str, str] | None = None,
    purpose: Purpose = Purpose.PAGE,
    failure: Failure | None = None,
) -> Exchange:
    """An answer with an HTML body; `headers` are added to its Content-Type."""
    fields = {"content-type": "text/html; charset=utf-8", **(headers or {})}
    return Exchange(
        url=url,
        purpose=purpose,
        started_at=AT,
        http_version="HTTP/1.1",
        status=status,
        headers=tuple(fields.items()),
        body=body.encode() if isinstance(body, str) else body,
        address="192.0.2.1",
        first_byte_ms=100.0,
        total_ms=200.0,
        failure=failure,
    )


def page(
    html: str | bytes, *, url: str = SITE, status: int = 200, headers: Mapping[str, str] | None = None
) -> Page:
    """A captured page, read by the same code as on an audit."""
    read = read_page(exchange(html, url=url, status=status, headers=headers))
    assert read is not None, "the answer is no HTML"
    return read


def reading(
    text: str = "",
    *,
    url: str = SITE,
    title: str = "Dinas",
    description: str = "",
    kind: PageKind = PageKind.CONTENT,
    status: int | None = 200,
    links: Sequence[Link] = (),
    dates: Sequence[DateSign] = (),
    proofs: Sequence[Proof] = (),
) -> Reading:
    """What a page says, as plain values."""
    return Reading(
        url=url,
        status=status,
        kind=kind,
        title=title,
        description=description,
        language="id",
        text=text,
        words=len(text.split()),
        links=tuple(links),
        dates=tuple(dates),
        digest="sha256:" + "0" * 64,
        proofs=tuple(proofs),
    )


def readings(*pages: Reading) -> Readings:
    """All captured pages; in the order of their URLs."""
    return Readings(tuple(sorted(pages, key=lambda page: page.url)))


def link(url: str, text: str = "") -> Link:
    """A hyperlink written as its address."""
    return Link(href=url, url=url, text=text)


def seen(at: date, *, raw: str = "", method: str = "time", confidence: float = 0.9) -> DateSign:
    """A sign of when something was published."""
    return DateSign(at=at, raw=raw or at.isoformat(), method=method, confidence=confidence)


def hops(text: str) -> tuple[Hop, ...]:
    """A chain of redirects from lines: `301 http://a.example/`, the last `200 https://a.example/`.

    In the place of a status a reason may stand, `timeout https://a.example/`. Each redirect's
    target is the next line's address; a last line `301 A -> B` is not followed.
    """
    lines = [line.split() for line in text.strip().splitlines()]
    chain: list[Hop] = []
    for number, (answer, url, *rest) in enumerate(lines):
        location = rest[-1] if rest else lines[number + 1][1] if number + 1 < len(lines) else ""
        if answer.isdigit():
            chain.append(Hop(url, int(answer), location, first_byte_ms=100.0, total_ms=200.0))
        else:
            chain.append(Hop(url, None, failure=failure(answer)))
    return tuple(chain)


def home(
    text: str = f"200 {SITE}",
    *,
    kind: PageKind = PageKind.CONTENT,
    attempts: int = 1,
    first_byte_ms: float = 100.0,
) -> Home:
    """What the start address answered, from lines as `hops` reads them."""
    chain = hops(text)
    last = chain[-1]
    answer = Hop(
        last.url,
        last.status,
        last.location,
        first_byte_ms=first_byte_ms if last.status is not None else None,
        total_ms=first_byte_ms + 100.0 if last.status is not None else None,
        failure=last.failure,
    )
    return Home((*chain[:-1], answer), kind, attempts)


def plain_http(text: str) -> PlainHttp:
    """What http:// answers, from lines as `hops` reads them."""
    return PlainHttp(hops(text))


def failure(reason: str, stage: Stage | None = None, detail: str = "") -> Failure:
    """What stands in the place of a record that was not brought home."""
    return Failure(FailureReason(reason), stage, detail)


def certificate(
    *,
    names: Sequence[str] = ("dinas.contohprov.go.id",),
    days_left: float = 60,
    lifetime_days: float = 90,
    issuer: str = "CN=Example CA",
) -> Certificate:
    """A certificate that expires `days_left` days after `AT`."""
    not_after = AT + timedelta(days=days_left)
    return Certificate(
        subject="CN=dinas.contohprov.go.id",
        issuer=issuer,
        names=tuple(names),
        not_before=not_after - timedelta(days=lifetime_days),
        not_after=not_after,
        digest="sha256:" + "1" * 64,
        key="EC",
        key_bits=256,
        signed_with="sha256",
    )


def tls(verify_code: int = 0, *chain: Certificate, message: str = "", protocol: str = "TLSv1.3") -> Tls:
    """What a handshake showed; one good certificate unless others are given."""
    return Tls(
        host="dinas.contohprov.go.id",
        port=443,
        protocol=protocol,
        verify_code=verify_code,
        verify_message=message,
        trust_store="test",
        chain=chain or (certificate(),),
    )


def dns(
    *names: Name,
    mail: Mail | None = None,
    caa: Sequence[str] | None = (),
    delegation_signed: bool | None = False,
    answers_signed: bool = False,
    bogus: bool = False,
) -> Dns:
    """What DNS says of the site's host; one good address unless names are given."""
    host = "dinas.contohprov.go.id"
    return Dns(
        host=host,
        zone="contohprov.go.id",
        names=names or (Name(host, True, (), ("192.0.2.1",), ()),),
        caa=None if caa is None else tuple(caa),
        delegation_signed=delegation_signed,
        answers_signed=answers_signed,
        bogus=bogus,
        mail=mail,
    )


def link_target(
    text: str,
    *,
    internal: bool = True,
    kind: PageKind | None = PageKind.CONTENT,
    found_on: Sequence[str] = (SITE,),
) -> LinkTarget:
    """What a linked address answered, from lines as `hops` reads them."""
    chain = hops(text)
    answered = chain[-1].status is not None
    return LinkTarget(chain[0].url, internal, chain, kind if answered else None, tuple(found_on))


def link_targets(*targets: LinkTarget, unasked: int = 0) -> LinkTargets:
    """The answers of linked addresses, in the order of their URLs."""
    return LinkTargets(tuple(sorted(targets, key=lambda target: target.url)), unasked)


def sitemaps(*entries: tuple[str, str]) -> Sitemaps:
    """A sitemap of pairs of address and `lastmod`."""
    return Sitemaps(tuple(SitemapEntry(url, lastmod) for url, lastmod in entries))


def moment(at: datetime = AT) -> Moment:
    """When the site was captured."""
    return Moment(at)


def heads(*pages: Sequence[tuple[str, str]], url: str = SITE) -> Heads:
    """What the answers of pages tell browsers: their fields, page by page."""
    return Heads(
        tuple(Head(url if number == 0 else f"{url}{number}", tuple(one)) for number, one in enumerate(pages))
    )


def site(*services: tuple[str, str]) -> Site:
    """An entry of the list, with the services that it declares as pairs of name and address."""
    declared = tuple(DeclaredService(name, url) for name, url in services)
    return Site("dinas", SITE, SITE, name="Dinas Contoh", type="dinas", services=declared)


def region(*portals: str) -> Region:
    """A province whose central portals are these hosts."""
    return Region("Contoh", ("contohprov.go.id",), portals=portals)


def axe_said(rule: str, outcome: Outcome, *spots: Spot, url: str = SITE) -> Rendered:
    """One page that a browser showed, and what a rule of axe-core said there; at one element by default."""
    where = spots or (Spot("/html/body/div", "<div>"),)
    return Rendered((RenderedPage(url, axe=(AxeFinding(rule, outcome, where, len(where)),)),))


def measured(**facts: Sequence[Row]) -> Rendered:
    """One page that a browser showed, and what scripts measured: of one element, where no path is said."""
    place = {"xpath": "/html/body/div", "markup": "<div>"}
    rows = {name: tuple({**place, **row} for row in said) for name, said in facts.items()}
    return Rendered((RenderedPage(SITE, facts=rows),))


PAGE_ROW: Row = {"xpath": "", "markup": "", "looked": 12, "there_are": 12, "pushed_px": 0}
"""What a script says of the page as a whole."""
