"""`keyboard-trap`: scripts that keep the focus or swallow keys."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.keyboard_trap import keyboard_trap
from webaudit.model.finding import Outcome

C, F, P = Outcome.CANT_TELL, Outcome.FAILED, Outcome.PASSED


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param("<button onblur='this.focus()'>A", [F], id="takes it back"),
        pytest.param(
            "<a href=/ onblur='setTimeout(() => this.focus(), 9)'>A</a>",
            [F],
            id="takes it back a little later",
        ),
        pytest.param(
            "<button onblur='this.nextElementSibling.focus()'>A</button><button>B",
            [P],
            id="gives it to another",
        ),
        pytest.param("<input onblur='if (!ok) this.focus()'>", [C], id="on a condition"),
        pytest.param("<button hidden onblur='this.focus()'>A", [], id="hidden"),
        pytest.param("<button disabled onblur='this.focus()'>A", [], id="switched off"),
        pytest.param("<body onkeydown='return false'><a href=/>A</a>", [F], id="the page swallows all keys"),
        pytest.param(
            "<input onkeydown='event.preventDefault(); return false;'>", [F], id="a field swallows all keys"
        ),
        pytest.param("<body onkeydown='if (event.key == \"F12\") return false'>", [P], id="one key alone"),
        pytest.param("<p onblur='this.focus()'>A", [], id="nothing that takes the focus"),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """A script of the element itself that never lets the focus go is a trap."""
    assert [verdict.outcome for verdict in keyboard_trap(page(html))] == outcomes
