"""`organization-structure`: what leads there, and what only looks like it."""

from tests.checks.offers import offer
from webaudit.checks.openness.organization_structure import organization_structure
from webaudit.model.finding import Outcome


def test_found() -> None:
    """It is found by what visitors see and follow."""
    verdict = offer(
        organization_structure, '<nav><a href="/struktur-organisasi">Struktur Organisasi</a></nav>'
    )

    assert (verdict.outcome, verdict.code) == (Outcome.PASSED, "path")


def test_only_looks_like_it() -> None:
    """What has a like name is none, and neither is a menu without it."""
    verdict = offer(organization_structure, '<nav><a href="/o">Organisasi Mitra</a></nav>')

    assert (verdict.outcome, verdict.code) == (Outcome.FAILED, "absent")
