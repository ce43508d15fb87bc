"""`aria-context`: an item is an item of something."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.aria_context import aria_context
from webaudit.model.finding import Outcome

P, F, C = Outcome.PASSED, Outcome.FAILED, Outcome.CANT_TELL


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param("<div role=list><div role=listitem>x</div></div>", [P], id="list"),
        pytest.param("<div role=listitem>x</div>", [F], id="alone"),
        pytest.param(
            "<div role=list><div><b role=listitem>x</b></div></div>", [P], id="a plain block between"
        ),
        pytest.param(
            "<div role=list><div aria-live=polite><b role=listitem>x</b></div></div>", [F], id="more"
        ),
        pytest.param("<ul><li role=listitem>x</li></ul>", [], id="so by itself"),
        pytest.param("<ul role=menu><li role=none><a role=menuitem href=x>x</a></li></ul>", [P], id="menu"),
        pytest.param("<ul><li><a role=menuitem href=x>x</a></li></ul>", [F], id="no menu"),
        pytest.param("<ul role=tablist aria-owns=t></ul><b role=tab id=t>x</b>", [P], id="claimed"),
        pytest.param("<div role=listitem hidden>x</div>", [], id="hidden"),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """What is around gives the item its meaning."""
    assert [verdict.outcome for verdict in aria_context(page(html))] == outcomes
