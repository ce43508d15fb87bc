"""`complaint-channel`: what leads there, and what only looks like it."""

import pytest

from tests.checks.offers import SENTENCES, offer
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


@pytest.mark.parametrize(
    "more",
    ['<a href="/pengaduan">Pengaduan</a>', '<a href="tel:+62224230001">Hotline Pengaduan</a>'],
    ids=["a page", "a hotline"],
)
def test_own(more: str) -> None:
    """SP4N-LAPOR! is the country's channel; the agency's own is asked for, and found beside it."""
    lapor = '<a href="https://www.lapor.go.id/">Pengaduan</a>'
    page = f"<h1>Pengaduan</h1>{SENTENCES}"
    verdict = offer(complaint_channel, f"<nav>{lapor}{more}</nav>", pengaduan=page)
    alone = offer(complaint_channel, f"<nav>{lapor}</nav>")

    assert (alone.outcome, alone.code) == (Outcome.FAILED, "lapor-alone")
    assert verdict.outcome is Outcome.PASSED
