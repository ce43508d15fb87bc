"""`spaced-text`: text that is spaced out is not cut off."""

from collections.abc import Sequence

import pytest

from tests.evidence import PAGE_ROW, measured
from webaudit.checks.accessibility.spaced_text import spaced_text
from webaudit.model.finding import Outcome
from webaudit.model.rendered import Row

P, F, C = Outcome.PASSED, Outcome.FAILED, Outcome.CANT_TELL


@pytest.mark.parametrize(
    ("facts", "outcomes"),
    [
        pytest.param({"spaced_text": [PAGE_ROW]}, [P], id="whole"),
        pytest.param({"spaced_text": []}, [], id="not measured"),
        pytest.param({"spaced_text": [PAGE_ROW, {"text": "Jadwal", "way": False}]}, [F], id="cut off"),
        pytest.param({"spaced_text": [PAGE_ROW, {"text": "Jadwal", "way": True}]}, [C], id="a link is near"),
    ],
)
def test_outcomes(facts: dict[str, Sequence[Row]], outcomes: list[Outcome]) -> None:
    """Text that is cut off fails, unless something near may show the whole."""
    assert [verdict.outcome for verdict in spaced_text(measured(**facts))] == outcomes
