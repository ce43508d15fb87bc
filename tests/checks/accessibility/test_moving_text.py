"""`moving-text`: text that runs without end."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.moving_text import moving_text
from webaudit.model.finding import Outcome

C, F, P = Outcome.CANT_TELL, Outcome.FAILED, Outcome.PASSED


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param("<marquee>Selamat datang</marquee>", [F], id="runs"),
        pytest.param("<marquee><img src=a.png></marquee>", [F], id="a picture runs"),
        pytest.param("<marquee onmouseover='this.stop()'>Selamat</marquee>", [C], id="stops below the mouse"),
        pytest.param("<marquee loop=1>Selamat</marquee>", [P], id="once"),
        pytest.param("<marquee scrollamount=0>Selamat</marquee>", [P], id="stands still"),
        pytest.param("<marquee> </marquee>", [], id="says nothing"),
        pytest.param("<marquee style='display:none'>Selamat</marquee>", [], id="hidden"),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """A running text fails unless it rests, or a script may stop it."""
    assert [verdict.outcome for verdict in moving_text(page(html))] == outcomes
