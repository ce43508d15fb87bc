"""`identical-links`: links of one name side by side."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.identical_links import identical_links
from webaudit.model.finding import Outcome

C, F, P = Outcome.CANT_TELL, Outcome.FAILED, Outcome.PASSED


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param("<p><a href=/k?id=1>Unduh</a> <a href=/k?id=2>Unduh</a>", [F], id="two records"),
        pytest.param("<p><a href=/k?id=1>Unduh</a> <a href=/k?id=1>Unduh</a>", [P], id="one record"),
        pytest.param("<p><a href=/a>Unduh</a> <a href=/b>Unduh</a>", [C], id="two paths"),
        pytest.param(
            "<p><a href='/k?utm_source=a'>Unduh</a> <a href='/k?utm_source=b'>Unduh</a>",
            [C],
            id="parameters that only follow",
        ),
        pytest.param("<p><a href=/k?id=1>Unduh</a><p><a href=/k?id=2>Unduh</a>", [], id="two paragraphs"),
        pytest.param("<p><a href=/k?id=1>Unduh A</a> <a href=/k?id=2>Unduh B</a>", [], id="two names"),
        pytest.param(
            "<p><a href=/k?id=1><img src=a.png alt=Unduh></a> <a href=/k?id=2>unduh</a>",
            [F],
            id="a picture of the same name",
        ),
        pytest.param("<p><a href=/k?id=1>Unduh</a> <a hidden href=/k?id=2>Unduh</a>", [], id="one is hidden"),
        pytest.param("<p><a href=#a>Unduh</a> <a href=#b>Unduh</a>", [], id="places in the page"),
        pytest.param(
            "<p><b role=link tabindex=0 onclick=\"location='/k?id=1'\">U</b> "
            "<b role=link tabindex=0 onclick=\"location='/k?id=2'\">U</b>",
            [F],
            id="links by script",
        ),
        pytest.param(
            "<div><p>Satu</p><a href=//x.example/>Kami</a> <a href=//y.example/>Kami</a></div>",
            [C],
            id="two hosts",
        ),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """Links of one name fail only if their addresses surely show different records."""
    assert [verdict.outcome for verdict in identical_links(page(html))] == outcomes
