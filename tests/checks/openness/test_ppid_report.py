"""`ppid-report`: how the PPID served in the last year."""

import pytest

from tests.checks.offers import offer
from webaudit.checks.openness.ppid_report import ppid_report
from webaudit.model.finding import Outcome


@pytest.mark.parametrize(
    ("home", "outcome", "code"),
    [
        ("<a href=/x.pdf>Laporan Layanan Informasi Publik 2025</a>", Outcome.PASSED, "text"),
        ("<h2>Laporan PPID</h2><p><a href=/a.pdf>2025</a></p>", Outcome.PASSED, "text"),
        ("<a href=/x.pdf>Laporan PPID Tahun 2022</a>", Outcome.FAILED, "old"),
        ("<a href=/berita/laporan>Kepala dinas menerima laporan PPID 2025</a>", Outcome.FAILED, "absent"),
    ],
)
def test_by_its_year(home: str, outcome: Outcome, code: str) -> None:
    """The report of last year is found; an older one and news of a report are none."""
    verdict = offer(ppid_report, home)

    assert (verdict.outcome, verdict.code) == (outcome, code)
