"""`open-graph`: a shared link shows a title and a picture."""

import pytest

from tests.evidence import SITE, page
from webaudit.checks.usability.open_graph import open_graph
from webaudit.model.finding import Outcome

TITLE = '<meta property="og:title" content="Imunisasi gratis">'
IMAGE = '<meta property="og:image" content="https://dinas.contohprov.go.id/foto.jpg">'


@pytest.mark.parametrize(
    ("html", "code"),
    [
        pytest.param(TITLE + IMAGE, "", id="both"),
        pytest.param((TITLE + IMAGE).replace("property", "name"), "", id="by name"),
        pytest.param(TITLE + IMAGE.replace("og:image", "og:image:secure_url"), "", id="secure address"),
        pytest.param(
            TITLE + IMAGE.replace("https://dinas.contohprov.go.id", ""), "image-relative", id="path"
        ),
        pytest.param(TITLE + '<meta property="og:image" content=" ">', "image-missing", id="empty image"),
        pytest.param(IMAGE + '<meta property="og:title" content="">', "title-missing", id="empty title"),
        pytest.param(
            '<meta name="twitter:image" content="https://a.example/x.jpg">', "preview-missing", id="X"
        ),
        pytest.param("<title>Dinas</title>", "preview-missing", id="neither"),
    ],
)
def test_home(html: str, code: str) -> None:
    """The home page has both lines, filled, and the image with a whole address."""
    (verdict,) = open_graph(page(html))

    assert (verdict.outcome is Outcome.PASSED, verdict.code) == (not code, code)


@pytest.mark.parametrize(
    ("path", "html", "meant"),
    [
        pytest.param("berita/imunisasi-gratis", "<p>x", True, id="path of news"),
        pytest.param("2026/05/imunisasi-gratis/", "<p>x", True, id="path with a month"),
        pytest.param("?p=7", '<body class="post single-post postid-7">', True, id="WordPress"),
        pytest.param(
            "x", '<script type="application/ld+json">{"@type": "NewsArticle"}</script>', True, id="own data"
        ),
        pytest.param("berita", "<p>x", False, id="list of news"),
        pytest.param("berita?page=2", "<p>x", False, id="list, second part"),
        pytest.param("berita/kategori", "<p>x", False, id="list of a kind"),
        pytest.param("profil", '<body class="page">', False, id="a page"),
        pytest.param("x", "<script>{'@type': 'NewsArticle'}</script>", False, id="a script"),
    ],
)
def test_which_pages(path: str, html: str, meant: bool) -> None:
    """Beside the home page articles are meant, which people share."""
    assert bool(list(open_graph(page(html, url=SITE + path)))) is meant
