"""`image-button-name`: a button that is a picture says what it does."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.image_button_name import image_button_name
from webaudit.model.finding import Outcome

P, F = Outcome.PASSED, Outcome.FAILED


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param('<input type=image src=a alt="Cari">', [P], id="alt"),
        pytest.param("<input type=image src=a>", [F], id="nothing"),
        pytest.param('<input type=image src=a alt=" ">', [F], id="white space"),
        pytest.param('<input type=image src=a value="Cari" name="cari">', [F], id="neither value nor name"),
        pytest.param(
            '<input type=image src=a title="Cari"><input type=IMAGE src=a aria-label="Cari">',
            [P, P],
            id="attributes",
        ),
        pytest.param("<label for=b>Cari</label><input type=image id=b src=a>", [P], id="a label"),
        pytest.param('<p id=l>Cari</p><input type=image src=a aria-labelledby="l">', [P], id="a reference"),
        pytest.param('<input type=image src=a aria-labelledby="nowhere">', [F], id="a reference to nothing"),
        pytest.param(
            "<input type=image src=a hidden><p aria-hidden=true><input type=image src=a></p>", [], id="hidden"
        ),
        pytest.param("<input type=submit><img src=a>", [], id="none"),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """Each image button that is not hidden is a target, and passes with a name."""
    assert [verdict.outcome for verdict in image_button_name(page(html))] == outcomes
