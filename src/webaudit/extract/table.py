"""Tables of data, and which of their header cells have a cell to stand over (HTML Standard, 4.9.12)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml.html import HtmlElement

from webaudit.extract.attribute import with_attribute
from webaudit.extract.role import role, written_role
from webaudit.model.page import Page

_TABLES = ("table", "grid", "treegrid")
_CELLS = ("td", "th")
_GROUPS = ("thead", "tbody", "tfoot")
_HEADERS = ("columnheader", "rowheader")
_ARIA_CELLS = ("cell", "gridcell", *_HEADERS)
_PLACED = ("aria-colindex", "aria-colspan", "aria-rowindex", "aria-rowspan", "aria-owns")
"""By these a grid is laid out otherwise than it is written."""

_WIDEST = 1_000
_MOST_PLACES = 20_000
"""Of one table; one that is larger is left alone."""


class HeaderCell(NamedTuple):
    """A header cell.

    Attributes:
        heads: whether it is the header of another cell.
    """

    element: HtmlElement
    heads: bool


class _Cell(NamedTuple):
    """A cell with the rows and columns that it covers."""

    element: HtmlElement
    role: str
    rows: range
    columns: range


@dataclass
class _Grid:
    """The cells of a table.

    Attributes:
        data: by column and by row, how many cells there are that are no headers.
        deepest: by column, the last row in which a cell begins.
    """

    cells: list[_Cell] = field(default_factory=list)
    columns: set[int] = field(default_factory=set)
    rows: set[int] = field(default_factory=set)
    deepest: dict[int, int] = field(default_factory=dict)
    named: set[str] = field(default_factory=set)
    data: int = 0

    def add(self, cell: _Cell) -> None:
        """Takes a cell in."""
        self.cells.append(cell)
        ids = cell.element.get("headers", "").split()
        self.named.update(ids)
        is_data = cell.role not in _HEADERS
        self.data += is_data
        if ids:
            # It has the headers that it names, and no others.
            return
        for column in cell.columns:
            self.deepest[column] = max(cell.rows.start, self.deepest.get(column, 0))
        if is_data:
            self.columns.update(cell.columns)
            self.rows.update(cell.rows)

    def heads(self, cell: _Cell) -> bool:
        """Whether a header has a cell; where its direction is not written, either counts."""
        if cell.element.get("id") in self.named:
            return True
        scope = cell.element.get("scope", "").strip().lower()
        written = written_role(cell.element)
        if scope not in {"row", "rowgroup"} and written != "rowheader":
            for column in cell.columns:
                if column in self.columns or self.deepest.get(column, 0) >= cell.rows.stop:
                    return True
        if scope in {"col", "colgroup"} or written == "columnheader":
            return False
        return any(row in self.rows for row in cell.rows)


def header_cells(page: Page) -> Iterator[HeaderCell]:
    """The header cells of the tables that hold data, table by table.

    A table with headers and one cell at most is left out: scripts fill it, or it says that there is nothing.
    """
    written = [one for one in with_attribute(page, "role") if one.tag != "table" and role(one) in _TABLES]
    for table in page.elements("table"):
        if role(table) in _TABLES:
            yield from _of(_table(table))
    for element in written:
        yield from _of(_aria_grid(element))


def _of(grid: _Grid | None) -> Iterator[HeaderCell]:
    if grid is None:
        return
    headers = [cell for cell in grid.cells if cell.role in _HEADERS]
    if grid.data and (grid.data > 1 or len(headers) <= 2):
        yield from (HeaderCell(cell.element, grid.heads(cell)) for cell in headers)


def _table(table: HtmlElement) -> _Grid | None:
    """The grid of a table element; None if it cannot be told."""
    grid, places, number = _Grid(), 0, 0
    for rows in _row_groups(table):
        # Cells reach down to the end of their group at most.
        reaching: dict[int, int] = {}
        last = number + len(rows)
        for row in rows:
            column = 0
            for element in row.iterchildren(*_CELLS):
                while reaching.get(column, 0) > number:
                    column += 1
                wide, high = _span(element, "colspan"), _span(element, "rowspan")
                high = min(high, last - number) if high else last - number
                places += wide * high
                if places > _MOST_PLACES:
                    return None
                columns = range(column, column + wide)
                if high > 1:
                    reaching.update(dict.fromkeys(columns, number + high))
                grid.add(_Cell(element, _cell_role(element), range(number, number + high), columns))
                column += wide
            number += 1
    return grid


def _row_groups(table: HtmlElement) -> Iterator[Sequence[HtmlElement]]:
    """The rows of a table, group by group."""
    loose: list[HtmlElement] = []
    for child in table:
        if child.tag == "tr":
            loose.append(child)
        elif child.tag in _GROUPS:
            yield loose
            loose = []
            yield list(child.iterchildren("tr"))
    yield loose


def _cell_role(element: HtmlElement) -> str:
    """The role of a cell; what a header without one heads, its place says."""
    return written_role(element) or ("columnheader" if element.tag == "th" else "cell")


def _span(element: HtmlElement, name: str) -> int:
    """How many rows or columns a cell covers; 0 for all rows that are left."""
    written = element.get(name, "").strip()[:6]
    number = int(written) if written.isascii() and written.isdecimal() else 1
    return min(number, _WIDEST) if number or name == "rowspan" else 1


def _aria_grid(element: HtmlElement) -> _Grid | None:
    """The grid of an element whose role makes it a table; None if it is placed by other attributes."""
    grid, rows, column = _Grid(), -1, 0
    row: HtmlElement | None = None
    for inner in element.iterdescendants():
        if not isinstance(inner.tag, str):
            continue
        if inner.tag == "table" or any(inner.get(name) is not None for name in _PLACED):
            return None
        held = written_role(inner)
        if held in _TABLES:
            return None
        if held == "row":
            row, rows, column = inner, rows + 1, 0
        elif held in _ARIA_CELLS and row is not None:
            grid.add(_Cell(inner, held, range(rows, rows + 1), range(column, column + 1)))
            column += 1
    return grid
