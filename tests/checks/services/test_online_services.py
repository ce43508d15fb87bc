"""`online-services`: what leads there, and what only looks like it."""

from tests.checks.offers import offer
from webaudit.checks.services.online_services import online_services
from webaudit.model.finding import Outcome


def test_found() -> None:
    """It is found by what visitors see and follow."""
    verdict = offer(online_services, '<nav><a href="/e">Layanan Online</a></nav>')

    assert (verdict.outcome, verdict.code) == (Outcome.PASSED, "text")


def test_only_looks_like_it() -> None:
    """What has a like name is none, and neither is a menu without it."""
    verdict = offer(online_services, '<nav><a href="/l">Layanan</a></nav>')

    assert (verdict.outcome, verdict.code) == (Outcome.FAILED, "absent")
