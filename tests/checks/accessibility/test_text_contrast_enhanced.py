"""`text-contrast-enhanced`: contrast of 7 to 1, which level AAA asks."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.text_contrast_enhanced import text_contrast_enhanced
from webaudit.model.finding import Outcome

C, F, P = Outcome.CANT_TELL, Outcome.FAILED, Outcome.PASSED


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param("<p style='color:#333;background:#fff'>Pelayanan", [P], id="dark"),
        pytest.param("<p style='color:#666;background:#fff'>Pelayanan", [F], id="enough for AA alone"),
        pytest.param("<p style='color:#666;background:#fff;font-size:24px'>Pelayanan", [P], id="large"),
        pytest.param(
            "<p style='color:#999;background:#fff;font-size:24px'>Pelayanan", [F], id="large and pale"
        ),
        pytest.param("<p style='color:#666;background:url(a.jpg)'>Pelayanan", [C], id="on a picture"),
        pytest.param("<link rel=stylesheet href=a.css><p>Pelayanan", [C], id="sheet not captured"),
        pytest.param("<p><img src=a.png>", [], id="no text"),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """A pale text fails, a large one later; what lies on a picture nobody can tell."""
    assert [verdict.outcome for verdict in text_contrast_enhanced(page(html))] == outcomes
