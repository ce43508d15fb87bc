"""`site-search`: what leads there, and what only looks like it."""

from tests.checks.offers import offer
from webaudit.checks.usability.site_search import site_search
from webaudit.model.finding import Outcome


def test_found() -> None:
    """It is found by what visitors see and follow."""
    verdict = offer(site_search, '<form role="search"><input type="search" name="s"></form>')

    assert (verdict.outcome, verdict.code) == (Outcome.PASSED, "form")


def test_only_looks_like_it() -> None:
    """What has a like name is none, and neither is a menu without it."""
    verdict = offer(site_search, '<form action="/login" method="post"><input name="username"></form>')

    assert (verdict.outcome, verdict.code) == (Outcome.FAILED, "absent")
