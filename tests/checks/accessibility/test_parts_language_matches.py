"""`parts-language-matches`: a part is not clearly in another language than it declares."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.parts_language_matches import parts_language_matches
from webaudit.model.finding import Outcome

P, F = Outcome.PASSED, Outcome.FAILED

ENGLISH = "This service is open to all people who live in the city."
INDONESIAN = "Pelayanan ini dibuka untuk semua warga yang ada di kota."


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param(f"<p lang=en>{ENGLISH}", [P], id="as declared"),
        pytest.param(f"<p lang=en>{INDONESIAN}", [F], id="another"),
        pytest.param(f"<p lang=ms>{INDONESIAN}", [P], id="kin"),
        pytest.param(f"<div lang=en><p lang=id>{INDONESIAN}</p></div>", [P], id="the inner one counts"),
        pytest.param(
            f"<div lang=id><p>{INDONESIAN}</p><i lang=en>{ENGLISH}</i></div>", [P, P], id="each its own"
        ),
        pytest.param(f"<p lang=en hidden>{INDONESIAN}", [], id="hidden"),
        pytest.param("<a lang=en>Bahasa Indonesia</a>", [], id="too little"),
        pytest.param(f"<p lang=ja>{INDONESIAN}", [], id="a language whose words are not known"),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """A part fails only if it is clearly in a language that is not of the declared one's family."""
    read = page(f"<html lang=id><body>{html}</body></html>")

    assert [verdict.outcome for verdict in parts_language_matches(read)] == outcomes
