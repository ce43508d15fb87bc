"""`information-requests`: how to ask, and how to object."""

import pytest

from tests.checks.offers import offer
from webaudit.checks.openness.information_requests import information_requests
from webaudit.model.finding import Outcome

ASK = "<a href=/permohonan.pdf>Tata Cara Permohonan Informasi</a>"
OBJECT = "<a href=/keberatan.pdf>Formulir Keberatan</a>"


@pytest.mark.parametrize(
    ("home", "outcome", "code"),
    [
        (ASK + OBJECT, Outcome.PASSED, "text"),
        (ASK, Outcome.FAILED, "incomplete"),
        (OBJECT, Outcome.FAILED, "incomplete"),
        ("<p>Tata Cara Permohonan Informasi</p>", Outcome.FAILED, "absent"),
    ],
)
def test_both_parts(home: str, outcome: Outcome, code: str) -> None:
    """Both are asked for, and one without the other is told apart from none."""
    verdict = offer(information_requests, home)

    assert (verdict.outcome, verdict.code) == (outcome, code)
