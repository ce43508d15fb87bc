"""`role-valid`: a role is one that exists."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.role_valid import role_valid
from webaudit.model.finding import Outcome

P, F = Outcome.PASSED, Outcome.FAILED


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param('<p role="search">x</p>', [P], id="a role"),
        pytest.param('<p role="slidebar">x</p>', [F], id="none"),
        pytest.param('<p role="SEARCH">x</p>', [P], id="case does not count"),
        pytest.param('<p role="foo search">x</p>', [P], id="a second word"),
        pytest.param('<p role="widget">x</p>', [F], id="abstract"),
        pytest.param(
            '<p role="doc-biblioref">x</p><p role="graphics-document">x</p>', [P, P], id="of other standards"
        ),
        pytest.param('<p role="">x</p><p role=" ">x</p><p role>x</p>', [], id="empty"),
        pytest.param('<p role="foo" hidden>x</p><p role="foo" aria-hidden="true">x</p>', [], id="hidden"),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """Each element with a role that is not hidden is a target, and passes when one of its words is a role."""
    assert [verdict.outcome for verdict in role_valid(page(html))] == outcomes
