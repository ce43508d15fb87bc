"""`menuitem-name`: an item of a menu can be told from the next."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.menuitem_name import menuitem_name
from webaudit.model.finding import Outcome

P, F, C = Outcome.PASSED, Outcome.FAILED, Outcome.CANT_TELL


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param('<div role="menu"><a role="menuitem" href=x>Profil</a></div>', [P], id="text"),
        pytest.param(
            '<div role="menu"><a role="menuitem" href=x><i class="fa fa-user"></i></a></div>',
            [F],
            id="an icon alone",
        ),
        pytest.param(
            '<div role="menu"><button role="menuitem" aria-label="Profil"></button></div>',
            [P],
            id="aria-label",
        ),
        pytest.param(
            '<div role="menu"><button role="menuitem" title="Profil"><img src=a alt=""></button></div>',
            [P],
            id="title",
        ),
        pytest.param('<div role="menu" hidden><button role="menuitem"></button></div>', [], id="hidden"),
        pytest.param(
            '<div role="menu"><span role="menuitemcheckbox" aria-checked="false"></span></div>',
            [],
            id="a field",
        ),
        pytest.param("<menu><li><a href=x></a></menu>", [], id="a list"),
        pytest.param(
            '<div role="menu"><a role="menuitem" href=x x-text="t"></a></div>', [C], id="a script may write"
        ),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """Each menu item that is not hidden is a target, and passes with a name."""
    assert [verdict.outcome for verdict in menuitem_name(page(html))] == outcomes
