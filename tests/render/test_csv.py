"""The tables: whole, frozen, and harmless in a spreadsheet."""

import csv
import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.render.report import page_report, report
from webaudit.locales import Words
from webaudit.model.finding import Finding, Location, Measure, Outcome, Verdict
from webaudit.model.report import Ranking, Report
from webaudit.render import columns, tables
from webaudit.render.csv import render

DICTIONARY = Path(__file__).parent.parent.parent / "docs" / "csv.md"
ENGLISH, INDONESIAN = Words("en"), Words("id")


def render_sites(whole: Report, words: Words) -> str:
    """The table of sites."""
    return render(tables.sites(whole, words))


def render_findings(whole: Report, words: Words) -> str:
    """The table of findings."""
    return render(tables.findings(whole, words))


def rows(text: str) -> list[dict[str, str]]:
    """A table as a spreadsheet reads it."""
    return list(csv.DictReader(io.StringIO(text, newline="")))


def named(name: str) -> Report:
    """A report on one site with this name."""
    (card, *_), whole = report().cards, report()
    site = replace(card.assessment.site, name=name)
    return replace(whole, cards=(replace(card, assessment=replace(card.assessment, site=site)),))


def with_verdict(verdict: Verdict) -> Report:
    """A report on one site with this verdict alone."""
    (card, *_), whole = report().cards, report()
    finding = Finding("page-language", Outcome.FAILED, verdicts=(verdict,))
    return replace(whole, cards=(replace(card, assessment=replace(card.assessment, findings=(finding,))),))


def test_header_is_the_one_of_the_dictionary() -> None:
    """Every column stands in docs/csv.md with kind and meaning in both languages, and no other."""
    written = [
        re.findall(r"^\| (\w+…?) \| (\w+) \| (\S.*) \| (\S.*) \|$", part, re.MULTILINE)[1:]
        for part in DICTIONARY.read_text(encoding="utf-8").split("\n## ")
        if part.startswith(("sites\n", "findings\n", "criteria\n", "columns\n"))
    ]
    sections = tuple(replace(one, name=f"{one.name}_…", about="…") for one in columns.BY_SECTION)
    known = (columns.SITES + sections, columns.FINDINGS, columns.CRITERIA, columns.COLUMNS)

    assert written == [
        [
            (one.name, one.kind, ENGLISH(one.meaning, section="…"), INDONESIAN(one.meaning, section="…"))
            for one in header
        ]
        for header in known
    ]


def test_dictionary_for_machines_names_every_column() -> None:
    """columns.csv has a row for each column that is written, with its meaning in both languages."""
    whole = report()
    found = rows(render(tables.dictionary(whole)))
    written = [
        (table.name, column.name) for table in tables.tables(whole, ENGLISH) for column in table.columns
    ]

    assert [(row["table"], row["column"]) for row in found] == written
    assert all(row["meaning_id"] and row["meaning_en"] for row in found)
    assert {row["kind"] for row in found} == {"text", "integer", "number", "flag", "time", "list"}
    assert ("points won in the section Accessibility", "poin menang di bagian Aksesibilitas") in [
        (row["meaning_en"], row["meaning_id"]) for row in found
    ]


def test_criteria_add_up_to_the_sections() -> None:
    """The points of the criteria of a site are those of its sections."""
    whole = report()
    found = rows(render(tables.criteria(whole, ENGLISH)))
    card = next(one for one in whole.cards if one.assessment.site.id == "dishub")
    won = sum(float(row["won"]) for row in found if row["site"] == "dishub")

    assert won == pytest.approx(sum(section.won for section in card.sections), abs=0.01)
    assert len(found) == len(whole.cards) * 3


def test_sections_follow_the_frozen_columns() -> None:
    """What depends on the rubric stands behind what never moves."""
    (header, *_) = render_sites(report(), ENGLISH).split("\r\n")

    assert header.split(",") == [
        *(column.name for column in columns.SITES),
        *("won_https", "open_https", "points_https"),
        *("won_accessibility", "open_accessibility", "points_accessibility"),
    ]


def test_a_row_a_site_in_the_order_of_the_list() -> None:
    """No site is missing, whatever became of it."""
    whole = report()

    assert [row["site"] for row in rows(render_sites(whole, ENGLISH))] == [
        card.assessment.site.id for card in whole.cards
    ]


def test_site_with_a_rank() -> None:
    """Figures have two decimals and a point; the band is in the language of the report."""
    for words, band in ((ENGLISH, "Fair"), (INDONESIAN, "Cukup")):
        (row,) = (row for row in rows(render_sites(report(), words)) if row["site"] == "dishub")

        assert (row["rank"], row["tied_with"], row["unranked"]) == ("2", "disdik", "")
        assert (row["value"], row["low"], row["high"], row["coverage"]) == ("64.58", "62.00", "66.00", "0.96")
        assert row["band"] == band


def test_not_measured_is_empty_and_never_0() -> None:
    """A site that was not measured has no figures."""
    (row,) = (row for row in rows(render_sites(report(), ENGLISH)) if row["site"] == "bkd")

    assert (row["rank"], row["value"], row["low"], row["high"], row["band"]) == ("", "", "", "", "")
    assert (row["status"], row["reason"], row["unranked"]) == ("unreachable", "dns", "status")


def test_suspected_gate_stands_apart() -> None:
    """What is not for publication is not called failed."""
    (row,) = (row for row in rows(render_sites(report(), ENGLISH)) if row["site"] == "bapenda")

    assert (row["gates_failed"], row["gates_suspected"]) == ("", "injected")


def test_group_of_the_first_ranking() -> None:
    """A site that two groups rank has one row all the same."""
    whole = report()
    (ranking,) = whole.rankings
    twice = (Ranking("first", ranking.places), Ranking("second", ranking.places))

    assert {row["group"] for row in rows(render_sites(replace(whole, rankings=twice), ENGLISH))} == {"first"}


def test_a_row_a_place() -> None:
    """Each place of a finding has a row; a finding without one has a row of its own."""
    found = [row for row in rows(render_findings(report(), ENGLISH)) if row["site"] == "dishub"]

    assert [(row["check"], row["place"]) for row in found] == [
        ("certificate-validity", "1"),
        *(("image-alternative", str(number)) for number in range(1, 5)),
        ("injected-content", ""),
        ("page-language", "1"),
    ]
    assert {row["points_lost"] for row in found if row["check"] == "image-alternative"} == {"24.00"}


def test_page_report_has_no_ranks() -> None:
    """`webaudit page` ranks nothing; its tables are whole all the same."""
    found = rows(render_sites(page_report(), ENGLISH))

    assert [row["rank"] for row in found] == [""] * len(page_report().cards)
    assert rows(render_findings(page_report(), ENGLISH))


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "  =1",
        "\u00a0=1",
        "\u3000@1",
        "\uff1d1+1",
        "\u200b=1",
        '"=1',
        "=cmd|' /C calc'!A0",
    ],
)
def test_formula_is_text(text: str) -> None:
    """No cell begins with what a spreadsheet would run, also after blanks and invisible signs."""
    (row,) = rows(render_sites(named(text), ENGLISH))

    assert row["name"].lstrip()[:1] not in {"=", "+", "-", "@", "\uff1d"}


def test_formula_after_a_semicolon_is_text() -> None:
    """Where semicolons set cells apart, a cell may begin in the middle of ours."""
    (row,) = rows(render_sites(named("Dinas;=1+1; @x"), ENGLISH))

    assert row["name"] == "Dinas;'=1+1;' @x"


def test_numbers_of_ours_stay_numbers() -> None:
    """A negative measure is no formula; what is no number has an empty cell."""
    values = []
    for value in (-12.5, 0.125, float("nan"), float("inf")):
        verdict = Verdict(Outcome.FAILED, None, "expired", "", {}, Measure("valid_days", value))
        (row,) = rows(render_findings(with_verdict(verdict), ENGLISH))
        values.append(row["measure_value"])

    assert values == ["-12.50", "0.13", "", ""]


HOSTILE = (
    *('"', '""', "'", ",", ";", "\t", "\r", "\n", "\r\n", "\x00", "\x0b\x0c\x1c\x85\u2028\u2029", "\ufeff"),
    *("=1+1", "\n=1", '";=1;"', "@SUM(1)", "\u202egnp.exe", "\u200f", "\ud800", "\udfff x", "\U0010ffff"),
    *("x" * 1_000_000, '"' * 1_000_000, "=" * 1_000_000),
)
"""What breaks tables that are written by hand."""


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:12]))
def test_a_hostile_site_spoils_no_other_row(text: str) -> None:
    """The rows of the other sites are the same bytes, whatever one site writes."""
    whole = report()
    (first, *others) = whole.cards
    seen = first.assessment
    verdict = Verdict(Outcome.FAILED, Location(text, text, 1, text, text), text, "{text}", {"text": text})
    finding = Finding("page-language", Outcome.FAILED, verdicts=(verdict,))
    site = replace(seen.site, name=text, written_url=text, type=text)
    bad = replace(first, assessment=replace(seen, site=site, final_url=text, findings=(finding,)))
    for make in (render_sites, render_findings):
        good = make(replace(whole, cards=tuple(others)), INDONESIAN).encode().split(b"\r\n")
        spoilt = make(replace(whole, cards=(bad, *others)), INDONESIAN).encode().split(b"\r\n")

        assert spoilt[:1] + spoilt[2:] == good
        assert len(spoilt[1]) < 20_000


@given(st.text(max_size=200))
def test_any_text_keeps_the_table_whole(text: str) -> None:
    """Whatever a site writes, its row has as many cells as the header and stands on one line."""
    verdict = Verdict(Outcome.FAILED, Location(text, text, 1, text, text), "code", "{text}", {"text": text})
    table = render_findings(with_verdict(verdict), ENGLISH)
    (row,) = rows(table)

    assert None not in row
    assert None not in row.values()
    assert table.count("\r\n") == 2
    assert table.count("\n") == table.count("\r") == 2
    for cell in row.values():
        assert cell.lstrip()[:1] not in {"=", "+", "-", "@"}
    table.encode("utf-8")


def test_address_as_a_place() -> None:
    """A verdict on a plain address has its row, too."""
    (row,) = rows(
        render_findings(with_verdict(Verdict(Outcome.FAILED, "https://x.example/", "dead")), ENGLISH)
    )

    assert row["url"] == "https://x.example/"
