"""Names of files out of foreign names."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webaudit.store.file_name import file_name


@pytest.mark.parametrize("name", ["dinkes", "biro-adpim", "dinkes.jabarprov.go.id", "a", "9", "a" * 80])
def test_plain_names_stay(name: str) -> None:
    """A plain id or host is its own file name."""
    assert file_name(name) == name


@pytest.mark.parametrize(
    "name",
    [
        *(
            "",
            ".",
            "..",
            "../x",
            "/etc/passwd",
            "a/b",
            "a\\b",
            "a\0b",
            "a\nb",
            "-rf",
            ".hidden",
            "a..b",
            "a.",
        ),
        *(
            "Dinkes",
            "DINKES",
            "con",
            "nul.txt",
            "com1",
            "[2001:db8::1]",
            "a_b",
            "a" * 81,
            "x" * 5_000,
            "\udcff",
            "é",
        ),
    ],
)
def test_others_are_marked(name: str) -> None:
    """Any other name becomes a short one with a digest."""
    assert re.fullmatch(r"[a-z0-9][a-z0-9-]{0,39}_[0-9a-f]{20}", file_name(name))


@given(st.text(max_size=100), st.text(max_size=100))
def test_never_the_same(one: str, other: str) -> None:
    """Two names never share a file, not even on a disk that ignores case, nor one's file the other's name."""
    if one != other:
        assert file_name(one).lower() != file_name(other).lower()
    if file_name(one) != one:
        assert file_name(file_name(one)) != file_name(one)
