"""`heading-levels`: no level of headings is left out."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.heading_levels import heading_levels
from webaudit.model.finding import Outcome

P, F = Outcome.PASSED, Outcome.FAILED


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param("<h1>a</h1><h2>b</h2><h3>c</h3><h1>d</h1>", [P, P, P], id="up as far as it likes"),
        pytest.param("<h1>a</h1><h3>b</h3><h4>c</h4>", [F, P], id="one left out"),
        pytest.param("<h3>a</h3>", [], id="the first may be any"),
        pytest.param("<h1>a</h1><h2 hidden>b</h2><h3>c</h3>", [F], id="hidden ones do not count"),
        pytest.param("<h1>a</h1><p role=heading>b</p>", [P], id="level 2 if none is said"),
        pytest.param("<h1>a</h1><p role=heading aria-level=3>b</p>", [F], id="a level that is said"),
        pytest.param("<h1>a</h1><h2 role=presentation>b</h2><h3>c</h3>", [F], id="no heading by its role"),
        pytest.param("<h1>a</h1><h2 aria-level=x>b</h2>", [P], id="a level that is none"),
        pytest.param("<p>a", [], id="no heading"),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """A heading is at most one level below the one before it."""
    assert [verdict.outcome for verdict in heading_levels(page(html))] == outcomes
