"""`empty-cells`: headers of tables say something, and rows hold something."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.empty_cells import empty_cells

ROWS = "<tr><td>2025<td>4,1 M<tr><td>2026<td>4,3 M"
HEAD = "<tr><th>Tahun<th>Anggaran"


@pytest.mark.parametrize(
    ("html", "codes"),
    [
        pytest.param(f"{HEAD}{ROWS}", [""], id="all is filled"),
        pytest.param(f"<tr><th>Tahun<th>&nbsp;{ROWS}", ["header-empty"], id="an empty header"),
        pytest.param(f"<tr><th><th>Anggaran{ROWS}", [""], id="the corner"),
        pytest.param(f"{HEAD}{ROWS}<tr><td>&nbsp;<td>", ["row-empty"], id="an empty row"),
        pytest.param(f"<tr><th>Tahun<th><img src=a.png alt=Anggaran>{ROWS}", [""], id="a picture"),
        pytest.param(f"<tr><th>Tahun<th aria-label=Anggaran>{ROWS}", [""], id="a name"),
        pytest.param("<tr><th>Tahun<th><tr><td><td>", [], id="filled by a script"),
        pytest.param("<tr><td>a<td><tr><td><td><tr><td>b<td>c<tr><td>d<td>e", [], id="no headers"),
    ],
)
def test_outcomes(html: str, codes: list[str]) -> None:
    """An empty header or row in a table of data fails; the corner, and a table that is empty, does not."""
    assert [verdict.code for verdict in empty_cells(page(f"<table>{html}</table>"))] == codes
