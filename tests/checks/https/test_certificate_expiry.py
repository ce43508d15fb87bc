"""`certificate-expiry`: days left are counted from the capture."""

import pytest

from tests.evidence import certificate, moment, tls
from webaudit.checks.https.certificate_expiry import certificate_expiry
from webaudit.model.finding import Measure, Outcome


@pytest.mark.parametrize(
    ("days_left", "lifetime_days", "outcome", "code"),
    [
        pytest.param(60, 90, Outcome.PASSED, "", id="far away"),
        pytest.param(14, 90, Outcome.PASSED, "", id="the limit itself"),
        pytest.param(13.9, 90, Outcome.FAILED, "expires-soon", id="soon"),
        pytest.param(3, 6, Outcome.PASSED, "", id="a short-lived one with more than a third left"),
        pytest.param(1.5, 6, Outcome.FAILED, "expires-soon", id="a short-lived one with less"),
        pytest.param(0, 90, Outcome.FAILED, "expires-soon", id="the last second"),
        pytest.param(-0.1, 90, Outcome.FAILED, "expired", id="over"),
    ],
)
def test_outcome(days_left: float, lifetime_days: float, outcome: Outcome, code: str) -> None:
    """14 days must be left, or a third of a shorter life; the measure is whole days, rounded down."""
    leaf = certificate(days_left=days_left, lifetime_days=lifetime_days)
    (verdict,) = certificate_expiry(tls(0, leaf), moment())

    assert (verdict.outcome, verdict.code) == (outcome, code)
    assert verdict.measure == Measure("days_left", days_left // 1)


def test_not_yet_valid() -> None:
    """A certificate whose time has not come is no better than one that is over, and has no days left."""
    (verdict,) = certificate_expiry(tls(9, certificate(days_left=100, lifetime_days=90)), moment())

    assert (verdict.code, verdict.measure) == ("not-yet-valid", None)
