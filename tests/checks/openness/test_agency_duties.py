"""`agency-duties`: what leads there, and what only looks like it."""

from tests.checks.offers import SENTENCES, offer
from webaudit.checks.openness.agency_duties import agency_duties
from webaudit.model.finding import Outcome

MENU = '<nav><a href="/tugas-pokok-dan-fungsi">Tupoksi</a></nav>'


def test_found() -> None:
    """It is found by what visitors see and follow, and by what they then read."""
    verdict = offer(
        agency_duties, MENU, **{"tugas-pokok-dan-fungsi": f"<h1>Tugas Pokok dan Fungsi</h1><p>{SENTENCES}"}
    )

    assert (verdict.outcome, verdict.code) == (Outcome.PASSED, "path")


def test_nobody_has_read_it() -> None:
    """A page that was not captured may say nothing: it is open."""
    verdict = offer(agency_duties, MENU)

    assert (verdict.outcome, verdict.code) == (Outcome.CANT_TELL, "unanswered")


def test_only_looks_like_it() -> None:
    """What has a like name is none, and neither is a menu without it."""
    verdict = offer(agency_duties, '<nav><a href="/t">Tugas Belajar Pegawai</a></nav>')

    assert (verdict.outcome, verdict.code) == (Outcome.FAILED, "absent")
