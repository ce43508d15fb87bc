"""`video-alternative`: videos and their captions."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.video_alternative import video_alternative
from webaudit.model.finding import Outcome

C, F, P = Outcome.CANT_TELL, Outcome.FAILED, Outcome.PASSED


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param("<video src=a.mp4><track kind=captions src=a.vtt></video>", [P], id="captions"),
        pytest.param(
            "<video><source src=a.mp4><track src=a.vtt></video>", [P], id="subtitles, as no kind is written"
        ),
        pytest.param("<video src=a.mp4><track kind=captions></video>", [F], id="without a file"),
        pytest.param("<video src=a.mp4><track kind=descriptions src=a.vtt></video>", [C], id="another kind"),
        pytest.param("<video src=a.mp4></video>", [C], id="none"),
        pytest.param("<video muted src=a.mp4></video>", [], id="muted"),
        pytest.param("<video></video>", [], id="without a film"),
        pytest.param("<video hidden src=a.mp4></video>", [], id="hidden"),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """A video passes with captions in a file; without any, people must look."""
    assert [verdict.outcome for verdict in video_alternative(page(html))] == outcomes
