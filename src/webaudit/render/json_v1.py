"""The JSON report, version 1, made of the wire classes in `wire_v1.py`: strict UTF-8 that always parses.

Every string is made safe to show: no control, no reversal of direction, no lone surrogate leaves here.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from math import isfinite

from webaudit.locales import Words
from webaudit.model.cause import causes, template_path
from webaudit.model.check import AnyCheck
from webaudit.model.evidence import Hop
from webaudit.model.finding import Finding, Location, Measure, Value, Verdict
from webaudit.model.reading import Proof
from webaudit.model.recheck import finding_id
from webaudit.model.record import Failure, FailureReason
from webaudit.model.report import (
    CriterionScore,
    ExternalGrade,
    Place,
    Report,
    Scorecard,
    SectionScore,
    WaiverState,
)
from webaudit.model.site import Waiver
from webaudit.render import reach
from webaudit.render import wire_v1 as wire
from webaudit.render.clean import clean, safe
from webaudit.render.documents_v1 import document_records
from webaudit.render.rubric_v1 import cap_left, rubric_facts
from webaudit.render.wire import URL_CHARACTERS, rounded
from webaudit.render.wire_v1 import SCHEMA_VERSION, schema
from webaudit.vocabulary.subjects import subjects

__all__ = ["SCHEMA_VERSION", "chunks", "render", "schema"]

TEXT_CHARACTERS = 1_000
CAUSES = 20
"""Of a finding."""
SAFE_INTEGER = 2**53
"""Readers in JavaScript round integers above it; they are told as text."""


def render(report: Report, words: Words) -> str:
    """The report as JSON; the same bytes for the same report and language."""
    return "".join(chunks(report, words))


def chunks(report: Report, words: Words) -> Iterator[str]:
    """The report as JSON, site by site, so that a long list need not be held at once."""
    frame = _frame(report, words).model_dump_json(indent=1)
    # No string holds a raw line feed, so this line is the root's.
    before, here, after = frame.partition('\n "sites": [],')
    if not here:
        raise AssertionError("the frame of the report has no empty list of sites")
    yield before + '\n "sites": ['
    comma = ""
    for card in report.cards:
        site = _site(card, report.catalogue, words).model_dump_json(indent=1, by_alias=True)
        yield comma + "\n  " + site.replace("\n", "\n  ")
        comma = ","
    yield ("\n ]," if comma else "],") + after + "\n"


def _frame(report: Report, words: Words) -> wire.ReportRecord:
    """All but the sites."""
    cards = {card.assessment.site.id: card for card in report.cards}
    run = report.run
    return wire.ReportRecord(
        schema_version=SCHEMA_VERSION,
        tool=wire.Tool(name="webaudit", version=report.tool_version),
        rubric=rubric_facts(report.rubric, words),
        vocabulary=wire.Vocabulary(digest=report.vocabulary_digest),
        environment={safe(name): safe(report.environment[name]) for name in sorted(report.environment)},
        wcag=wire.Wcag(criteria=reach.CRITERIA, tested=reach.reached(report.catalogue)),
        lang=words.lang,
        run=wire.RunRecord(
            id=_text(run.id),
            started_at=_moment(run.started_at),
            finished_at=_moment(run.finished_at),
            settings={safe(name): _setting(run.settings[name]) for name in sorted(run.settings)},
            sites_digest=_text(run.sites_digest),
            gaps=tuple(clean(gap) for gap in run.gaps),
            notes=tuple(clean(words.say(note), TEXT_CHARACTERS) for note in run.notes),
        ),
        sites=(),
        ranking=tuple(
            wire.RankingRecord(
                group=clean(ranking.group),
                places=tuple(_place(place, cards.get(place.site)) for place in ranking.places),
            )
            for ranking in report.rankings
        ),
    )


def _place(place: Place, card: Scorecard | None) -> wire.PlaceRecord:
    return wire.PlaceRecord(
        rank=place.rank,
        id=place.site,
        value=_points(card.score.value) if card else None,
        tied_with=place.tied_with,
        decided_by=place.decided_by or None,
        certain=place.certain,
        unranked_reason=(card.unranked or None) if card else None,
    )


def _site(card: Scorecard, catalogue: Mapping[str, AnyCheck], words: Words) -> wire.SiteRecord:
    seen = card.assessment
    site, failure = seen.site, seen.failure
    lost = dict(card.lost)
    waived = {
        result.waiver.check: result.waiver for result in card.waivers if result.state is WaiverState.USED
    }
    return wire.SiteRecord(
        id=site.id,
        name=clean(site.name),
        type=site.type,
        url=safe(site.written_url or site.url, URL_CHARACTERS),
        final_url=_url(seen.final_url),
        redirects=tuple(_redirect(hop) for hop in seen.redirects),
        captured_at=_moment(seen.captured_at) if seen.captured_at else None,
        snapshot=seen.snapshot or None,
        status=seen.status,
        reason=failure.reason if failure else None,
        stage=failure.stage if failure else None,
        detail=_text((failure.detail if failure else "") or words.say(site.problem)),
        score=_score(card, words),
        sections=tuple(_section(section, words) for section in card.sections),
        gates=tuple(
            wire.GateRecord(
                id=result.gate.id,
                title=clean(words.text(result.gate.title)),
                state=result.state,
                effect=result.penalty.effect,
                cap=cap_left(result.penalty),
                check=result.check,
            )
            for result in card.gates
        ),
        waivers=tuple(
            wire.WaiverRecord(
                check=result.waiver.check, state=result.state, **_waived(result.waiver).model_dump()
            )
            for result in card.waivers
        ),
        findings=tuple(
            _finding(site.id, finding, catalogue[finding.check], lost, waived.get(finding.check), words)
            for finding in seen.findings
        ),
        inventory=tuple(
            # What was stored under another vocabulary may name what this one does not know.
            _proof(proof)
            for proof in seen.inventory
            if proof.subject in subjects().by_key
        ),
        documents=document_records(seen.documents),
        documents_found=seen.documents_found,
        external_grades=wire.ExternalGrades(mdn_observatory=_observatory(seen.observatory)),
        crawl=wire.Crawl(
            pages=seen.crawl.pages,
            requests=seen.crawl.requests,
            bytes=seen.crawl.bytes,
            limits_hit=seen.crawl.limits,
        ),
        faults=seen.faults,
    )


def _observatory(said: ExternalGrade | Failure | None) -> wire.ObservatoryGrade:
    if not isinstance(said, ExternalGrade):
        reason = said.reason if said else FailureReason.NOT_CAPTURED
        return wire.ObservatoryGrade(grade=None, score=None, tests={}, reason=reason)
    tests = {
        test.name: wire.ExternalTestRecord(result=test.result, passed=test.passed) for test in said.tests
    }
    return wire.ObservatoryGrade(grade=said.grade, score=said.score, tests=tests, reason=None)


def _proof(proof: Proof) -> wire.ProofRecord:
    return wire.ProofRecord(
        subject=proof.subject,
        kind=subjects().by_key[proof.subject].kind,
        proof=proof.by,
        url=_url(proof.url),
        text=_text(proof.text),
        found_on=_url(proof.found_on),
    )


def _redirect(hop: Hop) -> wire.Redirect:
    return wire.Redirect(url=safe(hop.url, URL_CHARACTERS), status=hop.status, location=_url(hop.location))


def _score(card: Scorecard, words: Words) -> wire.ScoreRecord:
    score = card.score
    applies = score.won + score.lost + score.open > 0
    return wire.ScoreRecord(
        value=_points(score.value),
        low=_points(score.low) if applies else None,
        high=_points(score.high) if applies else None,
        coverage=rounded(score.coverage),
        band=clean(words.text(card.band.title)) if card.band else None,
        uncapped=_points(card.uncapped.value),
    )


def _section(section: SectionScore, words: Words) -> wire.SectionPoints:
    return wire.SectionPoints(
        id=section.id,
        title=clean(words.text(section.title)),
        points=rounded(section.won),
        max_points=rounded(section.points),
        lost_points=rounded(section.lost),
        open_points=rounded(section.open),
        criteria=tuple(_criterion(criterion, words) for criterion in section.criteria),
    )


def _criterion(criterion: CriterionScore, words: Words) -> wire.CriterionPoints:
    return wire.CriterionPoints(
        id=criterion.id,
        title=clean(words.text(criterion.title)),
        points=rounded(criterion.won),
        max_points=rounded(criterion.points),
        lost_points=rounded(criterion.lost),
        open_points=rounded(criterion.open),
        checks=tuple(
            wire.CheckPoints(
                check=part.check,
                points=rounded(part.won),
                max_points=rounded(part.points),
                lost_points=rounded(part.lost),
                open_points=rounded(part.open),
            )
            for part in criterion.checks
        ),
    )


def _finding(
    site: str,
    finding: Finding,
    check: AnyCheck,
    lost: Mapping[str, float],
    waiver: Waiver | None,
    words: Words,
) -> wire.FindingRecord:
    return wire.FindingRecord(
        id=finding_id(site, finding.check),
        check=finding.check,
        category=check.category,
        outcome=finding.outcome,
        severity=check.severity,
        score=None if finding.score is None else rounded(finding.score),
        low=rounded(finding.low),
        high=rounded(finding.high),
        points_lost=rounded(lost.get(finding.check, 0.0)),
        reason=finding.reason,
        waived=_waived(waiver) if waiver else None,
        targets=wire.Targets(
            passed=finding.counts.passed, failed=finding.counts.failed, undecided=finding.counts.undecided
        ),
        title=clean(words(check.title)),
        remedy=clean(words(check.remedy), TEXT_CHARACTERS),
        sources=tuple(
            wire.Norm(
                standard=source.standard,
                section=source.section or None,
                title=source.title,
                url=source.url or None,
            )
            for source in check.sources
        ),
        locations=tuple(_spot(verdict, words) for verdict in finding.verdicts),
        causes=_causes(finding, words),
    )


def _causes(finding: Finding, words: Words) -> tuple[wire.CauseRecord, ...]:
    """Those that stand on several pages; what stands on one is told by `locations`."""
    found = [cause for cause in causes(finding.verdicts) if cause.pages > 1]
    return tuple(
        wire.CauseRecord(
            pages=cause.pages,
            places=cause.places,
            template_xpath=_text(
                template_path(cause.example.here.xpath) if isinstance(cause.example.here, Location) else ""
            ),
            example=_spot(cause.example, words),
        )
        for cause in found[:CAUSES]
    )


def _waived(waiver: Waiver) -> wire.Waived:
    return wire.Waived(
        reason=clean(waiver.reason), owner=clean(waiver.owner), expires=waiver.expires.isoformat()
    )


def _spot(verdict: Verdict, words: Words) -> wire.Spot:
    here = verdict.here
    if not isinstance(here, Location):
        here = Location(here if isinstance(here, str) else "")
    return wire.Spot(
        url=_url(here.url),
        xpath=_text(here.xpath),
        line=here.line,
        snippet=_text(here.snippet),
        evidence=here.evidence or None,
        outcome=verdict.outcome,
        code=verdict.code or None,
        message=_text(words(verdict.message, **verdict.values)),
        values={safe(name): _value(value) for name, value in verdict.values.items()},
        measure=_measure(verdict.measure) if verdict.measure else None,
        found_by=verdict.found_by,
    )


def _measure(measure: Measure) -> wire.MeasureRecord:
    return wire.MeasureRecord(
        name=measure.name, value=rounded(measure.value) if isfinite(measure.value) else None
    )


def _value(value: Value) -> str | int | float | None:
    """A value that every reader of JSON can hold."""
    match value:
        case str():
            return safe(value, TEXT_CHARACTERS)
        case int():
            return value if abs(value) <= SAFE_INTEGER else str(value)
    return value if isfinite(value) else None


def _setting(value: str | int | float | bool) -> str | int | float | bool:
    return safe(value, TEXT_CHARACTERS) if isinstance(value, str) else value


def _text(text: str) -> str | None:
    """Foreign text on one line; None if there is none."""
    return clean(text, TEXT_CHARACTERS) or None


def _url(url: str) -> str | None:
    """An address; None if there is none."""
    return safe(url, URL_CHARACTERS) or None


def _moment(at: datetime) -> str:
    """RFC 3339 with offset, in UTC."""
    return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC).isoformat()


def _points(value: float | None) -> float | None:
    return None if value is None else rounded(value)
