"""Waivers: the organiser's word that a failed check is not held against a site."""

from datetime import datetime

from webaudit.model.finding import Outcome
from webaudit.model.report import Assessment, WaiverResult, WaiverState
from webaudit.model.rubric import Rubric
from webaudit.model.site import Waiver


def waive(assessment: Assessment, rubric: Rubric) -> tuple[WaiverResult, ...]:
    """What becomes of each waiver of the site, in the order of the list.

    Only a failed finding uses one: its points become open, never won, and the finding itself stays.
    """
    failed = [finding.check for finding in assessment.findings if finding.outcome is Outcome.FAILED]
    gated = [check for gate in rubric.gates for check in gate.checks]
    return tuple(
        WaiverResult(waiver, _state(waiver, assessment.captured_at, failed, gated, rubric.waivable))
        for waiver in assessment.site.waivers
    )


def _state(
    waiver: Waiver,
    captured_at: datetime | None,
    failed: list[str],
    gated: list[str],
    waivable: tuple[str, ...],
) -> WaiverState:
    if waiver.check in gated or waiver.check not in waivable:
        return WaiverState.NOT_WAIVABLE
    # The day is that of the capture in UTC, so that a replay elsewhere says the same.
    if captured_at is not None and captured_at.date() > waiver.expires:
        return WaiverState.EXPIRED
    return WaiverState.USED if waiver.check in failed else WaiverState.UNUSED
