"""The stage from a Snapshot to an Assessment: pure, one page alive at a time."""

import logging
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from webaudit.extract import document_records
from webaudit.extract import records as http_records
from webaudit.extract.choose import TARGET_BYTES
from webaudit.extract.guises import MOST_PAGES, suspicious
from webaudit.extract.heads import head
from webaudit.extract.identity_numbers import masked_address
from webaudit.extract.kinds import reason_of
from webaudit.extract.observatory import observatory
from webaudit.extract.observatory_sight import scripts, sight
from webaudit.extract.personal import personal_forms
from webaudit.extract.resources import resources
from webaudit.extract.urls import host
from webaudit.model.check import AnyCheck, Category
from webaudit.model.document import Documents
from webaudit.model.evidence import VIEWS, Exchange, Home, Inventory, Moment, Purpose, Robots, Snapshot
from webaudit.model.finding import (
    Finding,
    Location,
    Tally,
    Verdict,
    fold,
    tally,
    untested,
)
from webaudit.model.plan import Plan
from webaudit.model.reading import PageKind, Reading
from webaudit.model.record import Failure, FailureReason, Record
from webaudit.model.rendered import Rendered
from webaudit.model.report import Assessment, CrawlFacts, ExternalGrade, SiteStatus
from webaudit.pipeline.ask import (
    UNREAD,
    Bugs,
    arguments_of,
    ask_page,
    located,
    open_document,
    opened,
    told_documents,
    told_failure,
    told_hops,
    told_proofs,
)
from webaudit.pipeline.found import Looks, looks, tallies_of, unite
from webaudit.pipeline.rebuild import SERVED, Walk, is_our_bug, rebuild
from webaudit.pipeline.settings import needs_a_browser
from webaudit.pipeline.walk import PAGES, exchanges_with_pages, pages_as_built

log = logging.getLogger(__name__)

_BODILESS = (Purpose.PAGE, Purpose.STYLE, Purpose.SITEMAP)
"""Purposes of which only the heads are needed once the page checks were asked."""


def assess(
    snapshot: Snapshot,
    checks: Sequence[AnyCheck],
    external: Iterable[Exchange] = (),
    *,
    left_out: Collection[str] = (),
    check_seconds: float | None = None,
) -> Assessment:
    """Judges a snapshot; asked again, it says the same to the byte.

    Args:
        snapshot: walked once, and once more if a page check asks for records that need the whole site.
        checks: in the order of their ids.
        external: exchanges with other hosts that the site's links lead to.
        left_out: URLs of pages about which no check is asked: they are left open.
        check_seconds: that a check may take for one page; only in a process's main thread.
    """
    plan = snapshot.plan
    if plan.site.problem:
        return unmeasured(plan, checks, SiteStatus.INVALID, Failure(FailureReason.INVALID_ENTRY))
    bugs = Bugs(check_seconds)
    known = _known(snapshot)
    at_once, later = _split(checks, known)
    walk = Walk(http_records.SitemapFiles(plan))
    # In a function of its own: its last page is given up before the home page is read once more.
    _gather(walk, snapshot, at_once, known, bugs, left_out)
    home = rebuild(known, plan, walk, external)
    if later and walk.readings:
        _ask_again(later, snapshot, known, walk.tallies, bugs, left_out)
    _ask_as_built(checks, snapshot, known, walk, bugs, left_out)
    # As findings name their addresses.
    named = {masked_address(url): reading for url, reading in walk.readings.items()}
    shown = known["Rendered"]
    seen = _seen(checks, shown, known, bugs, named) if isinstance(shown, Rendered) else {}
    if isinstance(shown, Rendered):
        unite(checks, shown, walk.tallies, seen)
    status, failure = _status(plan, home, known.get("Robots"), walk.light)
    thin = frozenset(page.url for page in walk.readings.values() if page.thin)
    findings = [
        _page_finding(check, known, walk, thin)
        if check.page
        else _site_finding(check, known, bugs, named, seen)
        for check in checks
    ]
    chain = told_hops(home.hops) if isinstance(home, Home) else ()
    documents = linked if isinstance(linked := known["Documents"], Documents) else Documents()
    return Assessment(
        site=plan.site,
        status=status,
        failure=told_failure(failure),
        captured_at=snapshot.captured_at,
        final_url=chain[-1].url if chain and chain[-1].status is not None else "",
        redirects=chain[:-1],
        crawl=CrawlFacts(walk.pages, walk.requests, walk.bytes, tuple(sorted(snapshot.limits))),
        findings=tuple(findings),
        inventory=told_proofs(found.best) if isinstance(found := known["Inventory"], Inventory) else (),
        documents=told_documents(document_records.listed(documents)),
        documents_found=len(documents.found),
        observatory=_observatory(plan, home, known, walk),
        faults=tuple(sorted(bugs.faults)),
    )


def _gather(
    walk: Walk,
    snapshot: Snapshot,
    at_once: Sequence[AnyCheck],
    known: Mapping[str, Record | Failure],
    bugs: Bugs,
    left_out: Collection[str],
) -> None:
    """Walks the exchanges, asks the page checks that can be asked by now, and keeps what is needed later."""
    for exchange, page in exchanges_with_pages(snapshot):
        if exchange.purpose in VIEWS:
            # What the browser gave is no request. The documents and pictures are looked at by people.
            walk.light.append(
                exchange if exchange.purpose is Purpose.RENDERED else replace(exchange, body=b"")
            )
            continue
        walk.requests += 1
        walk.bytes += len(exchange.body)
        walk.maps.add(exchange)
        # The home page is kept whole: what it is decides on the site's status.
        whole = exchange.purpose not in _BODILESS or _is_suspicious(exchange, snapshot.plan, walk)
        if exchange.purpose is Purpose.DOCUMENT and exchange.status == 200:
            walk.documents[exchange.url] = open_document(exchange, bugs, left_out)
            exchange = replace(exchange, body=exchange.body[:TARGET_BYTES])
        walk.light.append(exchange if whole else replace(exchange, body=b""))
        if page is not None and page.url not in walk.readings:
            walk.pages += 1
            if exchange.purpose is Purpose.HOME:
                walk.files[page.url] = resources(page)
                walk.scripts[page.url] = scripts(page)
            if exchange.purpose is Purpose.HOME or page.reading.kind in SERVED:
                walk.heads[page.url] = head(page)
                walk.forms[page.url] = personal_forms(page)
            # A body that broke off may lack anything: it is no content that could be judged.
            broken = exchange.failure is not None
            walk.readings[page.url] = replace(page.reading, kind=PageKind.ERROR) if broken else page.reading
            ask_page(at_once, page, known, walk.tallies, bugs, left_out)


def unmeasured(plan: Plan, checks: Sequence[AnyCheck], status: SiteStatus, failure: Failure) -> Assessment:
    """The Assessment of a site of which there is no evidence: all open, with the reason."""
    findings = tuple(untested(check.id, failure.reason) for check in checks)
    told = told_failure(failure)
    return Assessment(plan.site, status, told, captured_at=None, findings=findings, observatory=told)


def ask_alone(snapshot: Snapshot, checks: Sequence[AnyCheck], url: str, check_seconds: float) -> None:
    """Asks the page checks about one page, or opens a document: it shows whether that comes to an end."""
    known = _known(snapshot)
    at_once, _ = _split(checks, known)
    for exchange, page in exchanges_with_pages(snapshot, url):
        if exchange.url == url and exchange.purpose is Purpose.DOCUMENT:
            open_document(exchange, Bugs(check_seconds), ())
            return
        if page is not None:
            ask_page(at_once, page, known, {}, Bugs(check_seconds), ())
            break
    for page in pages_as_built(snapshot, (url,)):
        ask_page(at_once, page, known, {}, Bugs(check_seconds), ())


def page_urls(snapshot: Snapshot) -> tuple[str, ...]:
    """The addresses that may have brought a page or a document, in the order of capture."""
    wanted = (*PAGES, Purpose.DOCUMENT)
    return tuple(dict.fromkeys(e.url for e in snapshot.exchanges if e.purpose in wanted and e.status))


def _known(snapshot: Snapshot) -> dict[str, Record | Failure]:
    """The records that are there before any page is read."""
    return {
        "Site": snapshot.plan.site,
        "Region": snapshot.plan.region,
        "Moment": Moment(snapshot.captured_at),
        **snapshot.records,
    }


def _split(
    checks: Sequence[AnyCheck], known: Mapping[str, object]
) -> tuple[tuple[AnyCheck, ...], tuple[AnyCheck, ...]]:
    """Page checks that can be asked during the first walk, and those that need the whole site's records."""
    pages = [check for check in checks if check.page]
    at_once = tuple(c for c in pages if all(need.record.__name__ in known for need in c.needs))
    return at_once, tuple(c for c in pages if c not in at_once)


def _observatory(
    plan: Plan, home: Home | Failure, known: Mapping[str, Record | Failure], walk: Walk
) -> ExternalGrade | Failure:
    """The grade of MDN HTTP Observatory, or why there is none."""
    url = home.final_url if isinstance(home, Home) else ""
    unread = known.get("Readings")
    if isinstance(unread, Failure) and unread.reason is FailureReason.WITHHELD:
        return unread
    plain, tls, asked = (known.get(name) for name in ("PlainHttp", "Tls", "Cors"))
    found = walk.scripts.get(url, ())
    seen = sight(plan, home, plain, tls, asked, walk.light, walk.heads.get(url), found)
    return seen if isinstance(seen, Failure) else observatory(seen)


def _is_suspicious(exchange: Exchange, plan: Plan, walk: Walk) -> bool:
    """Whether a page is among the first with suspicious names, so that it is compared with its guise."""
    if exchange.purpose is not Purpose.PAGE:
        return False
    if len(walk.suspicious) < MOST_PAGES:
        walk.suspicious.update(suspicious((exchange.url,), host(plan.site.url)))
    return exchange.url in walk.suspicious


def _ask_again(
    checks: Sequence[AnyCheck],
    snapshot: Snapshot,
    known: Mapping[str, Record | Failure],
    tallies: dict[str, list[Tally]],
    bugs: Bugs,
    left_out: Collection[str],
) -> None:
    """Walks the pages a second time, for the page checks that need the records of the whole site."""
    seen: set[str] = set()
    for _, page in exchanges_with_pages(snapshot):
        if page is not None and page.url not in seen:
            seen.add(page.url)
            ask_page(checks, page, known, tallies, bugs, left_out)


def _ask_as_built(
    checks: Sequence[AnyCheck],
    snapshot: Snapshot,
    known: Mapping[str, Record | Failure],
    walk: Walk,
    bugs: Bugs,
    left_out: Collection[str],
) -> None:
    """Asks of pages that are empty without scripts anew, where a browser has built them.

    What they are to their readers is judged so, no more: services and dates have to be there without scripts.
    """
    shells = {url for url, reading in walk.readings.items() if reading.kind is PageKind.SHELL}
    built = {one.url for one in walk.light if one.purpose is Purpose.DOM} & shells
    asked = [check for check in checks if check.page and check.category is Category.ACCESSIBILITY]
    for page in pages_as_built(snapshot, built) if built else ():
        said: dict[str, list[Tally]] = {}
        ask_page(asked, page, known, said, bugs, left_out)
        for check in asked:
            others = [one for one in walk.tallies.get(check.id, ()) if one.url != page.url]
            walk.tallies[check.id] = [*others, *said.get(check.id, ())]


def _evident(verdict: Verdict, readings: Mapping[str, Reading]) -> Verdict:
    """The verdict with the digest of the page that it names, if that was captured."""
    here = verdict.here
    if not isinstance(here, Location) or here.evidence or here.url not in readings:
        return verdict
    return replace(verdict, here=replace(here, evidence=readings[here.url].digest))


def _page_finding(
    check: AnyCheck, known: Mapping[str, Record | Failure], walk: Walk, thin: Collection[str]
) -> Finding:
    arguments = arguments_of(check, known)
    if isinstance(arguments, Failure):
        return untested(check.id, arguments.reason)
    unread = known["Readings"]
    if isinstance(unread, Failure) and (is_our_bug(unread) or not walk.tallies.get(check.id)):
        return untested(check.id, unread.reason)
    tallies = walk.tallies.get(check.id, [])
    return fold(check.id, tallies, _reason(tallies), thin=thin)


def _reason(tallies: Iterable[Tally]) -> FailureReason | None:
    """The first reason of our own for which a page was left open."""
    codes = (verdict.code for page in tallies for verdict in page.shown if verdict.message is UNREAD)
    return next((FailureReason(code) for code in codes), None)


def _seen(
    checks: Iterable[AnyCheck],
    shown: Rendered,
    known: Mapping[str, Record | Failure],
    bugs: Bugs,
    readings: Mapping[str, Reading],
) -> dict[str, Looks]:
    """What the checks that need a browser say of each page that it showed; but for those that have a bug."""
    found: dict[str, Looks] = {}
    for check in checks:
        arguments = arguments_of(check, known)
        if not needs_a_browser(check) or isinstance(arguments, Failure):
            continue
        try:
            found[check.id] = looks(partial(_asked, check, arguments, readings), shown)
        except Exception:
            log.exception("check-error check=%s", check.id)
            bugs.faults.add(check.id)
    return found


def _asked(
    check: AnyCheck,
    arguments: Mapping[str, Record | Failure],
    readings: Mapping[str, Reading],
    shown: Rendered | None = None,
) -> Iterator[Verdict]:
    """What a check of the site says, with the digests of the pages that it names.

    Args:
        shown: in the place of all pages that a browser showed.
    """
    given = {**arguments, "rendered": shown} if shown is not None else arguments
    for verdict in check(**given):
        yield _evident(located(verdict), readings)


def _site_finding(
    check: AnyCheck,
    known: Mapping[str, Record | Failure],
    bugs: Bugs,
    readings: Mapping[str, Reading],
    seen: Mapping[str, Looks],
) -> Finding:
    arguments = arguments_of(check, known)
    if isinstance(arguments, Failure):
        return untested(check.id, arguments.reason)
    if check.id in seen:
        tallies = tuple(tallies_of(check, seen[check.id]))
        return fold(check.id, tallies, _reason(tallies))
    try:
        said = tuple(_asked(check, arguments, readings))
        folded = tally("", said, sole_target=check.sole_target)
    except Exception:
        log.exception("check-error check=%s", check.id)
        bugs.faults.add(check.id)
        folded = opened("", FailureReason.CHECK_ERROR)
        return fold(check.id, (folded,), FailureReason.CHECK_ERROR)
    return fold(check.id, () if folded is None else (folded,))


def _status(
    plan: Plan, home: Home | Failure, robots: Record | Failure | None, exchanges: Iterable[Exchange]
) -> tuple[SiteStatus, Failure | None]:
    """What became of the site, and why it is not simply reachable: a flaky one bears its first failure."""
    if isinstance(home, Failure):
        ours = home.reason in (FailureReason.BUDGET, FailureReason.AUDITOR_ERROR, FailureReason.OUR_NETWORK)
        return (SiteStatus.UNTESTED if ours else SiteStatus.UNREACHABLE), home
    last = home.hops[-1]
    if last.status is None:
        return SiteStatus.UNREACHABLE, last.failure
    if last.failure is not None and last.failure.reason is FailureReason.RATE_LIMITED:
        return SiteStatus.BLOCKED, last.failure
    if home.kind is PageKind.BLOCKED:
        reason = FailureReason.RATE_LIMITED if last.status == 429 else FailureReason.BLOCKED
        return SiteStatus.BLOCKED, Failure(reason, detail=f"status {last.status}")
    if last.failure is not None:
        return SiteStatus.DEGRADED, last.failure
    if home.kind is not PageKind.CONTENT:
        return SiteStatus.DEGRADED, Failure(
            reason_of(home.kind) or FailureReason.HTTP_STATUS, detail=f"status {last.status}"
        )
    if isinstance(robots, Robots) and robots.disallows_all and plan.crawl:
        return SiteStatus.DISALLOWED, Failure(FailureReason.ROBOTS)
    if home.attempts > 1:
        first = next((e.failure for e in exchanges if e.purpose is Purpose.HOME and e.failure), None)
        return SiteStatus.REACHABLE, first
    return SiteStatus.REACHABLE, None
