"""`text-spacing`: who needs more space between letters may have it."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.text_spacing import text_spacing
from webaudit.model.finding import Outcome

P, F, C = Outcome.PASSED, Outcome.FAILED, Outcome.CANT_TELL


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param("<p style='letter-spacing:.1em!important'>teks</p>", [F], id="letters"),
        pytest.param("<p style='letter-spacing:.12em!important'>teks</p>", [P], id="just enough"),
        pytest.param("<p style='letter-spacing:.1em'>teks</p>", [], id="not insisted on"),
        pytest.param("<p style='word-spacing:1px!important'>teks</p>", [F], id="words"),
        pytest.param("<p style='line-height:1.2!important'>teks</p>", [F], id="lines"),
        pytest.param("<p style='line-height:150%!important'>teks</p>", [P], id="in percent"),
        pytest.param("<p style='font-size:20px;letter-spacing:2px!important'>teks</p>", [F], id="in pixels"),
        pytest.param("<p style='line-height:inherit!important'>teks</p>", [], id="taken from above"),
        pytest.param("<p style='line-height:1!important'></p>", [], id="no text"),
        pytest.param("<p style='line-height:1!important' hidden>teks</p>", [], id="hidden"),
        pytest.param(
            "<div style='line-height:1!important'><p style='line-height:2!important'>teks</p></div>",
            [P],
            id="set anew within",
        ),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """What a style attribute insists on is wide enough, or is not insisted on."""
    assert [verdict.outcome for verdict in text_spacing(page(html))] == outcomes
