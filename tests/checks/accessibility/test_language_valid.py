"""`language-valid`: the declared language is one."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.language_valid import language_valid
from webaudit.model.finding import Outcome

P, F = Outcome.PASSED, Outcome.FAILED


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param('<html lang="id">', [P], id="Indonesian"),
        pytest.param('<html lang="ID-id">', [P], id="case does not count"),
        pytest.param('<html lang="jv"><p>x', [P], id="Javanese"),
        pytest.param('<html lang="ban">', [P], id="three letters"),
        pytest.param('<html lang=" id ">', [P], id="white space around"),
        pytest.param('<html lang="id-XX-anything">', [P], id="only the language is asked"),
        pytest.param('<html lang="qaa">', [P], id="for private use"),
        pytest.param('<html lang="id_ID">', [F], id="an underscore parts nothing"),
        pytest.param('<html lang="indonesia">', [F], id="a word"),
        pytest.param('<html lang="in-donesia">', [P], id="an old code of Indonesian"),
        pytest.param('<html lang="xx">', [F], id="no language"),
        pytest.param('<html lang="i-lux">', [F], id="a code of old"),
        pytest.param('<html lang="">', [], id="declares nothing"),
        pytest.param('<html><body lang="xx">', [], id="not the root"),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """A page that declares a language passes when the registry knows it."""
    assert [verdict.outcome for verdict in language_valid(page(html))] == outcomes
