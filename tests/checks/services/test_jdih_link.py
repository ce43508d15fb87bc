"""`jdih-link`: what leads there, and what only looks like it."""

from tests.checks.offers import offer
from webaudit.checks.services.jdih_link import jdih_link
from webaudit.model.finding import Outcome


def test_found() -> None:
    """It is found by what visitors see and follow."""
    verdict = offer(jdih_link, '<footer><a href="https://jdih.contohprov.go.id/">JDIH</a></footer>')

    assert (verdict.outcome, verdict.code) == (Outcome.PASSED, "host")


def test_only_looks_like_it() -> None:
    """What has a like name is none, and neither is a menu without it."""
    verdict = offer(jdih_link, '<nav><a href="/produk-hukum">Produk Hukum</a></nav>')

    assert (verdict.outcome, verdict.code) == (Outcome.FAILED, "absent")
