"""The stage from a Snapshot to an Assessment: pure, one page alive at a time."""

import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from webaudit.extract import records as http_records
from webaudit.extract.html import read_page
from webaudit.extract.kinds import is_door, reason_of
from webaudit.extract.substance import thin_pages
from webaudit.model.check import AnyCheck
from webaudit.model.evidence import Exchange, Home, LinkTargets, Moment, Purpose, Readings, Robots, Snapshot
from webaudit.model.finding import (
    Counts,
    Finding,
    Location,
    Outcome,
    Tally,
    Verdict,
    cant_tell,
    fold,
    tally,
    untested,
)
from webaudit.model.page import Page
from webaudit.model.plan import Plan
from webaudit.model.reading import PageKind, Reading
from webaudit.model.record import Failure, FailureReason, Record
from webaudit.model.report import Assessment, CrawlFacts, SiteStatus

log = logging.getLogger(__name__)

UNREAD = "the page could not be judged: {reason}"
"""Message of a page that stands in the way of its own judgement."""

_PAGES = (Purpose.HOME, Purpose.PAGE)
_UNDECIDED_KINDS = (PageKind.SHELL, PageKind.BLOCKED)
"""Kinds of pages that may hold anything: every page check leaves them open."""


@dataclass
class _Walk:
    """What one walk over the exchanges gathers."""

    light: list[Exchange] = field(default_factory=list)
    """All exchanges; those of pages without their bodies, the home page's answer apart."""
    readings: dict[str, Reading] = field(default_factory=dict)
    tallies: dict[str, list[Tally]] = field(default_factory=dict)
    pages: int = 0
    requests: int = 0
    bytes: int = 0


def assess(snapshot: Snapshot, checks: Sequence[AnyCheck], external: Iterable[Exchange] = ()) -> Assessment:
    """Judges a snapshot; asked again, it says the same to the byte.

    Args:
        snapshot: walked once, and once more if a page check asks for records that need the whole site.
        checks: in the order of their ids.
        external: exchanges with other hosts that the site's links lead to.
    """
    plan = snapshot.plan
    if plan.site.problem:
        return unmeasured(plan, checks, SiteStatus.INVALID, Failure(FailureReason.INVALID_ENTRY))
    faults: set[str] = set()
    known: dict[str, Record | Failure] = {
        "Site": plan.site,
        "Region": plan.region,
        "Moment": Moment(snapshot.captured_at),
        **snapshot.records,
    }
    at_once, later = _split(checks, known)
    walk = _Walk()
    for exchange in snapshot.exchanges:
        walk.requests += 1
        walk.bytes += len(exchange.body)
        page = _page(plan, exchange)
        # The home page is kept whole: what it is decides on the site's status.
        whole = exchange.purpose is not Purpose.PAGE
        walk.light.append(exchange if whole else replace(exchange, body=b""))
        if page is not None and page.url not in walk.readings:
            walk.pages += 1
            # A body that broke off may lack anything: it is no content that could be judged.
            broken = exchange.failure is not None
            walk.readings[page.url] = replace(page.reading, kind=PageKind.ERROR) if broken else page.reading
            _ask_page(at_once, page, known, walk.tallies, faults)
    home = _rebuild(known, plan, walk, external)
    if later and walk.readings:
        _ask_again(later, snapshot, known, walk.tallies, faults)
    status, failure = _status(plan, home, known.get("Robots"), walk.light)
    findings = [
        _page_finding(check, known, walk)
        if check.page
        else _site_finding(check, known, faults, walk.readings)
        for check in checks
    ]
    chain = home.hops if isinstance(home, Home) else ()
    return Assessment(
        site=plan.site,
        status=status,
        failure=failure,
        captured_at=snapshot.captured_at,
        final_url=home.final_url if isinstance(home, Home) and home.hops[-1].status is not None else "",
        redirects=chain[:-1],
        crawl=CrawlFacts(walk.pages, walk.requests, walk.bytes, tuple(sorted(snapshot.limits))),
        findings=tuple(findings),
        faults=tuple(sorted(faults)),
    )


def unmeasured(plan: Plan, checks: Sequence[AnyCheck], status: SiteStatus, failure: Failure) -> Assessment:
    """The Assessment of a site of which there is no evidence: all open, with the reason."""
    findings = tuple(untested(check.id, failure.reason) for check in checks)
    return Assessment(plan.site, status, failure, captured_at=None, findings=findings)


def _split(
    checks: Sequence[AnyCheck], known: Mapping[str, object]
) -> tuple[tuple[AnyCheck, ...], tuple[AnyCheck, ...]]:
    """Page checks that can be asked during the first walk, and those that need the whole site's records."""
    pages = [check for check in checks if check.page]
    at_once = tuple(c for c in pages if all(need.record.__name__ in known for need in c.needs))
    return at_once, tuple(c for c in pages if c not in at_once)


def _page(plan: Plan, exchange: Exchange) -> Page | None:
    """The page that an exchange brought; None for redirects, failures and other kinds of content."""
    if exchange.purpose not in _PAGES or exchange.status is None or 300 <= exchange.status < 400:
        return None
    return read_page(exchange, plan.budget.html_bytes)


def _rebuild(
    known: dict[str, Record | Failure], plan: Plan, walk: _Walk, external: Iterable[Exchange]
) -> Home | Failure:
    """Adds to `known` the records that are made of exchanges; returns the first of them."""
    rebuilt_home = http_records.home(plan, walk.light)
    _mark_thin(walk, rebuilt_home.final_url if isinstance(rebuilt_home, Home) else "")
    readings = Readings(tuple(walk.readings[url] for url in sorted(walk.readings)))
    rebuilt = {
        "Home": rebuilt_home,
        "Robots": http_records.robots(plan, walk.light),
        "Sitemaps": http_records.sitemaps(plan, walk.light),
        "PlainHttp": http_records.plain_http(plan, walk.light),
        "LinkTargets": http_records.link_targets(plan, readings, walk.light, external),
    }
    # A Failure that the capture wrote down stands: what is left of its exchanges is not whole.
    known.update({name: record for name, record in rebuilt.items() if name not in known})
    home = known["Home"]
    assert isinstance(home, (Home, Failure))
    known["Readings"] = readings if readings.content else _why_unread(home)
    asked = known["LinkTargets"]
    if isinstance(known["Readings"], Failure) and isinstance(asked, LinkTargets) and not asked.targets:
        # No page was read, so that it is not known whether there are links.
        known["LinkTargets"] = known["Readings"]
    return home


def _mark_thin(walk: _Walk, start: str) -> None:
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


def _ask_page(
    checks: Iterable[AnyCheck],
    page: Page,
    known: Mapping[str, Record | Failure],
    tallies: dict[str, list[Tally]],
    faults: set[str],
) -> None:
    """Asks page checks about one page; adds to `tallies` and `faults`."""
    kind, failure = page.reading.kind, page.exchange.failure
    # A page to log in at is no content. One that asks for an account in the place of its content is shut.
    shut = kind is PageKind.LOGIN and not is_door(page.url)
    if failure is not None or shut or kind in _UNDECIDED_KINDS:
        reason = failure.reason if failure else reason_of(kind)
        for check in checks:
            tallies.setdefault(check.id, []).append(_open(page.url, reason))
        return
    if kind is not PageKind.CONTENT:
        return
    for check in checks:
        arguments = _arguments(check, known)
        if isinstance(arguments, Failure):
            continue
        try:
            # A target that passed is counted and never shown: it needs no place.
            verdicts = [
                verdict if verdict.outcome is Outcome.PASSED else _located(verdict, page)
                for verdict in check(page, **arguments)
            ]
            folded = tally(page.url, verdicts, sole_target=check.sole_target)
        except Exception:
            log.exception("check-error check=%s url=%s", check.id, page.url)
            faults.add(check.id)
            folded = _open(page.url, FailureReason.CHECK_ERROR)
        if folded is not None:
            tallies.setdefault(check.id, []).append(folded)


def _ask_again(
    checks: Sequence[AnyCheck],
    snapshot: Snapshot,
    known: Mapping[str, Record | Failure],
    tallies: dict[str, list[Tally]],
    faults: set[str],
) -> None:
    """Walks the pages a second time, for the page checks that need the records of the whole site."""
    seen: set[str] = set()
    for exchange in snapshot.exchanges:
        page = _page(snapshot.plan, exchange)
        if page is not None and page.url not in seen:
            seen.add(page.url)
            _ask_page(checks, page, known, tallies, faults)


def _open(url: str, reason: FailureReason | None) -> Tally:
    """The tally of a page that could hold anything: nothing won, nothing lost."""
    code = reason.value if reason else FailureReason.CHECK_ERROR.value
    verdict = cant_tell(Location(url), code, UNREAD, reason=code)
    return Tally(url, 0.0, 1.0, Counts(undecided=1), (verdict,))


def _located(verdict: Verdict, page: Page | None = None) -> Verdict:
    """The verdict with its target turned into a Location."""
    here = verdict.here
    if isinstance(here, Location):
        return verdict
    if here is None or isinstance(here, str):
        return replace(verdict, here=Location(here or (page.url if page else "")))
    if page is None:
        return replace(verdict, here=Location(""))
    return replace(verdict, here=page.locate(here))


def _evident(verdict: Verdict, readings: Mapping[str, Reading]) -> Verdict:
    """The verdict with the digest of the page that it names, if that was captured."""
    here = verdict.here
    if not isinstance(here, Location) or here.evidence or here.url not in readings:
        return verdict
    return replace(verdict, here=replace(here, evidence=readings[here.url].digest))


def _arguments(
    check: AnyCheck, known: Mapping[str, Record | Failure]
) -> dict[str, Record | Failure] | Failure:
    """The records by the names of the check's parameters; a Failure that it does not judge itself."""
    arguments: dict[str, Record | Failure] = {}
    for need in check.needs:
        record = known.get(need.record.__name__, Failure(FailureReason.NOT_CAPTURED))
        if isinstance(record, Failure) and not need.judges_failure:
            return record
        arguments[need.name] = record
    return arguments


def _page_finding(check: AnyCheck, known: Mapping[str, Record | Failure], walk: _Walk) -> Finding:
    arguments = _arguments(check, known)
    if isinstance(arguments, Failure):
        return untested(check.id, arguments.reason)
    unread = known["Readings"]
    if isinstance(unread, Failure) and not walk.tallies.get(check.id):
        return untested(check.id, unread.reason)
    tallies = walk.tallies.get(check.id, [])
    thin = [page.url for page in walk.readings.values() if page.thin]
    return fold(check.id, tallies, _reason(tallies), thin=thin)


def _reason(tallies: Iterable[Tally]) -> FailureReason | None:
    """The first reason of our own for which a page was left open."""
    codes = (verdict.code for page in tallies for verdict in page.shown if verdict.message is UNREAD)
    return next((FailureReason(code) for code in codes), None)


def _site_finding(
    check: AnyCheck,
    known: Mapping[str, Record | Failure],
    faults: set[str],
    readings: Mapping[str, Reading],
) -> Finding:
    arguments = _arguments(check, known)
    if isinstance(arguments, Failure):
        return untested(check.id, arguments.reason)
    try:
        verdicts = tuple(_evident(_located(verdict), readings) for verdict in check(**arguments))
        folded = tally("", verdicts, sole_target=check.sole_target)
    except Exception:
        log.exception("check-error check=%s", check.id)
        faults.add(check.id)
        folded = _open("", FailureReason.CHECK_ERROR)
        return fold(check.id, (folded,), FailureReason.CHECK_ERROR)
    return fold(check.id, () if folded is None else (folded,))


def _status(
    plan: Plan, home: Home | Failure, robots: Record | Failure | None, exchanges: Iterable[Exchange]
) -> tuple[SiteStatus, Failure | None]:
    """What became of the site, and why it is not simply reachable."""
    if isinstance(home, Failure):
        ours = home.reason in (FailureReason.BUDGET, FailureReason.AUDITOR_ERROR, FailureReason.OUR_NETWORK)
        return (SiteStatus.UNTESTED if ours else SiteStatus.UNREACHABLE), home
    last = home.hops[-1]
    if last.status is None:
        return SiteStatus.UNREACHABLE, last.failure
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
        return SiteStatus.DEGRADED, first
    return SiteStatus.REACHABLE, None
