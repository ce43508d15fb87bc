"""`label-in-name`: what is read aloud to a machine is what is written."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.label_in_name import label_in_name
from webaudit.model.finding import Outcome

P, F, C = Outcome.PASSED, Outcome.FAILED, Outcome.CANT_TELL


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param("<a href=x aria-label='Baca selengkapnya'>Selengkapnya</a>", [P], id="inside"),
        pytest.param("<button aria-label='Submit'>Kirim</button>", [F], id="another word"),
        pytest.param("<button aria-label='kirim sekarang'>Kirim!</button>", [P], id="case and signs"),
        pytest.param("<a href=x aria-label='a b'>ab</a>", [F], id="words are parted"),
        pytest.param("<a href=x aria-label='Satu tiga'>Satu dua tiga</a>", [F], id="a word between"),
        pytest.param("<button aria-label='Tutup'>×</button>", [], id="a sign"),
        pytest.param("<button aria-label='Tutup'>X</button>", [], id="one letter"),
        pytest.param("<a href=x aria-label='Beranda'><img src=a alt='Logo'></a>", [], id="a picture"),
        pytest.param("<a href=x>Selengkapnya</a>", [], id="no other name"),
        pytest.param("<p id=n>Kirim</p><button aria-labelledby=n>Submit</button>", [F], id="labelled"),
        pytest.param(
            "<button aria-label='Cari'><i class=material-icons style='font-family:Material Icons'>search</i>",
            [],
            id="icon font",
        ),
        pytest.param(
            "<style>.sr{position:absolute;clip:rect(0,0,0,0)}</style>"
            "<a href=x aria-label='Menu'>Menu<span class=sr> utama</span></a>",
            [P],
            id="words for screen readers",
        ),
        pytest.param("<div role=tooltip aria-label=OK>Lanjut</div>", [], id="no control"),
        pytest.param("<a href=x hidden aria-label=Submit>Kirim</a>", [], id="hidden"),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """The words that are seen stand in the name, in their order."""
    assert [verdict.outcome for verdict in label_in_name(page(html))] == outcomes
