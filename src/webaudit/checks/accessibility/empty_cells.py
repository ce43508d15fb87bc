"""Check `empty-cells`."""

from collections.abc import Iterator

from lxml.html import HtmlElement

from webaudit.extract.exposure import exposure
from webaudit.extract.role import role
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.page import Page
from webaudit.standards import wcag

_MOST_CELLS = 5_000
"""Of one table; a larger one is left alone."""

_CELLS = ("td", "th")


@check(
    id="empty-cells",
    title="Each header of a table has a text, and no row is empty",
    category=Category.ACCESSIBILITY,
    severity=Severity.MINOR,
    sources=(wcag.SC_1_3_1,),
    remedy="Write into each header what stands below it, and delete rows that hold nothing. In WordPress: "
    "open the table block, and choose Delete row; room around a table is set in its styles.",
    since="0.3.0",
    advisory=True,
)
def empty_cells(page: Page) -> Iterator[Verdict]:
    """With each figure a screen reader says the header above it; of an empty one it says nothing.

    Rows that only make room are read as cells without content, one by one.

    Target: each table with headers that is told to assistive technology.
    Expectation: each row holds a text or something that is shown, and so does each header but the corner.
    Limits: a table with fewer than two rows of content is left alone: scripts may fill it. WCAG does not
        forbid empty cells; they cost no points.

    Passed:
        ```html
        <table><tr><th>Tahun<th>Anggaran<tr><td>2025<td>4,1 M<tr><td>2026<td>4,3 M</table>
        ```

    Failed (header-empty):
        ```html
        <table><tr><th>Tahun<th></th><tr><td>2025<td>4,1 M<tr><td>2026<td>4,3 M</table>
        ```

    Failed (row-empty):
        ```html
        <table><tr><th>Tahun<th>Anggaran<tr><td>2025<td>4,1 M<tr><td>&nbsp;<td><tr><td>2026<td>4,3 M</table>
        ```
    """
    hides = exposure(page).hides
    for table in dict.fromkeys(_table(header) for header in page.elements("th")):
        if table is None or role(table) != "table" or hides(table):
            continue
        rows = [(row, list(row.iterchildren(*_CELLS))) for row in _rows(table)]
        if sum(len(cells) for _, cells in rows) > _MOST_CELLS:
            continue
        filled = [any(map(_says, cells)) for _, cells in rows]
        if sum(filled) < 3:
            continue
        sound = True
        for number, (row, cells) in enumerate(rows):
            mute = [cell for cell in cells[number == 0 :] if cell.tag == "th" and not _says(cell)]
            if cells and not filled[number]:
                yield failed(row, "row-empty", "this row of the table is empty, to make room")
            elif mute:
                yield failed(mute[0], "header-empty", "this header of the table is empty")
            sound &= not mute and (filled[number] or not cells)
        if sound:
            yield passed(table)


def _table(header: HtmlElement) -> HtmlElement | None:
    return next(header.iterancestors("table"), None)


def _rows(table: HtmlElement) -> Iterator[HtmlElement]:
    """The rows of a table, but not of tables within it."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in {"thead", "tbody", "tfoot"}:
            yield from child.iterchildren("tr")


def _says(cell: HtmlElement) -> bool:
    """Whether a cell holds a text, or anything that may be shown."""
    if (cell.text or "").strip() or cell.get("aria-label") or cell.get("title") or cell.get("id"):
        return True
    inside = cell.iterdescendants()
    return any(one.tag != "br" or (one.tail or "").strip() for one in inside)
