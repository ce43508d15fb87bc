"""Rubric: the jury's numbers as data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from webaudit.model.check import Category, Severity

GATES_FAILED = "gates-failed"
"""A step of the tie-break: whoever fails fewer gates goes first."""

Text = Mapping[str, str]
"""A text by language, {"id": …, "en": …}; both are always there."""


@dataclass(frozen=True, slots=True)
class Basis:
    """The law, norm or practice of juries that a part of the rubric stands on.

    Attributes:
        text: as it would be cited.
        checked: False while nobody has compared the articles with the official text.
    """

    text: str
    checked: bool = True


@dataclass(frozen=True, slots=True)
class Steps:
    """Points by a measure, the best step that applies.

    Attributes:
        check: id of the check whose sole verdict carries the measure.
        measure: its name, "age_days".
        at_most: (limit, points) in rising order of limits; empty if `at_least` is used.
        at_least: (limit, points) in falling order of limits.
    """

    check: str
    measure: str
    at_most: tuple[tuple[float, float], ...] = ()
    at_least: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Criterion:
    """Points, and what earns them: checks, a whole category, or the steps of a measure.

    Attributes:
        points: at most; the jury's.
        checks: ids; they share the points by the weights of their severities.
        category: instead of `checks`, all checks of a category that no other criterion names.
        shares: share of a sole target's points, 0 to 1, by the verdict's code, passed or failed.
        types: what the criterion weighs for some types of agency, in place of `points`; the points of the
            section stay as they are.
    """

    id: str
    title: Text
    points: float
    checks: tuple[str, ...] = ()
    category: Category | None = None
    steps: Steps | None = None
    shares: Mapping[str, float] = field(default_factory=dict)
    types: Mapping[str, float] = field(default_factory=dict)
    sources: tuple[Basis, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the scorecard; its points are the sum of its criteria's."""

    id: str
    title: Text
    criteria: tuple[Criterion, ...]
    sources: tuple[Basis, ...] = ()

    @property
    def points(self) -> float:
        """At most."""
        return sum(criterion.points for criterion in self.criteria)


class Effect(StrEnum):
    """What a gate that is not passed does."""

    DISQUALIFY = "disqualify"
    NOT_ELIGIBLE = "not-eligible"
    CAP = "cap"


@dataclass(frozen=True, slots=True)
class Penalty:
    """What follows from a failed gate.

    Attributes:
        cap: the highest value that is left, for `Effect.CAP`.
    """

    effect: Effect
    cap: float = 100.0


@dataclass(frozen=True, slots=True)
class Limits:
    """The penalties of a gate that a measure decides; the farthest limit that is passed counts.

    Attributes:
        measure: name of the measure that the sole verdict of the gate's check carries.
        above: (limit, penalty) in rising order: fails above it; empty if `below` is used.
        below: (limit, penalty) in falling order: fails below it.
    """

    measure: str
    above: tuple[tuple[float, Penalty], ...] = ()
    below: tuple[tuple[float, Penalty], ...] = ()


@dataclass(frozen=True, slots=True)
class Gate:
    """A condition that no sum of points can make good.

    Attributes:
        checks: ids; the gate fails if the finding of one of them failed.
        penalty: what follows; for a gate with `limits` the worst of theirs.
        codes: only verdicts with these codes count; empty means all.
        looks: how many looks must agree before it is said to have failed; after fewer it is suspected.
        limits: by the measure of its one check, instead of by outcomes.
    """

    id: str
    title: Text
    checks: tuple[str, ...]
    penalty: Penalty
    codes: tuple[str, ...] = ()
    looks: int = 1
    limits: Limits | None = None
    sources: tuple[Basis, ...] = ()


@dataclass(frozen=True, slots=True)
class Band:
    """A class of values, from `floor` on."""

    floor: float
    title: Text


@dataclass(frozen=True, slots=True)
class Rubric:
    """The jury's numbers, versioned.

    Attributes:
        digest: "sha256:…" of the file.
        bands: highest first.
        least_coverage: below it in a section, 0 to 1, a site is not ranked.
        severity_weights: among the checks of one criterion.
        groups: types of agency that are ranked together, by name of the group; empty ranks all together.
        not_applicable: ids of criteria that do not apply, by type of agency.
        tie_break: ids of sections and criteria, and `GATES_FAILED`, compared one after the other where values
            are equal.
        waivable: ids of checks that a waiver may name.
    """

    id: str
    version: str
    title: Text
    digest: str
    sections: tuple[Section, ...]
    gates: tuple[Gate, ...]
    bands: tuple[Band, ...]
    least_coverage: float
    severity_weights: Mapping[Severity, float]
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    not_applicable: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    tie_break: tuple[str, ...] = ()
    waivable: tuple[str, ...] = ()
