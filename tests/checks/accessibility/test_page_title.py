"""`page-title`: the document's first title says something."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.page_title import page_title
from webaudit.model.finding import Outcome


@pytest.mark.parametrize(
    ("html", "outcome", "code"),
    [
        pytest.param("<title>Dinas</title>", Outcome.PASSED, "", id="titled"),
        pytest.param("<html><body><p>x", Outcome.FAILED, "title-missing", id="absent"),
        pytest.param("<title> \n</title><p>x", Outcome.FAILED, "title-empty", id="white space"),
        # The cases of ACT rule 2779a5.
        pytest.param(
            "<title>Yes</title><body><title></title>", Outcome.PASSED, "", id="the first one counts"
        ),
        pytest.param(
            "<title></title><body><title>Yes</title>", Outcome.FAILED, "title-empty", id="not a later one"
        ),
        pytest.param(
            "<body><title>Yes</title>", Outcome.PASSED, "", id="misplaced in the body, but the first"
        ),
        pytest.param(
            "<body><svg><title>Logo</title></svg>", Outcome.FAILED, "title-missing", id="a picture's"
        ),
        pytest.param("<title>Document</title>", Outcome.FAILED, "title-placeholder", id="of an editor"),
        pytest.param("<title>Untitled-1.html</title>", Outcome.FAILED, "title-placeholder", id="a file"),
        pytest.param("<title>Home | My Site</title>", Outcome.FAILED, "title-placeholder", id="of a program"),
        pytest.param("<title>Laravel</title>", Outcome.FAILED, "title-placeholder", id="of a framework"),
        pytest.param("<title>Layanan - My WordPress</title>", Outcome.PASSED, "", id="names the page"),
        pytest.param("<title>Beranda</title>", Outcome.PASSED, "", id="says what it is"),
        pytest.param("<title>Dokumen</title>", Outcome.PASSED, "", id="a page of documents"),
        pytest.param("<title>Title Deeds Office</title>", Outcome.PASSED, "", id="a word of it"),
        pytest.param("<title>dinkes.go.id</title>", Outcome.PASSED, "", id="an address is no file"),
    ],
)
def test_outcome(html: str, outcome: Outcome, code: str) -> None:
    """A page passes when, and only when, its first title of the document is not empty."""
    (verdict,) = page_title(page(html))

    assert (verdict.outcome, verdict.code) == (outcome, code)
