"""What the program says of a site before and after a transformation, and which law that breaks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

from tests.metamorphic.captured import Captured
from tests.metamorphic.transformation import Family
from webaudit.checks import catalogue
from webaudit.model.finding import Finding, Outcome
from webaudit.model.report import Assessment, CriterionScore, Scorecard
from webaudit.model.rubric import Rubric
from webaudit.pipeline.assess import assess
from webaudit.scoring.weigh import weigh
from webaudit.store.rubrics import read_rubric

EPSILON = 1e-9
_BYTES = ("compression", "page-weight")
"""Checks to which blanks and codings matter."""


@dataclass(frozen=True)
class Judged:
    """The Assessment of a site, and its scorecard by each rubric that comes with the program."""

    assessment: Assessment
    cards: Mapping[str, Scorecard]


@cache
def rubrics() -> tuple[Rubric, ...]:
    """All rubrics that come with the program."""
    files = (resources.files("webaudit") / "rubrics").iterdir()
    names = sorted(file.name.removesuffix(".yaml") for file in files if file.name.endswith(".yaml"))
    return tuple(map(read_rubric, names))


def judged(site: Captured) -> Judged:
    """Asks every check there is, and weighs by every rubric."""
    return _weighed(assess(site.snapshot, catalogue().checks, site.external))


def _weighed(assessment: Assessment) -> Judged:
    known = {check.id: check for check in catalogue().checks}
    return Judged(assessment, {rubric.id: weigh(assessment, rubric, known) for rubric in rubrics()})


def broken(family: Family, before: Judged, after: Judged) -> tuple[str, ...]:
    """Each breach of the family's law, told with the checks that moved."""
    law = {
        Family.COSMETIC: _earned,
        Family.EVASION: _evaded,
        Family.WITHDRAWAL: _found,
        Family.REPAIR: _fallen,
        Family.NEUTRAL: _moved,
    }[family]
    said = tuple(law(before, after))
    return (*said, *_movements(before, after)) if said else ()


def _earned(before: Judged, after: Judged) -> Iterator[str]:
    """What rose, the checks apart that had no target before, or have none now.

    Their points lay with their neighbours, so that the first target, even one that fails half, can be better
    than these are: docs/scoring.md says why that is borne.
    """
    pairs = zip(before.assessment.findings, after.assessment.findings, strict=True)
    findings = tuple(was if Outcome.INAPPLICABLE in (was.outcome, now.outcome) else now for was, now in pairs)
    yield from _risen(before, _weighed(replace(after.assessment, findings=findings)))


def _evaded(before: Judged, after: Judged) -> Iterator[str]:
    """What rose on a site that takes a rank for all that."""
    for rubric, card in after.cards.items():
        if card.unranked:
            continue
        low, was = card.score.low, before.cards[rubric].score.low
        if low > was + EPSILON:
            yield f"{rubric}: low {was:.4f} -> {low:.4f}"


def _found(before: Judged, after: Judged) -> Iterator[str]:
    """What a site is asked for once, and has better although there is less of it."""
    once = [check.id for check in catalogue().checks if not check.page and check.sole_target]
    was = {finding.check: finding for finding in before.assessment.findings}
    for finding in after.assessment.findings:
        if finding.check in once and finding.low > was[finding.check].low + EPSILON:
            yield f"{finding.check}: {was[finding.check].low} -> {finding.low}"


def _risen(before: Judged, after: Judged) -> Iterator[str]:
    for rubric, card in after.cards.items():
        was = before.cards[rubric]
        if card.score.low > was.score.low + EPSILON:
            yield f"{rubric}: low {was.score.low:.4f} -> {card.score.low:.4f}"
        for name, criterion in _criteria(card).items():
            share, old = _share(criterion), _share(_criteria(was)[name])
            if old is not None and share is not None and share > old + EPSILON:
                yield f"{rubric}: criterion {name} won {old:.4f} -> {share:.4f} of its points"


def _fallen(before: Judged, after: Judged) -> Iterator[str]:
    for rubric, card in after.cards.items():
        was = before.cards[rubric].score.low
        if card.score.low < was - EPSILON:
            yield f"{rubric}: low {was:.4f} -> {card.score.low:.4f}"


def _moved(before: Judged, after: Judged) -> Iterator[str]:
    """What is not as it was, but for the checks that weigh the bytes."""
    pairs = zip(before.assessment.findings, after.assessment.findings, strict=True)
    findings = tuple(was if was.check in _BYTES else now for was, now in pairs)
    after = _weighed(replace(after.assessment, findings=findings))
    old, new = before.assessment, after.assessment
    if (old.status, old.failure, old.faults) != (new.status, new.failure, new.faults):
        yield f"status {old.status} {old.failure} -> {new.status} {new.failure}"
    for was, now in zip(old.findings, new.findings, strict=True):
        if _view(was) != _view(now):
            yield f"{was.check}: {_view(was)} -> {_view(now)}"
    for rubric, card in after.cards.items():
        if card.score != before.cards[rubric].score:
            yield f"{rubric}: {before.cards[rubric].score} -> {card.score}"


def _criteria(card: Scorecard) -> dict[str, CriterionScore]:
    return {
        f"{section.id}.{criterion.id}": criterion
        for section in card.sections
        for criterion in section.criteria
    }


def _share(criterion: CriterionScore) -> float | None:
    """How much of its points a criterion won; None if it does not apply."""
    points = criterion.won + criterion.lost + criterion.open
    return criterion.won / points if points else None


def _view(finding: Finding) -> object:
    """All of a finding but addresses and markup."""
    verdicts = sorted((v.outcome, v.code, v.measure.value if v.measure else 0.0) for v in finding.verdicts)
    return (
        *(finding.outcome, finding.low, finding.high, finding.counts, finding.reason, finding.pages),
        tuple(verdicts),
    )


def _movements(before: Judged, after: Judged) -> Iterator[str]:
    """The findings that are not what they were."""
    for was, now in zip(before.assessment.findings, after.assessment.findings, strict=True):
        if (was.outcome, was.low, was.high) != (now.outcome, now.low, now.high):
            codes = sorted(
                {verdict.code for verdict in now.verdicts if verdict.outcome is not Outcome.PASSED}
            )
            yield (
                f"  {was.check}: {was.outcome} {was.low:.3f}..{was.high:.3f}"
                f" -> {now.outcome} {now.low:.3f}..{now.high:.3f} {codes}"
            )
