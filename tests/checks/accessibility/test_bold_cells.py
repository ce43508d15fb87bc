"""`bold-cells`: what looks like the headers of a table is made as headers."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.bold_cells import bold_cells
from webaudit.model.finding import Outcome

P, F = Outcome.PASSED, Outcome.FAILED
ROWS = "<tr><td>2025<td>4,1 M<tr><td>2026<td>4,3 M"
BOLD = "<tr><td><p><strong>Tahun</strong></p><td><b>Anggaran</b>"


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param(f"<table>{BOLD}{ROWS}</table>", [F], id="bold cells"),
        pytest.param(f"<table><tr><th>Tahun<th>Anggaran{ROWS}</table>", [P], id="headers"),
        pytest.param(f"<table role=presentation>{BOLD}{ROWS}</table>", [], id="for layout"),
        pytest.param(f"<table>{BOLD * 3}</table>", [], id="all is bold"),
        pytest.param(f"<table>{BOLD}<tr><td>2025<td>4,1 M</table>", [], id="few rows"),
        pytest.param(f"<table>{BOLD}<tr><td>2025{ROWS}</table>", [], id="uneven rows"),
        pytest.param(f"<table>{BOLD}{ROWS}<tr><td>Cari<td><input></table>", [], id="a form"),
        pytest.param(
            f"<table><tr><td><b>Tahun</b> ini<td><b>Anggaran</b>{ROWS}</table>", [], id="a bold word"
        ),
        pytest.param(
            f"<table>{BOLD}<tr><th>2025<td>4,1 M<tr><th>2026<td>4,3 M</table>", [], id="at the left"
        ),
        pytest.param(f"<div hidden><table>{BOLD}{ROWS}</table></div>", [], id="hidden"),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """A bold first row above plain ones fails; a table for layout, or with headers of its own, does not."""
    assert [verdict.outcome for verdict in bold_cells(page(html))] == outcomes
