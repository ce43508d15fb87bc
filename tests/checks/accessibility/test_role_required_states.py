"""`role-required-states`: a role comes with its state."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.role_required_states import role_required_states
from webaudit.model.finding import Outcome

P, F = Outcome.PASSED, Outcome.FAILED


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param('<p role="checkbox" aria-checked="false">x</p>', [P], id="with its state"),
        pytest.param('<p role="checkbox">x</p>', [F], id="without"),
        pytest.param('<p role="switch" aria-checked="">x</p>', [F], id="empty"),
        pytest.param(
            '<input type=checkbox role="checkbox"><input type=checkbox role="switch">'
            '<h2 role="heading">x</h2>',
            [],
            id="native states",
        ),
        pytest.param('<p role="heading">x</p>', [F], id="a heading of no level"),
        pytest.param('<p role="slider">x</p><p role="slider" aria-valuenow="2">x</p>', [F, P], id="a slider"),
        pytest.param('<input type="range" role="slider">', [], id="a native slider"),
        pytest.param('<p role="separator"></p>', [], id="a line"),
        pytest.param('<p role="separator" tabindex="0"></p>', [F], id="a line that can be moved"),
        pytest.param('<p role="combobox" aria-expanded="false">x</p>', [P], id="a shut box needs no list"),
        pytest.param('<p role="combobox" aria-expanded="true">x</p>', [F], id="an open box does"),
        pytest.param('<p role="combobox">x</p>', [F], id="neither"),
        pytest.param('<select role="combobox"></select><input list=l role=combobox>', [], id="native boxes"),
        pytest.param(
            '<p role="checkbox" hidden>x</p><p role="button">x</p><p role="option">x</p>',
            [],
            id="hidden, or no state needed",
        ),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """Each element with a role that needs states, and has none by itself, is a target."""
    assert [verdict.outcome for verdict in role_required_states(page(html))] == outcomes
