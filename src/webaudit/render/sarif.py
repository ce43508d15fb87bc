"""The report as SARIF 2.1.0 (OASIS), for viewers of static analysis: a rule a check, a result a place.

Failed targets are results of the kind "fail", undecided ones of the kind "review"; a site that could not be
audited is a notification of the run. What passed is not told.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from textwrap import indent
from typing import Any
from urllib.parse import quote

from webaudit.locales import Words
from webaudit.model.check import AnyCheck, Severity
from webaudit.model.finding import Finding, Location, Outcome, Verdict
from webaudit.model.report import Report, Scorecard, SiteStatus, WaiverState
from webaudit.model.site import Waiver
from webaudit.render.clean import clean, safe
from webaudit.render.labels import state, suspicion
from webaudit.render.tables import hundredths

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
HOME = "https://github.com/opd-webaudit/webaudit"
TEXT_CHARACTERS = 1_000
URL_CHARACTERS = 2_000

LEVELS = {
    Severity.CRITICAL: "error",
    Severity.SERIOUS: "error",
    Severity.MODERATE: "warning",
    Severity.MINOR: "note",
}

_BRACE = re.compile(r"[{}]")
_URI_SIGNS = ":/?#@!$&'()*+,;=%~"
_NO_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")

Json = dict[str, Any]


def render(report: Report, words: Words) -> str:
    """The log as JSON; the same text for the same report and language."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report, words)]}
    # No string holds a raw line feed, so this line is the run's. Results are many, and written one by one.
    before, here, after = _json(log).partition('\n   "results": []')
    if not here:
        raise AssertionError("the frame of the log has no empty list of results")
    results = ",".join("\n" + indent(_json(one), " " * 4) for one in _all_results(report, words))
    return f'{before}\n   "results": [{results}\n   ]{after}\n' if results else f"{before}{here}{after}\n"


def _json(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


def _all_results(report: Report, words: Words) -> Iterator[Json]:
    index = {id: number for number, id in enumerate(sorted(report.catalogue))}
    for card in report.cards:
        for finding in card.assessment.findings:
            yield from _results(card, finding, report.catalogue.get(finding.check), index, words)


def _run(report: Report, words: Words) -> Json:
    rules = [report.catalogue[id] for id in sorted(report.catalogue)]
    notifications = [note for card in report.cards for note in _notifications(card, words)]
    notifications += [{"level": "warning", "message": _message(words.say(note))} for note in report.run.notes]
    run: Json = {
        "tool": {
            "driver": {
                "name": "webaudit",
                "version": report.tool_version,
                "semanticVersion": report.tool_version,
                "informationUri": HOME,
                "language": words.lang,
                "rules": [_rule(check, words) for check in rules],
            }
        },
        "language": words.lang,
        "invocations": [
            {
                "executionSuccessful": True,
                "startTimeUtc": _moment(report.run.started_at),
                "endTimeUtc": _moment(report.run.finished_at),
                "toolExecutionNotifications": notifications,
            }
        ],
        "results": [],
        "properties": {
            "rubric": clean(report.rubric.id),
            "rubricVersion": clean(report.rubric.version),
            "rubricDigest": clean(report.rubric.digest),
        },
    }
    if report.run.id:
        # With a slash at the end it names a series of runs; ours is one of its own.
        run["automationDetails"] = {"id": f"webaudit/{clean(report.run.id)}"}
    return run


def _rule(check: AnyCheck, words: Words) -> Json:
    norms = (f"{one.standard} {one.section} {one.title}" for one in check.sources)
    why, *_ = check.manual.split("\n\n")
    rule: Json = {
        "id": check.id,
        "name": "".join(part.capitalize() for part in check.id.split("-")),
        "shortDescription": _message(words(check.title)),
        "fullDescription": _message(words(why) or words(check.title)),
        "help": _message(f"{words('Repair')}: {words(check.remedy)}", *norms),
        "defaultConfiguration": {"level": LEVELS[check.severity]},
        "properties": {
            "category": check.category.value,
            "severity": check.severity.value,
            "tags": [check.category.value, "preview"] if check.preview else [check.category.value],
        },
    }
    url = next((source.url for source in check.sources if source.url), "")
    return {**rule, "helpUri": _uri(url)} if url else rule


def _results(
    card: Scorecard, finding: Finding, check: AnyCheck | None, index: Mapping[str, int], words: Words
) -> Iterator[Json]:
    """A result for each place that failed or is undecided; one for a finding that shows none."""
    if finding.outcome not in (Outcome.FAILED, Outcome.CANT_TELL) or check is None:
        return
    shown = [one for one in finding.verdicts if one.outcome in (Outcome.FAILED, Outcome.CANT_TELL)]
    waiver = next(
        (
            one.waiver
            for one in card.waivers
            if one.waiver.check == finding.check and one.state is WaiverState.USED
        ),
        None,
    )
    doubt = suspicion(card, check.id, words)
    lost = hundredths(dict(card.lost).get(finding.check, 0.0))
    seen: Counter[str] = Counter()
    for verdict in shown or [Verdict(finding.outcome)]:
        where = _where(verdict, card)
        failed = verdict.outcome is Outcome.FAILED
        told = words(verdict.message, **verdict.values) or words(check.title)
        key = "\n".join((card.assessment.site.id, check.id, verdict.code, where.url, where.snippet))
        seen[key] += 1
        digest = sha256(f"{key}\n{seen[key]}".encode("utf-8", "replace")).hexdigest()
        result: Json = {
            "ruleId": check.id,
            "ruleIndex": index[check.id],
            "kind": "fail" if failed else "review",
            "level": LEVELS[check.severity] if failed else "none",
            "message": _message(told + doubt),
            "locations": [_location(where)],
            # Neither line nor path of the element: both move when something else on the page does.
            "partialFingerprints": {"webauditPlace/v1": digest[:32]},
            "properties": {
                "site": card.assessment.site.id,
                "code": clean(verdict.code),
                "severity": check.severity.value,
                "findingPointsLost": float(lost or 0),
            },
        }
        if where.evidence:
            result["properties"]["evidence"] = clean(where.evidence)
        if waiver is not None and failed:
            result["suppressions"] = [_suppression(waiver)]
        yield result


def _suppression(waiver: Waiver) -> Json:
    told = f"{waiver.reason} ({waiver.owner}, {waiver.expires.isoformat()})"
    return {"kind": "external", "status": "accepted", "justification": clean(told, TEXT_CHARACTERS)}


def _where(verdict: Verdict, card: Scorecard) -> Location:
    """The place of a verdict; that of the site for one on the site as a whole."""
    here = Location(verdict.here) if isinstance(verdict.here, str) else verdict.here
    where = here if isinstance(here, Location) else Location("")
    return where if where.url else replace(where, url=card.assessment.final_url or card.assessment.site.url)


def _location(where: Location) -> Json:
    physical: Json = {"artifactLocation": {"uri": _uri(where.url)}}
    snippet = clean(where.snippet, TEXT_CHARACTERS)
    if where.line:
        physical["region"] = {"startLine": where.line}
        if snippet:
            physical["region"]["snippet"] = {"text": snippet}
    location: Json = {"physicalLocation": physical}
    if where.xpath:
        element: Json = {"fullyQualifiedName": clean(where.xpath, TEXT_CHARACTERS), "kind": "element"}
        location["logicalLocations"] = [element]
    return location


def _notifications(card: Scorecard, words: Words) -> Iterator[Json]:
    """That a site could not be audited, and why; that a check of ours had a fault."""
    seen = card.assessment
    if seen.status not in (SiteStatus.REACHABLE, SiteStatus.DEGRADED):
        url = seen.site.written_url or seen.site.url
        yield {
            "level": "error",
            "message": _message(f"{seen.site.name or seen.site.id}: {state(seen, words)}"),
            "locations": [_location(Location(url))] if url else [],
            "properties": {"site": seen.site.id, "status": seen.status.value},
        }
    for id in seen.faults:
        told = words("the check {check} has a bug and could not judge", check=id)
        yield {"level": "error", "message": _message(told), "properties": {"site": seen.site.id}}


def _message(*lines: str) -> Json:
    """A plain text message, in which neither a placeholder nor a link can be (SARIF 3.11.5, 3.11.6)."""
    shown = "\n".join(clean(line, TEXT_CHARACTERS) for line in lines)
    return {"text": _BRACE.sub(r"\g<0>\g<0>", shown.replace("](", "] ("))}


def _uri(url: str) -> str:
    """The address as a URI: what none can hold is written as percent signs and digits."""
    # Brackets stand around an IPv6 address alone.
    signs = f"{_URI_SIGNS}[]" if "://[" in url else _URI_SIGNS
    return quote(_NO_ESCAPE.sub("%25", safe(url, URL_CHARACTERS)), safe=signs)


def _moment(at: datetime) -> str:
    """RFC 3339 in UTC, to the second."""
    return f"{(at.astimezone(UTC) if at.tzinfo else at):%Y-%m-%dT%H:%M:%SZ}"
