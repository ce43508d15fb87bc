"""`dead-menu-entries`: what the menus promise can be opened."""

import pytest

from tests.evidence import page
from webaudit.checks.services.dead_menu_entries import dead_menu_entries
from webaudit.model.finding import Outcome


def failures(body: str) -> list[str]:
    """The texts of the dead entries."""
    verdicts = dead_menu_entries(page(f"<body>{body}"))
    return [str(verdict.values["text"]) for verdict in verdicts if verdict.outcome is Outcome.FAILED]


@pytest.mark.parametrize(
    "href",
    ["#", "", " ", "#!", "javascript:void(0)", "javascript:void(0);", "javascript:;", "JavaScript:", "##"],
)
def test_dead(href: str) -> None:
    """However it is written, an address that leads nowhere is none."""
    assert failures(f'<nav><ul><li><a href="{href}">Standar Pelayanan</a></ul></nav>') == [
        "Standar Pelayanan"
    ]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param('<footer><ul><li><a href="#">Kebijakan Privasi</a></ul></footer>', id="footer"),
        pytest.param('<header><a class="nav-link" href="#">Kebijakan Privasi</a></header>', id="header"),
        pytest.param('<nav><a href="#" target="_blank">Kebijakan Privasi</a></nav>', id="new window"),
        pytest.param('<nav><li><a href="#">Kebijakan Privasi</a><div></div></li></nav>', id="empty box"),
        pytest.param(
            '<div id="menu"><ul><li class="item"><a href="#"><b>Kebijakan Privasi</b></a></ul></div>',
            id="menu by its name",
        ),
    ],
)
def test_wherever(body: str) -> None:
    """Header, menus and footer are looked at."""
    assert failures(body) == ["Kebijakan Privasi"]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param('<nav><a href="/profil">Profil</a></nav>', id="a page"),
        pytest.param('<nav><a href="#layanan">Layanan</a></nav>', id="a part of the page"),
        pytest.param('<nav><li><a href="#">Profil</a><ul><li><a href="/x">Visi</a></ul></nav>', id="submenu"),
        pytest.param(
            '<nav><li><div><a href="#">Profil</a></div><div class="b"><a href="/x">Visi</a></div></li></nav>',
            id="submenu in a box beside",
        ),
        pytest.param('<nav><a href="#" data-toggle="dropdown">Profil</a></nav>', id="Bootstrap"),
        pytest.param('<nav><a href="#" aria-expanded="false">Profil</a></nav>', id="aria-expanded"),
        pytest.param('<nav><a href="#" onclick="buka()">Profil</a></nav>', id="onclick"),
        pytest.param('<nav><a href="#" role="button">Profil</a></nav>', id="button"),
        pytest.param('<nav><a href="#" id="buka-profil">Profil</a></nav>', id="known by its id"),
        pytest.param('<nav><a href="#" class="menu-toggle">Profil</a></nav>', id="known by its class"),
        pytest.param(
            '<nav><ul><li class="menu-item-has-children"><a href="#">Profil</a></ul></nav>', id="WP"
        ),
        pytest.param('<header><a class="navbar-brand" href="#">Dinas Kesehatan</a></header>', id="brand"),
        pytest.param('<footer><a href="#">Kembali ke atas</a></footer>', id="to the top"),
        pytest.param('<header><a href="#">English</a></header>', id="language"),
        pytest.param('<nav class="pagination"><a href="#">2</a></nav>', id="number of a list"),
        pytest.param('<header><a href="#"><i class="fa fa-bars"></i></a></header>', id="icon"),
        pytest.param('<main><a href="#">Selanjutnya ada di sini</a></main>', id="main part"),
    ],
)
def test_alive(body: str) -> None:
    """What leads somewhere, opens something or may be bound to a script passes."""
    assert failures(body) == []


def test_nothing_to_judge() -> None:
    """A page without menus has no target."""
    assert list(dead_menu_entries(page("<main><a href='#'>Profil</a></main>"))) == []


def test_the_right_element() -> None:
    """The place of the verdict is the link itself, among others and anchors without address."""
    shown = page('<body><nav><a name="x">Anchor</a><a href="/a">Ada</a><a href="#">Tidak ada</a></nav>')
    (dead,) = (one for one in dead_menu_entries(shown) if one.outcome is Outcome.FAILED)

    assert dead.here is shown.elements("a")[2]
