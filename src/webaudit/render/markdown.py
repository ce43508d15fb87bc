"""A report of the run in Markdown, for an issue tracker or an e-mail: the ranking, then what to gain first.

What comes from a site is text and never markup: it makes no link, no picture, no mention of a person, and no
HTML, in whatever dialect it is read.
"""

import re
from collections.abc import Iterator, Sequence

from webaudit.extract.planted import planted
from webaudit.locales import Words
from webaudit.model.cause import causes
from webaudit.model.check import Category
from webaudit.model.finding import Finding, Location, Outcome, Verdict
from webaudit.model.report import Place, Ranking, Report, Scorecard, WaiverState
from webaudit.render import reach
from webaudit.render.board import (
    band,
    figures,
    gate_lines,
    is_measured,
    percent,
    rank,
    site_name,
    why_unranked,
)
from webaudit.render.card import nothing_to_repair, shared
from webaudit.render.clean import clean
from webaudit.render.labels import UNRANKED, WAIVER_STATE, state

FINDINGS = 5
"""Of a site, the costliest."""
LOCATIONS = 3
URL_CHARACTERS = 2_000

_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;"})
_MARKS = re.compile(r"[\\`*_\[\]~$]")
_LINK = re.compile(r"(?i)\b(https?|ftp|mailto|xmpp):|\bwww\.")
_MENTION = re.compile(r"@|#(?=\d)")
_FULL_WIDTH = {"@": "\uff20", "#": "\uff03"}
_START = re.compile(r"[-+#=:]|\d+(?=[.)](\s|$))")
_ADDRESS = re.compile(r"https?://[^\s<>|`\\]+")


def render(report: Report, words: Words) -> str:
    """The report as Markdown (CommonMark with tables)."""
    return "\n".join(_lines(report, words)) + "\n"


def _lines(report: Report, words: Words) -> Iterator[str]:
    cards = {card.assessment.site.id: card for card in report.cards}
    yield f"# {words('Audit of web sites')}"
    yield ""
    rubric = f"{words.text(report.rubric.title)} ({report.rubric.id} {report.rubric.version})"
    yield f"- {words('Rubric')}: {escaped(rubric)}"
    yield f"- {words('Finished')}: {escaped(words.moment(report.run.finished_at))}"
    if report.run.id:
        yield f"- {words('Run')}: {code(report.run.id)}"
    yield f"- {words('Program')}: webaudit {escaped(report.tool_version)}"
    yield f"- {escaped(reach.told(report.catalogue, words))}"
    for note in report.run.notes:
        yield ""
        yield f"> {escaped(words(note))}"
    for ranking in report.rankings:
        yield from _ranking(ranking, cards, words)
    yield from _unmeasured(report.cards, words)
    measured = [card for card in report.by_rank() if is_measured(card)]
    if measured:
        yield ""
        yield f"## {words('Points to gain first')}"
    for card in measured:
        yield from _site(card, report, words)


def _ranking(ranking: Ranking, cards: dict[str, Scorecard], words: Words) -> Iterator[str]:
    yield ""
    yield f"## {words('Ranking of sites')}" + (f": {escaped(ranking.group)}" if ranking.group else "")
    yield ""
    shown = [(place, cards[place.site]) for place in ranking.places if place.site in cards]
    shown = [(place, card) for place, card in shown if is_measured(card)]
    if not shown:
        yield words("No site could be audited.")
        return
    heads = [words(head) for head in ("Site", "Value", "Low–high", "Measured", "Band")]
    yield "| # | " + " | ".join(heads) + " |"
    yield "| ---: | --- | ---: | ---: | ---: | --- |"
    for place, card in shown:
        yield _row(place, card, words)
    yield ""
    yield words("= shares its rank.") + "  "
    yield words("≈ could change places with a site further down, if what is open were known.")


def _row(place: Place, card: Scorecard, words: Words) -> str:
    value, sure = figures(card, words)
    cells = [rank(place), escaped(site_name(card)), value if card.unranked else f"**{value}**"]
    cells += [sure, percent(card, words), escaped(band(card, words))]
    if card.unranked:
        reason = words(UNRANKED.get(card.unranked, card.unranked))
        cells[-1] = escaped(words("not ranked: {reason}", reason=reason))
    return f"| {' | '.join(cells)} |"


def _unmeasured(cards: Sequence[Scorecard], words: Words) -> Iterator[str]:
    """Sites without a value, each with the reason."""
    missing = [card for card in cards if not is_measured(card)]
    if not missing:
        return
    yield ""
    yield f"## {words('Not measured, which is not zero')}"
    yield ""
    for card in missing:
        yield f"- **{escaped(site_name(card))}**: {_status(card, words)}"


def _status(card: Scorecard, words: Words) -> str:
    return escaped(state(card.assessment, words))


def _site(card: Scorecard, report: Report, words: Words) -> Iterator[str]:
    seen = card.assessment
    head = f"{words.number(card.score.value, 1)} ({escaped(band(card, words))})"
    yield ""
    yield f"### {escaped(site_name(card))}: {words('not ranked') if card.unranked else head}"
    yield ""
    if card.unranked:
        yield escaped(why_unranked(card, words))
        yield ""
    yield address(seen.final_url or seen.site.url)
    if seen.failure:
        yield ""
        yield _status(card, words)
    findings = {finding.check: finding for finding in seen.findings}
    barred = []
    for result, line in gate_lines(card, words):
        yield ""
        yield f"**{escaped(line)}**"
        yield ""
        finding = findings.get(result.check)
        if finding is not None:
            barred.append(finding.check)
            yield from _where(finding, report, words, indent="")
    yield from _waivers(card, words)
    lost = [(check, points) for check, points in card.lost if check not in barred]
    gains = [(findings[check], points) for check, points in lost if check in findings]
    yield ""
    if not gains and not barred:
        yield nothing_to_repair(card, words)
    for number, (finding, points) in enumerate(gains[:FINDINGS], 1):
        yield from _gain(number, finding, points, report, words)
    rest = gains[FINDINGS:]
    if rest:
        yield ""
        points_left = words.number(sum(points for _, points in rest), 1)
        if len(rest) == 1:
            yield words("+{points} more by one other check", points=points_left)
        else:
            yield words("+{points} more by {count} other checks", points=points_left, count=len(rest))


def _waivers(card: Scorecard, words: Words) -> Iterator[str]:
    """Waivers in force with their reason, and those that no longer are."""
    for result in card.waivers:
        check, day = result.waiver.check, words.date(result.waiver.expires)
        state = words(WAIVER_STATE[result.state])
        told = words("Waiver for {check}, until {day}: {state}", check=check, day=day, state=state)
        reason = f" ({result.waiver.reason})" if result.state is WaiverState.USED else ""
        yield ""
        yield escaped(f"{told}{reason}")


def _gain(number: int, finding: Finding, points: float, report: Report, words: Words) -> Iterator[str]:
    """One failed check: the points, where, and how to repair it."""
    check, counts = report.catalogue.get(finding.check), finding.counts
    total = counts.passed + counts.failed + counts.undecided
    title = escaped(words(check.title) if check else finding.check)
    amount = f" ({words('{count} of {total}', count=counts.failed, total=total)})" if total > 1 else ""
    yield f"{number}. **+{words.number(points, 1)}** {title}{amount}"
    yield from _where(finding, report, words, indent="   ")


def _where(finding: Finding, report: Report, words: Words, *, indent: str) -> Iterator[str]:
    """The first places, a cause each, and what to do about them."""
    check, counts = report.catalogue.get(finding.check), finding.counts
    # What passed is told where it still costs points: news of last month is no news of today.
    told = [
        verdict
        for verdict in finding.verdicts
        if verdict.outcome is Outcome.FAILED or (verdict.outcome is Outcome.PASSED and verdict.measure)
    ]
    # A page that was broken into is not one click away from whoever reads of it.
    trusted = check is None or check.category is not Category.INTEGRITY
    shown = causes(told)[:LOCATIONS]
    for cause in shown:
        more = f" ({shared(cause, words)})" if cause.places > 1 else ""
        yield f"{indent}- {_place(cause.example, words, trusted=trusted)}{more}"
    left = max(counts.failed, len(told)) - sum(one.places for one in shown)
    if told and left > 0:
        more = words("and one more place") if left == 1 else words("and {count} more places", count=left)
        yield f"{indent}- {more}"
    if check and check.remedy:
        yield f"{indent}- {words('Repair')}: {escaped(words(check.remedy))}"


def _place(verdict: Verdict, words: Words, *, trusted: bool) -> str:
    here = Location(verdict.here) if isinstance(verdict.here, str) else verdict.here
    parts = [escaped(words(verdict.message, **verdict.values))]
    if isinstance(here, Location):
        line = f" ({words('line {line}', line=here.line)})" if here.line else ""
        shown = address(here.url) if trusted else code(here.url, URL_CHARACTERS)
        parts += [shown + line if here.url else "", code(here.snippet) if here.snippet else ""]
    return ": ".join(part for part in parts if part)


def escaped(text: str, limit: int = 500) -> str:
    """Foreign text as plain words of a line, in CommonMark, its dialects, and a table's cell.

    HTML by entities, since not every dialect knows a backslash before `<`; an address is not made a link; the
    sign of a mention is written in full width, so that no report calls a stranger to it.
    """
    safe = _MARKS.sub(r"\\\g<0>", clean(text, limit).translate(_HTML))
    safe = _MENTION.sub(lambda sign: _FULL_WIDTH[sign[0]], safe)
    safe = _LINK.sub(lambda link: link[0].replace(":", "&#58;").replace(".", "&#46;"), safe)
    start = _START.match(safe)
    if start is None:
        return safe
    # A list, a heading or a rule begins a line.
    first = start[0]
    return f"{first}\\{safe[len(first) :]}" if first.isdigit() else f"\\{safe}"


def code(text: str, limit: int = 500) -> str:
    """Foreign text as code: between more backticks than it holds in a row."""
    shown = clean(text, limit)
    fence = "`" * (1 + max(map(len, re.findall("`+", shown)), default=0))
    # A blank that is taken off again by who reads it keeps backticks at the ends apart from the fence.
    pad = " " if shown.startswith("`") or shown.endswith("`") or not shown else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


def address(url: str) -> str:
    """A web address as a link that shows where it leads; a gambling page's, or anything else, as code."""
    shown = clean(url, URL_CHARACTERS)
    is_link = _ADDRESS.fullmatch(shown) is not None and not any(planted([(url, "")], ""))
    return f"<{shown}>" if is_link else code(shown)
