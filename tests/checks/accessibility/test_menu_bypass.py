"""`menu-bypass`: something leads past what all pages share to what this one says."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.menu_bypass import menu_bypass
from webaudit.model.finding import Outcome

P, F, C = Outcome.PASSED, Outcome.FAILED, Outcome.CANT_TELL
MENU = '<nav><a href="/">Beranda</a> <a href="/profil">Profil</a></nav>'
TEXT = "<p>Kantor kami buka setiap hari kerja.</p>"


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param(MENU + TEXT, [F], id="nothing"),
        pytest.param(f"{MENU}<main>{TEXT}</main>", [P], id="a main part"),
        pytest.param(f'{MENU}<div role="main">{TEXT}</div>', [P], id="a main part by its role"),
        pytest.param(f"{MENU}<h1>Jadwal</h1>{TEXT}", [P], id="a heading"),
        pytest.param(f"{MENU}{TEXT}<h2>Alamat</h2>", [P], id="a heading further down"),
        pytest.param(f'<a href="#isi">Ke isi</a>{MENU}<div id="isi">{TEXT}</div>', [P], id="a link"),
        pytest.param(f'<a href="#isi">Ke isi</a>{MENU}{TEXT}', [F], id="a link to nothing"),
        pytest.param(
            f'<a href="#atas">Ke isi</a><div id="atas">{MENU}</div>{TEXT}', [F], id="a link to the menu"
        ),
        pytest.param(
            f'<a href="#isi" aria-hidden="true">Ke isi</a>{MENU}<div id="isi">{TEXT}</div>',
            [F],
            id="a link that is not told",
        ),
        pytest.param(f'{MENU}<h1 aria-hidden="true">Jadwal</h1>{TEXT}', [F], id="a heading that is not told"),
        pytest.param(f"{MENU}<h1></h1><div>{TEXT}</div>", [F], id="a heading that says nothing"),
        pytest.param(f"<h1>Dinas</h1>{MENU}{TEXT}", [F], id="a heading before the menu alone"),
        pytest.param(f"{MENU}<main></main>{TEXT}", [F], id="a main part that holds nothing"),
        pytest.param(f"<nav><h2>Menu</h2>{MENU}</nav>{TEXT}", [F], id="a heading in the menu alone"),
        pytest.param(
            f'<ul><li><a href="/">Beranda</a></li><li><a href="/a">Berita</a></li></ul>{TEXT}',
            [F],
            id="a list of links is a menu",
        ),
        pytest.param(
            f'<ul><li>Syarat pertama</li><li><a href="/a">Berita</a></li></ul>{TEXT}',
            [],
            id="any other list is none",
        ),
        pytest.param(f"<button>Menu</button>{MENU}{TEXT}", [C], id="a button may close the menu"),
        pytest.param(
            f"<form><button>Cari</button></form>{MENU}{TEXT}", [F], id="a button of a form sends the form"
        ),
        pytest.param(TEXT + MENU, [], id="nothing stands before the content"),
        pytest.param(MENU, [], id="no content"),
        pytest.param(f'<nav hidden><a href="/">Beranda</a></nav>{TEXT}', [], id="a menu that is not shown"),
        pytest.param("<nav></nav>" + TEXT, [], id="an empty menu"),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """A heading, a landmark or a link leads past the menu, and each must be told and hold something."""
    assert [verdict.outcome for verdict in menu_bypass(page(html))] == outcomes
