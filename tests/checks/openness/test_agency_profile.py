"""`agency-profile`: what leads there, and what only looks like it."""

from tests.checks.offers import offer
from webaudit.checks.openness.agency_profile import agency_profile
from webaudit.model.finding import Outcome


def test_found() -> None:
    """It is found by what visitors see and follow."""
    verdict = offer(agency_profile, '<nav><a href="/profil">Profil</a></nav>')

    assert (verdict.outcome, verdict.code) == (Outcome.PASSED, "path")


def test_only_looks_like_it() -> None:
    """What has a like name is none, and neither is a menu without it."""
    verdict = offer(agency_profile, '<nav><a href="https://lain.contohprov.go.id/profil">Profil</a></nav>')

    assert (verdict.outcome, verdict.code) == (Outcome.FAILED, "absent")
