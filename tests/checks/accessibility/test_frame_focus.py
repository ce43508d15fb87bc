"""`frame-focus`: frames that the tab key passes by."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.frame_focus import frame_focus
from webaudit.model.finding import Outcome

C, F, P = Outcome.CANT_TELL, Outcome.FAILED, Outcome.PASSED


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param("<iframe tabindex=-1 srcdoc='<a href=/>A</a>'></iframe>", [F], id="with a link"),
        pytest.param("<iframe tabindex=-1 srcdoc='<button>A</button>'></iframe>", [F], id="with a button"),
        pytest.param("<iframe tabindex=-1 srcdoc='<p>A</p>'></iframe>", [P], id="with a text"),
        pytest.param("<iframe tabindex=-1 src=/a></iframe>", [C], id="from elsewhere"),
        pytest.param("<iframe tabindex=0 srcdoc='<a href=/>A</a>'></iframe>", [], id="reached"),
        pytest.param("<iframe tabindex=-1 hidden srcdoc='<a href=/>A</a>'></iframe>", [], id="hidden"),
        pytest.param(
            "<iframe tabindex=-1 width=1 height=1 srcdoc='<a href=/>A</a>'></iframe>",
            [],
            id="too small to be seen",
        ),
        pytest.param("<iframe tabindex=-1 srcdoc=''></iframe>", [P], id="empty"),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """A frame that is passed by fails only if what it holds is known and could be reached."""
    assert [verdict.outcome for verdict in frame_focus(page(html))] == outcomes
