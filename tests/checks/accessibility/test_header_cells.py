"""`header-cells`: each header cell has a cell."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.header_cells import header_cells
from webaudit.model.finding import Outcome

P, F = Outcome.PASSED, Outcome.FAILED


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param("<table><tr><th>x<th>y<tr><td>1<td>2</table>", [P, P], id="columns"),
        pytest.param("<table><tr><th>x<td>1<tr><th>y<td>2</table>", [P, P], id="rows"),
        pytest.param("<table><tr><th>x<th>y<tr><td>1<tr><td>2</table>", [P, F], id="a cell too few"),
        pytest.param("<table><tr><th>x<th>y<tr><td colspan=2>1<tr><td>2</table>", [P, P], id="a wide cell"),
        pytest.param(
            "<table><tr><td rowspan=2>0<td>1<tr><th>x<tr><td>2<td>3</table>",
            [P],
            id="a tall cell moves others",
        ),
        pytest.param(
            "<table><thead><tr><th rowspan=9>x<th>y<tbody><tr><td>1<td>2</table>",
            [P, P],
            id="a cell ends with its group",
        ),
        pytest.param(
            "<table><tr><th colspan=2>all<tr><th>x<th>y<tr><td>1<td>2</table>",
            [P, P, P],
            id="headers of headers",
        ),
        pytest.param(
            "<table><tr><td>1<td>2<tfoot><tr><th>x<th>y</table>", [P, P], id="headers below their cells"
        ),
        pytest.param(
            "<table><tr><th id=a>x<th>y<tr><td>1<td headers=a>2</table>",
            [P, F],
            id="a cell that names another",
        ),
        pytest.param("<table><tr><th>x<tr><td>1<tr><td headers=b>2<th id=b>y</table>", [P, P], id="named"),
        pytest.param(
            "<table><tr><th scope=row>x<th>y<tr><td>1<td>2</table>", [F, P], id="of a row without cells"
        ),
        pytest.param("<table><tr><th>x<th>y</table>", [], id="without data"),
        pytest.param("<table><tr><th>x<th>y<th>z<tr><td>memuat</table>", [], id="still empty"),
        pytest.param("<table role=none><tr><th>x<th>y<tr><td>1<tr><td>2</table>", [], id="for layout"),
        pytest.param("<table><tr><th>x<th aria-hidden=true>y<tr><td>1<tr><td>2</table>", [P], id="hidden"),
        pytest.param("<table><tr><td>1<th> <tr><td>1</table>", [P], id="a corner in a row of data"),
        pytest.param(
            "<table><tr><td>1<tr><td>2<tr><th><th> </table>", [P], id="an empty header is no target"
        ),
        pytest.param(
            "<table><tr><th role=cell>x<th role=cell>y<tr><td>1<tr><td>2</table>",
            [],
            id="no header by its role",
        ),
        pytest.param(
            "<div role=grid><div role=row><i role=columnheader>x</i><i role=columnheader>y</i></div>"
            "<div role=row><i role=gridcell>1</i></div><div role=row><i role=gridcell>2</i></div></div>",
            [P, F],
            id="a grid by roles",
        ),
        pytest.param(
            "<div role=grid><div role=row><i role=columnheader aria-colindex=2>x</i>"
            "</div><div role=row><i role=gridcell aria-colindex=2>1</i></div></div>",
            [],
            id="a grid by indices",
        ),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """Each header with a text in a table of data is a target, and passes when a cell belongs to it."""
    assert [verdict.outcome for verdict in header_cells(page(html))] == outcomes


def test_huge_spans() -> None:
    """A table of a million places is left alone, and costs no time."""
    cells = "<td colspan=1000 rowspan=65534>1" * 500

    assert list(header_cells(page(f"<table><tr><th>x{'<tr>' * 1_000}<tr>{cells}</table>"))) == []
