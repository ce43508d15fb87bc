"""`satisfaction-survey`: the survey, and a result of this or the last year."""

import pytest

from tests.checks.offers import SENTENCES, offer
from webaudit.checks.services.satisfaction_survey import satisfaction_survey
from webaudit.model.finding import Measure, Outcome

MENU = '<nav><a href="/skm">Survei Kepuasan Masyarakat</a></nav>'


@pytest.mark.parametrize(
    ("home", "survey", "outcome", "code"),
    [
        pytest.param(MENU, "Nilai IKM Tahun 2025: 88,35 (Baik)", Outcome.PASSED, "path", id="last year's"),
        pytest.param(
            f"{MENU}<p>Indeks Kepuasan Semester I 2026: 90,1",
            "",
            Outcome.PASSED,
            "path",
            id="on the home page",
        ),
        pytest.param(
            f'{MENU}<a href="/uploads/skm-2025.pdf">Laporan Survei Kepuasan 2025</a>',
            "",
            Outcome.PASSED,
            "result-document",
            id="a document",
        ),
        pytest.param(MENU, "Nilai IKM Tahun 2023: 88,35", Outcome.FAILED, "result-old", id="an old one"),
        pytest.param(MENU, "", Outcome.FAILED, "result-missing", id="a survey alone"),
        pytest.param(MENU, "Nilai IKM: 88,35", Outcome.CANT_TELL, "result-undated", id="without a year"),
        pytest.param(
            f'{MENU}<a href="/uploads/skm.pdf">Laporan Survei Kepuasan</a>',
            "",
            Outcome.CANT_TELL,
            "result-unread",
            id="a document without a year",
        ),
        pytest.param("<p>Nilai IKM Tahun 2025: 88,35", "", Outcome.FAILED, "absent", id="a result alone"),
        pytest.param('<nav><a href="/s">Survei Lokasi</a></nav>', "", Outcome.FAILED, "absent", id="another"),
    ],
)
def test_outcome(home: str, survey: str, outcome: Outcome, code: str) -> None:
    """A survey is linked, and what it came to is told with its year."""
    pages = {"skm": f"<h1>Survei Kepuasan Masyarakat</h1>{SENTENCES}<p>{survey}"} if MENU in home else {}
    verdict = offer(satisfaction_survey, home, **pages)

    assert (verdict.outcome, verdict.code) == (outcome, code)


def test_value() -> None:
    """The index, its year and the words that tell it are kept."""
    survey = f"<h1>SKM</h1>{SENTENCES}<p>Nilai IKM Tahun 2025: 88,35"
    verdict = offer(satisfaction_survey, MENU, skm=survey)

    assert verdict.measure == Measure("index", 88.35)
    assert (verdict.values["year"], verdict.values["raw"]) == (2025, "nilai ikm tahun 2025: 88,35")


def test_keywords() -> None:
    """An index on a page that says hardly anything else is no result."""
    survey = f"<h1>SKM</h1>{SENTENCES}"
    verdict = offer(satisfaction_survey, MENU, skm=survey, ikm="<p>Nilai IKM Tahun 2025: 99,99")

    assert verdict.code == "result-missing"


def test_unread_survey() -> None:
    """A page about the survey that was not read may tell its result."""
    assert offer(satisfaction_survey, MENU).code == "result-unread"
