"""A run from its beginning to its Report."""

import json
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import takewhile
from pathlib import Path

from webaudit import __version__, vocabulary
from webaudit.checks import catalogue
from webaudit.crawl.clock import utc_now
from webaudit.crawl.memory import trim
from webaudit.extract import records as http_records
from webaudit.extract.urls import host as host_of
from webaudit.model.check import AnyCheck
from webaudit.model.errors import Message, RunError, SettingError
from webaudit.model.evidence import Purpose
from webaudit.model.plan import Plan
from webaudit.model.record import Failure, FailureReason
from webaudit.model.report import Assessment, Report, RunFacts
from webaudit.model.site import SiteList
from webaudit.model.tls import Tls
from webaudit.pipeline.assess_sites import assess_all
from webaudit.pipeline.capture import Tell, capture_run, outage
from webaudit.pipeline.plan import facts_of, plans_of
from webaudit.pipeline.report import report
from webaudit.pipeline.settings import Selection, Settings, Shard, known_checks
from webaudit.store import rechecks, sums
from webaudit.store.rubrics import read_rubric, rubric_text
from webaudit.store.run import RunFile, RunFolder, merge
from webaudit.store.sites import read_sites

log = logging.getLogger(__name__)

OUTAGE = "No site could be reached at all: the fault is most likely on this machine or its network."


def listed(path: Path, settings: Settings, *, strict: bool) -> SiteList:
    """The sites of a file that the settings ask for; of a shard all, as machines must agree on the list.

    Raises:
        SitesFileError: the file can not be used.
        SettingError: the settings name sites that it does not have, or leave none.
    """
    whole = read_sites(path, strict=strict)
    chosen = settings.sites_of(whole.sites)
    if not chosen:
        raise SettingError(Message("{file}: no site is left to audit; see --only and --tag", file=path))
    return replace(whole, sites=chosen)


def named_by_time(folder: Path, prefix: str = "") -> Path:
    """A new run's folder, named by the time in UTC."""
    return folder / f"{prefix}{utc_now():%Y-%m-%dT%H%M%SZ}"


def newest(folder: Path) -> Path:
    """The newest run that was interrupted: in its capture, else in its judging.

    Raises:
        RunError: there is none.
    """
    found = []
    for path in folder.glob("*/run.json"):
        try:
            found.append(RunFolder.open(path.parent))
        except RunError as error:
            log.warning("passed over run=%s error=%s", path.parent, error)
    by_age = sorted(found, key=lambda run: (run.facts.started_at, run.path), reverse=True)
    for is_open in (_is_uncaptured, _is_unjudged):
        for run in by_age:
            if is_open(run):
                return run.path
    raise RunError(
        Message("{folder}: there is no interrupted run here; name one: --resume RUN", folder=folder)
    )


def _is_uncaptured(run: RunFolder) -> bool:
    return run.facts.finished_at is None or not run.is_sealed


def _is_unjudged(run: RunFolder) -> bool:
    return not all(run.has_findings(plan.site.id) for plan in plans(run))


def begin(path: Path, sites: SiteList, settings: Settings, rubric: str | None) -> RunFolder:
    """Makes the folder of a new run."""
    text = rubric_text(rubric or "core")
    numbers = read_rubric(rubric or "core", catalogue().ids)
    asked = facts_of(sites, settings)
    facts = replace(asked, id=path.name, rubric=numbers.id, rubric_digest=numbers.digest)
    return RunFolder.create(path, facts, text)


def plans(run: RunFolder) -> tuple[Plan, ...]:
    """What is fetched for each site of the run."""
    return plans_of(run.facts)


def opened(path: Path) -> RunFolder:
    """A stored run.

    Raises:
        RunError: there is none, or it is not finished.
    """
    run = RunFolder.open(path)
    if run.facts.finished_at is None:
        raise RunError(
            Message("{run}: the capture is not finished; go on: webaudit audit --resume {run}", run=path)
        )
    return run


def verify(path: Path) -> tuple[str, ...]:
    """One line for each file of a run, or of a second look, that is not as it was when it was sealed.

    Raises:
        RunError: there is no run, or it is not finished.
    """
    # A run whose facts were tampered with may be no run any more; its sums tell.
    own = sums.verify(path) if (path / sums.SUMS).is_file() else opened(path).verify()
    return (*own, *rechecks.verify(path))


@contextmanager
def open_again(path: Path) -> Iterator[RunFolder]:
    """An interrupted run, locked, to go on with; the gap is written down."""
    with RunFolder.open(path).lock():
        # Read again: whoever held the lock before may have finished it.
        run = RunFolder.open(path)
        if run.facts.finished_at is None:
            gap = f"{run.last_written():%Y-%m-%dT%H:%M:%SZ}/{utc_now():%Y-%m-%dT%H:%M:%SZ}"
            run.save_facts(replace(run.facts, gaps=(*run.facts.gaps, gap)))
        yield run


def capture(run: RunFolder, settings: Settings, *, tell: Tell) -> None:
    """Captures what is not captured yet, and seals the run; a finished run stays as it is."""
    if run.facts.finished_at is not None:
        if not run.is_sealed:
            # It was killed between its last fact and its sums.
            run.seal()
        return
    todo = plans(run)
    capture_run(
        run,
        todo,
        jobs=settings.jobs,
        deadline_seconds=settings.deadline_seconds,
        label=run.facts.shard.replace("/", "of"),
        chromium=settings.chromium,
        tell=tell,
    )
    tried = {host_of(plan.site.url): _home_failure(run, plan) for plan in todo if not plan.site.problem}
    run.save_facts(
        replace(run.facts, finished_at=utc_now(), outage=outage(tried), trust_store=_trust_store(run, todo))
    )
    run.seal()
    # This process now waits for those that judge, and leaves them the memory.
    trim()


def _home_failure(run: RunFolder, plan: Plan) -> Failure | None:
    """Why the site's start address did not answer; None if it did."""
    if not run.site_closed(plan.site.id):
        return Failure(FailureReason.AUDITOR_ERROR)
    try:
        snapshot = run.snapshot(plan)
    except RunError:
        return Failure(FailureReason.AUDITOR_ERROR)
    # The home page is always asked first; what follows need not be read.
    first = takewhile(lambda exchange: exchange.purpose is Purpose.HOME, snapshot.exchanges)
    hops = http_records.home_hops(plan, http_records.asked(first, Purpose.HOME))
    if not hops:
        return http_records.NOT_CAPTURED
    silent = all(hop.status is None for hop in hops)
    return (hops[0].failure or http_records.NOT_CAPTURED) if silent else None


def _trust_store(run: RunFolder, plans: Sequence[Plan]) -> str:
    """The name of the roots, out of the first handshake that was made."""
    for plan in plans:
        if run.site_closed(plan.site.id):
            tls = run.snapshot(plan).records.get("Tls")
            if isinstance(tls, Tls):
                return tls.trust_store
    return ""


def judge(
    run: RunFolder,
    *,
    rubric: str | None = None,
    selection: Selection | None = None,
    jobs: int = 1,
    shard: Shard | None = None,
    again: bool = False,
    dask: str = "",
) -> Report:
    """Assesses, weighs and ranks a captured run.

    Args:
        rubric: in place of the run's own.
        selection: in place of the run's own.
        shard: assess only these sites, and report only them.
        again: do not use findings that are kept in the folder.
        dask: address of a cluster's scheduler, to assess there and not here.
    """
    facts = run.facts
    chosen = selection or _selection(facts)
    checks = chosen.of(catalogue().checks)
    part = [plan for plan in plans(run) if shard is None or shard.holds(plan.site.id)]
    kept = {} if again else _kept(run, part, checks)
    todo = [plan for plan in part if plan.site.id not in kept]
    if run.is_writable and run.about_findings() != _about(checks):
        # Findings of other checks or another version never mix with these, whatever is killed when.
        run.drop_findings()
        run.save_about_findings(_about(checks))
    found = kept | assess_all(run, todo, chosen, checks, jobs, dask=dask)
    return report(
        _facts(run, chosen),
        [found[plan.site.id] for plan in part],
        read_rubric(rubric, catalogue().ids) if rubric else run.rubric(),
        known_checks(browser="Rendered" in facts.probes),
        ranked=facts.crawl,
        trust_store=facts.trust_store,
    )


def judge_site(run: RunFolder, plan: Plan) -> Assessment:
    """Assesses one site of a run, and leaves the run's folder as it is."""
    chosen = _selection(run.facts)
    checks = chosen.of(catalogue().checks)
    kept = _kept(run, [plan], checks)
    return kept.get(plan.site.id) or assess_all(run, [plan], chosen, checks, 1, keep=False)[plan.site.id]


def _selection(facts: RunFile) -> Selection:
    """The checks that the run was made for."""
    select, ignore = (str(facts.settings[name]) for name in ("select", "ignore"))
    return Selection(
        tuple(filter(None, select.split(","))),
        tuple(filter(None, ignore.split(","))),
        pages_only=not facts.crawl,
        browser="Rendered" in facts.probes,
    )


def _about(checks: Sequence[AnyCheck]) -> str:
    """What findings depend on beside the evidence: if it is the same, kept findings are still right."""
    ids = [check.id for check in checks]
    return json.dumps({"checks": ids, "tool": __version__, "vocabulary": vocabulary.digest()})


def _kept(run: RunFolder, plans: Sequence[Plan], checks: Sequence[AnyCheck]) -> dict[str, Assessment]:
    if run.about_findings() != _about(checks):
        return {}
    loaded = ((plan.site, run.load_findings(plan.site.id)) for plan in plans)
    # The plan knows how the problem of an entry is told in any language.
    return {site.id: replace(assessment, site=site) for site, assessment in loaded if assessment is not None}


def _facts(run: RunFolder, selection: Selection) -> RunFacts:
    facts = run.facts
    asked = {"select": ",".join(selection.select), "ignore": ",".join(selection.ignore)}
    return RunFacts(
        id=facts.id,
        started_at=facts.started_at,
        finished_at=facts.finished_at or facts.started_at,
        settings=dict(sorted({**facts.settings, **asked}.items())),
        sites_digest=facts.sites.digest,
        gaps=facts.gaps,
        notes=(OUTAGE,) if facts.outage else (),
    )


def merged(runs: Sequence[RunFolder], into: Path) -> RunFolder:
    """Unites runs of one list; an outage of one machine is no outage of all."""
    return merge(runs, into)
