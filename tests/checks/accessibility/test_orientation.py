"""`orientation`: no page is turned by a quarter in one orientation of the screen."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.orientation import orientation
from webaudit.model.finding import Outcome

P, F = Outcome.PASSED, Outcome.FAILED


def upright(rules: str) -> str:
    """A sheet for screens that are higher than wide."""
    return f"@media screen and (orientation: portrait) {{ {rules} }}"


@pytest.mark.parametrize(
    ("sheet", "outcomes"),
    [
        pytest.param(upright("body { transform: rotate(90deg) }"), [F], id="a quarter"),
        pytest.param(upright("html { transform: translateX(1px) rotateZ(-90deg) }"), [F], id="to the left"),
        pytest.param(upright("html { rotate: 0.25turn }"), [F], id="by the property of its own"),
        pytest.param(upright("body { transform: rotate3d(0, 0, 1, 270deg) }"), [F], id="in space"),
        pytest.param(
            upright("p { margin: 0 } body { transform: rotate(100grad) }"), [F], id="after other rules"
        ),
        pytest.param(upright(".all { transform: rotate(90deg) }"), [F], id="what holds the text"),
        pytest.param(upright("body { transform: rotate(180deg) }"), [P], id="upside down is not across"),
        pytest.param(upright("body { rotate: 0turn }"), [P], id="not at all"),
        pytest.param(upright(".icon { transform: rotate(90deg) }"), [], id="an icon"),
        pytest.param("body { transform: rotate(90deg) }", [], id="in any orientation"),
        pytest.param(f"/* {upright('body { transform: rotate(90deg) }')} */", [], id="a comment"),
        pytest.param(upright("") + "body { transform: rotate(90deg) }", [], id="behind the block"),
        pytest.param(
            "@media print and (orientation: portrait) { body { rotate: 90deg } }", [], id="on paper"
        ),
        pytest.param(upright("body { transform: rotate(.deg) }"), [], id="no number"),
        pytest.param("@media (orientation: portrait) { body { rotate: 90deg", [F], id="shut by the end"),
    ],
)
def test_outcomes(sheet: str, outcomes: list[Outcome]) -> None:
    """Rules for one orientation that turn the page are targets, and fail by a quarter turn."""
    html = f"<style>{sheet}</style><i class=icon>!</i><div class=all>Pengumuman bagi warga</div>"

    assert [verdict.outcome for verdict in orientation(page(html))] == outcomes


def test_hidden() -> None:
    """A page that is not shown is not judged."""
    sheet = upright("body { transform: rotate(90deg) }")

    assert list(orientation(page(f"<style>{sheet}</style><body style=display:none><p>x</body>"))) == []


def test_hostile_sheet() -> None:
    """A sheet of conditions without end ends, and is looked at in part."""
    sheet = "@media (orientation: portrait) { body { " * 20_000

    assert list(orientation(page(f"<style>{sheet}</style><p>x"))) == []
