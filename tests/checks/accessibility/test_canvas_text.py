"""`canvas-text`: what is drawn as text is told as text."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.canvas_text import canvas_text
from webaudit.model.finding import Outcome

P, F, C = Outcome.PASSED, Outcome.FAILED, Outcome.CANT_TELL
DRAW = (
    "<script>c = document.querySelector('#a').getContext('2d'); c.fillText('Buka setiap hari', 1, 2)</script>"
)


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param(f"<canvas id=a></canvas>{DRAW}", [F], id="nothing tells it"),
        pytest.param(f"<canvas id=a aria-label=Buka></canvas>{DRAW}", [P], id="a name"),
        pytest.param(f"<canvas id=a>Buka setiap hari</canvas>{DRAW}", [P], id="text within"),
        pytest.param(f"<canvas id=a></canvas><p>Buka Setiap Hari</p>{DRAW}", [P], id="said elsewhere"),
        pytest.param(f"<canvas id=a></canvas><canvas id=b></canvas>{DRAW}", [F], id="the other has no text"),
        pytest.param(f"<canvas id=b></canvas>{DRAW}", [], id="another canvas"),
        pytest.param(f"<canvas></canvas>{DRAW}", [], id="no id"),
        pytest.param(f"<canvas id=a aria-hidden=true></canvas>{DRAW}", [], id="left out on purpose"),
        pytest.param(f"<canvas id=a hidden></canvas>{DRAW}", [], id="not shown"),
        pytest.param(
            f"<canvas id=a></canvas>{DRAW.replace('fillText', 'fillRect')}", [], id="a drawing without text"
        ),
        pytest.param(
            "<canvas id=a></canvas><script>q('#a').strokeText(jam + ' WIB', 1, 2)</script>",
            [C],
            id="a value",
        ),
        pytest.param(
            "<canvas id=a></canvas><script>q('#a').fillText(`${jam} WIB`, 1, 2)</script>",
            [C],
            id="a template",
        ),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """Only text that is sure to be drawn, and told nowhere, fails."""
    assert [verdict.outcome for verdict in canvas_text(page(html))] == outcomes
