"""`embedded-content`: frames of other sites are told apart from the page that holds them."""

import pytest

from tests.evidence import SITE
from webaudit.checks.accessibility.embedded_content import embedded_content
from webaudit.model.finding import Outcome
from webaudit.model.record import FailureReason
from webaudit.model.rendered import AxeFinding, Frame, Rendered, RenderedPage, Spot

P, F, C = Outcome.PASSED, Outcome.FAILED, Outcome.CANT_TELL
PLACE = Spot("/html/body/iframe", "<iframe>")
BUTTON = AxeFinding("button-name", F, (Spot("/html/body/button", "<button>", "https://peta.example/"),), 1)


@pytest.mark.parametrize(
    ("frame", "codes"),
    [
        pytest.param(Frame(PLACE, "https://peta.example/"), [""], id="nothing found"),
        pytest.param(Frame(PLACE, "https://peta.example/", axe=(BUTTON,)), ["embedded-defects"], id="found"),
        pytest.param(Frame(PLACE, "", axe=(BUTTON,)), ["written-defects"], id="written by a script"),
        pytest.param(Frame(PLACE, f"{SITE}peta", own=True, axe=(BUTTON,)), [], id="the site's own"),
        pytest.param(
            Frame(PLACE, f"{SITE}peta", own=True, reason=FailureReason.TIMEOUT),
            ["frame-unmeasured"],
            id="the site's own, not looked into",
        ),
        pytest.param(
            Frame(PLACE, "https://a.example/", axe=(AxeFinding("marquee", F), AxeFinding("label", C))),
            [""],
            id="what decides nothing",
        ),
    ],
)
def test_outcomes(frame: Frame, codes: list[str]) -> None:
    """A frame of another site, or one that was not looked into, is told of; the site's own is its page's."""
    shown = Rendered((RenderedPage(SITE, frames=(frame,)),))

    assert [verdict.code for verdict in embedded_content(shown)] == codes


def test_it_takes_no_points() -> None:
    """Whatever an advertiser shows in a frame, the site that holds it loses nothing."""
    assert embedded_content.advisory
