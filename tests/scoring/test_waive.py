"""Waivers: what the organiser may take out, and what not."""

from datetime import UTC, date, datetime

import pytest

from tests.scoring.builders import (
    AT,
    NO_TITLE,
    assessment,
    catalogue,
    check,
    criterion,
    failed,
    passed,
    rubric,
    section,
    undecided,
)
from webaudit.model.finding import Finding
from webaudit.model.report import WaiverState
from webaudit.model.rubric import Effect, Gate, Penalty
from webaudit.model.site import Waiver
from webaudit.scoring.weigh import weigh

BY = rubric(
    section("s", criterion("c1", 60, "dead-links"), criterion("c2", 40, "page-title")),
    gates=(Gate("alive", NO_TITLE, ("home-answers",), Penalty(Effect.DISQUALIFY)),),
    waivable=("dead-links", "home-answers"),
)
CATALOGUE = catalogue(check("dead-links"), check("page-title"), check("home-answers"))


def waiver(check_id: str, expires: date = date(2026, 11, 24)) -> Waiver:
    """A waiver of the organiser, which ends on the day of the capture."""
    return Waiver(check_id, "the provider moves", "Diskominfo", expires)


@pytest.mark.parametrize(
    ("own", "finding", "state"),
    [
        (waiver("dead-links"), failed("dead-links"), WaiverState.USED),
        (waiver("dead-links"), passed("dead-links"), WaiverState.UNUSED),
        (waiver("dead-links"), undecided("dead-links"), WaiverState.UNUSED),
        (waiver("dead-links"), failed("page-title"), WaiverState.UNUSED),
        (waiver("dead-links", date(2026, 11, 23)), failed("dead-links"), WaiverState.EXPIRED),
        (waiver("page-title"), failed("page-title"), WaiverState.NOT_WAIVABLE),
        (waiver("home-answers"), failed("home-answers"), WaiverState.NOT_WAIVABLE),
        (waiver("nobody-knows"), failed("dead-links"), WaiverState.NOT_WAIVABLE),
    ],
)
def test_state(own: Waiver, finding: Finding, state: WaiverState) -> None:
    """A waiver is used by a failed finding of a check that may be waived, until its last day is over."""
    (result,) = weigh(assessment(finding, waivers=(own,)), BY, CATALOGUE).waivers

    assert result.state is state


def test_points_become_open_never_won() -> None:
    """What is waived is as if it had never been asked, and the finding stays."""
    made = assessment(failed("dead-links"), failed("page-title"), waivers=(waiver("dead-links"),))
    card = weigh(made, BY, CATALOGUE)

    assert (card.score.won, card.score.lost, card.score.open) == (0, 40, 60)
    assert card.lost == (("page-title", 40.0),)
    assert card.assessment.findings == made.findings


@pytest.mark.parametrize("captured_at", [AT, datetime(2026, 11, 24, 23, 59, 59, tzinfo=UTC), None])
def test_expiry_is_judged_at_the_capture(captured_at: datetime | None) -> None:
    """A replay years later finds the waiver as valid as it was; the day is that of UTC."""
    made = assessment(failed("dead-links"), waivers=(waiver("dead-links"),), captured_at=captured_at)
    (result,) = weigh(made, BY, CATALOGUE).waivers

    assert result.state is WaiverState.USED


def test_waiver_that_is_not_used_moves_nothing() -> None:
    """Expired and needless waivers are warnings, and leave the points alone."""
    expired = waiver("dead-links", date(2020, 1, 1))
    with_it = weigh(assessment(failed("dead-links"), waivers=(expired,)), BY, CATALOGUE)

    assert with_it.score == weigh(assessment(failed("dead-links")), BY, CATALOGUE).score
