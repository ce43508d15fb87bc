"""`vision-mission`: what leads there, and what only looks like it."""

from tests.checks.offers import offer
from webaudit.checks.openness.vision_mission import vision_mission
from webaudit.model.finding import Outcome


def test_found() -> None:
    """It is found by what visitors see and follow."""
    verdict = offer(vision_mission, '<nav><a href="/v">Visi &amp; Misi</a></nav>')

    assert (verdict.outcome, verdict.code) == (Outcome.PASSED, "text")


def test_only_looks_like_it() -> None:
    """What has a like name is none, and neither is a menu without it."""
    verdict = offer(vision_mission, '<nav><a href="/v">Televisi</a></nav>')

    assert (verdict.outcome, verdict.code) == (Outcome.FAILED, "absent")
