"""Gates and caps: what no sum of points can make good."""

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from webaudit.model.finding import Finding, Outcome
from webaudit.model.report import GateResult, GateState, Score
from webaudit.model.rubric import Effect, Gate, Limits, Penalty

_GRAVEST = (GateState.FAILED, GateState.SUSPECTED, GateState.UNDECIDED, GateState.PASSED)


def gate_result(gate: Gate, findings: Mapping[str, Finding], twice: Collection[str] = ()) -> GateResult:
    """What the findings of the gate's checks say of the gate: the gravest of them counts.

    Args:
        findings: by check, as made, before waivers: nobody can waive a gate.
        twice: checks that a second look found to fail as well; with fewer looks than the gate asks for, a
            failed gate is `SUSPECTED`.
    """
    said = [(check, *_said(gate, findings.get(check), 1 + (check in twice))) for check in gate.checks]
    check, state, penalty = min(said, key=lambda one: _GRAVEST.index(one[1]))
    return GateResult(gate, state, check, penalty)


def failed_of(gate: Gate, findings: Iterable[Finding]) -> tuple[str, ...]:
    """The gate's checks that failed, in its order."""
    failed = {finding.check for finding in findings if finding.outcome is Outcome.FAILED}
    return tuple(check for check in gate.checks if check in failed)


def _said(gate: Gate, finding: Finding | None, looks: int) -> tuple[GateState, Penalty]:
    """What one finding says of the gate, and the penalty that it asks for."""
    if finding is None or finding.outcome in (Outcome.UNTESTED, Outcome.CANT_TELL):
        return GateState.UNDECIDED, gate.penalty
    failed = GateState.FAILED if gate.looks <= looks else GateState.SUSPECTED
    if finding.outcome is Outcome.INAPPLICABLE:
        return GateState.PASSED, gate.penalty
    if gate.limits is not None:
        penalty = _by_limits(finding, gate.limits)
        if penalty is None:
            return GateState.UNDECIDED, gate.penalty
        return (failed, penalty[0]) if penalty else (GateState.PASSED, gate.penalty)
    if finding.outcome is not Outcome.FAILED:
        return GateState.PASSED, gate.penalty
    seen = [verdict for verdict in finding.verdicts if verdict.outcome is Outcome.FAILED]
    if not gate.codes or any(verdict.code in gate.codes for verdict in seen):
        return failed, gate.penalty
    # Another code failed. The gate is passed only if every failed target was shown, and none is undecided.
    whole = len(seen) == finding.counts.failed and not finding.counts.undecided
    return (GateState.PASSED if whole else GateState.UNDECIDED), gate.penalty


def _by_limits(finding: Finding, limits: Limits) -> tuple[Penalty, ...] | None:
    """The penalty of the farthest limit that the measure passes, or none; None if there is no measure."""
    measure = finding.verdicts[0].measure if len(finding.verdicts) == 1 else None
    if measure is None or measure.name != limits.measure or math.isnan(measure.value):
        return None
    passed = [
        *(penalty for limit, penalty in limits.above if measure.value > limit),
        *(penalty for limit, penalty in limits.below if measure.value < limit),
    ]
    return tuple(passed[-1:])


def cap(score: Score, gates: Iterable[GateResult]) -> Score:
    """The score under the lowest cap of the gates that failed; its points stay as they are.

    A gate that is not decided, or only suspected, caps `low` alone: it might have failed.
    """
    caps = [result for result in gates if result.penalty.effect is Effect.CAP]
    failed = [result.penalty.cap for result in caps if result.state is GateState.FAILED]
    possible = [result.penalty.cap for result in caps if result.state is not GateState.PASSED]
    return replace(score, cap=min(failed, default=100.0), low_cap=min(possible, default=100.0))
