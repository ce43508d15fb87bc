"""`page-language`: the root element says in which language the page is."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.page_language import page_language
from webaudit.model.finding import Outcome


@pytest.mark.parametrize(
    ("html", "outcome"),
    [
        pytest.param('<html lang="id">', Outcome.PASSED, id="declared"),
        pytest.param('<html lang=" ">', Outcome.FAILED, id="white space is no language"),
        pytest.param("<html>", Outcome.FAILED, id="absent"),
        pytest.param('<html xml:lang="id">', Outcome.FAILED, id="xml:lang has no effect in HTML"),
        pytest.param('<body lang="id">', Outcome.FAILED, id="body is not the root"),
    ],
)
def test_outcome(html: str, outcome: Outcome) -> None:
    """A page passes when, and only when, its root element declares a language."""
    (verdict,) = page_language(page(html))

    assert verdict.outcome is outcome
