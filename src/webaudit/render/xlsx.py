"""The tables as a workbook, for people: the sites by rank, findings, points, and what each column means.

No text is taken for a formula, a number or a link. The bytes depend on the report and the language alone.
"""

from collections.abc import Sequence
from datetime import UTC
from io import BytesIO
from itertools import islice
from typing import Any

from xlsxwriter import Workbook

from webaudit.locales import Words, marked
from webaudit.model.report import Report
from webaudit.render.columns import COLUMNS, Column
from webaudit.render.csv import FORMULA
from webaudit.render.tables import Cell, Row, Table, hundredths, shown, tables

SHEETS = {
    "sites": marked("Sites"),
    "findings": marked("Findings"),
    "criteria": marked("Points"),
    "columns": marked("Columns"),
}
"""Title of the sheet of each table."""

MOST_ROWS = 1_000_000
"""Of a sheet; what is left stands on a further one. Excel ends at 1,048,576."""

_WIDTHS = {
    **{"name": 34, "title": 44, "message": 60, "remedy": 60, "url": 44, "final_url": 44, "snippet": 40},
    **{"xpath": 30, "meaning": 90, "section_title": 24, "criterion_title": 44},
    **{"captured_at": 26, "status": 24, "reason": 34, "unranked": 30, "check": 28, "column": 28},
    **{"snapshot": 16, "evidence": 16, "sources": 28, "band": 14},
}
"""In characters; all others are as wide as their heading."""

_FIRST = ("rank", "name", "value", "band", "status", "low", "high", "coverage")
"""Columns of the sites that people look for first; the others follow in the order of the dictionary."""


def render(report: Report, words: Words) -> bytes:
    """The workbook."""
    file = BytesIO()
    at = report.run.finished_at
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(file, options) as book:
        # The only time in the file: xlsxwriter would write that of the clock.
        created = at.astimezone(UTC).replace(tzinfo=None) if at.tzinfo else at
        book.set_properties({"title": words("Audit of web sites"), "created": created})
        sheets = _Sheets(book, words)
        sites, *others, _ = tables(report, words, by_rank=True)
        shown = (_for_people(sites), *others)
        for table in (*shown, _dictionary(shown, words)):
            sheets.add(table)
    return file.getvalue()


def _dictionary(shown: Sequence[Table], words: Words) -> Table:
    """What each heading of the workbook means, and how the same column is called in the CSV."""
    rows = (
        (
            words(SHEETS[table.name]),
            _heading(column, words),
            column.name,
            words(column.meaning, section=column.about),
        )
        for table in shown
        for column in table.columns
    )
    header = (*COLUMNS[:2], Column("code", "text", "its name in the header"), Column("meaning", "text", ""))
    return Table("columns", header, rows)


def _heading(column: Column, words: Words) -> str:
    """The name in plain words; that of a section is the rubric's."""
    return words(column.meaning, section=column.about) if column.about else words(column.title)


def _for_people(table: Table) -> Table:
    """The table of sites with what is looked for first at the left."""
    names = [column.name for column in table.columns]
    order = [names.index(name) for name in _FIRST]
    order += [index for index, name in enumerate(names) if name not in _FIRST]

    def moved(row: Row) -> Row:
        cells = tuple(row)
        return (cells[index] for index in order)

    return Table(table.name, tuple(table.columns[index] for index in order), map(moved, table.rows))


class _Sheets:
    """The sheets of a workbook in the making, and the formats that they share."""

    def __init__(self, book: Workbook, words: Words) -> None:
        self._book = book
        self._words = words
        self._head = book.add_format(
            {"bold": True, "bottom": 1, "bg_color": "#E7EEF7", "valign": "top", "text_wrap": True}
        )
        self._number = book.add_format({"num_format": "0.00", "valign": "top"})
        self._integer = book.add_format({"num_format": "0", "valign": "top"})
        self._text = book.add_format({"valign": "top"})
        # Stays text also when somebody edits the cell.
        self._quoted = book.add_format({"valign": "top", "quote_prefix": True})

    def add(self, table: Table) -> None:
        """A sheet of the table, or several if it is too long for one."""
        rows = iter(table.rows)
        title, number = self._words(SHEETS[table.name]), 1
        part = list(islice(rows, MOST_ROWS))
        self._sheet(title, table, part)
        while part := list(islice(rows, MOST_ROWS)):
            number += 1
            self._sheet(f"{title} {number}", table, part)

    def _sheet(self, title: str, table: Table, rows: list[Row]) -> None:
        sheet = self._book.add_worksheet(title)
        for index, column in enumerate(table.columns):
            heading = _heading(column, self._words)
            sheet.write_string(0, index, heading, self._head)
            width = _WIDTHS.get(column.name, 16 if column.about else max(len(heading) + 4, 10))
            sheet.set_column(index, index, width)
        for number, row in enumerate(rows, 1):
            for index, (column, cell) in enumerate(zip(table.columns, row, strict=True)):
                self._cell(sheet, number, index, column, cell)
        # The heading stays in sight, and beside it which site it is.
        sheet.freeze_panes(1, 2 if table.columns[1].name == "name" else 0)
        sheet.autofilter(0, 0, max(len(rows), 1), len(table.columns) - 1)

    def _cell(self, sheet: Any, row: int, index: int, column: Column, cell: Cell) -> None:
        match cell:
            case None | "":
                return
            case bool():
                sheet.write_string(row, index, self._words("yes") if cell else self._words("no"), self._text)
            case int():
                sheet.write_number(row, index, cell, self._integer)
            case float():
                rounded = hundredths(cell)
                if rounded is not None:
                    sheet.write_number(row, index, float(rounded), self._number)
            case _:
                text = self._words(column.labels[cell]) if cell in column.labels else shown(cell)
                sheet.write_string(row, index, text, self._quoted if FORMULA.search(text) else self._text)
