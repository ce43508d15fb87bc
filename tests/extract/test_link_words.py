"""The words that links say."""

import pytest

from tests.evidence import page
from webaudit.extract.link_words import LONGEST, link_words


@pytest.mark.parametrize(
    ("html", "words"),
    [
        pytest.param("<a href=a> Klik\n di  SINI » </a>", "klik di sini", id="folded, without signs"),
        pytest.param("<a href=a>Baca <b>juga</b> ini</a>", "baca juga ini", id="with what stands within"),
        pytest.param("<a href=a></a>", "", id="nothing"),
        pytest.param(f"<a href=a>{'x' * (LONGEST + 1)}</a>", "", id="too long"),
    ],
)
def test_words(html: str, words: str) -> None:
    """A link's words are told in lower case, and those of a long text not at all."""
    assert list(link_words(page(html)).values()) == [words]
