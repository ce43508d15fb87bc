"""A second look beside the first: what is repaired, what is not, what is new, and what that is worth."""

import json
from collections.abc import Iterator, Mapping

from rich.console import Console
from rich.text import Text

from webaudit.locales import Words, marked
from webaudit.model.finding import Finding, Location, Outcome
from webaudit.model.recheck import Change, ChangeState, Place, PlaceState, Recheck, finding_id
from webaudit.model.report import Scorecard, SiteStatus
from webaudit.render.board import site_name
from webaudit.render.clean import clean, safe
from webaudit.render.labels import OUTCOME, REASON, STATUS
from webaudit.render.screen import GAP, Screen

SCHEMA_VERSION = "1.0.0"
URL_CHARACTERS = 2_000
PLACES = 5
"""Of each state that are shown; the others are counted."""

_STATE: Mapping[ChangeState, tuple[str, str, str]] = {
    ChangeState.REPAIRED: ("✓", "bold green", marked("repaired")),
    ChangeState.STILL: ("✗", "bold red", marked("still wrong")),
    ChangeState.NEW: ("✗", "bold red", marked("wrong now, and was not at the first look")),
    ChangeState.UNSEEN: ("?", "bold yellow", marked("could not be seen again: nothing is said")),
    ChangeState.SAME: ("–", "dim", marked("was not wrong at the first look")),
}
_PLACE: Mapping[PlaceState, tuple[str, str, str]] = {
    PlaceState.REPAIRED: ("✓", "green", marked("Repaired ({count})")),
    PlaceState.GONE: ("✓", "green", marked("Gone, with its page ({count})")),
    PlaceState.STILL: ("✗", "red", marked("Still wrong ({count})")),
    PlaceState.NEW: ("✗", "red", marked("New ({count})")),
    PlaceState.UNSEEN: ("?", "yellow", marked("Not seen again ({count})")),
}


def render(seen: Recheck, words: Words, console: Console) -> None:
    """Prints what became of the finding, or of all that failed at the first look or fail now."""
    to = Screen(console, words)
    to.line(Text(site_name(seen.before), "bold"), GAP, Text(safe(_url(seen), URL_CHARACTERS), "cyan"))
    looks = words(
        "first look {before}, second look {after}",
        before=_moment(seen.before, words),
        after=_moment(seen.seen, words),
    )
    to.prose(looks, indent=2, style="dim")
    if seen.seen.assessment.status is not SiteStatus.REACHABLE:
        to.prose(_status(seen.seen, words), indent=2, lead=Text("! ", "bold yellow"))
    to.blank()
    for change in seen.changes:
        _change(seen, change, to)
        to.blank()
    if not seen.changes:
        to.prose(words("Nothing failed at the first look, and nothing does now."))
    for line in _sum(seen, words):
        to.prose(line)


def troubles(seen: Recheck, words: Words) -> Iterator[str]:
    """One plain line for each finding that is not repaired."""
    if seen.seen.assessment.failure is not None:
        yield words("{site}: {trouble}", site=clean(_id(seen), 200), trouble=_status(seen.seen, words))
    for change in seen.changes:
        if change.state not in (ChangeState.REPAIRED, ChangeState.SAME):
            named = finding_id(_id(seen), change.check.id)
            yield words("{site}: {trouble}", site=clean(named, 300), trouble=words(_STATE[change.state][2]))


def render_json(seen: Recheck, words: Words) -> str:
    """The same as data; `before` and `after` are of the finding, or of the site as a whole."""
    only = seen.changes[0] if seen.finding and seen.changes else None
    value = (seen.before.score.value, seen.after.score.value) if seen.has_value else (None, None)
    whole = {
        "schema_version": SCHEMA_VERSION,
        "lang": words.lang,
        "run": safe(seen.run, URL_CHARACTERS),
        "recheck": safe(seen.folder, URL_CHARACTERS),
        "site": _id(seen),
        "finding": clean(seen.finding, 300) or None,
        "repaired": seen.repaired,
        "points_gained": _round(sum(_gained(change) for change in seen.changes)),
        "before": _look(seen.before, only.before if only else None, value[0]),
        "after": _look(seen.seen, only.after if only else None, value[1]),
        "findings": [_record(seen, change, words) for change in seen.changes],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _id(seen: Recheck) -> str:
    return seen.before.assessment.site.id


def _url(seen: Recheck) -> str:
    found = seen.before.assessment
    return found.final_url or found.site.url


def _moment(card: Scorecard, words: Words) -> str:
    at = card.assessment.captured_at
    return words.moment(at) if at is not None else "–"


def _status(card: Scorecard, words: Words) -> str:
    """What the second look met, where that was not simply a site."""
    found = card.assessment
    status = words(STATUS[found.status])
    return f"{status}: {words(REASON[found.failure.reason])}" if found.failure else status


def _change(seen: Recheck, change: Change, to: Screen) -> None:
    """A finding: its name, its title, before and after, and the places by what became of them."""
    words, check = to.words, change.check
    sign, style, said = _STATE[change.state]
    to.prose(words(said), lead=Text.assemble((f"{sign} {finding_id(_id(seen), check.id)}", style), GAP))
    to.prose(words(check.title), indent=2, style="bold")
    to.line(words("before: {what}", what=_what(change.before, change.points_before, words)), indent=2)
    to.line(words("now: {what}", what=_what(change.after, change.points_after, words)), indent=2)
    for state, (mark, look, heading) in _PLACE.items():
        places = [place for place in change.places if place.state is state]
        if places:
            to.line(Text(f"{mark} {words(heading, count=len(places))}", look), indent=2)
            _places(places, to)
    if change.state in (ChangeState.STILL, ChangeState.NEW):
        to.prose(words(check.remedy), indent=2, lead=Text(f"{words('Repair')}: ", "green"))


def _what(finding: Finding, lost: float, words: Words) -> str:
    """The outcome, how many targets failed, and the points that costs."""
    said = words(OUTCOME[finding.outcome])
    counts = finding.counts
    total = counts.passed + counts.failed + counts.undecided
    if total > 1:
        amount = words("{count} of {total}", count=counts.failed, total=total)
        said = f"{said} ({amount})" if finding.outcome is Outcome.FAILED else said
    if lost > 0:
        said = words("{outcome}, −{points} points", outcome=said, points=words.number(lost, 1))
    return said


def _places(places: list[Place], to: Screen) -> None:
    words = to.words
    before = ""
    for place in places[:PLACES]:
        verdict = place.verdict
        here = verdict.here if isinstance(verdict.here, Location) else Location("")
        said = clean(words(verdict.message, **verdict.values))
        # What is repaired needs no reproach, and the same reproach is made once.
        if said != before and (place.state in (PlaceState.STILL, PlaceState.NEW) or not here.url):
            to.prose(said, indent=6)
        before = said
        if here.url:
            to.line(Text(safe(here.url, URL_CHARACTERS), "cyan"), indent=6)
        if here.snippet:
            to.foreign(here.snippet, indent=6, style="dim")
    if len(places) > PLACES:
        rest = len(places) - PLACES
        more = words("and one more place") if rest == 1 else words("and {count} more places", count=rest)
        to.line(Text(more, "dim"), indent=6)


def _sum(seen: Recheck, words: Words) -> Iterator[str]:
    """The points gained, the value as it would be, and where the evidence is kept."""
    if seen.has_value:
        yield words(
            "Points gained: {points}. Value, if it had been so at the first look: {before} → {after}.",
            points=_signed(sum(map(_gained, seen.changes)), words),
            before=words.number(seen.before.score.value, 1),
            after=words.number(seen.after.score.value, 1),
        )
        yield words("The run, its ranking and its report stay as they are.")
    elif seen.finding and seen.seen.assessment.status in (SiteStatus.REACHABLE, SiteStatus.DEGRADED):
        site = clean(_id(seen), 200)
        yield words("The site had no value at the first look; look at all of it again: {site}", site=site)
    yield words("The evidence lies in {run}.", run=clean(seen.folder, URL_CHARACTERS))


def _gained(change: Change) -> float:
    return change.points_before - change.points_after


def _signed(points: float, words: Words) -> str:
    shown = words.number(abs(points), 1)
    if shown == words.number(0, 1):
        return shown
    return f"+{shown}" if points > 0 else f"−{shown}"


def _look(card: Scorecard, finding: Finding | None, value: float | None) -> Mapping[str, object]:
    found = card.assessment
    return {
        "captured_at": found.captured_at.isoformat() if found.captured_at else None,
        "status": found.status.value,
        "reason": found.failure.reason.value if found.failure else None,
        "value": None if value is None else _round(value),
        "outcome": finding.outcome.value if finding else None,
    }


def _record(seen: Recheck, change: Change, words: Words) -> Mapping[str, object]:
    return {
        "id": finding_id(_id(seen), change.check.id),
        "check": change.check.id,
        "title": words(change.check.title),
        "state": change.state.value,
        "before": _finding(change.before, change.points_before),
        "after": _finding(change.after, change.points_after),
        "places": [_spot(place, words) for place in change.places],
    }


def _finding(finding: Finding, lost: float) -> Mapping[str, object]:
    counts = finding.counts
    return {
        "outcome": finding.outcome.value,
        "score": None if finding.score is None else _round(finding.score),
        "points_lost": _round(lost),
        "targets": {"passed": counts.passed, "failed": counts.failed, "undecided": counts.undecided},
    }


def _spot(place: Place, words: Words) -> Mapping[str, object]:
    verdict = place.verdict
    here = verdict.here if isinstance(verdict.here, Location) else Location("")
    return {
        "state": place.state.value,
        "url": safe(here.url, URL_CHARACTERS) or None,
        "line": here.line,
        "snippet": clean(here.snippet, 1_000) or None,
        "code": verdict.code or None,
        "message": clean(words(verdict.message, **verdict.values), 1_000) or None,
    }


def _round(value: float) -> float:
    return round(float(value), 4) + 0.0
