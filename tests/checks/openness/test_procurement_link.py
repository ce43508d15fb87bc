"""`procurement-link`: what leads there, and what only looks like it."""

from tests.checks.offers import offer
from webaudit.checks.openness.procurement_link import procurement_link
from webaudit.model.finding import Outcome


def test_found() -> None:
    """It is found by what visitors see and follow."""
    verdict = offer(procurement_link, '<footer><a href="https://lpse.contohprov.go.id/">LPSE</a></footer>')

    assert (verdict.outcome, verdict.code) == (Outcome.PASSED, "host")


def test_only_looks_like_it() -> None:
    """What has a like name is none, and neither is a menu without it."""
    verdict = offer(procurement_link, '<nav><a href="/opd/9">Biro Pengadaan Barang dan Jasa</a></nav>')

    assert (verdict.outcome, verdict.code) == (Outcome.FAILED, "absent")
