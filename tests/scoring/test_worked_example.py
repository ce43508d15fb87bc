"""The sums that docs/scoring.md works out by hand are those of the program."""

import re
from dataclasses import replace
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest

from tests.scoring.builders import NO_TITLE, assessment, check, failed, inapplicable, passed, rubric, untested
from webaudit.model.check import AnyCheck, Severity
from webaudit.model.finding import Finding, Location, Measure, Tally, fold, tally
from webaudit.model.finding import failed as failed_target
from webaudit.model.finding import passed as passed_target
from webaudit.model.report import Scorecard
from webaudit.model.rubric import Band, Criterion, Rubric, Section, Steps
from webaudit.scoring.weigh import weigh

DOCS = Path(__file__).parent.parent.parent / "docs"
PAGES = ["scoring.md", "scoring.id.md"]

Row = tuple[str, ...]


@cache
def tables(page: str) -> tuple[tuple[Row, ...], ...]:
    """The tables of a page in order: rubric, pages, findings, sums, score; without their heads."""
    lines = (DOCS / page).read_text(encoding="utf-8").splitlines()
    found: list[list[Row]] = []
    for before, line in zip(["", *lines], lines, strict=False):
        if line.startswith("|"):
            if not before.startswith("|"):
                found.append([])
            found[-1].append(tuple(cell.strip() for cell in line.strip("|").split("|")))
    return tuple(tuple(table[2:]) for table in found)


def the_rubric(rows: tuple[Row, ...]) -> tuple[Rubric, dict[str, AnyCheck]]:
    """The rubric of the first table, and the checks it names."""
    sections: dict[str, dict[str, Criterion]] = {}
    checks = {}
    for section_id, criterion_id, points, check_id, severity, terms in rows:
        checks[check_id] = check(check_id, Severity(severity.split(" ")[0]))
        criteria = sections.setdefault(section_id, {})
        own = criteria.get(criterion_id) or Criterion(criterion_id, NO_TITLE, float(points))
        own = replace(own, checks=(*own.checks, check_id))
        numbers = [
            (float(limit), float(earned)) for limit, earned in re.findall(r"([\d.]+): ([\d.]+)", terms)
        ]
        if terms.startswith("age_days"):
            own = replace(own, steps=Steps(check_id, "age_days", at_most=tuple(numbers)))
        elif terms:
            code, share = terms.split(": ")
            own = replace(own, shares={code: float(share)})
        criteria[criterion_id] = own
    made = rubric(*(Section(name, NO_TITLE, tuple(own.values())) for name, own in sections.items()))
    bands = tuple(Band(floor, {"id": title, "en": title}) for floor, title in [(60, "Cukup"), (40, "Kurang")])
    return replace(made, bands=bands), checks


def the_page(row: Row) -> Tally:
    """The tally of one page of the second table."""
    url, causes, _ = row
    said = [failed_target(Location(url, snippet=f"<p>{number}"), "bad", "") for number in range(int(causes))]
    folded = tally(url, [passed_target(Location(url)), *said], sole_target=False)

    assert folded is not None
    return folded


def the_finding(row: Row, pages: tuple[Row, ...]) -> Finding:
    """One finding of the third table."""
    check_id, outcome, share, case = row
    if "/" in share:
        return fold(check_id, map(the_page, pages))
    if outcome in ("untested", "inapplicable"):
        return untested(check_id) if outcome == "untested" else inapplicable(check_id)
    name, _, number = case.partition(" = ")
    measure, code = (Measure(name, float(number)), "") if number else (None, case)
    return passed(check_id, code, measure) if outcome == "passed" else failed(check_id, code, measure)


@cache
def scorecard(page: str) -> Scorecard:
    """What the program makes of the tables."""
    rubric_rows, page_rows, finding_rows, *_ = tables(page)
    made, checks = the_rubric(rubric_rows)
    return weigh(assessment(*(the_finding(row, page_rows) for row in finding_rows)), made, checks)


def number(text: str) -> float:
    """A number as either language writes it."""
    return float(text.replace(",", "."))


@pytest.mark.parametrize("page", PAGES)
def test_pages(page: str) -> None:
    """The share that each page keeps, and their mean."""
    _, page_rows, finding_rows, *_ = tables(page)

    assert [the_page(row).low for row in page_rows] == pytest.approx(
        [float(Fraction(kept)) for *_, kept in page_rows]
    )
    (share,) = (row[2] for row in finding_rows if "/" in row[2])
    assert fold("image-alternative", map(the_page, page_rows)).low == pytest.approx(float(Fraction(share)))


@pytest.mark.parametrize("page", PAGES)
def test_sums(page: str) -> None:
    """The points of every check, and of all together."""
    card = scorecard(page)
    lines = [line for section in card.sections for own in section.criteria for line in own.checks]
    computed = [(line.check, line.points, line.won, line.lost, line.open) for line in lines]
    *rows, (_, *total) = tables(page)[3]

    assert [(name, *map(number, points)) for name, *points in rows] == [
        (name, *(round(own, 2) for own in points)) for name, *points in computed
    ]
    assert [number(own) for own in total] == pytest.approx(
        [100, card.score.won, card.score.lost, card.score.open], abs=0.005
    )


@pytest.mark.parametrize("page", PAGES)
def test_score(page: str) -> None:
    """Value, low, high and coverage, the band, and what can be gained first."""
    card = scorecard(page)
    score = card.score
    text = (DOCS / page).read_text(encoding="utf-8")
    gains = re.findall(r"`([a-z-]+)` \(([\d.,]+)\)", text)

    assert score.value is not None
    assert [number(row[-1]) for row in tables(page)[4]] == [
        round(own, 2) for own in (score.value, score.low, score.high, score.coverage)
    ]
    assert card.band is not None
    assert f"*{card.band.title['id']}*" in text
    assert [(name, number(points)) for name, points in gains] == [
        (name, round(points, 2)) for name, points in card.lost
    ]
