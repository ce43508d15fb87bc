"""`skip-link`: a link leads past the menu to what a page says."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.skip_link import skip_link
from webaudit.model.finding import Outcome

P, F = Outcome.PASSED, Outcome.FAILED
MENU = '<nav><a href="/">Beranda</a> <a href="/profil">Profil</a></nav>'
TEXT = "<p>Kantor kami buka setiap hari kerja.</p>"


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param(
            f'<a href="#isi">Ke isi</a>{MENU}<main id="isi">{TEXT}</main>', [P], id="to the content"
        ),
        pytest.param(
            f'<a href="#isi">Ke isi</a>{MENU}<span id="isi"></span>{TEXT}', [P], id="to a place before it"
        ),
        pytest.param(
            f'<a href="#isi">Ke isi</a><aside><p>Agenda</p><i id="isi"></i></aside>{TEXT}',
            [P],
            id="to the end of the menu",
        ),
        pytest.param(
            f'<a href="#isi">Ke isi</a><aside><p id="isi">Agenda</p></aside>{TEXT}', [F], id="to the menu"
        ),
        pytest.param(f'<a href="#">Ke isi</a>{MENU}{TEXT}', [F], id="to the top"),
        pytest.param(
            f'<a href="/isi#isi">Ke isi</a>{MENU}<main id="isi">{TEXT}</main>', [F], id="to another page"
        ),
        pytest.param(
            f'<a href="#isi" hidden>Ke isi</a>{MENU}<main id="isi">{TEXT}</main>', [F], id="not shown"
        ),
        pytest.param(f'<a href="#isi">Ke isi</a>{MENU}<main id="isi"></main>', [], id="no content"),
        pytest.param(TEXT, [], id="no menu"),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """A link counts if it is told and what is read from its target on is the content."""
    assert [verdict.outcome for verdict in skip_link(page(html))] == outcomes
