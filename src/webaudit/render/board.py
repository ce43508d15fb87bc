"""The ranking as a table on a terminal: one line a site, two, or stacked ones, as the width allows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.text import Text

from webaudit.locales import Words
from webaudit.model.report import (
    GateResult,
    GateState,
    Place,
    Ranking,
    Score,
    Scorecard,
    SectionScore,
    SiteStatus,
)
from webaudit.model.rubric import Band, Effect, Rubric
from webaudit.render.clean import clean
from webaudit.render.labels import EFFECT, GATE_STATE, UNRANKED
from webaudit.render.screen import GAP, Screen, bar, cell, joined

LEAST_NAME = 24
"""Cells for a name, below which the table breaks into more lines."""
WIDEST_NAME = 48
LEAST_BAR = 4
WIDEST_BAR = 14
STACK_BELOW = 76
"""Columns: below it the figures stand under the name."""
RANK = 3
"""Cells for a rank, "12="."""
POINTS = 5
"""Cells for a section's points, "100,0"."""
INDENT = RANK + len(GAP)


@dataclass(frozen=True, slots=True)
class _Row:
    """One site of the table.

    Attributes:
        figures: value, low to high, coverage, band.
        styles: of the bars, one for each section.
    """

    place: Place
    card: Scorecard
    figures: tuple[Text, ...]
    styles: tuple[str, ...]

    def bars(self, width: int, words: Words) -> list[Text]:
        """The sections as bars; blanks where a gate bars the site, for full bars would praise it."""
        if self.card.unranked == "gate":
            return [Text(" " * width)] * len(self.card.sections)
        parts = zip(self.card.sections, self.styles, strict=True)
        return [_bar(section, width, style, words) for section, style in parts]


def board(ranking: Ranking, cards: Mapping[str, Scorecard], rubric: Rubric, to: Screen) -> None:
    """Prints one group: the sites that have a value, best first, and below each what bars it from a rank."""
    measured = [
        (place, cards[place.site])
        for place in ranking.places
        if place.site in cards and is_measured(cards[place.site])
    ]
    if ranking.group:
        to.line(Text(clean(ranking.group), "bold"))
    if not measured:
        to.line(to.words("No site could be audited."))
        return
    if to.width < STACK_BELOW:
        for place, card in measured:
            _stacked(place, card, rubric, to)
            to.blank()
        return
    heads, rows = _rows(measured, rubric, to.words)
    titles = [
        (clean(to.words.text(section.title), 20), f" /{to.words.number(section.points)}")
        for section in rubric.sections
    ]
    width = max([LEAST_BAR + 1 + POINTS, *(cell_len("".join(title)) for title in titles)])
    name = to.width - INDENT - sum(cell_len(head) + len(GAP) for head in heads)
    beside = name - len(titles) * (width + len(GAP))
    if beside >= LEAST_NAME:
        _in_one_line(rows, heads, titles, width, min(beside, WIDEST_NAME), to)
    else:
        _in_two_lines(rows, heads, titles, min(name, WIDEST_NAME), to)


def _rows(
    measured: Sequence[tuple[Place, Scorecard]], rubric: Rubric, words: Words
) -> tuple[tuple[str, ...], list[_Row]]:
    """The heads of the columns of figures and the rows, each column as wide as it must be."""
    heads = (words("Value"), words("Low–high"), words("Measured"), words("Band"))
    plain = [
        (*figures(card, words), percent(card, words), _class(place, card, words)) for place, card in measured
    ]
    widths = [max(map(cell_len, column)) for column in zip(heads, *plain, strict=True)]
    right = (True, True, True, False)
    rows = []
    for (place, card), texts in zip(measured, plain, strict=True):
        style = _style(place, card, rubric)
        columns = zip(texts, (f"bold {style}", "", "dim", style), widths, right, strict=True)
        cells = tuple(cell(Text(text, look), width, right=side) for text, look, width, side in columns)
        rows.append(_Row(place, card, cells, _bar_styles(place, card, rubric)))
    filled = zip(heads, widths, right, strict=True)
    return tuple(cell(head, width, right=side).plain for head, width, side in filled), rows


def _in_one_line(
    rows: Sequence[_Row],
    heads: Sequence[str],
    titles: Sequence[tuple[str, str]],
    width: int,
    name: int,
    to: Screen,
) -> None:
    """Rank, name, figures, the bars of the sections, band."""
    above = [cell("".join(title), width) for title in titles]
    start = [cell("#", RANK, right=True), cell(to.words("Site"), name)]
    head = Text(joined([*start, *heads[:-1], *above, heads[-1]]).plain, "bold")
    to.line(head)
    to.rule(cell_len(head.plain))
    for row in rows:
        start = [cell(rank(row.place), RANK, right=True), cell(Text(site_name(row.card), "bold"), name)]
        to.line(joined([*start, *row.figures[:-1], *row.bars(width, to.words), row.figures[-1]]))
        _notes(row.place, row.card, to)


def _in_two_lines(
    rows: Sequence[_Row], heads: Sequence[str], titles: Sequence[tuple[str, str]], name: int, to: Screen
) -> None:
    """The bars of the sections stand below the name and the figures."""
    width = min((to.width - INDENT) // max(len(titles), 1) - len(GAP), WIDEST_BAR + 1 + POINTS)
    start = [cell("#", RANK, right=True), cell(to.words("Site"), name)]
    head = Text(joined([*start, *heads]).plain, "bold")
    to.line(head)
    fits = all(cell_len(title + most) <= width for title, most in titles)
    above = [title + most if fits else title for title, most in titles]
    below = Text(joined(cell(title, width) for title in above).plain, "dim")
    to.line(below, indent=INDENT)
    to.rule(max(cell_len(head.plain), INDENT + cell_len(below.plain)))
    for row in rows:
        start = [cell(rank(row.place), RANK, right=True), cell(Text(site_name(row.card), "bold"), name)]
        to.line(joined([*start, *row.figures]))
        if row.card.unranked != "gate":
            to.line(joined(row.bars(width, to.words)), indent=INDENT)
        _notes(row.place, row.card, to)


def _stacked(place: Place, card: Scorecard, rubric: Rubric, to: Screen) -> None:
    """The figures stand under the name, then a line for each section."""
    words = to.words
    style = _style(place, card, rubric)
    value, sure = figures(card, words)
    to.line(cell(rank(place), RANK, right=True), GAP, Text(site_name(card), "bold"))
    label = _class(place, card, words)
    to.line(Text(label if card.unranked else f"{value}{GAP}{label}", f"bold {style}"), indent=INDENT)
    if card.unranked == "gate":
        _notes(place, card, to)
        return
    seen = f"{words('Measured')} {percent(card, words)}"
    if not card.unranked:
        seen = f"{words('Low–high')} {sure}{GAP}{seen}"
    to.line(Text(seen, "dim"), indent=INDENT)
    titles = [clean(words.text(section.title), 20) for section in card.sections]
    widest = max(map(cell_len, titles), default=0)
    styles = _bar_styles(place, card, rubric)
    for title, section, look in zip(titles, card.sections, styles, strict=True):
        drawn = _bar(section, WIDEST_BAR + 1 + POINTS, look, words)
        to.line(cell(title, widest), GAP, drawn, indent=INDENT)
    _notes(place, card, to)


def _notes(place: Place, card: Scorecard, to: Screen) -> None:
    """What a reader must know before believing the line above."""
    words = to.words
    if place.decided_by:
        section = next((part for part in card.sections if part.id == place.decided_by), None)
        title = clean(words.text(section.title)) if section else place.decided_by
        to.prose(words("equal value, decided by {section}", section=title), indent=INDENT, style="dim")
    for _, line in gate_lines(card, words):
        to.prose(line, indent=INDENT, lead=Text("! ", "bold red"), style="red")
    if card.unranked and card.unranked != "gate":
        why = words("not ranked: {reason}", reason=words(UNRANKED.get(card.unranked, card.unranked)))
        to.prose(why, indent=INDENT, style="dim")


def is_measured(card: Scorecard) -> bool:
    """Whether there is a value that tells of the site, not of our failing to see it."""
    seen = card.assessment.status in (SiteStatus.REACHABLE, SiteStatus.DEGRADED)
    return card.score.value is not None and (seen or not card.unranked)


def gate_lines(card: Scorecard, words: Words) -> list[tuple[GateResult, str]]:
    """Each gate that is not passed, with its line in plain words."""
    lines = []
    for result in card.gates:
        if result.state not in (GateState.FAILED, GateState.SUSPECTED):
            continue
        line = f"{clean(words.text(result.gate.title))}: {words(GATE_STATE[result.state])}"
        if result.state is GateState.FAILED:
            effect = words(EFFECT[result.penalty.effect])
            if result.penalty.effect is Effect.CAP:
                effect = words("value capped at {cap}", cap=result.penalty.cap)
            line += f", {effect}"
        lines.append((result, line))
    return lines


def _bar(section: SectionScore, width: int, style: str, words: Words) -> Text:
    """A bar, and the points won in figures."""
    drawn = bar(section.won, section.open, section.points, width - POINTS - 1, style)
    won = words.number(section.won, 1) if section.points > 0 else "–"
    return Text.assemble(drawn, " ", cell(won, POINTS, right=True))


def rank(place: Place) -> str:
    """The rank with its sign: `=` shared, `≈` not certain."""
    if place.rank is None:
        return "–"
    return f"{place.rank}{'=' if place.tied_with else '' if place.certain else '≈'}"


def site_name(card: Scorecard) -> str:
    """How people call the site."""
    site = card.assessment.site
    return clean(site.name or site.written_url or site.url or site.id, 160)


def figures(card: Scorecard, words: Words) -> tuple[str, str]:
    """The value and between what it lies; dashes without a rank, for beside the others they would mislead."""
    if card.unranked:
        return "–", "–"
    low, high = words.number(card.score.low, 1), words.number(card.score.high, 1)
    return words.number(card.score.value, 1), f"{low}–{high}"


def why_unranked(card: Scorecard, words: Words) -> str:
    """Why a site has no rank, with the value that it would have without that."""
    reason = words("not ranked: {reason}", reason=words(UNRANKED.get(card.unranked, card.unranked)))
    return words(
        "{reason} (value of what was measured: {value})",
        reason=reason,
        value=words.number(card.score.value, 1),
    )


def percent(card: Scorecard, words: Words) -> str:
    """How much was measured."""
    return f"{words.number(100 * card.score.coverage)}%"


def band(card: Scorecard, words: Words) -> str:
    """The class of the value."""
    return clean(words.text(card.band.title), 16) if card.band else "–"


def _class(place: Place, card: Scorecard, words: Words) -> str:
    """The class of the value, or that there is no rank."""
    return band(card, words) if place.rank else words("not ranked")


def _style(place: Place, card: Scorecard, rubric: Rubric) -> str:
    """Of a row: without a rank it stands back."""
    return "dim" if place.rank is None else band_style(card.band, rubric)


def _bar_styles(place: Place, card: Scorecard, rubric: Rubric) -> tuple[str, ...]:
    """Of the sections' bars: each by the band that its own share would have."""
    if place.rank is None:
        return ("dim",) * len(card.sections)
    shares = [Score(part.won, part.lost, part.open).value or 0 for part in card.sections]
    bands = [next((band for band in rubric.bands if share >= band.floor), None) for share in shares]
    return tuple(band_style(band, rubric) for band in bands)


def band_style(of: Band | None, rubric: Rubric) -> str:
    """Green for the highest band, red for the lowest; the words say the same."""
    if of is None or len(rubric.bands) < 2:
        return "default"
    if of.floor == rubric.bands[0].floor:
        return "green"
    return "red" if of.floor == rubric.bands[-1].floor else "yellow"
