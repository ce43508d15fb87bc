"""`focus-obscured`: nothing lies over the place where the keyboard is."""

from collections.abc import Sequence

import pytest

from tests.evidence import measured
from webaudit.checks.accessibility.focus_obscured import focus_obscured
from webaudit.model.finding import Outcome
from webaudit.model.rendered import Row

P, F, C = Outcome.PASSED, Outcome.FAILED, Outcome.CANT_TELL


@pytest.mark.parametrize(
    ("facts", "outcomes"),
    [
        pytest.param({"focus_order": [{"covered": False, "seen": True, "shown": True}]}, [P], id="open"),
        pytest.param(
            {"focus_order": [{"covered": True, "cover": "<header>", "seen": True, "shown": True}]},
            [F],
            id="covered",
        ),
        pytest.param(
            {"focus_order": [{"covered": False, "seen": True, "shown": False}]}, [], id="out of the window"
        ),
    ],
)
def test_outcomes(facts: dict[str, Sequence[Row]], outcomes: list[Outcome]) -> None:
    """What is covered wholly fails; what is out of the window says nothing."""
    assert [verdict.outcome for verdict in focus_obscured(measured(**facts))] == outcomes
