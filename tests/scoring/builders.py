"""The smallest checks, findings, rubrics and cards that show a case of scoring."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime

from webaudit.model.check import AnyCheck, Category, Check, Severity
from webaudit.model.evidence import Moment
from webaudit.model.finding import Counts, Finding, Location, Measure, Outcome, Verdict
from webaudit.model.report import Assessment, GateResult, Score, Scorecard, SectionScore, SiteStatus
from webaudit.model.rubric import Band, Criterion, Gate, Rubric, Section
from webaudit.model.site import Site, Waiver

AT = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
NO_TITLE = {"id": "", "en": ""}
WEIGHTS = {Severity.CRITICAL: 10, Severity.SERIOUS: 7, Severity.MODERATE: 3, Severity.MINOR: 1}


def _silent(moment: Moment) -> Iterator[Verdict]:
    """A check that says nothing: scoring never asks one."""
    yield from ()


def check(
    check_id: str,
    severity: Severity = Severity.SERIOUS,
    category: Category = Category.SERVICES,
    *,
    sole_target: bool = True,
    heuristic: bool = False,
    advisory: bool = False,
) -> AnyCheck:
    """A check of which only the metadata matter."""
    return Check(
        id=check_id,
        title=check_id,
        category=category,
        severity=severity,
        sources=(),
        remedy="",
        since="0.1.0",
        function=_silent,
        page=False,
        needs=(),
        sole_target=sole_target,
        heuristic=heuristic,
        measured=None,
        advisory=advisory,
    )


def catalogue(*checks: AnyCheck) -> dict[str, AnyCheck]:
    """Checks by id."""
    return {own.id: own for own in checks}


def passed(check_id: str, code: str = "", measure: Measure | None = None) -> Finding:
    """A sole target that passed."""
    return _sole(check_id, Outcome.PASSED, code, measure, 1.0, 1.0)


def failed(check_id: str, code: str = "bad", measure: Measure | None = None) -> Finding:
    """A sole target that failed."""
    return _sole(check_id, Outcome.FAILED, code, measure, 0.0, 0.0)


def undecided(check_id: str, code: str = "unclear", measure: Measure | None = None) -> Finding:
    """A sole target that the evidence does not decide."""
    return _sole(check_id, Outcome.CANT_TELL, code, measure, 0.0, 1.0)


def inapplicable(check_id: str) -> Finding:
    """A check that found no target."""
    return Finding(check_id, Outcome.INAPPLICABLE)


def untested(check_id: str) -> Finding:
    """A check that was not asked for want of evidence."""
    return Finding(check_id, Outcome.UNTESTED)


def partly(check_id: str, low: float, high: float) -> Finding:
    """A finding of which `low` is won and `1 - high` lost."""
    counts = Counts(1, int(high < 1), int(low < high))
    outcome = Outcome.FAILED if counts.failed else Outcome.CANT_TELL if counts.undecided else Outcome.PASSED
    return Finding(check_id, outcome, low, high, counts, pages=1)


def _sole(
    check_id: str, outcome: Outcome, code: str, measure: Measure | None, low: float, high: float
) -> Finding:
    counts = Counts(
        int(outcome is Outcome.PASSED), int(outcome is Outcome.FAILED), int(outcome is Outcome.CANT_TELL)
    )
    verdict = Verdict(outcome, Location("https://dinas.example/"), code, measure=measure)
    return Finding(check_id, outcome, low, high, counts, verdicts=(verdict,), pages=1)


def assessment(
    *findings: Finding,
    site_id: str = "dinas",
    site_type: str = "dinas",
    award: bool = True,
    status: SiteStatus = SiteStatus.REACHABLE,
    waivers: tuple[Waiver, ...] = (),
    captured_at: datetime | None = AT,
) -> Assessment:
    """What was found on one site."""
    site = Site(site_id, f"https://{site_id}.example/", type=site_type, award=award, waivers=waivers)
    return Assessment(site, status, None, captured_at, findings=findings)


def criterion(criterion_id: str, points: float, *checks: str, **more: Mapping[str, float]) -> Criterion:
    """A criterion that names its checks."""
    return Criterion(
        criterion_id, NO_TITLE, points, checks, shares=more.get("shares", {}), types=more.get("types", {})
    )


def section(section_id: str, *criteria: Criterion) -> Section:
    """A section without a title."""
    return Section(section_id, NO_TITLE, criteria)


def rubric(
    *sections: Section,
    gates: tuple[Gate, ...] = (),
    least_coverage: float = 0.0,
    groups: Mapping[str, tuple[str, ...]] | None = None,
    not_applicable: Mapping[str, tuple[str, ...]] | None = None,
    tie_break: tuple[str, ...] = (),
    waivable: tuple[str, ...] = (),
) -> Rubric:
    """A rubric with two bands, 60 and 0."""
    return Rubric(
        id="test",
        version="1",
        title=NO_TITLE,
        digest="",
        sections=sections,
        gates=gates,
        bands=(Band(60, {"id": "Cukup", "en": "Fair"}), Band(0, {"id": "Kurang", "en": "Poor"})),
        least_coverage=least_coverage,
        severity_weights=WEIGHTS,
        groups=groups or {},
        not_applicable=not_applicable or {},
        tie_break=tie_break,
        waivable=waivable,
    )


def card(
    site_id: str,
    won: float,
    lost: float,
    *,
    unranked: str = "",
    site_type: str = "dinas",
    sections: Sequence[tuple[str, float, float]] = (),
    gates: tuple[GateResult, ...] = (),
) -> Scorecard:
    """A scorecard with what is not won or lost open; `sections` are id, points won and points lost."""
    score = Score(won, lost, 100 - won - lost)
    return Scorecard(
        assessment=assessment(site_id=site_id, site_type=site_type),
        score=score,
        uncapped=score,
        band=None,
        sections=tuple(
            SectionScore(own, NO_TITLE, its_won + its_lost, its_won, its_lost, 0.0, ())
            for own, its_won, its_lost in sections
        ),
        gates=gates,
        unranked=unranked,
    )
