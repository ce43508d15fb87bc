"""`link-text`: links whose text says nothing by itself."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.link_text import link_text
from webaudit.model.finding import Outcome

F, P = Outcome.FAILED, Outcome.PASSED


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param("<p>Syarat izin: <a href=/a>Selengkapnya »</a>", [F], id="clear by what stands before"),
        pytest.param("<a href=/a>Syarat izin</a>", [P], id="says it"),
        pytest.param("<a href=/a aria-label='Syarat izin'>Selengkapnya</a>", [P], id="named otherwise"),
        pytest.param("<a href=/a role=button>Selengkapnya</a>", [], id="a button"),
        pytest.param("<a>Selengkapnya</a>", [], id="no link"),
        pytest.param("<a hidden href=/a>Selengkapnya</a>", [], id="hidden"),
        pytest.param("<a href=/a>Selengkapnya<img src=a.png alt=izin></a>", [], id="with a picture"),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """The text of a link alone must say where it leads."""
    assert [verdict.outcome for verdict in link_text(page(html))] == outcomes
