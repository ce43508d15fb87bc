"""`accessibility-contact`: what leads there, and what only looks like it."""

from tests.checks.offers import offer
from webaudit.checks.accessibility.accessibility_contact import accessibility_contact
from webaudit.model.finding import Outcome


def test_found() -> None:
    """It is found by what visitors see and follow."""
    verdict = offer(accessibility_contact, '<nav><a href="/difabel">Layanan Disabilitas</a></nav>')

    assert (verdict.outcome, verdict.code) == (Outcome.PASSED, "text")


def test_only_looks_like_it() -> None:
    """News of an event with people with disabilities is no contact, and neither is a menu without one."""
    verdict = offer(
        accessibility_contact,
        '<nav><a href="/l">Layanan</a></nav>'
        '<a href="/berita/12">Bupati membuka lomba penyandang disabilitas tingkat kabupaten</a>',
    )

    assert (verdict.outcome, verdict.code) == (Outcome.FAILED, "absent")


def test_overlay() -> None:
    """A button that enlarges letters is no contact."""
    html = '<button aria-label="Menu aksesibilitas">+</button><a href="#">Aksesibilitas</a>'

    assert offer(accessibility_contact, html).outcome is not Outcome.PASSED
