"""`aria-values-valid`: an ARIA attribute holds what it can hold."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.aria_values_valid import aria_values_valid
from webaudit.model.finding import Outcome

P, F = Outcome.PASSED, Outcome.FAILED


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param('<button aria-expanded="false">x</button>', [P], id="a word of the list"),
        pytest.param('<button aria-expanded="collapsed">x</button>', [F], id="a word of no list"),
        pytest.param('<button aria-expanded="TRUE">x</button>', [P], id="case does not count"),
        pytest.param('<button aria-expanded="">x</button>', [], id="empty says nothing"),
        pytest.param('<p aria-live="polite" aria-relevant="additions text">x</p>', [P], id="several words"),
        pytest.param('<p aria-relevant="text always">x</p>', [F], id="one of several is unknown"),
        pytest.param('<p role="heading" aria-level="2.5">x</p>', [F], id="no whole number"),
        pytest.param('<p role="row" aria-setsize="-1">x</p>', [P], id="unknown size"),
        pytest.param('<p role="slider" aria-valuenow="2.5">x</p>', [P], id="a number"),
        pytest.param('<p role="slider" aria-valuenow="two">x</p>', [F], id="no number"),
        pytest.param('<p role="spinbutton" aria-valuenow="12%">x</p>', [F], id="a number with a unit"),
        pytest.param('<p aria-label="collapsed">x</p>', [P], id="any text"),
        pytest.param(
            '<p aria-describedby="nowhere">x</p>', [P], id="a description that is not there is no wrong value"
        ),
        pytest.param(
            '<p role="listbox" aria-activedescendant="a b">x</p>', [F], id="two ids where one is held"
        ),
        pytest.param(
            '<p role="combobox" aria-expanded="true" aria-controls="nowhere">x</p>',
            [F],
            id="an open box without its list",
        ),
        pytest.param(
            '<p role="combobox" aria-expanded="false" aria-controls="nowhere">x</p>', [P], id="a shut box"
        ),
        pytest.param(
            '<p role="combobox" aria-expanded="true" aria-controls="l">x</p><ul id=l></ul>',
            [P],
            id="an open box with its list",
        ),
        pytest.param(
            '<p role="scrollbar" aria-valuenow=1 aria-controls="nowhere">x</p>',
            [F],
            id="a scrollbar of nothing",
        ),
        pytest.param(
            '<a href=x aria-current="{{ page }}">x</a>', [P], id="a template that is not filled yet"
        ),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """Each element with filled ARIA attributes is a target, and passes when all hold what they can."""
    assert [verdict.outcome for verdict in aria_values_valid(page(html))] == outcomes
