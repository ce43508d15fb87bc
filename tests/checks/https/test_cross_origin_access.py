"""`cross-origin-access`: whether any site may act with a visitor's login."""

import pytest

from webaudit.checks.https.cross_origin_access import cross_origin_access
from webaudit.extract.observatory_seen import ORIGIN
from webaudit.model.finding import Outcome
from webaudit.model.heads import Cors


@pytest.mark.parametrize(
    ("status", "allowed", "credentials", "outcome"),
    [
        (204, "", False, Outcome.PASSED),
        (200, "*", False, Outcome.PASSED),
        (200, "*", True, Outcome.PASSED),
        (200, ORIGIN, False, Outcome.PASSED),
        (200, "https://mitra.example", True, Outcome.PASSED),
        (200, ORIGIN, True, Outcome.FAILED),
        (200, "null", True, Outcome.FAILED),
        (403, ORIGIN, True, Outcome.FAILED),
        (405, "", False, Outcome.PASSED),
        (403, "", False, Outcome.CANT_TELL),
        (503, "", False, Outcome.CANT_TELL),
    ],
)
def test_outcome(status: int, allowed: str, credentials: bool, outcome: Outcome) -> None:
    """Only the foreign site's own name beside a login lets it in; browsers refuse a star there."""
    (verdict,) = cross_origin_access(Cors("https://a.example/", status, ORIGIN, allowed, credentials))

    assert verdict.outcome is outcome
