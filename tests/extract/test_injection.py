"""Injection: each technique leaves its sign, in the place where strangers plant it."""

import pytest

from tests.evidence import page
from webaudit.extract.injection import injection
from webaudit.vocabulary.gambling import gambling

URL = "https://dinas.contohprov.go.id/"
TERM = "slot gacor"


@pytest.mark.parametrize(
    ("html", "place"),
    [
        (f"<title>{TERM}</title>", "title"),
        (f'<meta name="description" content="{TERM}">', "description"),
        (f'<meta name="keywords" content="{TERM}">', "keywords"),
        (f'<meta property="og:title" content="{TERM}">', "social"),
        (f'<script type="application/ld+json">{{"name": "{TERM}"}}</script>', "data"),
        (f"<h1>{TERM}</h1>", "heading"),
        (f"<p>{TERM}", "body"),
        (f'<p style="display:none">{TERM}</p>', "hidden"),
        (f'<a href="https://a.test/">{TERM}</a>', "external-link"),
        (f'<img src=a alt="{TERM}">', "image"),
    ],
)
def test_place(html: str, place: str) -> None:
    """A term is found in every place, and weighs by the heaviest in which it stands."""
    (sign,) = injection(page(html, url=URL)).signs

    assert (sign.place, sign.what) == (place, TERM)
    assert sign.points == 5 * gambling().places[place]


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("slot-gacor/", True),
        ("%73lot%20gacor", True),
        ("?q=slot+gacor", True),
        ("berita/pemberantasan-judi-online-libatkan-rt-rw", False),
        ("pilih-slot?tanggal=2025-05-02", False),
    ],
)
def test_address(path: str, found: bool) -> None:
    """An address is read as the words that it is made of."""
    assert bool(injection(page("<title>Dinas</title>", url=f"{URL}{path}")).signs) is found


@pytest.mark.parametrize(
    ("html", "place"),
    [
        ('<link rel="amphtml" href="https://a.test/">', "amphtml-elsewhere"),
        ('<link rel="alternate" hreflang="th" href="https://a.test/">', "hreflang-elsewhere"),
        ('<link rel="canonical" href="https://a.test/">', "canonical-elsewhere"),
        ('<meta http-equiv="refresh" content="0; url=https://a.test/">', "refresh-elsewhere"),
        ('<iframe src="https://a.test/" style="position: fixed; top: 0"></iframe>', "fullscreen-frame"),
        (
            '<script>if (document.referrer.match(/google/)) location.href = "https://a.test/"</script>',
            "script-redirect",
        ),
        ('<script>location = atob("aHR0cHM6Ly9hLnRlc3Qv")</script>', "decoded-redirect"),
        (
            '<meta property="og:type" content="product"><script src="//squarespace.com/x.js"></script>',
            "shop-template",
        ),
        ('<meta name="google-site-verification" content="x">' * 3, "many-verifications"),
        (
            '<p style="display:none"><a href="https://a.test">a</a><a href="https://b.test">b</a>'
            '<a href="https://c.test">c</a></p>',
            "hidden-external-links",
        ),
    ],
)
def test_structure(html: str, place: str) -> None:
    """What needs no word is a sign of its own, with the points that the vocabulary gives it."""
    (sign,) = injection(page(f"<title>Dinas</title>{html}", url=URL)).signs

    assert sign.place == place
    assert sign.points == gambling().structure[place]


@pytest.mark.parametrize(
    ("html", "what"),
    [
        ("<title>Hacked By X</title>", "hacked by"),
        ("<title>Dinas</title><h1>H4cked by X</h1>", "h4cked by"),
        ("<script>alert('Sorry Admin')</script>", "sorry admin"),
        ("<p>There isn't a GitHub Pages site here.", "there isn t a github pages site here"),
    ],
)
def test_replaced(html: str, what: str) -> None:
    """What vandals and unclaimed names show is certain by itself."""
    (sign,) = injection(page(html, url=URL)).signs

    assert (sign.what, sign.points) == (what, gambling().injected)


def test_article_about_defacement() -> None:
    """Who writes about it at length, or as a warning, is no victim."""
    article = "<title>Situs diretas</title><p>Pelaku menulis hacked by X. " + "Kata lain. " * 100

    assert injection(page(article, url=URL)).signs == ()
    assert injection(page("<title>Waspada halaman hacked by X</title>", url=URL)).signs == ()


def test_term_inside_another() -> None:
    """One phrase in two places is no second evidence, nor is a word of it."""
    found = injection(page("<title>Bandar togel</title><h1>togel</h1>", url=URL))

    assert len(found.signs) == 2
    assert found.weighty == 1
