"""What a finding earns under a criterion: as folded, by the steps of a measure, or by codes."""

import math
from fractions import Fraction

from webaudit.model.check import AnyCheck
from webaudit.model.finding import Finding, Outcome, Verdict
from webaudit.model.rubric import Criterion, Steps

ZERO, ONE = Fraction(0), Fraction(1)

Interval = tuple[Fraction, Fraction]
"""Share of a check's points that is won, and share that is not lost: 0 to 1; between them it is open."""

OPEN: Interval = (ZERO, ONE)


def exact(number: float) -> Fraction:
    """The number as the jury wrote it: 0.1 is a tenth, not its nearest binary fraction."""
    return Fraction(repr(number))


def earned(criterion: Criterion, finding: Finding | None, check: AnyCheck | None) -> Interval:
    """How much of the check's points a finding wins, and how much it does not lose, under a criterion."""
    if finding is None or finding.outcome is Outcome.UNTESTED:
        return OPEN
    if criterion.steps is not None:
        return _by_steps(finding, criterion.steps, criterion.points)
    low, high = Fraction(finding.low), Fraction(finding.high)
    if criterion.shares and check is not None and check.sole_target:
        for verdict in finding.verdicts:
            # Each page has one target, which won or lost its whole part of the mean.
            by_code, part = criterion.shares.get(verdict.code), Fraction(1, max(finding.pages, 1))
            if by_code is None or verdict.outcome is Outcome.CANT_TELL:
                continue
            change = (exact(by_code) - (1 if verdict.outcome is Outcome.PASSED else 0)) * part
            low, high = low + change, high + change
    # A mean of floats may miss a whole by its last bit.
    return max(ZERO, low), min(ONE, high)


def _by_steps(finding: Finding, steps: Steps, points: float) -> Interval:
    """The share that the measure of the sole verdict earns.

    A verdict that fails without any measure has decided: there is nothing to measure (no news at all), and
    who hides the matter must not fare better than who shows it old.
    """
    verdict: Verdict | None = finding.verdicts[0] if len(finding.verdicts) == 1 else None
    if verdict is None or verdict.outcome is Outcome.CANT_TELL:
        return OPEN
    if verdict.measure is None:
        return (ZERO, ZERO) if verdict.outcome is Outcome.FAILED else OPEN
    value = verdict.measure.value
    if verdict.measure.name != steps.measure or math.isnan(value):
        return OPEN
    reached = [
        *(step for limit, step in steps.at_most if value <= limit),
        *(step for limit, step in steps.at_least if value >= limit),
    ]
    if not reached or points <= 0:
        return ZERO, ZERO
    share = min(ONE, max(ZERO, exact(max(reached)) / exact(points)))
    return share, share
