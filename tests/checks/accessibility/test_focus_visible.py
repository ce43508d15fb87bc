"""`focus-visible`: who moves with the keyboard sees where they are."""

from collections.abc import Sequence

import pytest

from tests.evidence import measured
from webaudit.checks.accessibility.focus_visible import focus_visible
from webaudit.model.finding import Outcome
from webaudit.model.rendered import Row

P, F, C = Outcome.PASSED, Outcome.FAILED, Outcome.CANT_TELL

STOP: Row = {"same": True, "own_mark": False, "seen": True, "differs": None}


@pytest.mark.parametrize(
    ("facts", "outcomes"),
    [
        pytest.param({"focus_visible": [{**STOP, "same": False}]}, [P], id="styles differ"),
        pytest.param({"focus_visible": [{**STOP, "differs": True}]}, [P], id="a picture differs"),
        pytest.param({"focus_visible": [{**STOP, "own_mark": True}]}, [P], id="a caret"),
        pytest.param({"focus_visible": [{**STOP, "differs": False}]}, [F], id="nothing differs"),
        pytest.param({"focus_visible": [STOP]}, [C], id="no picture"),
        pytest.param({"focus_visible": [{**STOP, "seen": False}]}, [C], id="not seen"),
        pytest.param({"focus_visible": [{**STOP, "same": None}]}, [], id="never left"),
    ],
)
def test_outcomes(facts: dict[str, Sequence[Row]], outcomes: list[Outcome]) -> None:
    """What looks the same in styles and in a picture fails; what was not photographed is undecided."""
    assert [verdict.outcome for verdict in focus_visible(measured(**facts))] == outcomes
