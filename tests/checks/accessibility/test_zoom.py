"""`zoom`: two fingers make the text larger."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.zoom import zoom
from webaudit.model.finding import Outcome

P, F = Outcome.PASSED, Outcome.FAILED


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param(
            '<meta name=viewport content="width=device-width, user-scalable=no">', [F], id="forbidden"
        ),
        pytest.param(
            '<meta name=viewport content="width=device-width, maximum-scale=1.0">', [F], id="limited"
        ),
        pytest.param(
            '<meta name=viewport content="maximum-scale=2"><meta name=viewport content="maximum-scale=5">',
            [P, P],
            id="twice and more",
        ),
        pytest.param(
            '<meta name=viewport content="user-scalable=yes"><meta name=viewport content="user-scalable=1">',
            [P, P],
            id="allowed",
        ),
        pytest.param(
            '<meta name=viewport content="user-scalable=0"><meta name=viewport content="user-scalable=0.5">',
            [F, F],
            id="a number below one",
        ),
        pytest.param(
            '<meta name=viewport content="user-scalable=-1"><meta name=viewport content="maximum-scale=-1">',
            [P, P],
            id="negative ones",
        ),
        pytest.param(
            '<meta name=viewport content="USER-SCALABLE = NO; width=1">', [F], id="case, blanks and signs"
        ),
        pytest.param(
            '<meta name=viewport content="user-scalable=foo">'
            '<meta name=viewport content="maximum-scale=foo">',
            [F, F],
            id="words that nobody knows",
        ),
        pytest.param('<meta name=viewport content="maximum-scale=device-width">', [P], id="a word for ten"),
        pytest.param(
            '<meta name=viewport content="width=device-width, initial-scale=1">', [], id="says nothing of it"
        ),
        pytest.param('<meta name=other content="user-scalable=no">', [], id="another meta"),
        pytest.param(
            '<meta name="viewport" content="width=device-width, initial-scale=1.0, '
            'maximum-scale=1.0, user-scalable=0">',
            [F],
            id="Divi",
        ),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """Each viewport that limits zooming is a target, and passes when it lets the page be twice as large."""
    assert [verdict.outcome for verdict in zoom(page(html))] == outcomes
