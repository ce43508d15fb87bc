"""`lapor-link`: what leads there, and what only looks like it."""

from tests.checks.offers import offer
from webaudit.checks.services.lapor_link import lapor_link
from webaudit.model.finding import Outcome


def test_found() -> None:
    """It is found by what visitors see and follow."""
    verdict = offer(lapor_link, '<footer><a href="https://www.lapor.go.id/"><img src="a.png"></a></footer>')

    assert (verdict.outcome, verdict.code) == (Outcome.PASSED, "host")


def test_only_looks_like_it() -> None:
    """What has a like name is none, and neither is a menu without it."""
    verdict = offer(lapor_link, '<nav><a href="/spt">Lapor Pajak</a><a href="/laporan">Laporan</a></nav>')

    assert (verdict.outcome, verdict.code) == (Outcome.FAILED, "absent")
