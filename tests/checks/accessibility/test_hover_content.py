"""`hover-content`: what appears under the mouse lets the mouse come to it, and can be sent away."""

import pytest

from tests.evidence import measured
from webaudit.checks.accessibility.hover_content import hover_content
from webaudit.model.rendered import Row

GOOD: Row = {"covers": True, "stays": True, "hoverable": True, "dismissed": True}


@pytest.mark.parametrize(
    ("row", "code"),
    [
        pytest.param(GOOD, "", id="good"),
        pytest.param({**GOOD, "hoverable": False}, "content-flees", id="gone with the mouse"),
        pytest.param({**GOOD, "dismissed": False}, "content-stays", id="no Escape"),
        pytest.param({**GOOD, "covers": False, "dismissed": None}, "", id="over nothing"),
        pytest.param({**GOOD, "stays": False}, "content-brief", id="gone by itself"),
        pytest.param({**GOOD, "hoverable": None}, "content-unreached", id="out of reach"),
    ],
)
def test_outcomes(row: Row, code: str) -> None:
    """Only what is gone when the mouse comes to it fails; what could not be tried is left to people."""
    assert [verdict.code for verdict in hover_content(measured(hover_content=[row]))] == [code]
