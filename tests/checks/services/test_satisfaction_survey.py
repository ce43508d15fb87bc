"""`satisfaction-survey`: what leads there, and what only looks like it."""

from tests.checks.offers import offer
from webaudit.checks.services.satisfaction_survey import satisfaction_survey
from webaudit.model.finding import Outcome


def test_found() -> None:
    """It is found by what visitors see and follow."""
    verdict = offer(satisfaction_survey, '<nav><a href="https://skm.contohprov.go.id/">Isi Survei</a></nav>')

    assert (verdict.outcome, verdict.code) == (Outcome.PASSED, "host")


def test_only_looks_like_it() -> None:
    """What has a like name is none, and neither is a menu without it."""
    verdict = offer(satisfaction_survey, '<nav><a href="/ikm">Data IKM Binaan</a></nav>')

    assert (verdict.outcome, verdict.code) == (Outcome.FAILED, "absent")
