"""`sippn-link`: what leads there, and what only looks like it."""

from tests.checks.offers import offer
from webaudit.checks.services.sippn_link import sippn_link
from webaudit.model.finding import Outcome


def test_found() -> None:
    """It is found by what visitors see and follow."""
    verdict = offer(sippn_link, '<footer><a href="https://sippn.menpan.go.id/instansi/7">SIPPN</a></footer>')

    assert (verdict.outcome, verdict.code) == (Outcome.PASSED, "host")


def test_only_looks_like_it() -> None:
    """What has a like name is none, and neither is a menu without it."""
    verdict = offer(sippn_link, '<nav><a href="/sipp">SIPP Pengadilan</a></nav>')

    assert (verdict.outcome, verdict.code) == (Outcome.FAILED, "absent")
