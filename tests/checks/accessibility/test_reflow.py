"""`reflow`: a narrow window needs no pushing sideways."""

from collections.abc import Sequence

import pytest

from tests.evidence import PAGE_ROW, measured
from webaudit.checks.accessibility.reflow import reflow
from webaudit.model.finding import Outcome
from webaudit.model.rendered import Row

P, F, C = Outcome.PASSED, Outcome.FAILED, Outcome.CANT_TELL


@pytest.mark.parametrize(
    ("facts", "outcomes"),
    [
        pytest.param({"reflow": [PAGE_ROW]}, [P], id="fits"),
        pytest.param({"reflow": []}, [], id="not measured"),
        pytest.param({"reflow": [{**PAGE_ROW, "pushed_px": 8}]}, [P], id="a margin"),
        pytest.param({"reflow": [{**PAGE_ROW, "pushed_px": 680}, {"beyond_px": 600}]}, [F], id="text"),
        pytest.param({"reflow": [{**PAGE_ROW, "pushed_px": 680}]}, [C], id="a table"),
    ],
)
def test_outcomes(facts: dict[str, Sequence[Row]], outcomes: list[Outcome]) -> None:
    """Text beyond the edge fails; a page that is too wide for another reason is undecided."""
    assert [verdict.outcome for verdict in reflow(measured(**facts))] == outcomes
