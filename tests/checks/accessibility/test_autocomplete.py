"""`autocomplete`: the words by which a browser fills in a form."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.autocomplete import autocomplete
from webaudit.model.finding import Outcome

P, F = Outcome.PASSED, Outcome.FAILED


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param('<input autocomplete="email">', [P], id="a field"),
        pytest.param('<input autocomplete="surel">', [F], id="no word of the standard"),
        pytest.param('<input autocomplete="EMAIL">', [P], id="case does not count"),
        pytest.param('<input autocomplete="section-a billing home tel">', [P], id="all in order"),
        pytest.param('<input autocomplete="home section-a tel">', [F], id="out of order"),
        pytest.param('<input autocomplete="work name">', [F], id="a name is of no place of work"),
        pytest.param('<input autocomplete="username webauthn">', [P], id="for keys"),
        pytest.param('<input autocomplete="email name">', [F], id="two fields"),
        pytest.param(
            '<input autocomplete="off"><input autocomplete="on"><input autocomplete=" ">', [], id="switched"
        ),
        pytest.param(
            '<input autocomplete="nope"><input autocomplete="false">', [], id="switched off by a trick"
        ),
        pytest.param(
            '<input type="hidden" autocomplete="x"><input type="submit" autocomplete="x">',
            [],
            id="nothing to fill in",
        ),
        pytest.param(
            '<input disabled autocomplete="x"><input aria-disabled="true" autocomplete="x">',
            [],
            id="disabled",
        ),
        pytest.param(
            '<fieldset disabled><input autocomplete="x"></fieldset>', [], id="disabled by its fieldset"
        ),
        pytest.param('<input style="display:none" autocomplete="x">', [], id="not shown"),
        pytest.param('<input tabindex="-1" role="none" autocomplete="x">', [], id="no field to anybody"),
        pytest.param(
            '<select autocomplete="country"></select><textarea autocomplete="alamat"></textarea>',
            [P, F],
            id="other controls",
        ),
        pytest.param('<form autocomplete="x"><p>y</p></form>', [], id="a form holds no value"),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """Each field that names what to fill in is a target, and passes with words of the HTML Standard."""
    assert [verdict.outcome for verdict in autocomplete(page(html))] == outcomes
