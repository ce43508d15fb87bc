"""`service-charter`: what leads there, and what only looks like it."""

from tests.checks.offers import offer
from webaudit.checks.services.service_charter import service_charter
from webaudit.model.finding import Outcome


def test_found() -> None:
    """It is found by what visitors see and follow."""
    verdict = offer(service_charter, '<nav><a href="/maklumat-pelayanan">Maklumat Pelayanan</a></nav>')

    assert (verdict.outcome, verdict.code) == (Outcome.PASSED, "path")


def test_only_looks_like_it() -> None:
    """What has a like name is none, and neither is a menu without it."""
    verdict = offer(service_charter, "<p>Maklumat pelayanan sedang disusun.</p>")

    assert (verdict.outcome, verdict.code) == (Outcome.FAILED, "absent")
