"""The stage that touches the network: from Plans to closed Snapshots in a run's folder."""

import asyncio
import logging
import resource
from collections import Counter
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from pathlib import Path

from webaudit.crawl.capture import Captured, capture, capture_targets
from webaudit.crawl.client import Net, Reader
from webaudit.crawl.clock import monotonic, utc_now
from webaudit.extract.choose import portal_urls
from webaudit.extract.urls import host as host_of
from webaudit.model.errors import OutputError
from webaudit.model.evidence import Exchange
from webaudit.model.plan import Plan
from webaudit.model.record import Failure, FailureReason, Stage
from webaudit.model.site import Site
from webaudit.pipeline.beside import reading
from webaudit.pipeline.settings import spread
from webaudit.pipeline.workers import Died, each, spare_the_collector
from webaudit.store.run import RunFolder
from webaudit.store.warc import EvidenceWriter

log = logging.getLogger(__name__)

OPEN_SITES = 128
"""Sites under way at once in one process, at most; most of them wait for their turn."""

Tell = Callable[[str, int, int, bool], None]
"""Told (site id, pages, requests, whether it is closed) as a site goes on."""


def silent(_site: str, _pages: int, _requests: int, _closed: bool) -> None:
    """Tells nobody."""


@dataclass(frozen=True, slots=True)
class _Job:
    """A part of the list for one process."""

    run: Path
    plans: tuple[Plan, ...]
    until: float | None
    label: str
    chromium: str = ""


def capture_run(
    run: RunFolder,
    plans: Sequence[Plan],
    *,
    jobs: int = 1,
    deadline_seconds: float | None = None,
    label: str = "",
    chromium: str = "",
    tell: Tell = silent,
) -> None:
    """Captures all sites that are not closed yet, then the central portals and the links' targets elsewhere.

    Args:
        run: locked by the caller.
        jobs: processes; sites of one host stay together, so that a host is asked once at a time.
        deadline_seconds: after it, what is under way is closed as it is.
        label: of the shard, in the names of the targets' files.
        chromium: path of the browser; empty to look for it.
        tell: is told of progress where the capture runs in this process.
    """
    spare_the_collector()
    until = None if deadline_seconds is None else monotonic() + deadline_seconds
    waiting = [plan for plan in plans if not plan.site.problem and not run.site_closed(plan.site.id)]
    whole = _Job(run.path, tuple(waiting), until, label, chromium)
    if jobs == 1:
        in_loop(_capture_sites(whole, tell))
    else:
        _share_out(_site_job, whole, jobs)
    in_loop(_capture_targets(_Job(run.path, tuple(plans), until, label)))


class _UnwrittenError(BaseException):
    """Evidence could not be written; not an Exception, so that no probe takes it for a fault of its own."""

    def __init__(self, error: OutputError) -> None:
        super().__init__(str(error))
        self.error = error


def _keeping(writer: EvidenceWriter) -> Callable[[Exchange], None]:
    """What writes an Exchange down, or ends the capture."""

    def keep(exchange: Exchange) -> None:
        try:
            writer.write(exchange)
        except OutputError as error:
            raise _UnwrittenError(error) from error

    return keep


def in_loop(work: Coroutine[None, None, None]) -> None:
    """Runs a capture in an event loop of its own.

    Raises:
        OutputError: evidence can not be written; one line for all sites under way.
    """
    try:
        asyncio.run(work)
    except BaseExceptionGroup as group:
        error: BaseException = group
        while isinstance(error, BaseExceptionGroup):
            error = error.exceptions[0]
        raise (error.error if isinstance(error, _UnwrittenError) else error) from None


def _share_out(
    function: Callable[[_Job], None],
    whole: _Job,
    jobs: int,
) -> None:
    """Runs the capture in processes; a part that dies is captured again site by site."""
    parts: dict[int, list[Plan]] = {}
    for plan in whole.plans:
        parts.setdefault(spread(host_of(plan.site.url).removeprefix("www.")) % jobs, []).append(plan)
    work = [
        replace(whole, plans=tuple(_share_of_pace(plan, len(parts)) for plan in part))
        for _, part in sorted(parts.items())
    ]
    for job, result in each(function, work, jobs=jobs, seconds=86_400):
        if isinstance(result, Died):
            alone = [replace(job, plans=(plan,)) for plan in job.plans]
            for one, outcome in each(function, alone, jobs=1, seconds=86_400):
                if isinstance(outcome, Died):
                    log.error("capture died site=%s", one.plans[0].site.id)


def _share_of_pace(plan: Plan, jobs: int) -> Plan:
    """The plan with one process's share of the requests that an address may get."""
    pace = plan.politeness
    return replace(plan, politeness=replace(pace, rate_per_address=pace.rate_per_address / jobs))


def _places() -> asyncio.Semaphore:
    """Places for open sites."""
    return asyncio.Semaphore(_most_open())


def _most_open() -> int:
    """How many sites may be open; each holds a file, so that few descriptors mean few sites."""
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return max(4, min(OPEN_SITES, soft // 4))


def _site_job(job: _Job) -> None:
    in_loop(_capture_sites(job, silent))


async def _capture_sites(job: _Job, tell: Tell) -> None:
    """Captures many sites in one event loop and closes each as it ends."""
    if not job.plans:
        return
    run = RunFolder.open(job.run)
    places = _places()
    first = job.plans[0]
    async with (
        reading() as reader,
        Net(first.politeness, first.reach, reader=reader, chromium=job.chromium) as net,
        asyncio.TaskGroup() as group,
    ):
        for plan in job.plans:
            group.create_task(_capture_site(run, plan, net, places, job.until, tell))


async def _capture_site(
    run: RunFolder, plan: Plan, net: Net, places: asyncio.Semaphore, until: float | None, tell: Tell
) -> None:
    site = plan.site.id
    async with places:
        stored = run.site_part(site)
        writer = run.site_writer(site)
        started_at = min((exchange.started_at for exchange in stored), default=utc_now())
        try:
            async with asyncio.timeout(None if until is None else max(0.0, until - monotonic())):
                captured = await capture(
                    plan,
                    net,
                    _keeping(writer),
                    stored,
                    lambda pages, requests: tell(site, pages, requests, False),
                )
        except TimeoutError:
            captured = Captured(started_at, {}, (), ("deadline",))
        except (OSError, OutputError):
            raise
        except Exception:
            # A fault of ours costs this site alone, and is told as ours.
            log.exception("auditor-error site=%s", site)
            failure = Failure(FailureReason.AUDITOR_ERROR)
            captured = Captured(started_at, {"Home": failure}, (), ("auditor-error",))
        finally:
            writer.close()
        # In a thread, as it waits for the disk, and the other sites' answers are being timed.
        await asyncio.to_thread(
            run.close_site, site, captured.captured_at, captured.records, captured.targets, captured.limits
        )
        tell(site, 0, 0, True)
        log.info("captured site=%s limits=%s", site, ",".join(captured.limits))


async def _capture_targets(job: _Job) -> None:
    """Asks the central portals and the links' targets on other hosts, each once a run.

    What a site wants of a portal beside its home page is asked with it, so that a host is asked in one go.
    """
    run = RunFolder.open(job.run)
    wanted: dict[str, set[str]] = {}
    plans = [plan for plan in job.plans if run.site_closed(plan.site.id)]
    for plan in plans:
        if "Portals" in plan.probes:
            for portal in plan.region.portals:
                wanted.setdefault(portal, set()).update(portal_urls(portal))
        for url in run.snapshot(plan).targets:
            wanted.setdefault(host_of(url), set()).add(url)
    hosts = [host for host in sorted(wanted) if not run.target_closed(host, job.label)]
    if not hosts:
        return
    places = _places()
    first = plans[0]
    async with Net(first.politeness, first.reach) as net, asyncio.TaskGroup() as group:
        for host in hosts:
            urls = sorted(wanted[host])
            group.create_task(_capture_host(run, first, host, urls, net, places, job.until, job.label))


async def _capture_host(
    run: RunFolder,
    like: Plan,
    host: str,
    urls: Sequence[str],
    net: Net,
    places: asyncio.Semaphore,
    until: float | None,
    label: str,
) -> None:
    plan = replace(like, site=Site(id=host, url=f"https://{host}/"))
    async with places:
        stored = run.target_part(host, label)
        writer = run.target_writer(host, label)
        try:
            async with asyncio.timeout(None if until is None else max(0.0, until - monotonic())):
                await capture_targets(plan, host, urls, net, _keeping(writer), stored)
        except TimeoutError:
            log.info("deadline host=%s", host)
        finally:
            writer.close()
        await asyncio.to_thread(run.close_target, host, label)


def outage(homes: Mapping[str, Failure | None]) -> bool:
    """Whether the fault is ours: two or more hosts were tried, and not one could be connected to.

    Args:
        homes: host of each site, and why its home page did not answer; None if it did.
    """
    early = (Stage.DNS, Stage.CONNECT)
    return len(homes) >= 2 and all(
        failure is not None and failure.stage in early for failure in homes.values()
    )


async def capture_pages(
    plans: Sequence[Plan],
    done: Callable[[Plan, Captured, tuple[Exchange, ...], Reader], Awaitable[None]],
    *,
    chromium: str = "",
) -> None:
    """Captures in memory, for `webaudit page` and for a first look at a list: nothing is stored.

    Args:
        done: awaited as each plan is carried out, with who reads bodies; meanwhile it keeps its place, so
            that few are in memory.
        chromium: path of the browser; empty to look for it.
    """
    if not plans:
        return
    spare_the_collector()
    waiting = iter(_in_turn(plans))

    async def in_turn(net: Net, reader: Reader) -> None:
        for plan in waiting:
            kept: list[Exchange] = []
            try:
                captured = await capture(plan, net, kept.append)
            except OSError:
                raise
            except Exception:
                log.exception("auditor-error url=%s", plan.site.url)
                captured = Captured(utc_now(), {"Home": Failure(FailureReason.AUDITOR_ERROR)}, (), ())
            await done(plan, captured, tuple(kept), reader)

    async with (
        reading() as reader,
        Net(plans[0].politeness, plans[0].reach, reader=reader, chromium=chromium) as net,
        asyncio.TaskGroup() as group,
    ):
        # Few tasks that take one page after the other: there may be many thousands of pages.
        for _ in range(min(_most_open(), len(plans))):
            group.create_task(in_turn(net, reader))


def _in_turn(plans: Sequence[Plan]) -> list[Plan]:
    """The first page of each host, then the second of each: many of a slow host hold up no other."""
    seen: Counter[str] = Counter()
    turns = []
    for plan in plans:
        host = host_of(plan.site.url)
        turns.append(seen[host])
        seen[host] += 1
    return [plan for _, plan in sorted(zip(turns, plans, strict=True), key=itemgetter(0))]
