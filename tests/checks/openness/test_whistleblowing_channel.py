"""`whistleblowing-channel`: what leads there, and what only looks like it."""

from tests.checks.offers import offer
from webaudit.checks.openness.whistleblowing_channel import whistleblowing_channel
from webaudit.model.finding import Outcome


def test_found() -> None:
    """It is found by what visitors see and follow."""
    verdict = offer(whistleblowing_channel, '<nav><a href="https://wbs.contohprov.go.id/">WBS</a></nav>')

    assert (verdict.outcome, verdict.code) == (Outcome.PASSED, "host")


def test_only_looks_like_it() -> None:
    """What has a like name is none, and neither is a menu without it."""
    verdict = offer(whistleblowing_channel, '<nav><a href="/l">Laporan Kinerja</a></nav>')

    assert (verdict.outcome, verdict.code) == (Outcome.FAILED, "absent")
