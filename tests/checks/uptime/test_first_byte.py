"""`first-byte`: the middle one of three times, with the limits of web.dev."""

import pytest

from tests.evidence import SITE, failure, home
from webaudit.checks.uptime.first_byte import first_byte
from webaudit.model.finding import Measure, Outcome
from webaudit.model.home_page import FirstBytes
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
    """Up to 800 ms is good, above 1,800 ms is poor; the one in the middle decides, and is told."""
    (verdict,) = first_byte(home(), FirstBytes(SITE, (9_000, milliseconds, 1)))

    assert (verdict.outcome, verdict.code) == (outcome, code)
    assert verdict.measure == Measure("ttfb_ms", round(milliseconds))


def test_all_times_are_named() -> None:
    """The message names the three times in the order in which they were taken."""
    (verdict,) = first_byte(home(), FirstBytes(SITE, (1_500.4, 900, 2_000)))

    assert verdict.values == {"milliseconds": 1500, "measured": "1500, 900, 2000", "good": 800}


@pytest.mark.parametrize(
    ("times", "outcome", "code"),
    [
        pytest.param((100, 700), Outcome.PASSED, "", id="two that are good"),
        pytest.param((2_000, 2_600), Outcome.FAILED, "slow", id="two that are poor"),
        pytest.param((700, 900), Outcome.CANT_TELL, "too-few", id="two that do not agree"),
        pytest.param((100,), Outcome.CANT_TELL, "too-few", id="one alone"),
        pytest.param((), Outcome.CANT_TELL, "too-few", id="none"),
    ],
)
def test_fewer_than_three(times: tuple[float, ...], outcome: Outcome, code: str) -> None:
    """Two that agree decide; less decides nothing."""
    (verdict,) = first_byte(home(), FirstBytes(SITE, times))

    assert (verdict.outcome, verdict.code) == (outcome, code)


def test_not_timed() -> None:
    """Evidence of a version that timed the home page once leaves it open."""
    (verdict,) = first_byte(home(), failure("not-captured"))

    assert (verdict.outcome, verdict.code) == (Outcome.CANT_TELL, "too-few")


@pytest.mark.parametrize(
    "kind", [kind for kind in PageKind if kind not in {PageKind.CONTENT, PageKind.SHELL}]
)
def test_other_pages_are_not_timed(kind: PageKind) -> None:
    """How fast an error or a firewall's page comes is nothing that the site earns points for."""
    (verdict,) = first_byte(home(kind=kind), FirstBytes(SITE, (5, 5, 5)))

    assert (verdict.outcome, verdict.code) == (Outcome.CANT_TELL, "no-page")
