"""The words of a text."""

import re

from hypothesis import given
from hypothesis import strategies as st

from webaudit.vocabulary.word import words, words_made_small, words_of_letters

TEXTS = st.text() | st.text("ab1_ -\x1c\x85\xa0²٣é\u0301–“中０\ud800")


@given(TEXTS)
def test_words(text: str) -> None:
    """Words are the runs of letters and digits, of any script."""
    expected = re.findall(r"[^\W_]+", text)

    assert words(text) == expected


@given(TEXTS | st.text("aZ9 _-\u0130\u212a\u03a3\u24b6\u00df\u0307\u00c9"))
def test_words_made_small(text: str) -> None:
    """They are the words of the text in lower case, also where a letter falls apart in it."""
    assert words_made_small(text) == words(text.lower())


@given(TEXTS)
def test_words_of_letters(text: str) -> None:
    """Of a word with digits, the letters are words."""
    expected = re.findall(r"[^\W\d_]+", text)

    assert words_of_letters(text) == expected


def test_many_signs() -> None:
    """A text of all signs that there are is read as any other."""
    text = "".join(f"a{chr(code)}" for code in range(0x3000))

    assert words(text) == re.findall(r"[^\W_]+", text)
