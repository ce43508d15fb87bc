"""Check `bold-cells`."""

from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from webaudit.extract.exposure import exposure
from webaudit.extract.role import role
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.page import Page
from webaudit.standards import wcag

_FEWEST_ROWS = 3
_FEWEST_COLUMNS = 2
_LONGEST = 60
"""Characters of a cell that may be a header."""

_MOST_ROWS = 500
_GROUPS = ("thead", "tbody", "tfoot")
_NOT_PLAIN = frozenset(["table", "input", "select", "textarea", "form", "iframe", "video"])


@check(
    id="bold-cells",
    title="Headers of tables are made as headers, not as bold cells",
    category=Category.ACCESSIBILITY,
    severity=Severity.MODERATE,
    sources=(wcag.SC_1_3_1,),
    remedy="Make the cells of the first row headers: th in the place of td. In WordPress: choose the table "
    "block, and switch on the header section in its settings.",
    since="0.3.0",
    heuristic=True,
)
def bold_cells(page: Page) -> Iterator[Verdict]:
    """A screen reader says with each figure the header above it, so that nobody has to count columns.

    Bold letters are not heard: then a table of figures is a list of numbers.

    Target: each table that is told to assistive technology, of three rows or more with as many cells in each,
        two at least, whose first row has headers, or bold cells alone where the other rows are not all bold.
    Expectation: the cells of the first row are headers.
    Limits: a first row that is set apart by colours alone is not seen, nor are headers at the left.

    Passed:
        ```html
        <table><tr><th>Tahun<th>Anggaran<tr><td>2025<td>4,1 M<tr><td>2026<td>4,3 M</table>
        ```

    Failed (header-bold):
        ```html
        <table><tr><td><b>Tahun</b><td><b>Anggaran</b><tr><td>2025<td>4,1 M<tr><td>2026<td>4,3 M</table>
        ```
    """
    hides = exposure(page).hides
    for table in page.elements("table"):
        rows = _rows(table)
        if len(rows) < _FEWEST_ROWS or len(rows[0]) < _FEWEST_COLUMNS or role(table) != "table":
            continue
        if len({len(cells) for cells in rows}) > 1 or hides(table):
            continue
        first = rows[0]
        if all(cell.tag == "th" for cell in first):
            yield passed(table)
        elif (
            _looks_like_headers(first)
            and not any(map(_has_headers, rows))
            and not all(map(_looks_like_headers, rows[1:]))
            and not _nests(table)
        ):
            yield failed(table, "header-bold", "the first row of this table is bold, and holds no headers")


def _rows(table: HtmlElement) -> Sequence[Sequence[HtmlElement]]:
    """The cells of each row of a table, but not of tables within it."""
    found: list[Sequence[HtmlElement]] = []
    for child in table:
        rows = [child] if child.tag == "tr" else child.iterchildren("tr") if child.tag in _GROUPS else ()
        found += (tuple(row.iterchildren("td", "th")) for row in rows)
        if len(found) > _MOST_ROWS:
            break
    return found[:_MOST_ROWS]


def _looks_like_headers(cells: Sequence[HtmlElement]) -> bool:
    """Whether each cell holds short bold letters, and nothing else."""
    return all(map(_is_bold, cells))


def _is_bold(cell: HtmlElement) -> bool:
    at = cell
    while at.tag not in {"b", "strong"}:
        inner = at[0] if len(at) == 1 else None
        if inner is None or (at.text or "").strip() or (inner.tail or "").strip():
            return False
        if inner.tag not in {"b", "strong", "p", "span", "center", "div", "font", "u"}:
            return False
        at = inner
    text = " ".join(at.text_content()[: 4 * _LONGEST].split())
    return 0 < len(text) <= _LONGEST and any(map(str.isalpha, text))


def _has_headers(cells: Sequence[HtmlElement]) -> bool:
    """Whether headers are told in another way."""
    return any(
        cell.tag == "th" or cell.get("role") or cell.get("scope") or cell.get("headers") for cell in cells
    )


def _nests(table: HtmlElement) -> bool:
    """Whether it holds what tables for layout hold."""
    return any(inner.tag in _NOT_PLAIN for inner in table.iterdescendants())
