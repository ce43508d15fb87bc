"""Check `header-cells`."""

from collections.abc import Iterator

from webaudit.extract.exposure import exposure
from webaudit.extract.table import header_cells as cells_that_head
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.page import Page
from webaudit.standards import act, wcag


@check(
    id="header-cells",
    title="Each header of a table stands over cells",
    category=Category.ACCESSIBILITY,
    severity=Severity.MODERATE,
    sources=(wcag.SC_1_3_1, act.D0F69E),
    remedy="Give each row of the table as many cells as there are headers, empty ones too. Where the first "
    "row is no header but a title, write it above the table. In WordPress: open the table block, and add "
    "the column or take the header away.",
    since="0.3.0",
)
def header_cells(page: Page) -> Iterator[Verdict]:
    """A screen reader says with each cell the header that stands over it.

    Where rows have fewer cells than there are headers, figures are read under the wrong one, or a header
    is announced for nothing.

    Target: each header cell (`th`, or the role `columnheader` or `rowheader`) that is told to assistive
        technology and has a text, in a table with cells that are no headers.
    Expectation: a cell stands in its column or its row, or names it in `headers`.
    Limits: whether it is the right one is left to people. A table of headers with one cell at most is taken
        as empty, and not judged; so is one that is laid out by ARIA indices.

    Passed:
        ```html
        <table><tr><th>Tahun<th>Anggaran<tr><td>2025<td>4,1 M<tr><td>2026<td>4,3 M</table>
        ```

    Failed:
        ```html
        <table><tr><th scope="row">Tahun<th scope="row">Anggaran<tr><td>2025<td>4,1 M</table>
        ```
    """
    hides = exposure(page).hides
    for cell in cells_that_head(page):
        element = cell.element
        if hides(element):
            continue
        if cell.heads:
            yield passed(element)
        elif text := " ".join(element.text_content()[:300].split()):
            yield failed(element, "header-alone", "no cell belongs to the header “{text}”", text=text[:40])
