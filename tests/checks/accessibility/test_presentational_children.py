"""`presentational-children`: nothing to operate is hidden in what is told as one thing."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.presentational_children import presentational_children
from webaudit.model.finding import Outcome

P, F = Outcome.PASSED, Outcome.FAILED


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param('<button>Kirim <i class="fa"></i></button>', [P], id="a button"),
        pytest.param("<button>Kirim <a href=x>x</a></button>", [F], id="a link in a button"),
        pytest.param('<li role="tab"><a href="#a">a</a></li>', [F], id="a link in a tab"),
        pytest.param('<li role="none"><a role="tab" href="#a">a</a></li>', [P], id="a link that is the tab"),
        pytest.param(
            '<li role="tab"><a href="#a" tabindex="-1">a</a></li>',
            [P],
            id="a link that the keyboard passes by",
        ),
        pytest.param('<p role="checkbox" aria-checked=false><input hidden></p>', [P], id="hidden within"),
        pytest.param(
            '<p role="checkbox" aria-checked=false><input type=checkbox disabled></p>',
            [P, P],
            id="disabled within",
        ),
        pytest.param('<div role="img"><video controls></video></div>', [F], id="a film in an image"),
        pytest.param(
            "<a href=x><button>x</button></a>",
            [P],
            id="a link is not told as mere text, the button in it holds nothing",
        ),
        pytest.param("<button hidden><a href=x>x</a></button>", [], id="hidden"),
        pytest.param(
            "<select><option>a</option></select><label><input type=checkbox> a</label>", [P], id="controls"
        ),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """Each such element that is not hidden is a target, and passes when the tab key reaches nothing in it."""
    assert [verdict.outcome for verdict in presentational_children(page(html))] == outcomes
