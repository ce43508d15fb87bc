"""`autoplay-sound`: what starts by itself can be stopped."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.autoplay_sound import autoplay_sound
from webaudit.model.finding import Outcome

P, F, C = Outcome.PASSED, Outcome.FAILED, Outcome.CANT_TELL


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param("<audio autoplay loop src=a.mp3></audio>", [F], id="over and over"),
        pytest.param("<audio autoplay loop><source src=a.mp3></audio>", [F], id="by its source"),
        pytest.param(
            "<audio autoplay loop src=a.mp3></audio><script src=s.js></script>", [C], id="with a script"
        ),
        pytest.param("<audio autoplay loop src=a.mp3></audio><button>x</button>", [C], id="with a button"),
        pytest.param("<audio autoplay loop src=a.mp3></audio><p onclick='s()'>x", [C], id="with a handler"),
        pytest.param("<audio autoplay src=a.mp3></audio>", [C], id="once, of unknown length"),
        pytest.param("<video autoplay loop src=a.mp4></video>", [C], id="a video may be silent"),
        pytest.param("<audio autoplay loop controls src=a.mp3></audio>", [P], id="with controls"),
        pytest.param("<video autoplay src='a.mp4#t=8,10'></video>", [P], id="two seconds"),
        pytest.param(
            "<video autoplay><source src='a.mp4#t=,3'><source src='a.webm'></video>", [C], id="one long"
        ),
        pytest.param("<video autoplay muted src=a.mp4></video>", [], id="muted"),
        pytest.param("<audio loop src=a.mp3></audio>", [], id="not by itself"),
        pytest.param("<audio autoplay></audio>", [], id="without a source"),
        pytest.param(
            "<template><audio autoplay loop src=a.mp3></audio></template>", [], id="not on the page"
        ),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """What plays by itself fails only if it certainly goes on, and nothing can stop it."""
    assert [verdict.outcome for verdict in autoplay_sound(page(html))] == outcomes
