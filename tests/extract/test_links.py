"""The links of a page and where they stand."""

import pytest

from webaudit.extract.html import parse
from webaudit.extract.links import MOST_LINKS, links
from webaudit.model.reading import Landmark, Link

URL = "https://dinas.go.id/berita/satu"


def only(html: str) -> Link:
    """The one link of a page."""
    (link,) = links(parse(html.encode()), URL, frozenset())
    return link


@pytest.mark.parametrize(
    ("href", "url"),
    [
        ("dua", "https://dinas.go.id/berita/dua"),
        (" /profil#isi ", "https://dinas.go.id/profil"),
        ("//lain.go.id", "https://lain.go.id/"),
        ("https://LAPOR.go.id", "https://lapor.go.id/"),
        ("?p=1", "https://dinas.go.id/berita/satu?p=1"),
        ("", "https://dinas.go.id/berita/satu"),
        ("#", "https://dinas.go.id/berita/satu"),
        ("mailto:info@dinas.go.id", ""),
        ("javascript:void(0)", ""),
        ("https://dinas.go.id:x", ""),
    ],
)
def test_url(href: str, url: str) -> None:
    """A link keeps what is written and tells where a browser would go; other schemes lead nowhere for us."""
    link = only(f'<a href="{href}">x</a>')

    assert (link.href, link.url) == (href.strip(), url)


def test_base() -> None:
    """Relative links start from the base element."""
    assert only('<base href="/lama/"><a href="dua">x</a>').url == "https://dinas.go.id/lama/dua"


@pytest.mark.parametrize(
    ("inside", "text", "image"),
    [
        (">Profil <b>Di</b>nas", "Profil Dinas", ""),
        (
            ' aria-label="Beranda" title="Ke beranda"><img src="/img/logo.png?v=2" alt="Logo">',
            "Beranda Ke beranda Logo",
            "logo.png",
        ),
        (' title="PPID">PPID', "PPID", ""),
        ('><svg aria-label="Cari"></svg>', "Cari", ""),
        (
            '><i class="fa"></i><img src="data:image/png;base64,AAA" data-src="/sp4n-lapor.png">',
            "",
            "sp4n-lapor.png",
        ),
        (">" + "kata " * 100, ("kata " * 40).strip(), ""),
    ],
)
def test_text(inside: str, text: str, image: str) -> None:
    """What a link says in any way is its text, each thing once; a logo is known by its file name."""
    link = only(f'<a href="/x"{inside}</a>')

    assert (link.text, link.image) == (text, image)


@pytest.mark.parametrize(
    ("html", "landmark"),
    [
        ("<header>{}</header>", Landmark.HEADER),
        ("<header><nav>{}</nav></header>", Landmark.NAVIGATION),
        ("<main>{}</main>", Landmark.MAIN),
        ("<article><footer>{}</footer></article>", Landmark.MAIN),
        ("<section><header>{}</header></section>", Landmark.OTHER),
        ("<aside><ul><li>{}</ul></aside>", Landmark.ASIDE),
        ("<footer><div><div>{}</div></div></footer>", Landmark.FOOTER),
        ('<div role="contentinfo">{}</div>', Landmark.FOOTER),
        ('<div role="navigation">{}</div>', Landmark.NAVIGATION),
        ('<div id="site-footer">{}</div>', Landmark.FOOTER),
        ('<div class="footer_v2 row">{}</div>', Landmark.FOOTER),
        ('<ul class="navbar-nav">{}</ul>', Landmark.NAVIGATION),
        ('<div class="main-menu">{}</div>', Landmark.NAVIGATION),
        ('<div class="left-sidebar">{}</div>', Landmark.ASIDE),
        ('<div class="entry-header">{}</div>', Landmark.OTHER),
        ('<div class="card-footer">{}</div>', Landmark.OTHER),
        ('<div class="entry-content">{}</div>', Landmark.MAIN),
        ("<div>{}</div>", Landmark.OTHER),
    ],
)
def test_landmark(html: str, landmark: Landmark) -> None:
    """The nearest landmark by element, role or well-known name; headers and footers of content are none."""
    assert only(html.format('<a href="/x">x</a>')).landmark is landmark


def test_areas_count_and_anchors_do_not() -> None:
    """Areas of image maps are links; an anchor without href is none."""
    found = links(parse(b'<map><area href="/a" alt="Peta"></map><a name="b">b</a>'), URL, frozenset())

    assert [(link.url, link.text) for link in found] == [("https://dinas.go.id/a", "Peta")]


def test_count_is_bounded() -> None:
    """A flood of links is cut, and one that was never closed does not hold the page."""
    assert len(links(parse(b"<a href=x>y</a>" * (MOST_LINKS + 1)), URL, frozenset())) == MOST_LINKS
    assert len(only("<a href=x>" + "<i>kata</i>" * 9_000).text) <= 200


def test_hostile_names_are_read_in_linear_time() -> None:
    """A class made to make a pattern backtrack is just no landmark."""
    assert only(f'<div class="{"footer-a" * 30}!"><a href="/x">x</a></div>').landmark is Landmark.OTHER
