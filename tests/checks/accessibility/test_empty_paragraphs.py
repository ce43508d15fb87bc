"""`empty-paragraphs`: room is not made by empty lines."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.empty_paragraphs import empty_paragraphs
from webaudit.model.finding import Outcome

P, F = Outcome.PASSED, Outcome.FAILED


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param("<p>Teks</p>", [P], id="a text"),
        pytest.param("<p>&nbsp;</p><p> <br> </p>", [F, F], id="a blank, a break"),
        pytest.param("<p><strong>&nbsp;</strong></p>", [F], id="a bold blank"),
        pytest.param("<p></p><p> </p>", [], id="no room is taken"),
        pytest.param("<p>&nbsp;<a href='/'>Beranda</a></p>", [], id="a link"),
        pytest.param("<p><br><img src=a.png alt=''></p>", [], id="a picture"),
        pytest.param("<p>&nbsp;<i class='fa fa-phone'></i></p>", [], id="an icon"),
        pytest.param("<p id=hasil>&nbsp;</p>", [], id="filled by a script"),
        pytest.param("<p><br>Teks</p>", [], id="a text after a break"),
        pytest.param("<div hidden><p>&nbsp;</p></div>", [], id="hidden"),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """An empty line in the place of room fails; what shows something, or will, does not."""
    assert [verdict.outcome for verdict in empty_paragraphs(page(html))] == outcomes
