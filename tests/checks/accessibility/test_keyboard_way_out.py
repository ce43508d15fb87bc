"""`keyboard-way-out`: who comes to a place with the keyboard can leave it."""

from collections.abc import Sequence

import pytest

from tests.evidence import PAGE_ROW, measured
from webaudit.checks.accessibility.keyboard_way_out import keyboard_way_out
from webaudit.model.finding import Outcome
from webaudit.model.rendered import Row

P, F, C = Outcome.PASSED, Outcome.FAILED, Outcome.CANT_TELL

TRAP: Row = {"xpath": "/html/body/button", "alone": True, "fixed": False, "told_how": False}


@pytest.mark.parametrize(
    ("facts", "outcomes"),
    [
        pytest.param({"keyboard_trap": [PAGE_ROW]}, [P], id="nothing is caught"),
        pytest.param({"keyboard_trap": []}, [], id="nothing takes the focus"),
        pytest.param({"keyboard_trap": [PAGE_ROW, TRAP]}, [F], id="one place"),
        pytest.param({"keyboard_trap": [PAGE_ROW, {**TRAP, "alone": False}]}, [C], id="a circle"),
        pytest.param({"keyboard_trap": [PAGE_ROW, {**TRAP, "fixed": True}]}, [C], id="in a dialog"),
        pytest.param(
            {"keyboard_trap": [PAGE_ROW, {**TRAP, "told_how": True}]}, [C], id="the page names a key"
        ),
    ],
)
def test_outcomes(facts: dict[str, Sequence[Row]], outcomes: list[Outcome]) -> None:
    """Only a place that nothing leads on from, and beside which no key is named, fails."""
    assert [verdict.outcome for verdict in keyboard_way_out(measured(**facts))] == outcomes
