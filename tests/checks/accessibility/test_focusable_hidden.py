"""`focusable-hidden`: the keyboard does not lead into silence."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.focusable_hidden import focusable_hidden
from webaudit.model.finding import Outcome

P, F = Outcome.PASSED, Outcome.FAILED


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param('<p aria-hidden="true">Teks</p>', [P], id="text"),
        pytest.param('<a href=x aria-hidden="true">x</a>', [F], id="a link"),
        pytest.param('<a aria-hidden="true">x</a>', [P], id="a link that leads nowhere"),
        pytest.param('<div aria-hidden="true"><a href=x>x</a></div>', [F], id="within"),
        pytest.param('<div aria-hidden="true"><a href=x tabindex="-1">x</a></div>', [P], id="kept out"),
        pytest.param('<div aria-hidden="true"><button disabled>x</button></div>', [P], id="disabled"),
        pytest.param(
            '<div aria-hidden="true"><p style="display:none"><a href=x>x</a></p></div>',
            [P],
            id="hidden within",
        ),
        pytest.param(
            '<div aria-hidden="true" style="display:none"><a href=x>x</a></div>', [], id="hidden itself"
        ),
        pytest.param('<div aria-hidden="true" inert><a href=x>x</a></div>', [P], id="inert"),
        pytest.param('<div aria-hidden="false"><a href=x>x</a></div>', [], id="not hidden"),
        pytest.param('<p aria-hidden="true" tabindex="0">x</p>', [F], id="made focusable"),
        pytest.param(
            '<p aria-hidden="true"><iframe src=a></iframe></p>', [P], id="a frame takes no focus by itself"
        ),
        pytest.param(
            '<div aria-hidden="true"><div contenteditable>x</div></div>', [F], id="can be written in"
        ),
        pytest.param('<div aria-hidden="true"><video controls></video></div>', [F], id="a film with buttons"),
        pytest.param(
            '<a href=x><i class="fa fa-phone" aria-hidden="true"></i> Telepon</a>', [P], id="an icon"
        ),
        pytest.param(
            '<div aria-hidden="true"><div aria-hidden="false"><button>x</button></div></div>',
            [F],
            id="no way back",
        ),
        pytest.param(
            '<a class="post-thumbnail" href=x aria-hidden="true" tabindex="-1"><img src=a alt=""></a>',
            [P],
            id="WordPress thumbnail",
        ),
        pytest.param(
            "<link rel=stylesheet href=a.css>"
            '<div class="modal" tabindex="-1" aria-hidden="true"><button>Tutup</button></div>',
            [],
            id="Bootstrap dialog",
        ),
        pytest.param(
            '<link rel=stylesheet href=a.css><a href=x aria-hidden="true">x</a>',
            [F],
            id="a link, with style sheets",
        ),
        pytest.param(
            '<style>p{}</style><div aria-hidden="true"><a href=x>x</a></div>',
            [F],
            id="within, with a style sheet that is read",
        ),
        pytest.param(
            '<style>a{display:none}</style><div aria-hidden="true"><a href=x>x</a></div>',
            [P],
            id="hidden by a style sheet",
        ),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """Each element kept back that is shown is a target, and passes when the tab key reaches nothing in it."""
    assert [verdict.outcome for verdict in focusable_hidden(page(html))] == outcomes
