"""`reading-order`: text is read aloud in the order in which it is seen."""

import pytest

from tests.evidence import measured
from webaudit.checks.accessibility.reading_order import reading_order
from webaudit.model.finding import Outcome
from webaudit.model.rendered import Row

P, F, C = Outcome.PASSED, Outcome.FAILED, Outcome.CANT_TELL


def box(back: int, *, numbered: bool = False, prose: bool = False, least: int = 20) -> Row:
    """A box of four parts."""
    return {"parts": 4, "back": back, "numbered": numbered, "prose": prose, "least": least}


@pytest.mark.parametrize(
    ("row", "outcome"),
    [
        pytest.param(box(3, numbered=True), F, id="steps from the last to the first"),
        pytest.param(box(1, prose=True, least=120), F, id="a paragraph above the one before it"),
        pytest.param(box(0, numbered=True), P, id="steps in order"),
        pytest.param(box(3, prose=True), C, id="short lines"),
        pytest.param(box(3), C, id="cards"),
        pytest.param(box(1), P, id="a picture above its heading"),
    ],
)
def test_outcomes(row: Row, outcome: Outcome) -> None:
    """Numbered steps and running text fail; what may mean something in any order does not."""
    assert [verdict.outcome for verdict in reading_order(measured(reading_order=[row]))] == [outcome]
