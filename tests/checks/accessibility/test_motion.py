"""`motion`: what moves by itself can be stopped."""

from collections.abc import Sequence

import pytest

from tests.evidence import measured
from webaudit.checks.accessibility.motion import motion
from webaudit.model.finding import Outcome
from webaudit.model.rendered import Row

P, F, C = Outcome.PASSED, Outcome.FAILED, Outcome.CANT_TELL

MOVES: Row = {"letters": 48, "travels": True, "control": False, "flashes": False}


@pytest.mark.parametrize(
    ("facts", "outcomes"),
    [
        pytest.param({"motion": [MOVES]}, [F], id="a ticker"),
        pytest.param({"motion": [{**MOVES, "control": True}]}, [C], id="a control"),
        pytest.param({"motion": [{**MOVES, "travels": False}]}, [C], id="fades"),
        pytest.param({"motion": [{**MOVES, "travels": False, "letters": 0}]}, [P], id="a small mark"),
        pytest.param(
            {"motion": [{**MOVES, "travels": False, "letters": 0, "flashes": True}]}, [C], id="flashes"
        ),
    ],
)
def test_outcomes(facts: dict[str, Sequence[Row]], outcomes: list[Outcome]) -> None:
    """Text that runs by without a control fails; what may be stopped or be slight is undecided."""
    assert [verdict.outcome for verdict in motion(measured(**facts))] == outcomes
