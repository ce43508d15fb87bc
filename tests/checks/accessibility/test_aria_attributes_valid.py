"""`aria-attributes-valid`: no slip in the name of an ARIA attribute."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.aria_attributes_valid import aria_attributes_valid
from webaudit.model.finding import Outcome

P, F = Outcome.PASSED, Outcome.FAILED


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param('<button aria-label="Menu" aria-expanded="false"></button>', [P], id="all exist"),
        pytest.param('<button aria-lable="Menu">x</button>', [F], id="a slip"),
        pytest.param('<p aria-label="a" aria-title="b">x</p>', [F], id="one of two does not exist"),
        pytest.param('<p aria-description="a" aria-braillelabel="b">x</p>', [P], id="of the next version"),
        pytest.param('<button ARIA-LABEL="Menu"></button>', [P], id="case does not count"),
        pytest.param(
            '<p data-aria-label="x" :aria-label="y">x</p>', [], id="no ARIA attribute, but of scripts"
        ),
        pytest.param('<p aria-hidden="true" hidden aria-lable="x">x</p>', [F], id="hidden now, shown later"),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """Each element with ARIA attributes is a target, and passes when all of them exist."""
    assert [verdict.outcome for verdict in aria_attributes_valid(page(html))] == outcomes
