"""`main-heading`: a heading leads to what a page says."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.main_heading import main_heading
from webaudit.model.finding import Outcome

P, F = Outcome.PASSED, Outcome.FAILED
MENU = '<nav><a href="/">Beranda</a> <a href="/profil">Profil</a></nav>'
TEXT = "<p>Kantor kami buka setiap hari kerja.</p>"


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param(f"{MENU}<h1>Jadwal</h1>{TEXT}", [P], id="before the content"),
        pytest.param(f'{MENU}<div role="heading" aria-level="1">Jadwal</div>{TEXT}', [P], id="by its role"),
        pytest.param(f"{MENU}<hr><span>1.</span><h1>Jadwal</h1>{TEXT}", [P], id="behind a number"),
        pytest.param(f"{MENU}<main>{TEXT}</main>", [F], id="a landmark is no heading"),
        pytest.param(f"<nav><h1>Menu</h1>{MENU}</nav>{TEXT}", [F], id="of the menu alone"),
        pytest.param(f'{MENU}<h1 aria-hidden="true">Jadwal</h1>{TEXT}', [F], id="not told"),
        pytest.param(f"<h1>Dinas</h1>{MENU}{TEXT}", [F], id="of the site alone"),
        pytest.param(TEXT, [], id="no menu"),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """A heading counts if it is told, says something, and leads to the content."""
    assert [verdict.outcome for verdict in main_heading(page(html))] == outcomes
