"""`first-byte`: a measure with the limits of web.dev."""

import pytest

from tests.evidence import home
from webaudit.checks.uptime.first_byte import first_byte
from webaudit.model.finding import Measure, Outcome
from webaudit.model.reading import PageKind


@pytest.mark.parametrize(
    ("milliseconds", "outcome", "code"),
    [
        pytest.param(12.4, Outcome.PASSED, "", id="quick"),
        pytest.param(800.4, Outcome.PASSED, "", id="the limit itself"),
        pytest.param(801, Outcome.FAILED, "middling", id="above it"),
        pytest.param(1800, Outcome.FAILED, "middling", id="not yet poor"),
        pytest.param(1801, Outcome.FAILED, "slow", id="poor"),
    ],
)
def test_outcome(milliseconds: float, outcome: Outcome, code: str) -> None:
    """Up to 800 ms is good, above 1,800 ms is poor; the measure is always told."""
    (verdict,) = first_byte(home(first_byte_ms=milliseconds))

    assert (verdict.outcome, verdict.code) == (outcome, code)
    assert verdict.measure == Measure("ttfb_ms", round(milliseconds))


@pytest.mark.parametrize(
    "kind", [kind for kind in PageKind if kind not in {PageKind.CONTENT, PageKind.SHELL}]
)
def test_other_pages_are_not_timed(kind: PageKind) -> None:
    """How fast an error or a firewall's page comes is nothing that the site earns points for."""
    (verdict,) = first_byte(home(kind=kind, first_byte_ms=5))

    assert verdict.outcome is Outcome.CANT_TELL
