"""`page-refresh`: a page stays until its reader leaves it."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.page_refresh import page_refresh
from webaudit.model.finding import Outcome

P, F = Outcome.PASSED, Outcome.FAILED


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param('<meta http-equiv="refresh" content="0; url=x">', [P], id="at once"),
        pytest.param('<meta http-equiv="refresh" content="5; url=x">', [F], id="after a while"),
        pytest.param('<meta http-equiv="Refresh" content=" 300">', [F], id="reloads"),
        pytest.param('<meta http-equiv="refresh" content="72000">', [F], id="20 hours"),
        pytest.param('<meta http-equiv="refresh" content="72001">', [P], id="longer"),
        pytest.param('<meta http-equiv="refresh" content="5.9,x">', [F], id="a fraction does not count"),
        pytest.param(
            '<meta http-equiv="refresh" content="0.9,x">', [P], id="a fraction of a second does not count"
        ),
        pytest.param(
            '<meta http-equiv="refresh" content="5: x">'
            '<meta http-equiv="refresh" content="-5"><meta http-equiv="refresh" content="x">',
            [],
            id="not valid",
        ),
        pytest.param(
            '<meta http-equiv="refresh" content="5: x"><meta http-equiv="refresh" content="5; x">',
            [F],
            id="the first that is valid",
        ),
        pytest.param(
            '<meta http-equiv="refresh" content="0; x"><meta http-equiv="refresh" content="5; x">',
            [P],
            id="not a later one",
        ),
        pytest.param(
            '<noscript><meta http-equiv="refresh" content="5; x"></noscript>',
            [],
            id="for browsers without scripts",
        ),
        pytest.param('<meta name="refresh" content="5">', [], id="no such meta"),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """A page that reloads passes when it does so at once, or after more than 20 hours."""
    assert [verdict.outcome for verdict in page_refresh(page(html))] == outcomes
