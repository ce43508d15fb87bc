"""The rubric as the JSON report, version 1, tells it: what was in force, so that the sums can be checked."""

from collections.abc import Iterable
from typing import Annotated

from pydantic import Field

from webaudit.locales import Words
from webaudit.model.check import Category, Severity
from webaudit.model.rubric import Basis, Effect, Gate, Limits, Penalty, Rubric
from webaudit.render.clean import clean
from webaudit.render.wire import Wire, rounded


class BasisRecord(Wire):
    """The law, norm or practice of juries that a part of the rubric stands on."""

    text: str
    checked: bool
    """False while nobody has compared the articles with the official text."""


class RubricCriterion(Wire):
    """One criterion of the rubric."""

    id: str
    title: str
    sources: tuple[BasisRecord, ...]
    points: float
    """At most; those of criteria that do not apply to a site are shared out in the section."""
    types: dict[str, float]
    """What it weighs in its section for some types of agency, in place of `points`."""
    checks: tuple[str, ...]
    """Ids; empty if the criterion takes a whole category."""
    category: Category | None
    """Instead of `checks`: every check of it that no other criterion names."""


class RubricSection(Wire):
    """One section of the rubric."""

    id: str
    title: str
    sources: tuple[BasisRecord, ...]
    points: float
    criteria: tuple[RubricCriterion, ...]


class GateLimit(Wire):
    """A value of a measure, and what follows beyond it."""

    limit: float
    effect: Effect
    cap: float | None
    """The highest value that is left, for the effect `cap`."""


class RubricGate(Wire):
    """A condition that no sum of points can make good."""

    id: str
    title: str
    sources: tuple[BasisRecord, ...]
    checks: tuple[str, ...]
    """The gate fails if one of them failed."""
    codes: tuple[str, ...]
    """Only these codes of failed verdicts count; empty means all."""
    effect: Effect
    """For a gate with limits the worst that can follow."""
    looks: int
    """How many looks must agree before it is said to have failed."""
    cap: float | None
    """The highest value that is left, for the effect `cap`."""
    measure: str | None
    """The measure that decides, in place of the outcome; null if there is none."""
    above: tuple[GateLimit, ...]
    below: tuple[GateLimit, ...]


class RubricBand(Wire):
    """A class of values."""

    title: str
    floor: float
    """The class holds the values from here up to the next higher floor."""


class RubricFacts(Wire):
    """The jury's numbers that were in force."""

    id: str
    version: str
    title: str
    digest: str
    """Of the file."""
    least_coverage: Annotated[float, Field(ge=0, le=1)]
    """Below it in a section a site is not ranked."""
    severity_weights: dict[Severity, float]
    """Among the checks of one criterion."""
    tie_break: tuple[str, ...]
    """Ids of sections and criteria, and `gates-failed`: compared one by one where values are equal."""
    bands: tuple[RubricBand, ...]
    """Highest first."""
    gates: tuple[RubricGate, ...]
    sections: tuple[RubricSection, ...]


def rubric_facts(rubric: Rubric, words: Words) -> RubricFacts:
    """The rubric in the words of one language."""
    sections = tuple(
        RubricSection(
            id=section.id,
            title=clean(words.text(section.title)),
            sources=_bases(section.sources),
            points=rounded(section.points),
            criteria=tuple(
                RubricCriterion(
                    id=criterion.id,
                    title=clean(words.text(criterion.title)),
                    sources=_bases(criterion.sources),
                    points=rounded(criterion.points),
                    types={type: rounded(points) for type, points in sorted(criterion.types.items())},
                    checks=criterion.checks or ((criterion.steps.check,) if criterion.steps else ()),
                    category=criterion.category,
                )
                for criterion in section.criteria
            ),
        )
        for section in rubric.sections
    )
    return RubricFacts(
        id=rubric.id,
        version=rubric.version,
        title=clean(words.text(rubric.title)),
        digest=rubric.digest,
        least_coverage=rounded(rubric.least_coverage),
        severity_weights=dict(sorted(rubric.severity_weights.items())),
        tie_break=rubric.tie_break,
        bands=tuple(
            RubricBand(title=clean(words.text(band.title)), floor=rounded(band.floor))
            for band in rubric.bands
        ),
        gates=tuple(_rubric_gate(gate, words) for gate in rubric.gates),
        sections=sections,
    )


def _bases(bases: Iterable[Basis]) -> tuple[BasisRecord, ...]:
    return tuple(BasisRecord(text=clean(basis.text), checked=basis.checked) for basis in bases)


def _rubric_gate(gate: Gate, words: Words) -> RubricGate:
    limits = gate.limits or Limits("")
    return RubricGate(
        id=gate.id,
        title=clean(words.text(gate.title)),
        sources=_bases(gate.sources),
        checks=gate.checks,
        codes=gate.codes,
        effect=gate.penalty.effect,
        looks=gate.looks,
        cap=cap_left(gate.penalty),
        measure=limits.measure or None,
        above=_limits(limits.above),
        below=_limits(limits.below),
    )


def _limits(limits: Iterable[tuple[float, Penalty]]) -> tuple[GateLimit, ...]:
    return tuple(
        GateLimit(limit=rounded(limit), effect=penalty.effect, cap=cap_left(penalty))
        for limit, penalty in limits
    )


def cap_left(penalty: Penalty) -> float | None:
    """The highest value that a penalty leaves; None if it is no cap."""
    return rounded(penalty.cap) if penalty.effect is Effect.CAP else None
