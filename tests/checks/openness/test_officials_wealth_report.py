"""`officials-wealth-report`: a document or the way to that of the KPK."""

import pytest

from tests.checks.offers import SENTENCES, offer
from webaudit.checks.openness.officials_wealth_report import officials_wealth_report
from webaudit.model.finding import Outcome


@pytest.mark.parametrize(
    ("home", "outcome", "code"),
    [
        ("<a href=/x.pdf>LHKPN Kepala Dinas</a>", Outcome.PASSED, "text"),
        ("<a href=https://elhkpn.kpk.go.id/>Lihat</a>", Outcome.PASSED, "host"),
        (
            "<a href=https://docs.google.com/document/d/1/edit>LHKPN</a>",
            Outcome.FAILED,
            "outside-government-host",
        ),
        ("<p>LHKPN</p>", Outcome.FAILED, "absent"),
    ],
)
def test_where_it_leads(home: str, outcome: Outcome, code: str) -> None:
    """A file of its own and the KPK count whole, a cloud is told apart, a word is none."""
    verdict = offer(officials_wealth_report, home)

    assert (verdict.outcome, verdict.code) == (outcome, code)


def test_empty_page() -> None:
    """A page of that title with nothing on it is none."""
    codes = [
        offer(officials_wealth_report, "<a href=/lhkpn>LHKPN</a>", lhkpn=f"<h1>LHKPN</h1>{text}").outcome
        for text in ("", f"<p>{SENTENCES}</p>")
    ]

    assert codes == [Outcome.FAILED, Outcome.PASSED]
