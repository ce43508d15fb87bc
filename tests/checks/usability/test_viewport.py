"""`viewport`: a page fits the width of a phone."""

import pytest

from tests.evidence import page
from webaudit.checks.usability.viewport import viewport
from webaudit.model.finding import Outcome


@pytest.mark.parametrize(
    ("html", "code"),
    [
        pytest.param('<meta name="viewport" content="width=device-width, initial-scale=1">', "", id="usual"),
        pytest.param('<meta name="Viewport" content="WIDTH = device-width">', "", id="case and blanks"),
        pytest.param('<meta name="viewport" content="initial-scale=1.0">', "", id="scale alone"),
        pytest.param(
            '<meta name="viewport" content=""><meta name="viewport" content="width=device-width">',
            "",
            id="second one",
        ),
        pytest.param('<meta name="viewport" content="width=device-width,user-scalable=no">', "", id="zoom"),
        pytest.param('<meta name="viewport" content="width=1200, initial-scale=1">', "width-fixed", id="px"),
        pytest.param('<meta name="viewport" content="minimal-ui">', "width-fixed", id="nothing of width"),
        pytest.param('<meta name="viewport">', "viewport-missing", id="no content"),
        pytest.param('<meta name="viewport" content=" ">', "viewport-missing", id="empty"),
        pytest.param("<p>width=device-width", "viewport-missing", id="in the text"),
    ],
)
def test_outcome(html: str, code: str) -> None:
    """A page passes if any viewport asks for the width of the device; zoom is another matter."""
    (verdict,) = viewport(page(html))

    assert (verdict.outcome is Outcome.PASSED, verdict.code) == (not code, code)
