"""`service-standards`: what leads there, and what only looks like it."""

from tests.checks.offers import offer
from webaudit.checks.services.service_standards import service_standards
from webaudit.model.finding import Outcome


def test_found() -> None:
    """It is found by what visitors see and follow."""
    verdict = offer(service_standards, '<nav><a href="/?page_id=4">Standar Pelayanan Publik</a></nav>')

    assert (verdict.outcome, verdict.code) == (Outcome.PASSED, "text")


def test_only_looks_like_it() -> None:
    """What has a like name is none, and neither is a menu without it."""
    verdict = offer(
        service_standards, '<nav><a href="/sop">SOP</a><a href="/spm">Standar Pelayanan Minimal</a></nav>'
    )

    assert (verdict.outcome, verdict.code) == (Outcome.FAILED, "absent")
