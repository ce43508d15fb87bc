"""The workbook, read back by another library: text is text, numbers are numbers, the same bytes."""

import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given, settings
from lxml import etree
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.render.hostile import TEXTS, written
from tests.render.report import page_report, report
from webaudit.locales import Words
from webaudit.model.report import Report
from webaudit.render import tables, xlsx

ENGLISH, INDONESIAN = Words("en"), Words("id")


def opened(whole: Report, words: Words = ENGLISH) -> Workbook:
    """The workbook as another program reads it."""
    return load_workbook(BytesIO(xlsx.render(whole, words)))


def rows(sheet: Worksheet) -> list[dict[str, object]]:
    """The rows of a sheet by its headings."""
    head, *rest = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in rest]


def test_sites_by_rank() -> None:
    """The first sheet is the ranking: rank, name and value first, sites without a rank last."""
    first, *_ = opened(report(), INDONESIAN).worksheets
    found = rows(first)

    assert first.title == "Situs"
    assert list(found[0])[:4] == ["peringkat", "nama", "nilai", "golongan"]
    assert [row["peringkat"] for row in found] == [1, 2, 2, 4, None, None, None, None]
    assert found[0]["nama"] == "Dinas Kesehatan"
    assert found[0]["status"] == "dapat diakses"


def test_numbers_are_numbers() -> None:
    """Values can be summed; what was not measured has no cell, and is never 0."""
    found = {row["site"]: row for row in rows(opened(report()).worksheets[0])}

    assert found["dishub"]["value"] == 64.58
    assert isinstance(found["dishub"]["pages"], int)
    assert found["bkd"]["value"] is None
    assert found["dishub"]["award"] == "yes"


def test_heading_stays_and_can_be_filtered() -> None:
    """Every sheet has its heading fixed and a filter over all its rows."""
    for sheet in opened(report()).worksheets:
        assert str(sheet.freeze_panes).endswith("2")
        assert sheet.auto_filter.ref == sheet.dimensions


def test_every_table_is_a_sheet() -> None:
    """Sheets hold as many rows and columns as the tables."""
    whole = report()
    made = tables.tables(whole, ENGLISH)[:-1]
    for sheet, table in zip(opened(whole).worksheets, made, strict=False):
        assert sheet.max_row == 1 + len(list(table.rows))
        assert sheet.max_column == len(table.columns)


def test_every_heading_is_explained() -> None:
    """The last sheet has a row for each heading of the others, with its name in the CSV and what it means."""
    *others, last = opened(report(), INDONESIAN).worksheets
    heads = [(sheet.title, cell.value) for sheet in others for cell in sheet[1]]
    explained = rows(last)

    assert [(row["tabel"], row["kolom"]) for row in explained] == heads
    assert explained[0] == {
        "tabel": "Situs",
        "kolom": "peringkat",
        "kode": "rank",
        "arti": "peringkat mulai 1, dibagi bila sama; kosong bila tanpa peringkat",
    }


def test_what_costs_most_stands_first() -> None:
    """Of each site the findings stand by the points that they cost, failed ones before passed ones."""
    found = [row for row in rows(opened(report()).worksheets[1]) if row["site"] == "dishub"]

    assert [row["points lost"] for row in found] == [24, 24, 24, 24, 10, 0, 0]
    assert found[0]["check"] == "image-alternative"


def test_a_long_table_goes_on_in_a_further_sheet(monkeypatch: pytest.MonkeyPatch) -> None:
    """No row is lost where a sheet ends."""
    monkeypatch.setattr(xlsx, "MOST_ROWS", 5)
    sheets = opened(report()).worksheets
    found = [row for sheet in sheets if sheet.title.startswith("Sites") for row in rows(sheet)]

    assert [sheet.title for sheet in sheets[:2]] == ["Sites", "Sites 2"]
    assert len(found) == len(report().cards)


def test_same_report_same_bytes() -> None:
    """The only time in it is that of the run."""
    whole = report()
    later = replace(whole, run=replace(whole.run, finished_at=whole.run.finished_at.replace(year=2027)))

    assert xlsx.render(whole, ENGLISH) == xlsx.render(whole, ENGLISH)
    assert xlsx.render(later, ENGLISH) != xlsx.render(whole, ENGLISH)
    with zipfile.ZipFile(BytesIO(xlsx.render(whole, ENGLISH))) as file:
        assert {entry.date_time[0] for entry in file.infolist()} == {1980}
        assert b"2026-11-24T01:09:30Z" in file.read("docProps/core.xml")


def test_pages_without_a_ranking() -> None:
    """`webaudit page` ranks nothing; its workbook is whole all the same."""
    assert len(rows(opened(page_report()).worksheets[0])) == len(page_report().cards)


@settings(max_examples=25, deadline=None)
@given(TEXTS)
def test_any_text_is_text(text: str) -> None:
    """Whatever a site writes, every part of the file is XML, no cell is a formula, and nothing is a link."""
    data = xlsx.render(written(text), INDONESIAN)
    with zipfile.ZipFile(BytesIO(data)) as file:
        for name in file.namelist():
            root = etree.fromstring(file.read(name))
            if name.startswith("xl/worksheets/"):
                assert not root.findall(".//{*}f")
                assert not root.findall(".//{*}hyperlink")
    for sheet in load_workbook(BytesIO(data)).worksheets:
        for row in sheet.iter_rows():
            assert all(cell.data_type in "sn" for cell in row)


def test_formula_stays_text_when_it_is_edited() -> None:
    """A cell that looks like a formula is marked as text for who edits it."""
    book = opened(written("=1+1"))
    cell = next(cell for row in book.worksheets[0].iter_rows() for cell in row if cell.value == "=1+1")

    assert cell.data_type == "s"
    assert cell.quotePrefix
