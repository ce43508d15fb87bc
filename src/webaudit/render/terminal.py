"""The report on a terminal: the ranking first, then what each site gains most by, then how to read it."""

from collections.abc import Iterable, Mapping, Sequence

from rich.console import Console
from rich.text import Text

from webaudit.locales import Words
from webaudit.model.finding import Outcome
from webaudit.model.report import Report, Scorecard, SiteStatus
from webaudit.render import reach
from webaudit.render.board import board, gate_lines, is_measured, site_name
from webaudit.render.card import URL_CHARACTERS, card_of_site, findings_of_page
from webaudit.render.clean import clean, safe
from webaudit.render.labels import state
from webaudit.render.screen import GAP, Screen

FULL_CARDS = 3
"""Up to so many sites a card tells every finding."""


def render(report: Report, words: Words, console: Console, *, detail: bool | None = None) -> None:
    """Prints the report for people.

    Args:
        report: with an empty ranking it is one on single pages.
        words: of the reader's language.
        console: whose width, colours and encoding are respected.
        detail: tell every finding of each site; by default for three sites at most.
    """
    to = Screen(console, words)
    for note in report.run.notes:
        to.prose(words.say(note), lead=Text("! ", "bold yellow"), style="yellow")
    if report.rankings:
        _sites(report, to, len(report.cards) <= FULL_CARDS if detail is None else detail)
    else:
        _pages(report, to)


def _sites(report: Report, to: Screen, full: bool) -> None:
    """Ranking, cards in its order, what was not measured, how to read it all."""
    words = to.words
    cards = {card.assessment.site.id: card for card in report.cards}
    unmeasured = [card for card in report.cards if not is_measured(card)]
    counts = {"measured": len(cards) - len(unmeasured), "all": len(cards)}
    to.line(
        Text(words("Ranking of sites"), "bold"),
        GAP,
        Text(words("{measured} of {all} sites measured", **counts), "dim"),
    )
    to.blank()
    for ranking in report.rankings:
        board(ranking, cards, report.rubric, to)
        to.blank()
    _not_measured(unmeasured, to)
    order = [place.site for ranking in report.rankings for place in ranking.places]
    shown = [cards[site] for site in order if site in cards and is_measured(cards[site])]
    if shown:
        to.line(Text(words("Points to gain first"), "bold"))
        to.rule()
    for card in shown:
        card_of_site(card, report.catalogue, report.rubric, to, full=full)
        to.blank()
    _footer(report, to)


def _not_measured(cards: list[Scorecard], to: Screen) -> None:
    """Sites without a value, which is not the value 0."""
    if not cards:
        return
    words = to.words
    to.line(Text(words("Not measured, which is not zero"), "bold"))
    to.rule()
    for card in cards:
        name, url = site_name(card), safe(card.assessment.site.written_url, URL_CHARACTERS)
        to.line(Text(name, "bold"), *((GAP, Text(url, "cyan")) if url != name else ()))
        to.prose(clean(state(card.assessment, words)), indent=2)
        for _, line in gate_lines(card, words):
            to.prose(line, indent=2, lead=Text("! ", "bold red"), style="red")
    to.blank()


def _pages(report: Report, to: Screen) -> None:
    """Each page with its findings, failed ones first."""
    words = to.words
    for card in report.cards:
        seen = card.assessment
        failed = sum(finding.outcome is Outcome.FAILED for finding in seen.findings)
        url = safe(seen.site.written_url or seen.site.url, URL_CHARACTERS)
        amount = words("one check failed") if failed == 1 else words("{count} checks failed", count=failed)
        if not failed:
            amount = words("no check failed")
        judged = any(finding.outcome in (Outcome.PASSED, Outcome.FAILED) for finding in seen.findings)
        reached = seen.status in (SiteStatus.REACHABLE, SiteStatus.DEGRADED)
        if not reached:
            amount = ""
        elif not judged:
            amount = words("nothing could be measured")
        to.line(Text(url, "bold"), GAP, Text(amount, "red" if failed else "green" if judged else "yellow"))
        if seen.status is not SiteStatus.REACHABLE or seen.failure:
            to.prose(clean(state(card.assessment, words)), indent=2, lead=Text("! ", "bold yellow"))
        # That a page which was not reached was not tested either goes without saying.
        told = [one for one in seen.findings if reached or one.outcome is not Outcome.UNTESTED]
        findings_of_page(told, report.catalogue, to)
        to.blank()
    _sum_of_pages(report.cards, words, to)
    if report.cards:
        to.prose(reach.told(report.catalogue, words), style="dim")


def _sum_of_pages(cards: Sequence[Scorecard], words: Words, to: Screen) -> None:
    """One line on all pages."""
    if len(cards) < 2:
        return
    missed = sum(card.assessment.status is not SiteStatus.REACHABLE for card in cards)
    failed = sum(any(one.outcome is Outcome.FAILED for one in card.assessment.findings) for card in cards)
    counts = {"pages": len(cards), "failed": failed, "missed": missed}
    to.line(
        Text(words("{pages} pages: {failed} with failed checks, {missed} not measured", **counts), "bold")
    )


def _footer(report: Report, to: Screen) -> None:
    """How to read it, and by what it can be checked."""
    words, run, rubric = to.words, report.run, report.rubric
    to.rule()
    for line in _legend(report, words):
        to.prose(line, style="dim")
    at = words.moment(run.finished_at, str(run.settings.get("timezone") or "Asia/Jakarta"))
    title = clean(words.text(rubric.title))
    facts: Mapping[str, str] = {
        words("Run"): clean(run.id) or words("not stored"),
        words("Finished"): at,
        words("Rubric"): f"{title} {clean(rubric.version)}, {rubric.digest[:19]}",
        words("Program"): f"webaudit {report.tool_version}",
    }
    widest = max(map(len, facts))
    for name, fact in facts.items():
        to.line(Text(f"{name:{widest}}", "dim"), GAP, fact)


def _legend(report: Report, words: Words) -> Iterable[str]:
    """What the signs mean that were used."""
    places = [place for ranking in report.rankings for place in ranking.places if place.rank is not None]
    yield words("Value: the share won, of 100, of the points that could be decided (Measured).")
    yield words("Low–high: the value if all that is still open were lost, or won.")
    yield words("Bars: filled is won, shaded is open, dotted is lost.")
    if any(place.tied_with for place in places):
        yield words("= shares its rank.")
    if any(card.lost for card in report.cards):
        yield words("A finding is looked at again after its repair: webaudit recheck RUN FINDING.")
    yield reach.told(report.catalogue, words)
    if any(not place.certain and not place.tied_with for place in places):
        yield words("≈ could change places with a site further down, if what is open were known.")
