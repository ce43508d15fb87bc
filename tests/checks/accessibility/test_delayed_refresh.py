"""`delayed-refresh`: pages that reload however late."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.delayed_refresh import delayed_refresh
from webaudit.model.finding import Outcome

F, P = Outcome.FAILED, Outcome.PASSED


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param("<meta http-equiv=refresh content='0; url=/b'>", [P], id="at once"),
        pytest.param("<meta http-equiv=refresh content='30'>", [F], id="soon"),
        pytest.param("<meta http-equiv=refresh content='72001; url=/b'>", [F], id="after a day"),
        pytest.param("<meta http-equiv=refresh content='x; url=/b'>", [], id="no number"),
        pytest.param("<meta content='30'>", [], id="another matter"),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """Only what happens at once is no change behind the reader's back."""
    assert [verdict.outcome for verdict in delayed_refresh(page(html))] == outcomes
