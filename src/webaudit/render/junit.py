"""The report as JUnit XML, for the test pages of CI servers: a suite a site, a case a check.

Fits the two schemas in use, that of Jenkins (junit-10.xsd) and that of Ant by Windy Road: what one of them
does not know is left out. Nothing that a site writes is markup, or a character that XML can not hold.
"""

from collections.abc import Iterator
from datetime import UTC, datetime

from lxml import etree

from webaudit.locales import Words
from webaudit.model.finding import Finding, Location, Outcome, Verdict
from webaudit.model.report import Report, Scorecard, SiteStatus, WaiverState
from webaudit.render.clean import clean, safe
from webaudit.render.labels import OUTCOME, REASON, state, suspicion
from webaudit.render.tables import hundredths

TEXT_CHARACTERS = 1_000
URL_CHARACTERS = 2_000
PLACES = 20
"""Of a check, told in its failure."""

AUDITED = "site-audited"
"""The case that stands for a site itself: an error where it could not be audited."""

_REACHED = (SiteStatus.REACHABLE, SiteStatus.DEGRADED)


def render(report: Report, words: Words) -> bytes:
    """The document, UTF-8."""
    root = etree.Element("testsuites")
    ranks = {place.site: place.rank for ranking in report.rankings for place in ranking.places}
    for number, card in enumerate(report.cards):
        root.append(_suite(card, number, ranks.get(card.assessment.site.id), report, words))
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def _suite(card: Scorecard, number: int, rank: int | None, report: Report, words: Words) -> etree._Element:
    seen = card.assessment
    cases = [_audited(card, words), *(_case(card, finding, report, words) for finding in seen.findings)]
    inside = [case[0].tag if len(case) else "" for case in cases]
    suite = etree.Element(
        "testsuite",
        name=clean(seen.site.name, TEXT_CHARACTERS) or seen.site.id,
        package=seen.site.id,
        id=str(number),
        timestamp=_moment(seen.captured_at or report.run.started_at),
        hostname="localhost",
        tests=str(len(cases)),
        failures=str(inside.count("failure")),
        errors=str(inside.count("error")),
        skipped=str(inside.count("skipped")),
        time="0",
    )
    properties = etree.SubElement(suite, "properties")
    for name, value in _facts(card, rank, report):
        etree.SubElement(properties, "property", name=name, value=value)
    suite.extend(cases)
    etree.SubElement(suite, "system-out")
    etree.SubElement(suite, "system-err")
    return suite


def _facts(card: Scorecard, rank: int | None, report: Report) -> Iterator[tuple[str, str]]:
    """What is known of the site beside its checks; what is not known is not there."""
    seen = card.assessment
    value = None if card.score.value is None else hundredths(card.score.value)
    facts = {
        "site": seen.site.id,
        "url": safe(seen.site.written_url or seen.site.url, URL_CHARACTERS),
        "final_url": safe(seen.final_url, URL_CHARACTERS),
        "status": seen.status.value,
        "rank": "" if rank is None else str(rank),
        "value": "" if value is None else str(value),
        "rubric": clean(f"{report.rubric.id} {report.rubric.version}"),
        "run": clean(report.run.id),
        "tool": f"webaudit {report.tool_version}",
    }
    return ((name, fact) for name, fact in facts.items() if fact)


def _audited(card: Scorecard, words: Words) -> etree._Element:
    """Whether the site could be audited at all."""
    seen = card.assessment
    case = etree.Element("testcase", classname=seen.site.id, name=AUDITED, time="0")
    if seen.status not in _REACHED:
        message = clean(state(seen, words), TEXT_CHARACTERS)
        error = etree.SubElement(case, "error", message=message, type=seen.status.value)
        error.text = message
    return case


def _case(card: Scorecard, finding: Finding, report: Report, words: Words) -> etree._Element:
    case = etree.Element("testcase", classname=card.assessment.site.id, name=finding.check, time="0")
    check = report.catalogue.get(finding.check)
    title = clean(words(check.title)) if check else finding.check
    waived = any(one.waiver.check == finding.check and one.state is WaiverState.USED for one in card.waivers)
    match finding.outcome:
        case Outcome.PASSED:
            return case
        case Outcome.FAILED if not waived:
            failed = [one for one in finding.verdicts if one.outcome is Outcome.FAILED]
            message = _message(failed[0], words) if failed else title
            message += suspicion(card, finding.check, words)
            kind = check.severity.value if check else "failed"
            failure = etree.SubElement(case, "failure", message=message, type=kind)
            failure.text = "\n".join(_lines(finding, failed, title, report, words))
        case _:
            told = words(OUTCOME[finding.outcome])
            if waived:
                told = words("the organiser does not hold it against the site")
            elif finding.reason:
                told += f": {words(REASON[finding.reason])}"
            etree.SubElement(case, "skipped", message=clean(told, TEXT_CHARACTERS))
    return case


def _lines(
    finding: Finding, failed: list[Verdict], title: str, report: Report, words: Words
) -> Iterator[str]:
    """What is asked, where it failed, and what to do."""
    yield title
    for verdict in failed[:PLACES]:
        here = Location(verdict.here) if isinstance(verdict.here, str) else verdict.here
        where = here if isinstance(here, Location) else Location("")
        place = safe(where.url, URL_CHARACTERS)
        if where.line:
            place += f" ({words('line {line}', line=where.line)})"
        told = (_message(verdict, words), place.strip(), clean(where.snippet))
        yield "- " + " | ".join(part for part in told if part)
    left = finding.counts.failed - min(len(failed), PLACES)
    if failed and left > 0:
        yield "- " + (
            words("and one more place") if left == 1 else words("and {count} more places", count=left)
        )
    check = report.catalogue.get(finding.check)
    if check:
        yield f"{words('Repair')}: {clean(words(check.remedy), TEXT_CHARACTERS)}"


def _message(verdict: Verdict, words: Words) -> str:
    return clean(words(verdict.message, **verdict.values), TEXT_CHARACTERS) or clean(verdict.code)


def _moment(at: datetime) -> str:
    """In UTC, without a zone, as the format has none."""
    return f"{(at.astimezone(UTC) if at.tzinfo else at):%Y-%m-%dT%H:%M:%S}"
