"""`table-headers`: a cell names headers of its table."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.table_headers import table_headers
from webaudit.model.finding import Outcome

P, F = Outcome.PASSED, Outcome.FAILED


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param(
            '<table><tr><th id=a>x<th id=b>y<tr><td headers="a">1<td headers="a b">2</table>',
            [P, P],
            id="of its table",
        ),
        pytest.param('<table><tr><th>x<tr><td headers="a">1</table>', [F], id="nowhere"),
        pytest.param(
            '<table><tr><th id=a>x</table><table><tr><td headers="a">1</table>', [F], id="of another table"
        ),
        pytest.param('<table><tr><th id=a>x<tr><td headers="a b">1</table>', [F], id="one of two"),
        pytest.param('<table><tr><td id=a headers="a">1</table>', [F], id="itself"),
        pytest.param('<table><tr><th><b id=a>x</b><tr><td headers="a">1</table>', [F], id="no cell"),
        pytest.param(
            '<table><tr><th id=a>x<tr><td><table><tr><td headers="a">1</table></table>',
            [F],
            id="a table within",
        ),
        pytest.param('<table role="presentation"><tr><td headers="a">1</table>', [], id="for layout"),
        pytest.param(
            '<table hidden><tr><td headers="a">1</table><p headers="a">1</p>', [], id="hidden, or no cell"
        ),
        pytest.param('<table><tr><td headers="">1</table>', [], id="empty"),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """Each cell that names headers is a target, and passes when they are other cells of its table."""
    assert [verdict.outcome for verdict in table_headers(page(html))] == outcomes
