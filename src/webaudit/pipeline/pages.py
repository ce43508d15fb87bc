"""Single pages: exactly these addresses, in memory unless a folder is named."""

import sys
from collections.abc import Iterable, Sequence
from contextlib import nullcontext
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
from webaudit.pipeline import assess_sites
from webaudit.pipeline import run as runs
from webaudit.pipeline.assess import unmeasured
from webaudit.pipeline.assess_page import assess_page, load
from webaudit.pipeline.capture import Tell, capture_pages, in_loop
from webaudit.pipeline.report import report
from webaudit.pipeline.settings import Settings, known_checks
from webaudit.pipeline.workers import Died, Workers
from webaudit.store.rubrics import read_rubric

MOST_ADDRESSES = 10_000
"""Of one call: all that is found on them is in memory at once, for the report."""

MOST_BYTES = 20_000_000
"""Of a file of addresses."""


def addresses(given: Iterable[str], file: Path | None) -> tuple[str, ...]:
    """The addresses of the command line, then those of the file, as spelled.

    Raises:
        SettingError: there is none, there are too many, or the file can not be read.
    """
    lines: list[str] = []
    if file is not None:
        try:
            text = _text(file)
        except (OSError, UnicodeError) as error:
            problem = "--from {file}: can not be read ({error}); write one address a line, in UTF-8"
            raise SettingError(Message(problem, file=file, error=error)) from None
        lines = [line.strip() for line in text.splitlines()]
    urls = tuple(url for url in (*given, *lines) if url and not url.startswith("#"))
    if len(urls) > MOST_ADDRESSES:
        problem = "{number} addresses are given: write at most {most}, or share them out over several calls"
        raise SettingError(Message(problem, number=len(urls), most=MOST_ADDRESSES))
    if not urls:
        raise SettingError(Message("no address is given: write one or more, or --from FILE"))
    return urls


def _text(file: Path) -> str:
    """What a file, or standard input, holds in UTF-8, whatever the terminal speaks.

    Raises:
        OSError: it can not be read, or never ends.
    """
    with nullcontext(sys.stdin.buffer) if str(file) == "-" else file.open("rb") as source:
        data = source.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise OSError(f"more than {MOST_BYTES} bytes")
    return data.decode("utf-8-sig")


def plans(urls: Sequence[str], settings: Settings) -> tuple[Plan, ...]:
    """One plan for each address; one that is no URL has a `problem`."""
    sites = []
    for number, written in enumerate(urls, start=1):
        url = normalise(written if "://" in written else f"https://{written}")
        problem = "" if url else Message("{url}: no http or https address", url=written)
        sites.append(Site(f"page-{number}", url or written, written, name=written, problem=problem))
    pace = settings.politeness(Region())
    return tuple(
        Plan(site, politeness=pace, reach=settings.reach, probes=settings.probes, crawl=False)
        for site in sites
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
    return report(facts, pages, numbers, known_checks(browser=settings.browser), ranked=False)


def _assessments(
    plans: Sequence[Plan], settings: Settings, checks: Sequence[AnyCheck], tell: Tell
) -> dict[str, Assessment]:
    """The pages judged as they come, in other processes; none is kept."""
    found: dict[str, Assessment] = {}

    async def judge_all() -> None:
        async with Workers(
            assess_page, jobs=settings.jobs, seconds=assess_sites.PAGE_SECONDS, ready=load
        ) as workers:

            async def done(plan: Plan, captured: Captured, exchanges: tuple[Exchange, ...]) -> None:
                snapshot = Snapshot(
                    plan, captured.captured_at, exchanges, captured.records, captured.targets, captured.limits
                )
                tell(plan.site.id, 1, len(exchanges), True)
                result = await workers.ask((snapshot, settings.selection, assess_sites.CHECK_SECONDS))
                failure = Failure(FailureReason.AUDITOR_ERROR)
                found[plan.site.id] = (
                    unmeasured(plan, checks, SiteStatus.UNTESTED, failure)
                    if isinstance(result, Died)
                    else result
                )

            await capture_pages(good, done, chromium=settings.chromium)

    good = [plan for plan in plans if not plan.site.problem]
    for plan in plans:
        if plan.site.problem:
            failure = Failure(FailureReason.INVALID_URL)
            found[plan.site.id] = unmeasured(plan, checks, SiteStatus.INVALID, failure)
    if good:
        in_loop(judge_all())
    return found
