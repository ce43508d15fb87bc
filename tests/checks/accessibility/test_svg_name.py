"""`svg-name`: a drawing that is an image has words."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.svg_name import svg_name
from webaudit.model.finding import Outcome

P, F = Outcome.PASSED, Outcome.FAILED


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param('<svg role="img" aria-label="Logo"></svg>', [P], id="aria-label"),
        pytest.param('<svg role="img"><title>Logo</title></svg>', [P], id="title"),
        pytest.param('<svg role="img"><title> </title></svg>', [F], id="an empty title"),
        pytest.param('<svg role="img"><g><title>Logo</title></g></svg>', [F], id="the title of a part"),
        pytest.param('<svg role="img"><text>Logo</text></svg>', [F], id="text that is drawn"),
        pytest.param('<svg role="img" title="Logo"></svg>', [F], id="SVG knows no such attribute"),
        pytest.param(
            '<svg role="img" aria-labelledby="t"><g><title id=t>Logo</title></g></svg>', [P], id="a reference"
        ),
        pytest.param(
            '<svg><path/></svg><svg role="none"></svg><svg role="presentation" aria-hidden="true"></svg>',
            [],
            id="decoration",
        ),
        pytest.param(
            '<svg role="img" aria-hidden="true"></svg><a href=x hidden><svg role="img"></svg></a>',
            [],
            id="hidden",
        ),
        pytest.param('<svg><circle role="graphics-symbol"/></svg>', [F], id="a part"),
        pytest.param(
            '<button aria-label="Cari"><svg role="img"></svg></button>',
            [],
            id="in a button, which speaks for it",
        ),
        pytest.param(
            '<a href=x aria-label="Cari"><svg role="img"></svg></a>', [F], id="in a link, which does not"
        ),
        pytest.param('<div role="img"></div>', [], id="no drawing"),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """Each drawing with the role of an image that is not hidden is a target, and passes with a name."""
    assert [verdict.outcome for verdict in svg_name(page(html))] == outcomes
