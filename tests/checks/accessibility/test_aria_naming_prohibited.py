"""`aria-naming-prohibited`: a plain block has no name."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.aria_naming_prohibited import aria_naming_prohibited
from webaudit.model.finding import Outcome

P, F, C = Outcome.PASSED, Outcome.FAILED, Outcome.CANT_TELL


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param("<div aria-label='Menu'>x</div>", [F], id="block"),
        pytest.param("<strong aria-label='Menu'>x</strong>", [F], id="bold word"),
        pytest.param("<div role=group aria-label='Menu'>x</div>", [P], id="group"),
        pytest.param("<nav aria-label='Menu'>x</nav>", [P], id="navigation"),
        pytest.param("<section aria-label='Menu'>x</section>", [P], id="section"),
        pytest.param("<div aria-label=''>x</div>", [], id="empty"),
        pytest.param("<div aria-label='Menu' hidden>x</div>", [], id="hidden"),
        pytest.param("<div tabindex=0 aria-label='Menu'>x</div>", [P], id="focusable"),
        pytest.param("<h1 role=none aria-roledescription=x>x</h1>", [F], id="decoration"),
        pytest.param("<h1 role=none aria-roledescription=x aria-live=polite>x</h1>", [P], id="told anyway"),
        pytest.param("<x-menu aria-label='Menu'>x</x-menu>", [P], id="own element"),
        pytest.param("<svg aria-label='Menu'><g aria-label=x></g></svg>", [], id="drawing"),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """A name stands where it is told."""
    assert [verdict.outcome for verdict in aria_naming_prohibited(page(html))] == outcomes
