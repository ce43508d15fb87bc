"""`focus-order`: the keyboard goes through a form in the order in which it is read."""

from collections.abc import Sequence

import pytest

from tests.evidence import measured
from webaudit.checks.accessibility.focus_order import focus_order
from webaudit.model.finding import Outcome
from webaudit.model.rendered import Row

P, F, C = Outcome.PASSED, Outcome.FAILED, Outcome.CANT_TELL


def place(nth: int, tabindex: int, left: int = 0, top: int = 0, **said: str | bool) -> Row:
    """A field of a form, 100 by 20 pixels."""
    return {
        "nth": nth,
        "tabindex": tabindex,
        "left": left,
        "top": top,
        "width": 100,
        "height": 20,
        "group": "/html/body/form",
        "seen": True,
        **said,
    }


@pytest.mark.parametrize(
    ("rows", "outcomes"),
    [
        pytest.param([place(0, 1), place(1, 2, top=40)], [P], id="as it is read"),
        pytest.param([place(1, 1, top=40), place(0, 2)], [C, F], id="from below upwards"),
        pytest.param([place(1, 1, left=200), place(0, 2)], [C, F], id="from the right to the left"),
        pytest.param([place(1, 1, top=40), place(0, 0)], [C], id="one has no number"),
        pytest.param([place(1, 1, top=40), place(0, 2, group="")], [C, P], id="not in one form"),
        pytest.param([place(1, 1), place(0, 2, top=40)], [C, P], id="the eye agrees with the keyboard"),
        pytest.param([place(1, 1, left=200, top=40), place(0, 2)], [C, P], id="one column after the other"),
        pytest.param([place(1, 1, top=40), place(0, 2, seen=False)], [C, P], id="one is not seen"),
        pytest.param([place(0, 0), place(1, 0, top=40)], [], id="no numbers"),
        pytest.param([{"tabindex": 1}], [], id="kept before it was measured"),
    ],
)
def test_outcomes(rows: Sequence[Row], outcomes: list[Outcome]) -> None:
    """Only where markup, eye and numbers agree that it leads back, it fails."""
    assert [verdict.outcome for verdict in focus_order(measured(focus_order=rows))] == outcomes
