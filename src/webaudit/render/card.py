"""The card of one site on a terminal: what to gain first, where, and how to repair it."""

from collections.abc import Mapping, Sequence

from rich.text import Text

from webaudit.locales import Words
from webaudit.model.cause import Cause, causes
from webaudit.model.check import AnyCheck
from webaudit.model.finding import Finding, Location, Outcome, Verdict
from webaudit.model.recheck import finding_id
from webaudit.model.report import Scorecard, WaiverState
from webaudit.model.rubric import Rubric
from webaudit.render.board import band, band_style, gate_lines, site_name, why_unranked
from webaudit.render.clean import clean, safe
from webaudit.render.labels import OUTCOME, REASON, SEVERITY, STATUS, WAIVER_STATE
from webaudit.render.screen import GAP, Screen

SHORT_FINDINGS = 3
SHORT_LOCATIONS = 1
FULL_LOCATIONS = 5
URL_CHARACTERS = 2_000

_SIGNS = {
    Outcome.FAILED: ("✗", "bold red"),
    Outcome.CANT_TELL: ("?", "bold yellow"),
    Outcome.UNTESTED: ("–", "dim"),
    Outcome.INAPPLICABLE: ("–", "dim"),
    Outcome.PASSED: ("✓", "green"),
}


def card_of_site(
    card: Scorecard, catalogue: Mapping[str, AnyCheck], rubric: Rubric, to: Screen, *, full: bool
) -> None:
    """Prints the card of a site that was measured; a full one tells every finding."""
    words, seen = to.words, card.assessment
    value = Text(
        f"{words.number(card.score.value, 1)}{GAP}{band(card, words)}",
        f"bold {band_style(card.band, rubric)}",
    )
    if card.unranked:
        value = Text(words("not ranked"), "bold dim")
    to.line(Text(site_name(card), "bold"), GAP, value)
    to.line(Text(safe(seen.final_url or seen.site.url, URL_CHARACTERS), "cyan"), indent=2)
    if card.unranked:
        to.prose(why_unranked(card, words), indent=2, style="dim")
    if seen.failure:
        to.prose(f"{words(STATUS[seen.status])}: {words(REASON[seen.failure.reason])}", indent=2)
    findings = {finding.check: finding for finding in seen.findings}
    told = _gates(card, findings, catalogue, to, full=full)
    _waivers(card, to)
    if seen.faults:
        checks = ", ".join(seen.faults)
        to.prose(words("Fault of the program in: {checks}; their points stay open", checks=checks), indent=2)
    lost = [(check, points) for check, points in card.lost if points > 0 and check not in told]
    gains = [(findings[check], points) for check, points in lost if check in findings]
    if not gains and not told:
        to.line(nothing_to_repair(card, words), indent=2)
    _gains(gains, catalogue, to, full=full, site=seen.site.id)
    if full:
        told.update(finding.check for finding, _ in gains)
        rest = [one for one in seen.findings if one.check not in told]
        findings_of_page(rest, catalogue, to, site=seen.site.id)


def nothing_to_repair(card: Scorecard, words: Words) -> str:
    """That nothing failed, never said of what was not measured."""
    if card.score.open > 0:
        return words("Nothing to repair was found in what could be measured.")
    return words("Nothing to repair was found.")


def _gates(
    card: Scorecard,
    findings: Mapping[str, Finding],
    catalogue: Mapping[str, AnyCheck],
    to: Screen,
    *,
    full: bool,
) -> set[str]:
    """Each gate that is not passed, where that was seen, and how to repair; the ids of their checks."""
    told: set[str] = set()
    for result, line in gate_lines(card, to.words):
        to.prose(line, indent=2, lead=Text("! ", "bold red"), style="red")
        finding = findings.get(result.check)
        if finding and finding.check not in told:
            _where(finding, to, indent=4, most=FULL_LOCATIONS if full else SHORT_LOCATIONS)
            _repair(catalogue[finding.check], to, indent=4, site=card.assessment.site.id)
            told.add(finding.check)
    return told


def _gains(
    gains: Sequence[tuple[Finding, float]],
    catalogue: Mapping[str, AnyCheck],
    to: Screen,
    *,
    full: bool,
    site: str,
) -> None:
    """The failed checks, worst first: the points to gain, where, and how to repair."""
    words = to.words
    shown = gains if full else gains[:SHORT_FINDINGS]
    for finding, points in shown:
        check = catalogue[finding.check]
        lead = Text.assemble("  ", (f"+{words.number(points, 1)}".rjust(6), "bold green"), GAP)
        to.prose(_counted(finding, check, to), lead=lead, style="bold")
        _where(finding, to, indent=10, most=FULL_LOCATIONS if full else SHORT_LOCATIONS)
        _repair(check, to, indent=10, site=site)
    rest = gains[len(shown) :]
    if rest:
        points_left = words.number(sum(points for _, points in rest), 1)
        more = words("+{points} more by {count} other checks", points=points_left, count=len(rest))
        if len(rest) == 1:
            more = words("+{points} more by one other check", points=points_left)
        to.line(Text(more, "dim"), indent=2)


def _repair(check: AnyCheck, to: Screen, *, indent: int, site: str) -> None:
    """What to do, and the name by which the finding is looked at again; without a site it has none."""
    to.prose(to.words(check.remedy), indent=indent, lead=Text(f"{to.words('Repair')}: ", "green"))
    if site:
        named = to.words("Finding: {id}", id=clean(finding_id(site, check.id), 300))
        to.line(Text(named, "dim"), indent=indent)


def _waivers(card: Scorecard, to: Screen) -> None:
    """Waivers in force, and those that no longer are."""
    for result in card.waivers:
        waiver = result.waiver
        until = to.words.date(waiver.expires)
        state = to.words(WAIVER_STATE[result.state])
        line = to.words(
            "Waiver for {check}, until {day}: {state}", check=waiver.check, day=until, state=state
        )
        style = "" if result.state is WaiverState.USED else "yellow"
        to.prose(line, indent=2, style=style)


def findings_of_page(
    findings: Sequence[Finding], catalogue: Mapping[str, AnyCheck], to: Screen, *, site: str = ""
) -> None:
    """Findings without points: failed and undecided ones told, the others counted.

    Args:
        site: id of the site in a run; empty for a page that is in none.
    """
    words = to.words
    for outcome in (Outcome.FAILED, Outcome.CANT_TELL):
        for finding in (one for one in findings if one.outcome is outcome):
            check = catalogue[finding.check]
            sign, style = _SIGNS[outcome]
            lead = Text.assemble("  ", (f"{sign} {words(OUTCOME[outcome])}", style), GAP)
            severity = words(SEVERITY[check.severity])
            to.prose(f"{_counted(finding, check, to)} [{severity}]", lead=lead)
            if finding.reason:
                to.prose(words(REASON[finding.reason]), indent=4, style="dim")
            _where(finding, to, indent=4, most=FULL_LOCATIONS)
            if outcome is Outcome.FAILED:
                _repair(check, to, indent=4, site=site)
    for outcome in (Outcome.PASSED, Outcome.INAPPLICABLE, Outcome.UNTESTED):
        ids = [one.check for one in findings if one.outcome is outcome]
        if ids:
            sign, style = _SIGNS[outcome]
            lead = Text.assemble("  ", (f"{sign} {len(ids)} {words(OUTCOME[outcome])}: ", style))
            to.prose(", ".join(ids), lead=lead, style="dim")


def _counted(finding: Finding, check: AnyCheck, to: Screen) -> str:
    """The check's title, and how many of its targets failed."""
    counts = finding.counts
    total = counts.passed + counts.failed + counts.undecided
    title = to.words(check.title)
    if total <= 1:
        return title
    amount = counts.failed or counts.undecided
    return f"{title} ({to.words('{count} of {total}', count=amount, total=total)})"


def _where(finding: Finding, to: Screen, *, indent: int, most: int) -> None:
    """The first places, a cause each, with what was said of it."""
    words = to.words
    # What passed is told where it still costs points: news of last month is no news of today.
    told = [
        verdict for verdict in finding.verdicts if verdict.outcome is not Outcome.PASSED or verdict.measure
    ]
    shown = causes(told)[:most]
    for cause in shown:
        _place(cause.example, to, indent)
        if cause.places > 1:
            to.line(Text(shared(cause, words), "dim"), indent=indent)
    rest = max(finding.counts.failed + finding.counts.undecided, len(told)) - sum(one.places for one in shown)
    if rest > 0 and told:
        more = words("and one more place") if rest == 1 else words("and {count} more places", count=rest)
        to.line(Text(more, "dim"), indent=indent)


def shared(cause: Cause, words: Words) -> str:
    """Of a cause with several places: where else it is, for it is shown but once."""
    if cause.pages > 1:
        return words(
            "the same on {count} pages: likely one part that they share, like header, menu or footer",
            count=cause.pages,
        )
    return words("the same {count} times on this page", count=cause.places)


def _place(verdict: Verdict, to: Screen, indent: int) -> None:
    """One place: the message, the address with the line, the snippet."""
    words = to.words
    if verdict.message:
        to.prose(clean(words(verdict.message, **verdict.values)), indent=indent)
    here = verdict.here
    if isinstance(here, str):
        here = Location(here)
    if not isinstance(here, Location) or not here.url:
        return
    line = words("line {line}", line=here.line) if here.line else ""
    to.line(
        Text(safe(here.url, URL_CHARACTERS), "cyan"), GAP if line else "", Text(line, "dim"), indent=indent
    )
    if here.snippet:
        to.foreign(here.snippet, indent=indent, style="dim")
