"""`keyboard-menus`: menus open with the keyboard."""

from collections.abc import Sequence

import pytest

from tests.evidence import measured
from webaudit.checks.accessibility.keyboard_menus import keyboard_menus
from webaudit.model.finding import Outcome
from webaudit.model.rendered import Row

P, F, C = Outcome.PASSED, Outcome.FAILED, Outcome.CANT_TELL

MENU: Row = {"links": 4, "elsewhere": False, "leads": False, "by_keyboard": False}


@pytest.mark.parametrize(
    ("facts", "outcomes"),
    [
        pytest.param({"menus": [{**MENU, "by_keyboard": True}]}, [P], id="a key opens it"),
        pytest.param({"menus": [{**MENU, "elsewhere": True}]}, [P], id="links elsewhere"),
        pytest.param({"menus": [MENU]}, [F], id="the mouse alone"),
        pytest.param({"menus": [{**MENU, "leads": True}]}, [C], id="leads to a page"),
    ],
)
def test_outcomes(facts: dict[str, Sequence[Row]], outcomes: list[Outcome]) -> None:
    """A menu that no key opens fails, unless its links stand elsewhere or may do so."""
    assert [verdict.outcome for verdict in keyboard_menus(measured(**facts))] == outcomes
