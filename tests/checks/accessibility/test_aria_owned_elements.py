"""`aria-owned-elements`: a list holds items."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.aria_owned_elements import aria_owned_elements
from webaudit.model.finding import Outcome

P, F, C = Outcome.PASSED, Outcome.FAILED, Outcome.CANT_TELL


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param("<ul><li>x</ul>", [P], id="list"),
        pytest.param("<ul><div>x</div></ul>", [F], id="blocks alone"),
        pytest.param("<ul></ul>", [], id="empty"),
        pytest.param("<ul><script></script></ul>", [], id="a script alone"),
        pytest.param("<ul role=menu><li><a href=x>x</a></ul>", [F], id="menu of list items"),
        pytest.param("<ul role=menu><li role=none><a role=menuitem href=x>x</a></ul>", [P], id="menu"),
        pytest.param("<div role=tablist aria-owns=t></div><b role=tab id=t>x</b>", [P], id="claimed"),
        pytest.param("<ul aria-busy=true><div>x</div></ul>", [], id="being filled"),
        pytest.param("<ul v-cloak><x-list>x</x-list></ul>", [C], id="by script"),
        pytest.param("<ul hidden><div>x</div></ul>", [], id="hidden"),
        pytest.param("<table role=grid><tr><td>x</table>", [P], id="grid"),
        pytest.param("<ul><div><li>x</li></div></ul>", [P], id="looked through"),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """At least one item of the fitting role is held or claimed."""
    assert [verdict.outcome for verdict in aria_owned_elements(page(html))] == outcomes
