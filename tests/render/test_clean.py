"""The sanitiser lets nothing through that steers a terminal or deceives the eye."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webaudit.render.clean import clean, safe

ANY_TEXT = st.text(st.characters(), max_size=80)
"""With controls and lone surrogates."""

HARMFUL = ("Cc", "Cf", "Cs", "Zl", "Zp")
"""Unicode's categories of controls, formats, surrogates, and separators of lines and paragraphs."""


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("Dinas Kesehatan", "Dinas Kesehatan", id="plain"),
        pytest.param("Kécamatan Ü 中文 😀", "Kécamatan Ü 中文 😀", id="letters of all scripts"),
        pytest.param("\x1b[2J\x1b]0;judul\x07", "␛[2J␛]0;judul␇", id="escape sequences"),
        pytest.param("\x9b31m", "�31m", id="C1: an escape in one byte"),
        pytest.param("a\x00b\x08c\x7fd", "a␀b␈c␡d", id="NUL, backspace, delete"),
        pytest.param("baik\rburuk", "baik␍buruk", id="a return that writes over"),
        pytest.param("a\r\nb\n\tc\u2028d\xa0e", "a b c d e", id="white space is one blank"),
        pytest.param("\u202egnp.exe\u202c", "�gnp.exe�", id="reversal of direction"),
        pytest.param("sl\u200bot\ufeff", "sl�ot�", id="zero width"),
        pytest.param("\ud800x", "�x", id="lone surrogate"),
        pytest.param("a\U000e0041b", "a�b", id="tags"),
        pytest.param("[red]{x}%s[/]", "[red]{x}%s[/]", id="markup is text"),
        pytest.param("❤\ufe0f", "❤", id="emoji style"),
        pytest.param(" \n ", "", id="nothing"),
    ],
)
def test_shown(text: str, shown: str) -> None:
    """Controls become signs that are seen; everything else stays."""
    assert clean(text) == shown


def test_long_text_is_cut() -> None:
    """A long text ends with an ellipsis, within the limit."""
    assert clean("kata " * 10, 12) == "kata kata k…"
    assert clean("kata " * 10, 6) == "kata…"
    assert len(clean("x" * 10_000)) == 500
    assert clean("abc", 0) == ""


@given(ANY_TEXT, st.integers(0, 60))
def test_no_control_comes_out(text: str, limit: int) -> None:
    """Whatever comes in: one line, within the limit, encodable, nothing invisible."""
    for out in (clean(text, limit), safe(text, limit)):
        out.encode("utf-8")

        assert len(out) <= limit
        assert not [sign for sign in out if unicodedata.category(sign) in HARMFUL]


@given(ANY_TEXT, st.integers(1, 60))
def test_cleaning_twice_changes_nothing(text: str, limit: int) -> None:
    """What is clean stays as it is."""
    once = clean(text, limit)

    assert clean(once, limit) == once
    assert safe(safe(text, limit), limit) == safe(text, limit)


def test_safe_keeps_blanks() -> None:
    """An address is told as it was written, blanks too, but on one line."""
    assert safe("https://a/ x  y\nz") == "https://a/ x  y␊z"
