"""Check `table-headers`."""

from collections.abc import Iterator

from lxml.html import HtmlElement

from webaudit.extract.attribute import with_attribute
from webaudit.extract.exposure import exposure
from webaudit.extract.name import Names, names
from webaudit.extract.role import role
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.page import Page
from webaudit.standards import act, wcag

_CELLS = ("td", "th")
_TABLES = ("table", "grid", "treegrid")


@check(
    id="table-headers",
    title="Cells name headers of their own table",
    category=Category.ACCESSIBILITY,
    severity=Severity.MODERATE,
    sources=(wcag.SC_1_3_1, act.A25F45),
    remedy="Let the headers attribute of a cell hold the ids of header cells in the same table; in a "
    "simple table take it away and use th elements alone.",
    since="0.2.0",
)
def table_headers(page: Page) -> Iterator[Verdict]:
    """In a large table a screen reader says with each cell the headers that the cell names.

    Where it names what is not there, a figure is read without what it stands for.

    Target: each cell whose `headers` attribute is not empty, in a table that is told to assistive technology.
    Expectation: each id in it belongs to another cell of the same table.
    Limits: what style sheets hide is taken as shown; whether the header is the right one is left to people.

    Passed:
        ```html
        <table><tr><th id="tahun">Tahun</th></tr><tr><td headers="tahun">2026</td></tr></table>
        ```

    Failed:
        ```html
        <table><tr><th>Tahun</th></tr><tr><td headers="tahun">2026</td></tr></table>
        ```
    """
    known, hides = names(page), exposure(page).hides
    for cell in with_attribute(page, "headers"):
        ids = cell.get("headers", "").split()
        table = _table(cell)
        if not ids or table is None or role(table) not in _TABLES or hides(cell):
            continue
        astray = next((id for id in ids if not _is_header(cell, table, id, known)), None)
        if astray is None:
            yield passed(cell)
        else:
            yield failed(
                cell, "header-astray", "no other cell of the table has the id “{id}”", id=astray[:40]
            )


def _table(cell: HtmlElement) -> HtmlElement | None:
    """The table that a cell is of."""
    return next(cell.iterancestors("table"), None) if cell.tag in _CELLS else None


def _is_header(cell: HtmlElement, table: HtmlElement, id: str, known: Names) -> bool:
    named = known.with_id(id)
    return named is not None and named is not cell and named.tag in _CELLS and _table(named) is table
