"""`document-links`: who opens a file knows it before."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.document_links import document_links
from webaudit.model.finding import Outcome

P, F = Outcome.PASSED, Outcome.FAILED


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param("<a href=/renja.pdf>Renja</a>", [F], id="untold"),
        pytest.param("<a href='/renja.PDF?v=2#page=3'>Renja</a>", [F], id="with a query"),
        pytest.param("<a href=/renja.pdf>Renja (PDF)</a>", [P], id="in the text"),
        pytest.param("<a href=/renja.xlsx>Renja</a> (Excel, 40 kB)", [P], id="right behind it"),
        pytest.param("<a href=/renja.pdf><img src=a alt=PDF> Renja</a>", [P], id="a picture"),
        pytest.param("<a href=/renja.pdf title='berkas Renja'>Renja</a>", [P], id="title"),
        pytest.param("<a href=/pdf>Renja</a><a href=/renja.html>Renja</a>", [], id="pages"),
        pytest.param("<a href='http://[.pdf'>x</a>", [], id="no address"),
        pytest.param("<a hidden href=/renja.pdf>Renja</a>", [], id="hidden"),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """A link to a file passes if it says which kind of file it is."""
    assert [verdict.outcome for verdict in document_links(page(html))] == outcomes
