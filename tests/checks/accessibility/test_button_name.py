"""`button-name`: what a button does is told to who cannot see its icon."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.button_name import button_name
from webaudit.model.finding import Outcome

P, F, C = Outcome.PASSED, Outcome.FAILED, Outcome.CANT_TELL


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param("<button>Kirim</button>", [P], id="text"),
        pytest.param("<button></button>", [F], id="nothing"),
        pytest.param('<button value="Kirim"></button>', [F], id="the value of a button is not shown"),
        pytest.param(
            '<button aria-label="Cari"><i class="fa fa-search"></i></button>', [P], id="a labelled icon"
        ),
        pytest.param(
            '<button><i class="fa fa-search" aria-hidden="true"></i></button>', [F], id="an icon alone"
        ),
        pytest.param('<button title="Cari"><svg aria-hidden="true"><path/></svg></button>', [P], id="title"),
        pytest.param("<button><svg><title>Cari</title></svg></button>", [P], id="the title of a drawing"),
        pytest.param('<button><img src=a alt="Cari"></button>', [P], id="the alternative of a picture"),
        pytest.param('<button><img src=a alt=""></button>', [F], id="a decoration"),
        pytest.param('<input type="submit"><input type="reset">', [P, P], id="a browser writes on it"),
        pytest.param('<input type="submit" value="">', [F], id="told to write nothing"),
        pytest.param('<input type="button">', [F], id="a browser writes nothing"),
        pytest.param('<input type="button" value="Cari">', [P], id="value"),
        pytest.param('<input type="image" src=a>', [], id="of another check"),
        pytest.param('<div role="button" tabindex=0></div>', [F], id="by its role"),
        pytest.param('<a role="button" href="#">Buka</a>', [P], id="a link that is a button"),
        pytest.param('<button style="display:none"></button><button hidden></button>', [], id="hidden"),
        pytest.param(
            '<div aria-hidden="true"><button></button></div>', [], id="kept from assistive technology"
        ),
        pytest.param("<button disabled></button>", [F], id="disabled, but told"),
        pytest.param("<label for=b>Cari</label><button id=b></button>", [P], id="a label"),
        pytest.param('<button x-text="t"></button>', [C], id="a script may write"),
        pytest.param("<button><my-icon></my-icon></button>", [C], id="an element of its own may name it"),
        pytest.param(
            '<button class="navbar-toggler" type="button" data-bs-toggle="collapse" '
            'aria-controls="n" aria-expanded="false" aria-label="Toggle navigation">'
            '<span class="navbar-toggler-icon"></span></button>',
            [P],
            id="Bootstrap menu",
        ),
        pytest.param(
            '<button type="button" class="btn-close" data-bs-dismiss="modal" aria-label="Close"></button>',
            [P],
            id="Bootstrap close",
        ),
        pytest.param(
            '<button type="button" class="close" data-dismiss="modal">'
            '<span aria-hidden="true">&times;</span><span class="sr-only">Tutup</span>'
            "</button>",
            [P],
            id="Bootstrap 3 close",
        ),
        pytest.param(
            '<div class="elementor-menu-toggle" role="button" tabindex="0" aria-label="Menu '
            'Toggle" aria-expanded="false"><i aria-hidden="true" class="eicon-menu-bar"></i>'
            '<span class="elementor-screen-only">Menu</span></div>',
            [P],
            id="Elementor menu",
        ),
        pytest.param(
            '<button class="hamburger" type="button"><span class="hamburger-box"></span></button>',
            [F],
            id="a menu button of bars",
        ),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """Each button that is not hidden is a target, and passes with a name."""
    assert [verdict.outcome for verdict in button_name(page(html))] == outcomes
