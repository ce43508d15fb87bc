"""`identical-frames`: frames of one name."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.identical_frames import identical_frames
from webaudit.model.finding import Outcome

C, F, P = Outcome.CANT_TELL, Outcome.FAILED, Outcome.PASSED


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param(
            "<iframe title=V src=//v.test/embed/a1></iframe><iframe title=V src=//v.test/embed/b2></iframe>",
            [F],
            id="two videos",
        ),
        pytest.param(
            "<iframe title=V src=/a?id=1></iframe><iframe title=v src=/a?id=2></iframe>",
            [F],
            id="two records",
        ),
        pytest.param("<iframe title=V src=/a></iframe><iframe title=V src=/a></iframe>", [P], id="the same"),
        pytest.param(
            "<iframe title=V src=/a></iframe><iframe title=V src=/b></iframe>", [C], id="two addresses"
        ),
        pytest.param("<iframe title=V src=/a></iframe><iframe title=W src=/b></iframe>", [], id="two names"),
        pytest.param("<iframe src=/a></iframe><iframe src=/b></iframe>", [], id="no name"),
        pytest.param(
            "<iframe title=V src=/a></iframe><iframe title=V srcdoc=b></iframe>",
            [],
            id="one is written in the page",
        ),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """Frames of one name fail only if one player is asked for different records."""
    assert [verdict.outcome for verdict in identical_frames(page(html))] == outcomes
