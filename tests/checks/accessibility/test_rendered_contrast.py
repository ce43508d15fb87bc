"""`rendered-contrast`: placeholders, letters on gradients and in focus stand out."""

from collections.abc import Sequence

import pytest

from tests.evidence import measured
from webaudit.checks.accessibility.rendered_contrast import rendered_contrast
from webaudit.model.finding import Outcome
from webaudit.model.rendered import Row

P, F, C = Outcome.PASSED, Outcome.FAILED, Outcome.CANT_TELL


@pytest.mark.parametrize(
    ("facts", "outcomes"),
    [
        pytest.param(
            {"state_contrast": [{"kind": "placeholder", "ratio": 2.1, "least": 4.5}]}, [F], id="a placeholder"
        ),
        pytest.param(
            {"state_contrast": [{"kind": "placeholder", "ratio": 4.5, "least": 4.5}]}, [P], id="enough"
        ),
        pytest.param(
            {"state_contrast": [{"kind": "placeholder", "ratio": None, "least": 4.5}]}, [C], id="not measured"
        ),
        pytest.param(
            {"state_contrast": [{"kind": "gradient", "ratio": 1.5, "least": 3}]}, [F], id="a gradient"
        ),
        pytest.param({"focus_order": [{"ratio": 1.4, "plain": 8.0, "least": 4.5}]}, [F], id="with the focus"),
        pytest.param({"focus_order": [{"ratio": 5.4, "plain": 8.0, "least": 4.5}]}, [P], id="still enough"),
        pytest.param({"focus_order": [{"ratio": 1.4, "plain": 1.5, "least": 4.5}]}, [], id="faint before"),
        pytest.param({"focus_order": [{"ratio": 8.0, "plain": 8.0, "least": 4.5}]}, [], id="no change"),
    ],
)
def test_outcomes(facts: dict[str, Sequence[Row]], outcomes: list[Outcome]) -> None:
    """Too little contrast fails; what was faint without the focus is not told twice."""
    assert [verdict.outcome for verdict in rendered_contrast(measured(**facts))] == outcomes
