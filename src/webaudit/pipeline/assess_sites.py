"""Sites judged in processes of their own: what kills one costs a page at best, and its site at worst."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from pathlib import Path

from webaudit.checks import catalogue
from webaudit.crawl.memory import trim
from webaudit.extract.urls import host as host_of
from webaudit.model.check import AnyCheck
from webaudit.model.errors import RunError
from webaudit.model.plan import Plan
from webaudit.model.record import Failure, FailureReason
from webaudit.model.report import Assessment, SiteStatus
from webaudit.pipeline.assess import ask_alone, assess, page_urls, unmeasured
from webaudit.pipeline.cluster import each_on
from webaudit.pipeline.settings import Selection
from webaudit.pipeline.workers import Died, each
from webaudit.store.run import RunFolder

log = logging.getLogger(__name__)

ASSESS_SECONDS = 300.0
"""For one site; a typical one takes half a second."""

PAGE_SECONDS = 60.0
"""For one page, where a site is judged page by page."""

CHECK_SECONDS = 20.0
"""For one check and page; a typical one takes a ten-thousandth of a second."""

MOST_DEADLY = 5
"""Pages of one site that kill a worker, each costing the time of two; with more the site is given up."""

DETAIL_CHARACTERS = 200
"""Of what is told of a fault of ours."""


@dataclass(frozen=True, slots=True)
class _Job:
    """One site to assess, in another process."""

    run: Path
    plan: Plan
    selection: Selection
    outage: bool
    check_seconds: float
    keep: bool
    left_out: tuple[str, ...] = ()


def assess_all(
    run: RunFolder,
    plans: Sequence[Plan],
    selection: Selection,
    checks: Sequence[AnyCheck],
    jobs: int,
    *,
    keep: bool = True,
    dask: str = "",
) -> dict[str, Assessment]:
    """The Assessments of stored sites, by id; a site that kills its worker twice is judged page by page.

    Args:
        keep: write the findings down in the run's folder.
        dask: address of a cluster's scheduler, to work there and not here.
    """
    # Workers elsewhere stand in folders of their own.
    path = run.path.resolve() if dask else run.path
    work = [_Job(path, plan, selection, run.facts.outage, CHECK_SECONDS, keep) for plan in plans]
    found = {}
    results = (
        each_on(dask, _assess_job, work, seconds=ASSESS_SECONDS, run=path)
        if dask
        else each(_assess_job, work, jobs=jobs, seconds=ASSESS_SECONDS)
    )
    for job, first in results:
        result = _page_by_page(job) if isinstance(first, Died) else first
        found[job.plan.site.id] = (
            unmeasured(job.plan, checks, SiteStatus.UNTESTED, result)
            if isinstance(result, Failure)
            else result
        )
    return found


def _page_by_page(job: _Job) -> Assessment | Failure:
    """The site without the pages that kill a worker, which are left open; a Failure if that does not help."""
    lost = Failure(FailureReason.AUDITOR_ERROR, detail="the worker died twice on this site")
    try:
        urls = page_urls(RunFolder.open(job.run).snapshot(job.plan))
    except RunError:
        return lost
    pages = [(job, url) for url in urls]
    deadly = []
    for (_, url), result in each(_ask_page_job, pages, jobs=1, seconds=PAGE_SECONDS):
        if isinstance(result, Died):
            log.error("check-error site=%s url=%s", job.plan.site.id, url)
            deadly.append(url)
            if len(deadly) > MOST_DEADLY:
                break
    if not deadly:
        return lost
    named = replace(lost, detail=f"{lost.detail}: {deadly[0]}"[:DETAIL_CHARACTERS])
    if len(deadly) > MOST_DEADLY:
        return named
    without = replace(job, left_out=tuple(deadly))
    # A page left out is read all the same, so that one that kills whoever parses it does so again.
    again = next(result for _, result in each(_assess_job, (without,), jobs=1, seconds=ASSESS_SECONDS))
    return named if isinstance(again, Died) else again


def _ask_page_job(work: tuple[_Job, str]) -> None:
    """Asks about one page, in a process that may not survive it."""
    job, url = work
    snapshot = RunFolder.open(job.run).snapshot(job.plan)
    ask_alone(snapshot, job.selection.of(_catalogue()), url, job.check_seconds)


def _assess_job(job: _Job) -> Assessment:
    """Assesses one stored site; runs in a process of its own."""
    run, plan = RunFolder.open(job.run), job.plan
    checks = job.selection.of(_catalogue())
    if plan.site.problem:
        assessment = unmeasured(plan, checks, SiteStatus.INVALID, Failure(FailureReason.INVALID_ENTRY))
    elif not run.site_closed(plan.site.id):
        failure = Failure(FailureReason.AUDITOR_ERROR, detail="the capture died on this site")
        assessment = unmeasured(plan, checks, SiteStatus.UNTESTED, failure)
    elif job.outage:
        assessment = unmeasured(plan, checks, SiteStatus.UNTESTED, Failure(FailureReason.OUR_NETWORK))
    else:
        assessment = _assess_stored(run, job, checks)
    if job.keep and run.is_writable:
        run.save_findings(assessment)
    # A hostile site's pages leave much behind; the next site needs the room.
    trim()
    return assessment


def _assess_stored(run: RunFolder, job: _Job, checks: Sequence[AnyCheck]) -> Assessment:
    """Assesses a captured site; damaged evidence, or a bug of ours, costs this site alone."""
    plan = job.plan
    try:
        snapshot = run.snapshot(plan)
        hosts = sorted({*map(host_of, snapshot.targets), *plan.region.portals})
        external = chain.from_iterable(map(run.target_exchanges, hosts))
        digest = run.snapshot_digest(plan.site.id)
        assessment = assess(
            snapshot, checks, external, left_out=job.left_out, check_seconds=job.check_seconds
        )
        return replace(assessment, snapshot=digest)
    except MemoryError:
        raise
    except RunError as error:
        detail = str(error)
    except Exception as error:
        log.exception("auditor-error site=%s", plan.site.id)
        detail = type(error).__name__
    failure = Failure(FailureReason.AUDITOR_ERROR, detail=detail[:DETAIL_CHARACTERS])
    return unmeasured(plan, checks, SiteStatus.UNTESTED, failure)


@cache
def _catalogue() -> tuple[AnyCheck, ...]:
    return catalogue().checks
