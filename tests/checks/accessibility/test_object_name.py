"""`object-name`: an embedded picture, sound or film is announced."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.object_name import object_name
from webaudit.model.finding import Outcome

P, F = Outcome.PASSED, Outcome.FAILED


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param('<object data="a.png" title="Bagan"></object>', [P], id="title"),
        pytest.param('<object data="a.png" aria-label="Bagan"></object>', [P], id="aria-label"),
        pytest.param(
            '<object data="a.png"></object><object data="a.mp4?v=1"></object>'
            '<object data="a" type="audio/mpeg"></object>',
            [F, F, F],
            id="nothing",
        ),
        pytest.param(
            '<object data="a.png"><img src=a alt="Bagan"></object>', [F], id="what is inside is not shown"
        ),
        pytest.param(
            '<object data="a.pdf"></object><object data="a.html"></object><object></object>',
            [],
            id="no medium",
        ),
        pytest.param(
            '<object data="a.png" type="text/html"></object>', [], id="the type says more than the ending"
        ),
        pytest.param('<object data="a.png" role="img"></object>', [], id="of another check"),
        pytest.param(
            '<object data="a.png" hidden></object><object data="a.png" aria-hidden=true></object>',
            [],
            id="hidden",
        ),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """Each embedded medium that is not hidden is a target, and passes with a name."""
    assert [verdict.outcome for verdict in object_name(page(html))] == outcomes
