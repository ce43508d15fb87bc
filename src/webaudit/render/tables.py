"""The report as tables of plain cells: sites, findings, criteria, and the dictionary of all their columns."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from decimal import ROUND_HALF_UP, Decimal
from math import isfinite

from webaudit.locales import Words
from webaudit.model.check import AnyCheck
from webaudit.model.finding import Finding, Location, Outcome, Verdict
from webaudit.model.report import GateState, Place, Report, Scorecard, WaiverState
from webaudit.render import columns
from webaudit.render.clean import clean
from webaudit.render.columns import Column

URL_CHARACTERS = 2_000
TEXT_CHARACTERS = 1_000

Cell = str | int | float | bool | None
"""A text of ours or of a site, a number, true or false, or nothing: never 0 for what was not measured."""

Row = Iterable[Cell]


@dataclass(frozen=True)
class Table:
    """A header and its rows, which are made when they are asked for, once.

    Attributes:
        name: "sites", "findings", "criteria" or "columns".
    """

    name: str
    columns: tuple[Column, ...]
    rows: Iterable[Row]


def tables(report: Report, words: Words, *, by_rank: bool = False) -> tuple[Table, ...]:
    """All tables of a report.

    Args:
        words: of the reader's language, for titles, messages and remedies.
        by_rank: the sites in the order of their ranks, in place of that of the list, and of each site what
            costs most first.
    """
    return (
        sites(report, words, by_rank=by_rank),
        findings(report, words, by_rank=by_rank),
        criteria(report, words, by_rank=by_rank),
        dictionary(report),
    )


def sites(report: Report, words: Words, *, by_rank: bool = False) -> Table:
    """The sites, a row each."""
    sections = [section.id for section in report.rubric.sections]
    places: dict[str, tuple[str, Place]] = {}
    for ranking in report.rankings:
        for place in ranking.places:
            places.setdefault(place.site, (ranking.group, place))

    def rows() -> Iterator[Row]:
        for card in _cards(report, by_rank):
            group, own = places.get(card.assessment.site.id, ("", None))
            yield (*_site(card, group, own, report, words), *_points(card, sections))

    return Table("sites", _site_columns(report, words), rows())


def findings(report: Report, words: Words, *, by_rank: bool = False) -> Table:
    """The findings of all sites, a row for each place shown; one without a place has one row."""
    rows = (
        row
        for card in _cards(report, by_rank)
        for finding in (_costliest_first(card) if by_rank else card.assessment.findings)
        for row in _finding(card, finding, report.catalogue, words)
    )
    return Table("findings", columns.FINDINGS, rows)


def criteria(report: Report, words: Words, *, by_rank: bool = False) -> Table:
    """The points of each criterion of each site."""
    rows = (
        (
            *(card.assessment.site.id, card.assessment.site.name),
            *(section.id, words.text(section.title), criterion.id, words.text(criterion.title)),
            *(criterion.points, criterion.won, criterion.lost, criterion.open),
        )
        for card in _cards(report, by_rank)
        for section in card.sections
        for criterion in section.criteria
    )
    return Table("criteria", columns.CRITERIA, rows)


def dictionary(report: Report) -> Table:
    """Every column of every table, with what it means in both languages."""
    indonesian, english = Words("id"), Words("en")

    def rows() -> Iterator[Row]:
        both = zip(_site_columns(report, indonesian), _site_columns(report, english), strict=True)
        known = {
            "findings": columns.FINDINGS,
            "criteria": columns.CRITERIA,
            "columns": columns.COLUMNS,
        }
        for in_indonesian, in_english in both:
            meanings = (_meaning(in_indonesian, indonesian), _meaning(in_english, english))
            yield ("sites", in_english.name, in_english.kind, *meanings)
        for table, header in known.items():
            for one in header:
                yield (table, one.name, one.kind, _meaning(one, indonesian), _meaning(one, english))

    return Table("columns", columns.COLUMNS, rows())


def hundredths(value: float) -> Decimal | None:
    """The number with two decimals, halves rounded up; None if it is none.

    Rounded to nine first, as for ranks: the last bit decides no hundredth.
    """
    if not isfinite(value):
        return None
    return Decimal(str(round(value, 9))).quantize(Decimal("0.01"), ROUND_HALF_UP)


def shown(text: str) -> str:
    """Text on one line, cleaned and cut; an address may be longer."""
    limit = URL_CHARACTERS if text.startswith(("http://", "https://")) else TEXT_CHARACTERS
    return clean(text, limit)


def _meaning(column: Column, words: Words) -> str:
    return words(column.meaning, section=column.about) if column.about else words(column.meaning)


def _site_columns(report: Report, words: Words) -> tuple[Column, ...]:
    """Those that never move, then those of each section."""
    by_section = (
        replace(one, name=f"{one.name}_{section.id}", about=words.text(section.title) or section.id)
        for section in report.rubric.sections
        for one in columns.BY_SECTION
    )
    return (*columns.SITES, *by_section)


def _cards(report: Report, by_rank: bool) -> tuple[Scorecard, ...]:
    return report.by_rank() if by_rank else report.cards


_ORDER = (Outcome.FAILED, Outcome.CANT_TELL, Outcome.UNTESTED, Outcome.PASSED, Outcome.INAPPLICABLE)


def _costliest_first(card: Scorecard) -> list[Finding]:
    """The findings by the points that they cost; those that cost none with the failed ones first."""
    lost = dict(card.lost)
    return sorted(
        card.assessment.findings,
        key=lambda finding: (-lost.get(finding.check, 0.0), _ORDER.index(finding.outcome)),
    )


def _site(card: Scorecard, group: str, place: Place | None, report: Report, words: Words) -> Iterator[Cell]:
    seen, score = card.assessment, card.score
    yield from (group, place.rank if place else None, _list(place.tied_with if place else ()))
    yield from (place.certain if place and place.rank else None, place.decided_by if place else "")
    yield from (card.unranked, seen.site.id, seen.site.name, seen.site.type, seen.site.award)
    yield from (seen.site.written_url or seen.site.url, seen.final_url, seen.status.value)
    yield from (seen.failure.reason.value if seen.failure else "", moment(seen.captured_at))
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
) -> Iterator[Row]:
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


def _list(names: Iterable[str]) -> str:
    """Names set apart by blanks: commas and semicolons set cells apart."""
    return " ".join(names)


def moment(at: datetime | None) -> str:
    """RFC 3339 in UTC."""
    if at is None:
        return ""
    return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC).isoformat()
