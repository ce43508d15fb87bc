"""`open-data-link`: what leads there, and what only looks like it."""

from tests.checks.offers import offer
from webaudit.checks.services.open_data_link import open_data_link
from webaudit.model.finding import Outcome


def test_found() -> None:
    """It is found by what visitors see and follow."""
    verdict = offer(
        open_data_link, '<footer><a href="https://opendata.contohprov.go.id/">Open Data</a></footer>'
    )

    assert (verdict.outcome, verdict.code) == (Outcome.PASSED, "host")


def test_only_looks_like_it() -> None:
    """What has a like name is none, and neither is a menu without it."""
    verdict = offer(open_data_link, '<nav><a href="/data">Data</a></nav>')

    assert (verdict.outcome, verdict.code) == (Outcome.FAILED, "absent")
