"""`playing-sound`: sound that starts by itself ends or can be stopped."""

from collections.abc import Sequence

import pytest

from tests.evidence import measured
from webaudit.checks.accessibility.playing_sound import playing_sound
from webaudit.model.finding import Outcome
from webaudit.model.rendered import Row

P, F, C = Outcome.PASSED, Outcome.FAILED, Outcome.CANT_TELL

SOUND: Row = {
    **{"seconds": 27.1, "endless": False, "part": False},
    **{"controls": False, "heard": True, "stops": False},
}


@pytest.mark.parametrize(
    ("facts", "outcomes"),
    [
        pytest.param({"playing_sound": [SOUND]}, [F], id="goes on"),
        pytest.param({"playing_sound": [{**SOUND, "seconds": 2.5}]}, [P], id="short"),
        pytest.param(
            {"playing_sound": [{**SOUND, "seconds": 2.5, "endless": True}]}, [F], id="short, over and over"
        ),
        pytest.param({"playing_sound": [{**SOUND, "controls": True}]}, [P], id="controls"),
        pytest.param({"playing_sound": [{**SOUND, "stops": True}]}, [C], id="buttons"),
        pytest.param({"playing_sound": [{**SOUND, "seconds": None}]}, [C], id="did not load"),
        pytest.param({"playing_sound": [{**SOUND, "heard": False}]}, [C], id="silent"),
    ],
)
def test_outcomes(facts: dict[str, Sequence[Row]], outcomes: list[Outcome]) -> None:
    """A sound that is known to go on fails where nothing could stop it."""
    assert [verdict.outcome for verdict in playing_sound(measured(**facts))] == outcomes
