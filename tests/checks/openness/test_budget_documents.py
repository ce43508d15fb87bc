"""`budget-documents`: RKA or DPA of this year."""

import pytest

from tests.checks.offers import offer
from tests.evidence import SITE, link_target
from webaudit.checks.openness.budget_documents import budget_documents
from webaudit.model.finding import Outcome


@pytest.mark.parametrize(
    ("home", "outcome", "code"),
    [
        ("<a href=/x.pdf>DPA SKPD TA 2026</a>", Outcome.PASSED, "text"),
        ("<a href=/f/RKA-2026.xlsx>Unduh</a>", Outcome.PASSED, "path"),
        ("<a href=/x.pdf>DPA 2024</a>", Outcome.FAILED, "old"),
        ("<p>DPA 2026, RKA 2026</p>", Outcome.FAILED, "absent"),
        ("<h2>DPA 2026</h2>", Outcome.CANT_TELL, "section-only"),
    ],
)
def test_by_its_year(home: str, outcome: Outcome, code: str) -> None:
    """A file of this year is found, an old one and a mere word are not."""
    verdict = offer(budget_documents, home)

    assert (verdict.outcome, verdict.code) == (outcome, code)


def test_dead_file() -> None:
    """A link to what is gone proves nothing."""
    gone = link_target(f"404 {SITE}dpa-2026.pdf", kind=None)
    verdict = offer(budget_documents, "<a href=/dpa-2026.pdf>DPA 2026</a>", gone)

    assert (verdict.outcome, verdict.code) == (Outcome.FAILED, "dead")


def test_own_file_beside_a_cloud() -> None:
    """The best of several proofs decides."""
    home = (
        "<a href=https://drive.google.com/file/d/1/view>DPA 2026</a><a href=/dpa-2025.pdf>DPA 2025</a>"
        "<a href=/dpa-2026.pdf>DPA 2026</a>"
    )

    assert offer(budget_documents, home).outcome is Outcome.PASSED
