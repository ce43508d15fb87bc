"""`faq`: what leads there, and what only looks like it."""

from tests.checks.offers import offer
from webaudit.checks.usability.faq import faq
from webaudit.model.finding import Outcome


def test_found() -> None:
    """It is found by what visitors see and follow."""
    verdict = offer(faq, '<nav><a href="/faq">FAQ</a></nav>')

    assert (verdict.outcome, verdict.code) == (Outcome.PASSED, "path")


def test_only_looks_like_it() -> None:
    """What has a like name is none, and neither is a menu without it."""
    verdict = offer(faq, '<nav><a href="/t">Pertanyaan Wartawan Dijawab Kepala Dinas Hari Ini</a></nav>')

    assert (verdict.outcome, verdict.code) == (Outcome.FAILED, "absent")
