"""`performance-documents`: what was done, and what it cost, in the last year that is closed."""

from datetime import UTC, datetime

import pytest

from tests.checks.offers import offer, publish
from webaudit.checks.openness.performance_documents import performance_documents
from webaudit.model.finding import Outcome

LKJIP = "<a href=/a.pdf>LKjIP {}</a>"
NERACA = "<a href=/b.pdf>Neraca per 31 Desember {}</a>"


@pytest.mark.parametrize(
    ("home", "outcome", "code"),
    [
        (LKJIP.format(2025) + NERACA.format(2025), Outcome.PASSED, "text"),
        (LKJIP.format(2025), Outcome.FAILED, "incomplete"),
        (LKJIP.format(2025) + NERACA.format(2023), Outcome.FAILED, "incomplete"),
        (LKJIP.format(2023) + NERACA.format(2023), Outcome.FAILED, "old"),
        # Of a year that is not over there is no report yet, but a person should see what it is.
        (LKJIP.format(2025) + NERACA.format(2026), Outcome.CANT_TELL, "other-year"),
        # What was promised is no report of what was done.
        ("<a href=/a.pdf>Perjanjian Kinerja 2025</a>" + NERACA.format(2025), Outcome.FAILED, "incomplete"),
        ("<p>LKjIP 2025, Neraca 2025</p>", Outcome.FAILED, "absent"),
    ],
)
def test_two_reports(home: str, outcome: Outcome, code: str) -> None:
    """Both are asked for; one of them is told apart from none."""
    verdict = offer(performance_documents, home)

    assert (verdict.outcome, verdict.code) == (outcome, code)


def test_from_april_on() -> None:
    """Until the end of March the reports of the year before the last will do."""
    home = LKJIP.format(2024) + NERACA.format(2024)
    outcomes = [
        publish(performance_documents, {"": home}, at=datetime(2026, month, 20, tzinfo=UTC)).outcome
        for month in (3, 4)
    ]

    assert outcomes == [Outcome.PASSED, Outcome.FAILED]


def test_day_in_the_zone_of_the_province() -> None:
    """The year turns where the agency is, seven hours before UTC."""
    home = LKJIP.format(2026) + NERACA.format(2026)
    eve = datetime(2026, 12, 31, 18, tzinfo=UTC)

    assert publish(performance_documents, {"": home}, at=eve).outcome is Outcome.PASSED
