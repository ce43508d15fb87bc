"""`information-lists`: at all times, at once, and excluded."""

import pytest

from tests.checks.offers import offer
from webaudit.checks.openness.information_lists import information_lists
from webaudit.model.finding import Outcome

LISTS = (
    "<a href=/a.pdf>Informasi Setiap Saat</a>",
    "<a href=/b.pdf>Informasi Serta Merta</a>",
    "<a href=/c.pdf>Informasi yang Dikecualikan</a>",
)


@pytest.mark.parametrize(
    ("home", "outcome", "code"),
    [
        ("".join(LISTS), Outcome.PASSED, "text"),
        ("".join(LISTS[:2]), Outcome.FAILED, "incomplete"),
        ("<p>Selamat datang di dinas.</p>", Outcome.FAILED, "absent"),
    ],
)
def test_three_lists(home: str, outcome: Outcome, code: str) -> None:
    """All three are asked for; some of them are told apart from none."""
    verdict = offer(information_lists, home)

    assert (verdict.outcome, verdict.code) == (outcome, code)


def test_what_is_missing_is_named() -> None:
    """The message tells what is there and what is not."""
    verdict = offer(information_lists, "".join(LISTS[:2]))

    assert verdict.values == {
        "found": "informasi setiap saat, informasi serta-merta",
        "missing": "informasi dikecualikan",
    }
