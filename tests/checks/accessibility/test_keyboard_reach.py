"""`keyboard-reach`: what can be clicked can be reached with the keyboard."""

from collections.abc import Sequence

import pytest

from tests.evidence import measured
from webaudit.checks.accessibility.keyboard_reach import keyboard_reach
from webaudit.model.finding import Outcome
from webaudit.model.rendered import Row

P, F, C = Outcome.PASSED, Outcome.FAILED, Outcome.CANT_TELL

BOX: Row = {
    **{"role": "", "handler": True, "pointer": True, "letters": 12},
    **{"reached": False, "within": False, "inside": False, "managed": False, "by_script": False},
}


@pytest.mark.parametrize(
    ("facts", "outcomes"),
    [
        pytest.param({"mouse_only": [BOX]}, [F], id="a box with a handler"),
        pytest.param({"mouse_only": [{**BOX, "reached": True}]}, [P], id="reached"),
        pytest.param({"mouse_only": [{**BOX, "within": True}]}, [], id="around a link"),
        pytest.param({"mouse_only": [{**BOX, "inside": True}]}, [], id="within a link"),
        pytest.param({"mouse_only": [{**BOX, "role": "tab", "managed": True}]}, [C], id="a tab of a list"),
        pytest.param({"mouse_only": [{**BOX, "role": "button", "handler": False}]}, [C], id="a role alone"),
        pytest.param({"mouse_only": [{**BOX, "pointer": False}]}, [C], id="not shown as clickable"),
        pytest.param({"mouse_only": [{**BOX, "letters": 900}]}, [C], id="a whole part of the page"),
    ],
)
def test_outcomes(facts: dict[str, Sequence[Row]], outcomes: list[Outcome]) -> None:
    """What acts and looks like it fails where no focus comes; what may be reached otherwise is undecided."""
    assert [verdict.outcome for verdict in keyboard_reach(measured(**facts))] == outcomes
