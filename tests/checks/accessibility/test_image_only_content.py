"""`image-only-content`: pages whose matter is a picture."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.image_only_content import image_only_content
from webaudit.model.finding import Outcome

P, F, C = Outcome.PASSED, Outcome.FAILED, Outcome.CANT_TELL

HEAD = "<title>Struktur Organisasi - Dinas</title><h1>Struktur Organisasi</h1>"
WORDS = " ".join(f"kata{number}" for number in range(45))


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param(f"{HEAD}<img src=bagan.jpg alt='Struktur organisasi dinas'>", [F], id="a picture alone"),
        pytest.param(f"{HEAD}<img src=bagan.jpg><p>{WORDS}", [P], id="with text"),
        pytest.param(
            f"{HEAD}<img src=bagan.jpg alt='Kepala dinas membawahi sekretaris dan empat bidang'>",
            [P],
            id="with an alternative that tells",
        ),
        pytest.param(f"{HEAD}<nav><p>{WORDS}</nav><img src=bagan.jpg>", [F], id="a menu is no text"),
        pytest.param(f"{HEAD}<nav><img src=logo.png></nav>", [], id="a picture in a menu"),
        pytest.param(f"{HEAD}<img src=telepon.png width=24 height=24>", [], id="an icon"),
        pytest.param(f"{HEAD}<a href=https://lapor.example/><img src=lapor.png></a>", [], id="a banner"),
        pytest.param(f"{HEAD}<a href=/bagan-besar.JPG><img src=bagan.jpg></a>", [F], id="enlarges itself"),
        pytest.param(f"{HEAD}<img src=bagan.jpg style=display:none>", [], id="hidden"),
        pytest.param(f"{HEAD}<img src=bagan.jpg><iframe src=bagan.pdf></iframe>", [C], id="and a document"),
        pytest.param(f"{HEAD}<img src=bagan.jpg><a href=/x>{WORDS}</a>", [C], id="and many links"),
        pytest.param(
            "<title>Galeri</title><h1>Galeri Foto</h1><img src=1.jpg>", [], id="about nothing of these"
        ),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """A page on what the law asks for fails if it is a picture and hardly any text."""
    assert [verdict.outcome for verdict in image_only_content(page(html))] == outcomes
