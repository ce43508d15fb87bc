"""`template-leftovers`: nothing of what came with the theme is left."""

import pytest

from tests.evidence import page
from webaudit.checks.freshness.template_leftovers import template_leftovers
from webaudit.model.finding import Location, Outcome

LONG = "<p>" + "Dinas melayani warga di seluruh kabupaten dan kota setiap hari kerja. " * 12


@pytest.mark.parametrize(
    ("html", "code"),
    [
        pytest.param("<title>Dinas – Just another WordPress site</title>", "theme-title", id="WordPress"),
        pytest.param("<title>Medica - Hospital HTML5 Template</title>", "theme-title", id="a template"),
        pytest.param("<title>School & University Responsive Template</title>", "theme-title", id="another"),
        pytest.param("<title>Sample Page – Dinas</title>" + LONG, "placeholder-text", id="sample page"),
        pytest.param("<title>Dinas</title><h1>Halo dunia!</h1>" + LONG, "placeholder-text", id="hello world"),
        pytest.param(
            "<title>Dinas</title>" + LONG + "<p>Lorem ipsum dolor sit amet",
            "placeholder-text",
            id="lorem ipsum",
        ),
        pytest.param("<title>Dinas</title><p>Email: info@example.com", "sample-contact", id="mail"),
        pytest.param("<title>Dinas</title><p>123 Street, New York, USA", "sample-contact", id="address"),
        pytest.param("<title>Dinas</title><p>+012 345 67890", "sample-contact", id="number"),
        pytest.param(
            '<body><footer><a href="https://www.facebook.com/"><i></i></a></footer>', "no-account", id="icon"
        ),
        pytest.param(
            '<body><div class="topbar"><a href="http://twitter.com">Twitter</a></div>',
            "no-account",
            id="word",
        ),
    ],
)
def test_left(html: str, code: str) -> None:
    """Titles, texts, addresses and icons of themes fail, each with its kind as code."""
    (verdict,) = template_leftovers(page(html))

    assert (verdict.outcome, verdict.code) == (Outcome.FAILED, code)
    assert isinstance(verdict.here, Location)
    assert verdict.here.snippet == verdict.values["phrase"]


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<title>Dinas</title>" + LONG, id="an ordinary page"),
        pytest.param("<title>Template Surat Keterangan - Dinas</title>" + LONG, id="a form to fill in"),
        pytest.param("<title>Dinas</title><p>Contoh: nama@example.com" + LONG, id="a hint"),
        pytest.param("<title>Hello World Cup: Nonton Bareng di Alun-alun</title>" + LONG, id="other words"),
        pytest.param(
            "<title>Dinas</title><script>var t='lorem ipsum dolor'</script>" + LONG, id="inside a script"
        ),
        pytest.param('<body><footer><a href="https://www.facebook.com/dinkes">F</a></footer>', id="account"),
        pytest.param(
            '<body><footer><a href="https://x.com/?lang=id">X</a></footer>', id="not quite its home"
        ),
        pytest.param('<body><footer><a href="https://jabarprov.go.id/">Jabar</a></footer>', id="other site"),
        pytest.param('<body><main><a href="https://www.youtube.com/">YouTube</a></main>', id="in an article"),
        pytest.param(
            '<body><footer><a href="https://www.facebook.com/">Cara membuat akun di Facebook</a></footer>',
            id="a sentence",
        ),
    ],
)
def test_own(html: str) -> None:
    """What an agency wrote itself passes, also if it speaks of templates and networks."""
    (verdict,) = template_leftovers(page(html))

    assert verdict.outcome is Outcome.PASSED


def test_each_kind_is_told() -> None:
    """Several kinds on one page are several causes."""
    html = "<title>Free HTML Template</title><p>Lorem ipsum dolor sit amet. info@example.com"

    assert [verdict.code for verdict in template_leftovers(page(html))] == [
        "theme-title",
        "placeholder-text",
        "sample-contact",
    ]
