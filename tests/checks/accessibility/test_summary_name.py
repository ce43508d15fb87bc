"""`summary-name`: what is folded away is announced."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.summary_name import summary_name
from webaudit.model.finding import Outcome

P, F, C = Outcome.PASSED, Outcome.FAILED, Outcome.CANT_TELL


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param("<details><summary>Syarat</summary>x</details>", [P], id="text"),
        pytest.param("<details><summary></summary>x</details>", [F], id="nothing"),
        pytest.param(
            "<details><summary></summary><summary>Syarat</summary>x</details>", [F], id="the first counts"
        ),
        pytest.param('<details><summary aria-label="Syarat"></summary>x</details>', [P], id="aria-label"),
        pytest.param('<details><summary role="button"></summary>x</details>', [], id="another role"),
        pytest.param(
            "<details hidden><summary></summary>x</details><details>x</details><summary></summary>",
            [],
            id="hidden, or none",
        ),
        pytest.param('<details><summary x-text="t"></summary>x</details>', [C], id="a script may write"),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """Each summary that is not hidden is a target, and passes with a name."""
    assert [verdict.outcome for verdict in summary_name(page(html))] == outcomes
