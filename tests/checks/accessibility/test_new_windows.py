"""`new-windows`: who leaves the window is told."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.new_windows import new_windows
from webaudit.model.finding import Outcome

P, F = Outcome.PASSED, Outcome.FAILED


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param("<a href=/a target=_blank>JDIH</a>", [F], id="untold"),
        pytest.param("<a href=/a target=peta>Peta</a>", [F], id="a window with a name"),
        pytest.param("<a href=/a target=_blank>JDIH <i>(Tab Baru)</i></a>", [P], id="in the text"),
        pytest.param("<a href=/a target=_blank title='Opens in a new window'>x</a>", [P], id="title"),
        pytest.param("<a href=/a target=_blank>x<img src=a alt='tautan luar'></a>", [P], id="picture"),
        pytest.param("<a href=/a target=_blank>x</a> tab baru", [F], id="outside of the link"),
        pytest.param("<a href=/a target=_top>x</a><a href=/a>x</a>", [], id="the same window"),
        pytest.param("<a target=_blank>x</a><a hidden href=/a target=_blank>x</a>", [], id="no link"),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """A link that opens a window passes if it says so."""
    assert [verdict.outcome for verdict in new_windows(page(html))] == outcomes
