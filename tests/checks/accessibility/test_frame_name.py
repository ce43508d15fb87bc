"""`frame-name`: what is in a frame is told before one enters it."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.frame_name import frame_name
from webaudit.model.finding import Outcome

P, F = Outcome.PASSED, Outcome.FAILED


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param('<iframe src=a title="Peta"></iframe>', [P], id="title"),
        pytest.param('<iframe src=a aria-label="Peta"></iframe>', [P], id="aria-label"),
        pytest.param("<p id=l>Peta</p><iframe src=a aria-labelledby=l></iframe>", [P], id="aria-labelledby"),
        pytest.param("<iframe src=a></iframe>", [F], id="nothing"),
        pytest.param('<iframe src=a title=" "></iframe>', [F], id="white space"),
        pytest.param('<iframe src=a name="Peta">Peta</iframe>', [F], id="neither name nor content"),
        pytest.param(
            '<iframe src=a hidden></iframe><iframe src=a style="display:none"></iframe>', [], id="hidden"
        ),
        pytest.param(
            '<iframe src=a tabindex="-1"></iframe><iframe src=a tabindex=" -2"></iframe>',
            [],
            id="not entered",
        ),
        pytest.param('<iframe src=a tabindex="0"></iframe>', [F], id="entered"),
        pytest.param('<iframe src=a role="presentation"></iframe>', [], id="decoration"),
        pytest.param(
            '<iframe src=a width="0" height="0"></iframe><iframe src=a width=1 height="1px"></iframe>',
            [],
            id="counts visits",
        ),
        pytest.param('<iframe src=a width="100%" height="0"></iframe>', [F], id="stretched by a style sheet"),
        pytest.param(
            '<noscript><iframe src=a height="0" width="0" '
            'style="display:none;visibility:hidden"></iframe></noscript>',
            [],
            id="of a tag manager",
        ),
        pytest.param(
            '<div class="elementor-custom-embed">'
            '<iframe loading="lazy" src=a title="Kantor" aria-label="Kantor"></iframe></div>',
            [P],
            id="Elementor map",
        ),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """Each frame that is not hidden is a target, and passes with a name."""
    assert [verdict.outcome for verdict in frame_name(page(html))] == outcomes
