"""Gates and caps: what no sum of points can make good."""

from collections.abc import Iterable
from dataclasses import replace

from webaudit.model.finding import Finding, Outcome
from webaudit.model.report import GateResult, GateState, Score
from webaudit.model.rubric import Effect, Gate

LOOKS_TAKEN = 1
"""How often a site has been looked at; a second look is not taken yet."""


def gate_state(gate: Gate, finding: Finding | None, looks: int = LOOKS_TAKEN) -> GateState:
    """What the finding of the gate's check says of the gate.

    Args:
        finding: as made, before waivers: nobody can waive a gate.
        looks: that were taken; fewer than the gate asks make a failed gate `SUSPECTED`.
    """
    if finding is None or finding.outcome in (Outcome.UNTESTED, Outcome.CANT_TELL):
        return GateState.UNDECIDED
    if finding.outcome is not Outcome.FAILED:
        return GateState.PASSED
    seen = [verdict for verdict in finding.verdicts if verdict.outcome is Outcome.FAILED]
    if not gate.codes or any(verdict.code in gate.codes for verdict in seen):
        return GateState.FAILED if gate.looks <= looks else GateState.SUSPECTED
    # Another code failed. The gate is passed only if every failed target was shown, and none is undecided.
    whole = len(seen) == finding.counts.failed and not finding.counts.undecided
    return GateState.PASSED if whole else GateState.UNDECIDED


def cap(score: Score, gates: Iterable[GateResult]) -> Score:
    """The score under the lowest cap of the gates that failed; its points stay as they are.

    A gate that is not decided, or only suspected, caps `low` alone: it might have failed.
    """
    caps = [result for result in gates if result.gate.effect is Effect.CAP]
    failed = [result.gate.cap for result in caps if result.state is GateState.FAILED]
    possible = [result.gate.cap for result in caps if result.state is not GateState.PASSED]
    return replace(score, cap=min(failed, default=100.0), low_cap=min(possible, default=100.0))
