"""The records of a site, rebuilt from what one walk over its Exchanges gathered."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from webaudit.extract import document_records, home_records, link_records
from webaudit.extract import records as http_records
from webaudit.extract.document_records import File
from webaudit.extract.feed import feeds
from webaudit.extract.guises import guises
from webaudit.extract.inventory import inventory
from webaudit.extract.kinds import reason_of
from webaudit.extract.observatory_seen import Script
from webaudit.extract.observatory_sight import cors
from webaudit.extract.rendered import rendered
from webaudit.extract.resources import Wanted
from webaudit.extract.security_txt import security_txt
from webaudit.extract.sheets import style_sheets
from webaudit.extract.substance import thin_pages
from webaudit.model.evidence import (
    Exchange,
    Home,
    LinkTargets,
    Readings,
    Sitemaps,
)
from webaudit.model.finding import (
    Tally,
)
from webaudit.model.heads import Forms, Head, Heads, PersonalForm
from webaudit.model.plan import Plan
from webaudit.model.reading import PageKind, Reading
from webaudit.model.record import Failure, FailureReason, Record

SERVED = (PageKind.CONTENT, PageKind.SHELL, PageKind.LOGIN)
"""Kinds of pages that come from the site itself: whatever they hold, a browser obeys what came with them."""


@dataclass
class Walk:
    """What one walk over the exchanges gathers."""

    maps: http_records.SitemapFiles
    light: list[Exchange] = field(default_factory=list)
    """All exchanges; those of pages and sitemaps without their bodies."""
    readings: dict[str, Reading] = field(default_factory=dict)
    files: dict[str, tuple[Wanted, ...]] = field(default_factory=dict)
    """What the pages load that were asked as the home page, by their URLs."""
    heads: dict[str, Head] = field(default_factory=dict)
    """Of the pages that the site itself serves, and of whatever was asked as the home page."""
    scripts: dict[str, tuple[Script, ...]] = field(default_factory=dict)
    """Of the pages that were asked as the home page, by their URLs."""
    forms: dict[str, tuple[PersonalForm, ...]] = field(default_factory=dict)
    tallies: dict[str, list[Tally]] = field(default_factory=dict)
    documents: dict[str, File] = field(default_factory=dict)
    """What the documents brought that were fetched to be opened."""
    suspicious: set[str] = field(default_factory=set)
    """Pages with the names of gambling pages, which may have been asked in a guise as well."""
    pages: int = 0
    requests: int = 0
    bytes: int = 0


def rebuild(
    known: dict[str, Record | Failure], plan: Plan, walk: Walk, external: Iterable[Exchange]
) -> Home | Failure:
    """Adds to `known` the records that are made of exchanges; returns the first of them."""
    others = tuple(external)
    start = known.get("Home", http_records.home(plan, walk.light))
    assert isinstance(start, (Home, Failure))
    front = start.final_url if isinstance(start, Home) else ""
    _mark_thin(walk, front)
    readings = Readings(tuple(walk.readings[url] for url in sorted(walk.readings)), front)
    targets, portals = link_records.link_targets(plan, readings, walk.light, others)
    files = () if isinstance(start, Failure) else walk.files.get(start.final_url, ())
    rebuilt = {
        "Home": start,
        "FirstBytes": home_records.first_bytes(start, walk.light),
        "HomeWeight": home_records.home_weight(start, walk.light, files),
        "NotFound": home_records.not_found(plan, walk.light),
        "Robots": http_records.robots(plan, walk.light),
        "StyleSheets": style_sheets(walk.light),
        "Sitemaps": walk.maps.record(),
        "Feeds": feeds(plan, link_records.site_hosts(plan, readings), walk.light),
        "PlainHttp": http_records.plain_http(plan, walk.light),
        "Cors": cors(walk.light),
        "SecurityTxt": security_txt(walk.light),
        "Rendered": rendered(walk.light),
        "Guises": guises(start, walk.light, plan.budget.html_bytes),
        "LinkTargets": targets,
        "Portals": portals,
    }
    # A Failure that the capture wrote down stands: what is left of its exchanges is not whole.
    known.update({name: record for name, record in rebuilt.items() if name not in known})
    home = known["Home"]
    assert isinstance(home, (Home, Failure))
    unread = known.get("Readings")
    if not is_lost(unread):
        unread = readings if readings.content else _why_unread(home)
    assert isinstance(unread, (Readings, Failure))
    known["Readings"] = unread
    heads = None if is_lost(unread) else _heads(readings, walk)
    known["Heads"] = heads or (unread if isinstance(unread, Failure) else Heads(()))
    known["Forms"] = unread if isinstance(unread, Failure) else _forms(readings, walk)
    known["Inventory"] = unread if isinstance(unread, Failure) else inventory(readings, plan.region)
    if "Documents" not in known:
        found = document_records.documents(readings, walk.light, others, walk.documents)
        known["Documents"] = unread if isinstance(unread, Failure) else found
    rules, maps = known["Robots"], known["Sitemaps"]
    if isinstance(rules, Failure) and isinstance(maps, Sitemaps) and not maps.entries:
        # Only robots.txt could have told where the sitemap is.
        known["Sitemaps"] = rules
    asked = known["LinkTargets"]
    if isinstance(known["Readings"], Failure) and isinstance(asked, LinkTargets) and not asked.targets:
        # No page was read, so that it is not known whether there are links.
        known["LinkTargets"] = known["Readings"]
    return home


def _heads(readings: Readings, walk: Walk) -> Heads | None:
    """What the answers of pages tell browsers; None if there are no such pages."""
    served = (page.url for page in readings.pages if page.kind in SERVED)
    found = tuple(walk.heads[url] for url in served if url in walk.heads)
    return Heads(found) if found else None


def _forms(readings: Readings, walk: Walk) -> Forms:
    """The forms that ask who somebody is."""
    found = (walk.forms.get(page.url, ()) for page in readings.content)
    return Forms(tuple(form for forms in found for form in forms))


def is_lost(record: Record | Failure | None) -> bool:
    """Whether what is left of the pages is not what the site showed: by a fault of ours, or withheld."""
    withheld = isinstance(record, Failure) and record.reason is FailureReason.WITHHELD
    return withheld or is_our_bug(record)


def is_our_bug(record: Record | Failure | None) -> bool:
    """Whether a fault of ours ended a probe: then nobody knows what it would have brought home."""
    return isinstance(record, Failure) and record.reason is FailureReason.AUDITOR_ERROR


def _mark_thin(walk: Walk, start: str) -> None:
    """Tells the pages that say next to nothing of their own, which is known only when all are read."""
    content = (page for page in walk.readings.values() if page.kind is PageKind.CONTENT)
    for url in sorted(thin_pages(content, start)):
        walk.readings[url] = replace(walk.readings[url], thin=True)


def _why_unread(home: Home | Failure) -> Failure:
    """Why not one page of content was captured."""
    if isinstance(home, Failure):
        return home
    last = home.hops[-1]
    return last.failure or Failure(reason_of(home.kind) or FailureReason.NOT_CAPTURED)
