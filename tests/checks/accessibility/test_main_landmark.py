"""`main-landmark`: what a page says stands in a landmark."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.main_landmark import main_landmark
from webaudit.model.finding import Outcome

P, F = Outcome.PASSED, Outcome.FAILED
MENU = '<nav><a href="/">Beranda</a> <a href="/profil">Profil</a></nav>'
TEXT = "<p>Kantor kami buka setiap hari kerja.</p>"


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param(f"{MENU}<main>{TEXT}</main>", [P], id="main"),
        pytest.param(
            f'{MENU}<main aria-hidden="true">{TEXT}</main><main>{TEXT}</main>',
            [P],
            id="one of several is told",
        ),
        pytest.param(f'{MENU}<main aria-hidden="true">{TEXT}</main>', [], id="none is told"),
        pytest.param(f'{MENU}<section aria-label="Jadwal">{TEXT}</section>', [P], id="a section with a name"),
        pytest.param(f"{MENU}<section>{TEXT}</section>", [F], id="a section without a name"),
        pytest.param(f"{MENU}<h1>Jadwal</h1>{TEXT}", [F], id="a heading is no landmark"),
        pytest.param(f"{MENU}<article>{TEXT}</article>", [F], id="an article is no landmark"),
        pytest.param(f"<main>{MENU}</main>{TEXT}", [F], id="main around the menu alone"),
        pytest.param(TEXT, [], id="no menu"),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """Content is in a landmark if one that is told, and is no menu, holds it."""
    assert [verdict.outcome for verdict in main_landmark(page(html))] == outcomes
