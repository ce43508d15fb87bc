"""A second look at one site of a run, or at one finding of it, stored beside the run."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches
from itertools import chain
from pathlib import Path

from webaudit import __version__
from webaudit.checks import catalogue
from webaudit.crawl.clock import utc_now
from webaudit.extract import records as http_records
from webaudit.extract.html import read_page
from webaudit.extract.identity_numbers import MASK, masked_address
from webaudit.extract.urls import host as host_of
from webaudit.extract.urls import page_key
from webaudit.model.check import AnyCheck
from webaudit.model.errors import Message, RunError, SettingError
from webaudit.model.evidence import Exchange, Purpose
from webaudit.model.finding import Finding, Location, Outcome
from webaudit.model.plan import Plan
from webaudit.model.reading import PageKind
from webaudit.model.recheck import PageFate, Recheck, SecondLook
from webaudit.model.report import Assessment
from webaudit.model.site import SiteList
from webaudit.pipeline import run as runs
from webaudit.pipeline.assess import assess, page_urls
from webaudit.pipeline.assess_sites import ASSESS_SECONDS
from webaudit.pipeline.capture import Tell
from webaudit.pipeline.settings import (
    PROBES,
    Settings,
    check_named,
    known_checks,
    needs_a_browser,
    needs_a_crawl,
)
from webaudit.pipeline.workers import Died, each
from webaudit.scoring.recheck import recheck
from webaudit.store import rechecks
from webaudit.store.run import RunFile, RunFolder
from webaudit.store.sums import RUBRIC

_OF_PAGES = ("LinkTargets", "Readings", "Sitemaps")
"""Records that a crawl of the site's pages brings home."""

_GONE = (404, 410)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked at again.

    Attributes:
        text: as the user wrote it.
        plan: of the site, as the run had it.
        check: None for the whole site.
    """

    text: str
    plan: Plan
    check: AnyCheck | None


def asked(run: RunFolder, text: str) -> Asked:
    """Reads SITE or SITE:CHECK.

    Raises:
        SettingError: the run has no such site, or there is no such check.
        RunError: the run is itself a second look.
    """
    if run.facts.recheck:
        raise RunError(
            Message("{run}: is a second look itself; name the run that it stands in", run=run.path)
        )
    plans = {plan.site.id: plan for plan in runs.plans(run)}
    site, colon, check = text.partition(":")
    if site not in plans:
        near = get_close_matches(site, plans, 1)
        if near:
            problem = "{name}: the run has no such site; did you mean {near}?"
            raise SettingError(Message(problem, name=text, near=near[0]))
        raise SettingError(Message("{name}: the run has no such site; write SITE or SITE:CHECK", name=text))
    plan = plans[site]
    if plan.site.problem:
        raise SettingError(Message("{name}: its entry in the list can not be used", name=text))
    return Asked(text, plan, check_named(check) if colon else None)


def look_again(run: RunFolder, what: Asked, settings: Settings, *, tell: Tell) -> Recheck:
    """Captures what is asked for once more, seals it beside the run, and compares.

    Args:
        run: locked by the caller; none of its files is changed.
        settings: what is given stands in the place of the run's own.
        tell: is told of progress.
    """
    site, check = what.plan.site, what.check
    numbers, rubric = run.rubric(), (run.path / RUBRIC).read_bytes()
    before = runs.judge_site(run, what.plan)
    with rechecks.making(run.path, site.id) as (path, name):
        facts = replace(_facts(run, what, before, settings), id=name)
        folder = RunFolder.create(path, facts, rubric)
        with folder.lock():
            runs.capture(folder, settings, tell=tell)
            after = runs.judge(folder).cards[0].assessment
            (_, seen), *_ = each(_see, [_Job(run.path, path, facts.exact)], jobs=1, seconds=ASSESS_SECONDS)
    look, as_if = (SecondLook({}), None) if isinstance(seen, Died) else seen
    known = {one.id: one for one in known_checks(browser="Rendered" in run.facts.probes)}
    compared = recheck(before, after, look, numbers, known, check=check, as_if=as_if)
    stands = run.path / rechecks.RECHECKS / name
    return replace(compared, run=str(run.path), folder=str(stands), finding=what.text if check else "")


def _facts(run: RunFolder, what: Asked, before: Assessment, settings: Settings) -> RunFile:
    """What the second look is asked to do: what the run was, but for what is given otherwise."""
    facts, check, plan = run.facts, what.check, what.plan
    given = dict(facts.settings)
    if check is not None:
        given.update(select=check.id, ignore="")
    pace = replace(facts.politeness, user_agent=settings.politeness(facts.sites.region).user_agent)
    if settings.rate is not None:
        own = settings.politeness(facts.sites.region)
        pace = replace(pace, rate=own.rate, rate_per_address=own.rate_per_address)
        given.update(rate=own.rate, rate_per_address=own.rate_per_address)
    reach, other = facts.reach, settings.reach
    bundle = other.ca_bundle or reach.ca_bundle
    if bundle and not Path(bundle).is_file():
        problem = "{file}: the trusted roots of the run are not there any more; name them by --ca-bundle"
        raise SettingError(Message(problem, file=bundle))
    given["allow_private"] = reach.allow_private or other.allow_private
    pages = _as_captured(run, plan, _failed_pages(before, check, plan))
    site = replace(plan.site, crawl=replace(plan.site.crawl, start=(*plan.site.crawl.start, *pages)))
    exact = check is not None and check.page and not needs_a_crawl(check) and not needs_a_browser(check)
    if exact:
        site = replace(site, crawl=replace(site.crawl, start=pages))
    return replace(
        facts,
        version=__version__,
        started_at=utc_now(),
        finished_at=None,
        sites=SiteList(facts.sites.region, (site,), facts.sites.digest),
        settings=given,
        politeness=pace,
        reach=replace(
            reach,
            allow_private=reach.allow_private or other.allow_private,
            routes=other.routes or reach.routes,
            ca_bundle=bundle,
            resolver=other.resolver or reach.resolver,
        ),
        probes=_probes(facts, check, exact=exact),
        exact=exact,
        shard="",
        outage=False,
        trust_store="",
        gaps=(),
        recheck=what.text,
    )


def _probes(facts: RunFile, check: AnyCheck | None, *, exact: bool) -> tuple[str, ...]:
    """The records to bring home: those that the check needs, and those that the crawl heeds."""
    if check is None or not facts.crawl:
        return facts.probes
    needs = {need.record.__name__ for need in check.needs} & set(PROBES)
    if exact or check.page:
        needs |= {"Readings"}
    if needs & set(_OF_PAGES) and not exact:
        needs |= {"Readings", "Sitemaps"}
    return tuple(sorted(needs | {"Home", "Robots"}))


def _failed_pages(before: Assessment, check: AnyCheck | None, plan: Plan) -> tuple[str, ...]:
    """The site's pages with failed places, each once: they are to be seen again in any case."""
    own = host_of(plan.site.url), host_of(before.final_url)
    urls = (
        verdict.here.url
        for finding in before.findings
        if check is None or finding.check == check.id
        for verdict in finding.verdicts
        if verdict.outcome is Outcome.FAILED and isinstance(verdict.here, Location)
    )
    return tuple(dict.fromkeys(url for url in urls if url and host_of(url) in own))


def _as_captured(run: RunFolder, plan: Plan, told: tuple[str, ...]) -> tuple[str, ...]:
    """The addresses as they were asked: a finding tells them without the numbers of citizens."""
    if not any(MASK in url for url in told):
        return told
    asked = {masked_address(url): url for url in page_urls(run.snapshot(plan))}
    return tuple(asked.get(url, url) for url in told)


# --- What became of the pages, in a process of its own ---


@dataclass(frozen=True, slots=True)
class _Job:
    """Two looks at one site.

    Attributes:
        exact: the second saw a few pages alone, which stand in the place of the first's.
    """

    run: Path
    recheck: Path
    exact: bool


@dataclass(frozen=True, slots=True)
class _Renewed:
    """The Exchanges of the first look, with those of pages that were seen again in their place.

    Attributes:
        home: the home page was seen again; else the first look's stands.
        pages: the addresses of the other pages of which something is known now.
    """

    first: Iterable[Exchange]
    second: Iterable[Exchange]
    home: bool
    pages: frozenset[str]

    def __iter__(self) -> Iterator[Exchange]:
        yield from (exchange for exchange in self.first if not self._is_new(exchange))
        yield from (exchange for exchange in self.second if self._is_new(exchange))

    def _is_new(self, exchange: Exchange) -> bool:
        if exchange.purpose is Purpose.HOME:
            return self.home
        return exchange.purpose is Purpose.PAGE and exchange.url in self.pages


def _see(job: _Job) -> tuple[SecondLook, Finding | None]:
    """What became of the pages, and the finding on all pages as they are known now."""
    run, folder = RunFolder.open(job.run), RunFolder.open(job.recheck)
    (plan,) = runs.plans(folder)
    second = folder.snapshot(plan)
    external = chain.from_iterable(
        folder.target_exchanges(host) for host in sorted({host_of(url) for url in second.targets})
    )
    fates, linked = _fates(plan, second.exchanges)
    answers = chain(second.exchanges, external)
    asked = frozenset(_told_key(exchange.url) for exchange in answers if exchange.status is not None)
    # What https says of a page beats what http says of it.
    pages = {_told_key(url): fate for url, fate in sorted(fates.items(), key=_https_last)}
    look = SecondLook(pages, asked, linked)
    if not job.exact or not run.site_closed(plan.site.id):
        return look, None
    (original,) = (one for one in runs.plans(run) if one.site.id == plan.site.id)
    checks = [check for check in catalogue().checks if check.id == str(folder.facts.settings["select"])]
    first = run.snapshot(original)
    home = _told_key(plan.site.url) in pages
    renewed = _Renewed(first.exchanges, second.exchanges, home, frozenset(fates))
    (finding,) = assess(replace(first, captured_at=second.captured_at, exchanges=renewed), checks).findings
    return look, finding


def _told_key(url: str) -> str:
    """A page's key as the places of findings name it."""
    return page_key(masked_address(url))


def _https_last(item: tuple[str, PageFate]) -> tuple[bool, str]:
    return item[0].startswith("https:"), item[0]


def _fates(plan: Plan, exchanges: Iterable[Exchange]) -> tuple[dict[str, PageFate], frozenset[str]]:
    """What became of each page that was asked, by its address, and what the pages link to.

    A page behind an error, a login or a firewall is not told, nor one that leads there: it may be as it was.
    """
    fates: dict[str, PageFate] = {}
    linked: set[str] = set()
    light: dict[str, Exchange] = {}
    for exchange in exchanges:
        if exchange.purpose not in (Purpose.HOME, Purpose.PAGE):
            continue
        light[exchange.url] = replace(exchange, body=b"")
        page = read_page(exchange, plan.budget.html_bytes, brief=True)
        kind = page.reading.kind if page is not None else None
        if kind is PageKind.CONTENT and exchange.failure is None:
            fates[exchange.url] = PageFate.SEEN
        elif exchange.purpose is Purpose.PAGE and (exchange.status in _GONE or kind is PageKind.SOFT_404):
            fates[exchange.url] = PageFate.GONE
        if page is not None:
            linked.update(_told_key(link.url) for link in page.reading.links if link.url)
    for url, exchange in light.items():
        last = http_records.hops(url, light, plan.budget.redirects)[-1].url
        if exchange.status in http_records.REDIRECTS and last in fates:
            fates[url] = fates[last] if page_key(last) == page_key(url) else PageFate.GONE
    return fates, frozenset(linked)
