"""The tables as CSV, for programs and databases. docs/csv.md is their dictionary.

Numbers have a point and two decimals in every language; ids and codes are those of the JSON report; titles,
messages and remedies are in the language of the report. For people there is the workbook.
"""

import csv
import io
import re

from webaudit.render.tables import Cell, Table, hundredths, shown

_SIGNS = r"=+\-@\uff1d\uff0b\uff0d\uff20"
FORMULA = re.compile(rf"(^|;)(?=[\s\"']*[{_SIGNS}\t\r\n])")
"""What a spreadsheet may take for a formula: at the start of a cell, also after blanks and quotes, and in
full width. Where lists are set apart by semicolons, as in Indonesia, a cell may also begin at one."""


def render(table: Table) -> str:
    """RFC 4180: commas, CRLF, quotes where they are needed."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(_text(column.name) for column in table.columns)
    writer.writerows(map(_text, row) for row in table.rows)
    return text.getvalue()


def _text(cell: Cell) -> str:
    """A cell as it is written: our own numbers plainly, text without anything a spreadsheet would run."""
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case int():
            return str(cell)
        case float():
            rounded = hundredths(cell)
            return "" if rounded is None else str(rounded)
    return FORMULA.sub(r"\1'", shown(cell))
