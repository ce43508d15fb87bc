"""Gates and caps: what no sum of points makes good."""

from collections.abc import Collection

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scoring.builders import (
    NO_TITLE,
    assessment,
    catalogue,
    check,
    criterion,
    failed,
    inapplicable,
    passed,
    rubric,
    section,
    undecided,
    untested,
)
from webaudit.model.finding import Counts, Finding, Location, Measure, Outcome, Verdict
from webaudit.model.report import GateResult, GateState, Score
from webaudit.model.rubric import Effect, Gate, Limits, Penalty
from webaudit.scoring.gate import cap, gate_result
from webaudit.scoring.weigh import weigh

GATE = Gate("alive", NO_TITLE, ("home-answers",), Penalty(Effect.DISQUALIFY))
TWICE = Gate("injected", NO_TITLE, ("injected-content",), Penalty(Effect.DISQUALIFY), looks=2)
CODED = Gate(
    "https", NO_TITLE, ("certificate-trust",), Penalty(Effect.CAP, 60), codes=("expired", "wrong-name")
)
SEVERAL = Gate("https", NO_TITLE, ("certificate-trust", "https-forced"), Penalty(Effect.CAP, 60))
AGED = Gate(
    "alive",
    NO_TITLE,
    ("newest-content",),
    Penalty(Effect.CAP, 50),
    limits=Limits("age_days", above=((180, Penalty(Effect.CAP, 70)), (365, Penalty(Effect.CAP, 50)))),
)
UP = Gate(
    "up",
    NO_TITLE,
    ("uptime",),
    Penalty(Effect.NOT_ELIGIBLE),
    limits=Limits("ratio", below=((0.95, Penalty(Effect.NOT_ELIGIBLE)),)),
)


def state(gate: Gate, *findings: Finding, twice: Collection[str] = ()) -> GateState:
    """What the findings say of the gate."""
    return gate_result(gate, {finding.check: finding for finding in findings}, twice).state


@pytest.mark.parametrize(
    ("gate", "finding", "expected"),
    [
        (GATE, passed("home-answers"), GateState.PASSED),
        (GATE, inapplicable("home-answers"), GateState.PASSED),
        (GATE, failed("home-answers"), GateState.FAILED),
        (GATE, undecided("home-answers"), GateState.UNDECIDED),
        (GATE, untested("home-answers"), GateState.UNDECIDED),
        (GATE, None, GateState.UNDECIDED),
        (TWICE, failed("injected-content"), GateState.SUSPECTED),
        (TWICE, passed("injected-content"), GateState.PASSED),
        (CODED, failed("certificate-trust", "expired"), GateState.FAILED),
        (CODED, failed("certificate-trust", "self-signed"), GateState.PASSED),
    ],
)
def test_state(gate: Gate, finding: Finding | None, expected: GateState) -> None:
    """A gate fails by a failed verdict of its codes, seen in as many looks as it asks; never by ignorance."""
    assert state(gate, *([finding] if finding else [])) is expected


@pytest.mark.parametrize(
    ("findings", "expected", "check"),
    [
        ((passed("certificate-trust"), passed("https-forced")), GateState.PASSED, "certificate-trust"),
        ((passed("certificate-trust"), failed("https-forced")), GateState.FAILED, "https-forced"),
        ((untested("certificate-trust"), failed("https-forced")), GateState.FAILED, "https-forced"),
        ((passed("certificate-trust"), undecided("https-forced")), GateState.UNDECIDED, "https-forced"),
    ],
)
def test_several_checks(findings: tuple[Finding, ...], expected: GateState, check: str) -> None:
    """Of several checks the gravest answer counts, and the result names whose it is."""
    result = gate_result(SEVERAL, {finding.check: finding for finding in findings})

    assert (result.state, result.check) == (expected, check)


@pytest.mark.parametrize(
    ("days", "expected", "left"),
    [
        (180, GateState.PASSED, 50),
        (180.5, GateState.FAILED, 70),
        (365, GateState.FAILED, 70),
        (366, GateState.FAILED, 50),
    ],
)
def test_limits_of_a_measure(days: float, expected: GateState, left: float) -> None:
    """The farthest limit that a measure passes counts, whatever the check's own outcome is."""
    for finding in (passed, failed):
        result = gate_result(
            AGED, {"newest-content": finding("newest-content", measure=Measure("age_days", days))}
        )

        assert (result.state, result.penalty.cap) == (expected, left)


@pytest.mark.parametrize(
    ("finding", "expected"),
    [
        (passed("uptime", measure=Measure("ratio", 0.95)), GateState.PASSED),
        (passed("uptime", measure=Measure("ratio", 0.949)), GateState.FAILED),
        (passed("uptime", measure=Measure("ratio", float("nan"))), GateState.UNDECIDED),
        (passed("uptime", measure=Measure("days", 1)), GateState.UNDECIDED),
        (failed("uptime"), GateState.UNDECIDED),
        (undecided("uptime", measure=Measure("ratio", 0.1)), GateState.UNDECIDED),
        (untested("uptime"), GateState.UNDECIDED),
        (inapplicable("uptime"), GateState.PASSED),
    ],
)
def test_no_measure_is_no_failure(finding: Finding, expected: GateState) -> None:
    """Without the number that the jury named, or while it is doubtful, the gate is not decided."""
    assert state(UP, finding) is expected


def test_second_look_decides() -> None:
    """What two looks have seen is no suspicion any more."""
    assert state(TWICE, failed("injected-content"), twice=["injected-content"]) is GateState.FAILED
    assert state(TWICE, failed("injected-content"), twice=["cloaked-content"]) is GateState.SUSPECTED


@pytest.mark.parametrize("counts", [Counts(failed=30), Counts(failed=1, undecided=1)])
def test_code_may_hide_behind_the_cut(counts: Counts) -> None:
    """A gate is not called passed while a target that was not shown, or not decided, may fail it."""
    verdict = Verdict(Outcome.FAILED, Location("https://dinas.example/"), "self-signed")
    finding = Finding("certificate-trust", Outcome.FAILED, 0.1, 0.2, counts, verdicts=(verdict,))

    assert state(CODED, finding) is GateState.UNDECIDED


scores = st.tuples(st.floats(0, 100), st.floats(0, 100), st.floats(0, 100)).filter(
    lambda three: sum(three) > 1
)


def failed_cap(limit: float) -> tuple[GateResult, ...]:
    """A cap that holds."""
    penalty = Penalty(Effect.CAP, limit)
    return (GateResult(Gate("g", NO_TITLE, ("c",), penalty), GateState.FAILED, "c", penalty),)


def coded(state: GateState) -> GateResult:
    """The result of `CODED`."""
    return GateResult(CODED, state, "certificate-trust", CODED.penalty)


@given(scores, st.floats(0, 100))
def test_capped_score(three: tuple[float, float, float], limit: float) -> None:
    """A cap cuts value, low and high exactly, and touches no points."""
    won, lost, open_ = (100 * part / sum(three) for part in three)
    before = Score(won, lost, open_)
    after = cap(before, failed_cap(limit))

    assert (after.won, after.lost, after.open) == (won, lost, open_)
    assert (after.low, after.high) == (min(before.low, limit), min(before.high, limit))
    assert after.value == (None if before.value is None else min(before.value, limit))


def test_lowest_cap_holds() -> None:
    """Of several caps the lowest counts, and one that is passed does not."""
    results = (*failed_cap(70), *failed_cap(50), coded(GateState.PASSED))

    assert cap(Score(90, 10, 0), results).value == 50


@pytest.mark.parametrize("unsure", [GateState.SUSPECTED, GateState.UNDECIDED])
def test_an_open_gate_lowers_what_is_certain(unsure: GateState) -> None:
    """A suspicion takes no points, but what is won in any case counts as if it were true."""
    score = cap(Score(90, 10, 0), (coded(unsure),))

    assert (score.value, score.low, score.high) == (90, 60, 90)


def test_a_passed_gate_caps_nothing() -> None:
    """A passed gate leaves the score as it is."""
    assert cap(Score(90, 10, 0), (coded(GateState.PASSED),)) == Score(90, 10, 0)


def test_capped_ignorance_has_no_value() -> None:
    """A site of which nothing is decided gets no value by being capped."""
    assert cap(Score(0, 0, 100), failed_cap(60)).value is None


BY = rubric(section("s", criterion("c", 100, "a")), gates=(GATE, TWICE, CODED))
CATALOGUE = catalogue(
    check("a"), check("home-answers"), check("injected-content"), check("certificate-trust")
)


def test_gates_beat_weights() -> None:
    """A hacked site takes no rank, whatever it won; its score is shown as it is."""
    card = weigh(assessment(passed("a"), passed("home-answers"), failed("injected-content")), BY, CATALOGUE)

    assert card.score.value == 100
    assert card.unranked == "gate"
    assert [result.state for result in card.gates] == [
        GateState.PASSED,
        GateState.SUSPECTED,
        GateState.UNDECIDED,
    ]


def test_cap_comes_after_the_sum() -> None:
    """The capped score stands beside the uncapped one, and the band follows it."""
    card = weigh(assessment(passed("a"), failed("certificate-trust", "expired")), BY, CATALOGUE)

    assert (card.uncapped.value, card.score.value) == (100, 60)
    assert card.band is not None
    assert card.band.floor == 60
    assert card.unranked == ""


def test_undecided_gate_bars_nobody() -> None:
    """What we could not see is not held against a site."""
    assert weigh(assessment(passed("a")), BY, CATALOGUE).unranked == ""
