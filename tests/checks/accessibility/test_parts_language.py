"""`parts-language`: where the language changes, the voice changes."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.parts_language import parts_language
from webaudit.model.finding import Outcome

P, F = Outcome.PASSED, Outcome.FAILED


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param('<p lang="en">Service</p>', [P], id="English"),
        pytest.param('<p lang="english">Service</p>', [F], id="a word"),
        pytest.param('<p lang=" ">Service</p>', [F], id="white space is no language"),
        pytest.param('<p lang="">Service</p>', [], id="unknown on purpose"),
        pytest.param('<p lang="xx"></p>', [], id="no text"),
        pytest.param('<p lang="xx"><b lang="en">Service</b></p>', [P], id="no text of its own"),
        pytest.param('<p lang="xx"><b lang="en">Service</b> teks</p>', [F, P], id="text beside the part"),
        pytest.param('<p lang="xx"><img src=a alt="Service"></p>', [F], id="the alternative of a picture"),
        pytest.param('<p lang="xx"><img src=a alt=""></p>', [], id="a decoration"),
        pytest.param('<p lang="xx" aria-hidden="true">Service</p>', [F], id="for the eye alone"),
        pytest.param(
            '<p lang="xx" hidden>Service</p><p style="display:none"><b lang="xx">x</b></p>', [], id="hidden"
        ),
        pytest.param('<p lang="xx"><script>x</script><style>y</style></p>', [], id="code"),
        pytest.param('<html lang="xx"><p>Teks', [], id="the root has a check of its own"),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """Each part with a language and text of its own passes when the registry knows the language."""
    assert [verdict.outcome for verdict in parts_language(page(html))] == outcomes
