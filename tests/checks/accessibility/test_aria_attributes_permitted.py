"""`aria-attributes-permitted`: a state belongs to a role."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.aria_attributes_permitted import aria_attributes_permitted
from webaudit.model.finding import Outcome

P, F, C = Outcome.PASSED, Outcome.FAILED, Outcome.CANT_TELL


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param("<button aria-expanded=false>x</button>", [P], id="a button folds"),
        pytest.param("<div aria-expanded=false>x</div>", [F], id="a block does not"),
        pytest.param("<a href=x aria-expanded=true>x</a>", [P], id="a link"),
        pytest.param("<a aria-expanded=true>x</a>", [F], id="no link"),
        pytest.param("<li aria-selected=true>x</li>", [F], id="no tab"),
        pytest.param("<li role=tab aria-selected=true>x</li>", [P], id="a tab"),
        pytest.param("<div aria-busy=true aria-hidden=false>x</div>", [P], id="may stand anywhere"),
        pytest.param("<div role=button aria-sort='' hidden>x</div>", [], id="hidden"),
        pytest.param("<input type=file aria-required=true>", [], id="a field"),
        pytest.param("<table><tr><th aria-sort=none>x</table>", [], id="header of a column"),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """A role knows the states that are told of it."""
    assert [verdict.outcome for verdict in aria_attributes_permitted(page(html))] == outcomes
