"""own_content: what a page says itself, beside what stands on all pages."""

import pytest

from tests.evidence import SITE, page
from webaudit.extract.own import ENOUGH_WORDS
from webaudit.model.reading import OwnContent

MENU = (
    "<nav>"
    + "<a href=/x>Menu panjang sekali</a>" * 30
    + "</nav><footer>"
    + "Jalan Merdeka lima " * 20
    + "</footer>"
)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "<main><h1>Profil</h1><p>" + "kata " * 50 + "</p></main>", OwnContent(ENOUGH_WORDS), id="text"
        ),
        pytest.param("<main><h1>Profil Kami</h1></main>", OwnContent(2), id="empty"),
        pytest.param(
            "<main><h1>Struktur</h1><img src=a><img src=b><iframe src=c></iframe></main>",
            OwnContent(1, images=2, embedded=1),
            id="pictures",
        ),
        pytest.param(
            "<main><h1>Renstra</h1><a href=a>Unduh berkas ini</a><a href=b><b>Lihat</b></a></main>",
            OwnContent(1, linked=4),
            id="links",
        ),
        pytest.param(
            "<div>Hari ini: Selasa, 24 November 2026, pukul 09.15 WIB</div><main><h1>Profil Kami</h1></main>",
            OwnContent(2),
            id="a clock",
        ),
        pytest.param(
            "<main><p>Senin sampai Kamis pukul 08.00 - 15.00 WIB</p></main>", OwnContent(8), id="hours"
        ),
        pytest.param("", None, id="a menu that holds the page"),
    ],
)
def test_own(body: str, expected: OwnContent | None) -> None:
    """Menus and the footer are not its own, and a day is no text; pictures count where words are few."""
    assert page(f"<title>Profil</title><body>{MENU}{body}", url=f"{SITE}profil").reading.own == expected


def test_other_pages() -> None:
    """It is counted on pages that somebody asks for."""
    assert page("<title>x</title><body><main><p>Satu dua</p></main>", url=f"{SITE}x").reading.own is None
