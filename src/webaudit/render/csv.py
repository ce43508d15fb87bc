"""Two tables for spreadsheets: a row a site, and a row a place of a finding. docs/csv.md is their dictionary.

Numbers have a point and two decimals in every language; ids and codes are those of the JSON report; titles,
messages and remedies are in the language of the report.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from decimal import ROUND_HALF_UP, Decimal
from math import isfinite

from webaudit.locales import Words
from webaudit.model.check import AnyCheck
from webaudit.model.finding import Finding, Location, Outcome, Verdict
from webaudit.model.report import GateState, Place, Report, Scorecard, WaiverState
from webaudit.render.clean import clean

SITES_HEADER = (
    *("group", "rank", "tied_with", "certain", "decided_by", "unranked"),
    *("site", "name", "type", "award", "url", "final_url", "status", "reason", "captured_at"),
    *("value", "low", "high", "coverage", "uncapped", "band"),
    *("gates_failed", "gates_suspected", "waivers_in_force", "checks_failed", "checks_open"),
    *("pages", "requests", "bytes", "limits", "snapshot", "run", "rubric", "rubric_version", "tool_version"),
)
"""Columns of `render_sites`; `won_<id>`, `open_<id>` and `points_<id>` of each section follow."""

FINDINGS_HEADER = (
    *("site", "name", "check", "category", "severity", "outcome", "reason", "waived", "points_lost"),
    *("targets_passed", "targets_failed", "targets_undecided", "title"),
    *("place", "place_outcome", "code", "message", "measure", "measure_value"),
    *("url", "line", "xpath", "snippet", "evidence", "remedy", "sources"),
)
"""Columns of `render_findings`."""

URL_CHARACTERS = 2_000
TEXT_CHARACTERS = 1_000

Cell = str | int | float | bool | None

_SIGNS = r"=+\-@\uff1d\uff0b\uff0d\uff20"
_FORMULA = re.compile(rf"(^|;)(?=[\s\"']*[{_SIGNS}\t\r\n])")
"""What a spreadsheet may take for a formula: at the start of a cell, also after blanks and quotes, and in
full width. Where lists are set apart by semicolons, as in Indonesia, a cell may also begin at one."""


def render_sites(report: Report, words: Words) -> str:
    """The sites, a row each, in the order of the list."""
    sections = [section.id for section in report.rubric.sections]
    by_section = [f"{what}_{section}" for section in sections for what in ("won", "open", "points")]
    places: dict[str, tuple[str, Place]] = {}
    for ranking in report.rankings:
        for place in ranking.places:
            places.setdefault(place.site, (ranking.group, place))
    rows = []
    for card in report.cards:
        group, own = places.get(card.assessment.site.id, ("", None))
        rows.append((*_site(card, group, own, report, words), *_points(card, sections)))
    return _table((*SITES_HEADER, *by_section), rows)


def render_findings(report: Report, words: Words) -> str:
    """The findings of all sites, a row for each place shown; one without a place has one row."""
    return _table(
        FINDINGS_HEADER,
        (
            row
            for card in report.cards
            for finding in card.assessment.findings
            for row in _finding(card, finding, report.catalogue, words)
        ),
    )


def _site(card: Scorecard, group: str, place: Place | None, report: Report, words: Words) -> Iterator[Cell]:
    seen, score = card.assessment, card.score
    yield from (group, place.rank if place else None, _list(place.tied_with if place else ()))
    yield from (place.certain if place and place.rank else None, place.decided_by if place else "")
    yield from (card.unranked, seen.site.id, seen.site.name, seen.site.type, seen.site.award)
    yield from (seen.site.written_url or seen.site.url, seen.final_url, seen.status.value)
    yield from (seen.failure.reason.value if seen.failure else "", _moment(seen.captured_at))
    measured = score.value is not None
    # Without a value there is nothing to stand beside it: an empty cell, never 0.
    yield from (score.value, *((score.low, score.high) if measured else (None, None)))
    yield from (score.coverage, card.uncapped.value)
    yield words.text(card.band.title) if card.band else ""
    for state in (GateState.FAILED, GateState.SUSPECTED):
        yield _list(result.gate.id for result in card.gates if result.state is state)
    yield _list(result.waiver.check for result in card.waivers if result.state is WaiverState.USED)
    yield sum(finding.outcome is Outcome.FAILED for finding in seen.findings)
    yield sum(finding.outcome in (Outcome.CANT_TELL, Outcome.UNTESTED) for finding in seen.findings)
    yield from (seen.crawl.pages, seen.crawl.requests, seen.crawl.bytes, _list(seen.crawl.limits))
    yield from (seen.snapshot, report.run.id, report.rubric.id, report.rubric.version, report.tool_version)


def _points(card: Scorecard, sections: Iterable[str]) -> Iterator[Cell]:
    """Points won, points open and points at most of each section."""
    known = {section.id: section for section in card.sections}
    for section_id in sections:
        section = known.get(section_id)
        yield from (section.won, section.open, section.points) if section else (None, None, None)


def _finding(
    card: Scorecard, finding: Finding, catalogue: Mapping[str, AnyCheck], words: Words
) -> Iterator[tuple[Cell, ...]]:
    check, counts, site = catalogue.get(finding.check), finding.counts, card.assessment.site
    waived = [result for result in card.waivers if result.state is WaiverState.USED]
    before = (
        *(site.id, site.name, finding.check),
        *((check.category.value, check.severity.value) if check else ("", "")),
        *(finding.outcome.value, finding.reason.value if finding.reason else ""),
        *(
            any(result.waiver.check == finding.check for result in waived),
            dict(card.lost).get(finding.check, 0.0),
        ),
        *(counts.passed, counts.failed, counts.undecided, words(check.title) if check else ""),
    )
    after = (
        words(check.remedy) if check else "",
        _list(f"{source.standard} {source.section}".strip() for source in check.sources) if check else "",
    )
    for number, verdict in enumerate(finding.verdicts or (None,), 1):
        yield (*before, *_place(number, verdict, words), *after)


def _place(number: int, verdict: Verdict | None, words: Words) -> Iterator[Cell]:
    if verdict is None:
        yield from [None] * 11
        return
    here = Location(verdict.here) if isinstance(verdict.here, str) else verdict.here
    where = here if isinstance(here, Location) else Location("")
    yield from (number, verdict.outcome.value, verdict.code)
    yield words(verdict.message, **verdict.values)
    yield from (verdict.measure.name, verdict.measure.value) if verdict.measure else ("", None)
    yield from (where.url, where.line, where.xpath, where.snippet, where.evidence)


def _table(header: tuple[str, ...], rows: Iterable[Iterable[Cell]]) -> str:
    """RFC 4180: commas, CRLF, quotes where they are needed."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(map(_text, header))
    writer.writerows(map(_text, row) for row in rows)
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
            if not isfinite(cell):
                return ""
            # Rounded to nine first, as for ranks: the last bit decides no hundredth.
            return str(Decimal(str(round(cell, 9))).quantize(Decimal("0.01"), ROUND_HALF_UP))
    limit = URL_CHARACTERS if cell.startswith(("http://", "https://")) else TEXT_CHARACTERS
    return _FORMULA.sub(r"\1'", clean(cell, limit))


def _list(names: Iterable[str]) -> str:
    """Names set apart by blanks: commas and semicolons set cells apart."""
    return " ".join(names)


def _moment(at: datetime | None) -> str:
    """RFC 3339 in UTC."""
    if at is None:
        return ""
    return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC).isoformat()
