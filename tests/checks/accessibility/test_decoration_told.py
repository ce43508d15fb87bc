"""`decoration-told`: decoration that comes back."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.decoration_told import decoration_told
from webaudit.model.finding import Outcome

F, P = Outcome.FAILED, Outcome.PASSED


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param("<img src=a.png alt=''>", [P], id="silent"),
        pytest.param("<img src=a.png alt='' aria-labelledby=x><b id=x>a</b>", [F], id="named"),
        pytest.param("<img src=a.png role=presentation alt=a>", [P], id="by its role"),
        pytest.param("<img src=a.png role=none alt=a tabindex=0>", [F], id="focused"),
        pytest.param("<nav role=none><a href=/>A</a></nav>", [P], id="what is within stays"),
        pytest.param("<img src=a.png alt=a>", [], id="an image"),
        pytest.param("<img hidden src=a.png alt='' aria-label=a>", [], id="hidden"),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """What is marked as decoration stays silent unless it is named or focused."""
    assert [verdict.outcome for verdict in decoration_told(page(html))] == outcomes
