"""`image-alternative`: who cannot see an image is told what it shows."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.image_alternative import image_alternative
from webaudit.model.finding import Outcome

P, F = Outcome.PASSED, Outcome.FAILED


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param('<img src=a alt="Logo">', [P], id="alt"),
        pytest.param('<img src=a alt="">', [P], id="decoration"),
        pytest.param('<img src=a alt=" ">', [F], id="white space is no alternative"),
        pytest.param("<img src=a>", [F], id="nothing"),
        pytest.param('<img src=a alt="Gambar"><img src=b alt="[image]">', [F, F], id="a word for any image"),
        pytest.param('<img src=a alt="IMG_2041.jpg"><img src=b alt="DSC 0012">', [F, F], id="a file's name"),
        pytest.param('<img src=a alt="WhatsApp Image 2024-05-02 at 10.11.12">', [F], id="as it was sent"),
        pytest.param(
            '<img src="/f/poster_20240815.jpg?w=3" alt="poster_20240815">',
            [F],
            id="a file's name, its end off",
        ),
        pytest.param('<img src="/f/covid-19.jpg" alt="covid-19">', [P], id="a name that says something"),
        pytest.param('<img src="/f/a.jpg" alt="081234567890">', [P], id="a number of its own"),
        pytest.param('<img src=a alt="gambar" title="Rapat kerja">', [P], id="a word, and a title"),
        pytest.param(
            '<img src=a alt="Logo"><img src=b alt="Gambar 3: peta rawan banjir">', [P, P], id="words"
        ),
        pytest.param('<img src=a title="Logo">', [P], id="title"),
        pytest.param('<img src=a aria-label="Logo">', [P], id="aria-label"),
        pytest.param('<p id=x>Logo</p><img src=a aria-labelledby="x">', [P], id="aria-labelledby"),
        pytest.param(
            '<p id=x hidden>Logo</p><img src=a aria-labelledby="y x">', [P], id="a hidden label names"
        ),
        pytest.param('<p id=x> </p><img src=a aria-labelledby="x">', [F], id="an empty label does not"),
        pytest.param('<img src=a role="presentation"><img src=a role=none>', [P, P], id="presentation"),
        pytest.param('<div role="img"></div>', [F], id="role img without a name"),
        pytest.param('<div role="img" aria-label="Logo"></div>', [P], id="role img with a name"),
        pytest.param('<div role="img" alt="Logo"></div>', [F], id="alt belongs to img alone"),
        pytest.param('<svg role="img"></svg><img role="button" src=a>', [], id="other rules' matter"),
        pytest.param('<img src=a hidden><img src=a aria-hidden="true">', [], id="hidden"),
        pytest.param('<div style="display: none"><p><img src=a></p></div>', [], id="inside a hidden block"),
        pytest.param('<p style="visibility:hidden"><img src=a></p>', [], id="invisible"),
        pytest.param(
            '<p style="background:url(display:none.png)"><img src=a></p>', [F], id="no such property"
        ),
        pytest.param(
            "<button aria-label=Cari><img src=a></button>", [], id="in a button, which speaks for it"
        ),
        pytest.param("<noscript><img src=a></noscript>", [], id="for browsers without scripts"),
        pytest.param("<p aria-hidden=false><img src=a></p>", [F], id="aria-hidden false hides nothing"),
        pytest.param("<p>Tanpa gambar", [], id="no image, no target"),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """Each image that is not hidden is a target, and passes with a name or as decoration."""
    assert [verdict.outcome for verdict in image_alternative(page(html))] == outcomes


def test_place() -> None:
    """A failed image is named by its element, so that a webmaster finds it."""
    shown = page('<p><img src="a.png" alt="A"><img src="b.png">')
    (verdict,) = (verdict for verdict in image_alternative(shown) if verdict.outcome is F)

    assert verdict.here is shown.elements("img")[1]
