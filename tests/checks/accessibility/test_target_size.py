"""`target-size`: links and buttons are large enough to be hit."""

from collections.abc import Sequence

import pytest

from tests.evidence import PAGE_ROW, measured
from webaudit.checks.accessibility.target_size import target_size
from webaudit.model.finding import Outcome
from webaudit.model.rendered import Row

P, F, C = Outcome.PASSED, Outcome.FAILED, Outcome.CANT_TELL


@pytest.mark.parametrize(
    ("facts", "outcomes"),
    [
        pytest.param({"target_size": [PAGE_ROW]}, [P], id="large"),
        pytest.param({"target_size": []}, [], id="not measured"),
        pytest.param({"target_size": [PAGE_ROW, {"width_px": 14.0, "height_px": 14.0}]}, [F], id="small"),
        pytest.param({"target_size": [PAGE_ROW, {"in_line": True}]}, [P], id="in a line"),
        pytest.param({"target_size": [PAGE_ROW, {"again": True}]}, [P], id="again, larger"),
    ],
)
def test_outcomes(facts: dict[str, Sequence[Row]], outcomes: list[Outcome]) -> None:
    """What is small and close to the next fails, unless it stands in a line of text or elsewhere larger."""
    assert [verdict.outcome for verdict in target_size(measured(**facts))] == outcomes
