"""Single pages: exactly these addresses, in memory unless a folder is named."""

import sys
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from webaudit.checks import catalogue
from webaudit.crawl.capture import Captured
from webaudit.crawl.clock import utc_now
from webaudit.extract.urls import normalise
from webaudit.model.check import AnyCheck
from webaudit.model.errors import Message, SettingError
from webaudit.model.evidence import Exchange, Snapshot
from webaudit.model.plan import Plan
from webaudit.model.record import Failure, FailureReason
from webaudit.model.report import Assessment, Report, RunFacts, SiteStatus
from webaudit.model.site import Region, Site, SiteList
from webaudit.pipeline import run as runs
from webaudit.pipeline.assess import assess, unmeasured
from webaudit.pipeline.capture import Tell, capture_pages, in_loop
from webaudit.pipeline.report import report
from webaudit.pipeline.settings import Selection, Settings
from webaudit.pipeline.workers import DIED, Died, Overrun, Workers, timed
from webaudit.store.rubrics import read_rubric

PAGE_SECONDS = 60.0
"""To judge one page; a typical one takes a hundredth of a second."""


def addresses(given: Iterable[str], file: Path | None) -> tuple[str, ...]:
    """The addresses of the command line, then those of the file, as spelled.

    Raises:
        SettingError: there is none, or the file can not be read.
    """
    lines: list[str] = []
    if file is not None:
        try:
            text = _given() if str(file) == "-" else file.read_text("utf-8-sig")
        except (OSError, UnicodeError) as error:
            problem = "--from {file}: can not be read ({error}); write one address a line, in UTF-8"
            raise SettingError(Message(problem, file=file, error=error)) from None
        lines = [line.strip() for line in text.splitlines()]
    urls = tuple(url for url in (*given, *lines) if url and not url.startswith("#"))
    if not urls:
        raise SettingError(Message("no address is given: write one or more, or --from FILE"))
    return urls


def _given() -> str:
    """Standard input, which is UTF-8 whatever the terminal speaks."""
    return sys.stdin.buffer.read().decode("utf-8-sig")


def plans(urls: Sequence[str], settings: Settings) -> tuple[Plan, ...]:
    """One plan for each address; one that is no URL has a `problem`."""
    sites = []
    for number, written in enumerate(urls, start=1):
        url = normalise(written if "://" in written else f"https://{written}")
        problem = "" if url else Message("{url}: no http or https address", url=written)
        sites.append(Site(f"page-{number}", url or written, written, name=written, problem=problem))
    pace = settings.politeness(Region())
    return tuple(
        Plan(site, politeness=pace, reach=settings.reach, probes=("Home",), crawl=False) for site in sites
    )


def judge(
    plans: Sequence[Plan], settings: Settings, *, rubric: str | None, run: Path | None, tell: Tell
) -> Report:
    """Captures and judges the pages; with a folder the evidence is kept as of any run."""
    if run is not None:
        sites = SiteList(Region(), tuple(plan.site for plan in plans), digest="")
        folder = runs.begin(run, sites, settings, rubric)
        with folder.lock():
            runs.capture(folder, settings, tell=tell)
            return runs.judge(folder, jobs=settings.jobs)
    started_at = utc_now()
    checks = settings.selection.of(catalogue().checks)
    found = _assessments(plans, settings, checks, tell)
    numbers = read_rubric(rubric or "core", catalogue().ids)
    facts = RunFacts("", started_at, utc_now(), settings.facts())
    pages = [found[plan.site.id] for plan in plans]
    return report(facts, pages, numbers, catalogue().checks, ranked=False)


def _assessments(
    plans: Sequence[Plan], settings: Settings, checks: Sequence[AnyCheck], tell: Tell
) -> dict[str, Assessment]:
    """The pages judged as they come, in this process or in several others; none is kept."""
    found: dict[str, Assessment] = {}

    async def judge_all() -> None:
        async with Workers(_assess_page, jobs=settings.jobs, seconds=PAGE_SECONDS) as workers:

            async def done(plan: Plan, captured: Captured, exchanges: tuple[Exchange, ...]) -> None:
                snapshot = Snapshot(
                    plan, captured.captured_at, exchanges, captured.records, captured.targets, captured.limits
                )
                tell(plan.site.id, 1, len(exchanges), True)
                result = (
                    _assess_here(snapshot, checks)
                    if settings.jobs == 1
                    else await workers.ask((snapshot, settings.selection))
                )
                failure = Failure(FailureReason.AUDITOR_ERROR)
                found[plan.site.id] = (
                    unmeasured(plan, checks, SiteStatus.UNTESTED, failure)
                    if isinstance(result, Died)
                    else result
                )

            await capture_pages(good, done)

    good = [plan for plan in plans if not plan.site.problem]
    for plan in plans:
        if plan.site.problem:
            failure = Failure(FailureReason.INVALID_URL)
            found[plan.site.id] = unmeasured(plan, checks, SiteStatus.INVALID, failure)
    in_loop(judge_all())
    return found


def _assess_here(snapshot: Snapshot, checks: Sequence[AnyCheck]) -> Assessment | Died:
    try:
        return timed(partial(assess, checks=checks), snapshot, PAGE_SECONDS)
    except Overrun:
        return DIED


def _assess_page(work: tuple[Snapshot, Selection]) -> Assessment:
    snapshot, selection = work
    return assess(snapshot, selection.of(catalogue().checks))
