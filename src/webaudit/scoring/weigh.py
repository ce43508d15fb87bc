"""From the findings on one site to its scorecard, as a rubric weighs them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from webaudit.model.check import AnyCheck
from webaudit.model.finding import Finding, Outcome
from webaudit.model.report import (
    Assessment,
    CheckScore,
    CriterionScore,
    GateResult,
    Score,
    Scorecard,
    SectionScore,
    SiteStatus,
    WaiverState,
)
from webaudit.model.rubric import Band, Criterion, Rubric, Section
from webaudit.scoring.earn import ONE, ZERO, Interval, earned, exact
from webaudit.scoring.gate import cap, gate_result
from webaudit.scoring.rank import in_print
from webaudit.scoring.waive import waive

HUNDRED = Fraction(100)


@dataclass(frozen=True, slots=True)
class _Part:
    """One check in one criterion.

    Attributes:
        weight: among the checks of the criterion; 0 if it has no target, is a preview, or is advisory and not
            named.
    """

    check: str
    weight: Fraction
    interval: Interval


@dataclass(frozen=True, slots=True)
class _Sum:
    """Points as exact numbers: adding them in any order gives the same."""

    won: Fraction = ZERO
    lost: Fraction = ZERO
    open: Fraction = ZERO

    def __add__(self, other: "_Sum") -> "_Sum":
        return _Sum(self.won + other.won, self.lost + other.lost, self.open + other.open)

    @property
    def points(self) -> Fraction:
        return self.won + self.lost + self.open


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A section with its exact sum, and the exact points that each check lost in it."""

    score: SectionScore
    sum: _Sum
    lost: tuple[tuple[str, Fraction], ...]


def weigh(
    assessment: Assessment,
    rubric: Rubric,
    catalogue: Mapping[str, AnyCheck],
    twice: Collection[str] = (),
) -> Scorecard:
    """Weighs the findings on one site.

    Args:
        assessment: what was found.
        rubric: the jury's numbers.
        catalogue: all checks there are, by id, asked or not: what was not asked is open, not absent.
        twice: checks that failed at two looks.
    """
    found = {finding.check: finding for finding in assessment.findings}
    waivers = waive(assessment, rubric)
    waived = [result.waiver.check for result in waivers if result.state is WaiverState.USED]
    # What is waived is weighed as if it had never been asked: all its points are open.
    weighed_findings = {check: finding for check, finding in found.items() if check not in waived}
    sections = _sections(assessment.site.type, rubric, weighed_findings, catalogue)
    gates = tuple(gate_result(gate, found, twice) for gate in rubric.gates)
    total = sum((section.sum for section in sections), _Sum())
    uncapped = Score(float(total.won), float(total.lost), float(total.open))
    score = cap(uncapped, gates)
    return Scorecard(
        assessment=assessment,
        score=score,
        uncapped=uncapped,
        band=_band(score, rubric.bands),
        sections=tuple(section.score for section in sections),
        gates=gates,
        waivers=waivers,
        lost=_lost(sections),
        unranked=_unranked(assessment, rubric, gates, sections),
    )


def _sections(
    site_type: str, rubric: Rubric, findings: Mapping[str, Finding], catalogue: Mapping[str, AnyCheck]
) -> tuple[_Weighed, ...]:
    """The sections, and the 100 points shared out among those in which something applies."""
    barred = rubric.not_applicable.get(site_type, ())
    parts = [
        [
            () if criterion.id in barred else _parts(criterion, rubric, findings, catalogue)
            for criterion in section.criteria
        ]
        for section in rubric.sections
    ]
    # A criterion in which nothing applies weighs nothing, and so does a section of such criteria.
    criteria = [
        [
            exact(criterion.types.get(site_type, criterion.points))
            if any(part.weight for part in own)
            else ZERO
            for criterion, own in zip(section.criteria, inner, strict=True)
        ]
        for section, inner in zip(rubric.sections, parts, strict=True)
    ]
    weights = [
        sum((exact(criterion.points) for criterion in section.criteria), ZERO) if any(own) else ZERO
        for section, own in zip(rubric.sections, criteria, strict=True)
    ]
    return tuple(
        _section(section, own_parts, _spread(points, own_weights))
        for section, own_parts, own_weights, points in zip(
            rubric.sections, parts, criteria, _spread(HUNDRED, weights), strict=True
        )
    )


def _section(section: Section, parts: Sequence[Sequence[_Part]], points: Sequence[Fraction]) -> _Weighed:
    """One section, whose criteria have `parts` and `points`."""
    criteria, total, lost = [], _Sum(), []
    for criterion, own, its_points in zip(section.criteria, parts, points, strict=True):
        sums = [
            _sum(part.interval, worth)
            for part, worth in zip(own, _spread(its_points, [part.weight for part in own]), strict=True)
        ]
        lost += [(part.check, check_sum.lost) for part, check_sum in zip(own, sums, strict=True)]
        whole = sum(sums, _Sum())
        total += whole
        checks = tuple(
            CheckScore(part.check, *_floats(check_sum)) for part, check_sum in zip(own, sums, strict=True)
        )
        criteria.append(CriterionScore(criterion.id, criterion.title, *_floats(whole), checks))
    score = SectionScore(section.id, section.title, *_floats(total), tuple(criteria))
    return _Weighed(score, total, tuple(lost))


def _spread(total: Fraction, weights: Sequence[Fraction]) -> list[Fraction]:
    """Shares `total` out in proportion; gives nothing where nothing has a weight."""
    whole = sum(weights, ZERO)
    return [total * weight / whole if whole else ZERO for weight in weights]


def _sum(interval: Interval, points: Fraction) -> _Sum:
    low, high = interval
    return _Sum(points * low, points * (1 - high), points * (high - low))


def _floats(exact: _Sum) -> tuple[float, float, float, float]:
    return float(exact.points), float(exact.won), float(exact.lost), float(exact.open)


def _parts(
    criterion: Criterion, rubric: Rubric, findings: Mapping[str, Finding], catalogue: Mapping[str, AnyCheck]
) -> tuple[_Part, ...]:
    """The checks that earn a criterion's points."""
    return tuple(
        _Part(
            check,
            ZERO if _is_aside(check, criterion, catalogue) else _weight(check, rubric, findings, catalogue),
            earned(criterion, findings.get(check), catalogue.get(check)),
        )
        for check in _checks(criterion, rubric, catalogue)
    )


def _checks(criterion: Criterion, rubric: Rubric, catalogue: Mapping[str, AnyCheck]) -> tuple[str, ...]:
    """The ids that a criterion names, or all that no criterion names in its category."""
    if criterion.category is None:
        return _named(criterion)
    named = {check for section in rubric.sections for other in section.criteria for check in _named(other)}
    return tuple(
        sorted(
            check_id
            for check_id, check in catalogue.items()
            if check.category is criterion.category and check_id not in named
        )
    )


def _named(criterion: Criterion) -> tuple[str, ...]:
    if criterion.steps is not None:
        return (criterion.steps.check,)
    return tuple(dict.fromkeys(criterion.checks))


def _weight(
    check_id: str, rubric: Rubric, findings: Mapping[str, Finding], catalogue: Mapping[str, AnyCheck]
) -> Fraction:
    """What a check weighs among the checks of its criterion."""
    check, finding = catalogue.get(check_id), findings.get(check_id)
    if finding is not None and finding.outcome is Outcome.INAPPLICABLE:
        return ZERO
    if check is None:
        # Nobody knows how severe it is: it holds open as much as it could be worth.
        return max((exact(weight) for weight in rubric.severity_weights.values()), default=ONE)
    return ZERO if check.preview else exact(rubric.severity_weights.get(check.severity, 0.0))


def _is_aside(check_id: str, criterion: Criterion, catalogue: Mapping[str, AnyCheck]) -> bool:
    """Whether a check asks more than is owed, and comes into the criterion by its category alone."""
    check = catalogue.get(check_id)
    return criterion.category is not None and check is not None and check.advisory


def _lost(sections: Sequence[_Weighed]) -> tuple[tuple[str, float], ...]:
    """Points lost by each check in all criteria together, worst first, equals by id."""
    sums: dict[str, Fraction] = {}
    for section in sections:
        for check, lost in section.lost:
            sums[check] = sums.get(check, ZERO) + lost
    worst_first = sorted(sums.items(), key=lambda item: (-item[1], item[0]))
    return tuple((check, float(lost)) for check, lost in worst_first if lost)


def _band(score: Score, bands: Sequence[Band]) -> Band | None:
    """The highest band whose floor the value reaches, as it is printed."""
    value = in_print(score.value)
    reached = [band for band in bands if value is not None and value >= band.floor]
    return max(reached, key=lambda band: band.floor, default=None)


def _unranked(
    assessment: Assessment, rubric: Rubric, gates: Sequence[GateResult], sections: Sequence[_Weighed]
) -> str:
    """The first reason why the site takes no rank; empty if it takes one."""
    site = assessment.site
    groups = rubric.groups.values()
    if assessment.status not in (SiteStatus.REACHABLE, SiteStatus.DEGRADED):
        return "status"
    if not site.award:
        return "award"
    if groups and not any(site.type in types for types in groups):
        return "type"
    if any(result.bars_from_rank for result in gates):
        return "gate"
    least = exact(rubric.least_coverage)
    applicable = [section.sum for section in sections if section.sum.points]
    decided = sum((own.won + own.lost for own in applicable), ZERO)
    if not decided or any(own.won + own.lost < least * own.points for own in applicable):
        return "coverage"
    return ""
