"""`complaint-channel`: what leads there, and what only looks like it."""

from tests.checks.offers import offer
from webaudit.checks.services.complaint_channel import complaint_channel
from webaudit.model.finding import Outcome


def test_found() -> None:
    """It is found by what visitors see and follow."""
    verdict = offer(complaint_channel, '<a href="https://wa.me/6281234567890">WhatsApp Pengaduan</a>')

    assert (verdict.outcome, verdict.code) == (Outcome.PASSED, "reach")


def test_only_looks_like_it() -> None:
    """What has a like name is none, and neither is a menu without it."""
    verdict = offer(
        complaint_channel,
        '<a href="/berita/9-jumlah">Jumlah Pengaduan Konsumen Menurun Tahun Ini di Kota</a>',
    )

    assert (verdict.outcome, verdict.code) == (Outcome.FAILED, "absent")
