"""The vocabulary: data that is shipped, with one digest."""

import re

import pytest

from webaudit.vocabulary import digest, load, plain, service, unfinished
from webaudit.vocabulary.gambling import Kind, gambling


def test_digest() -> None:
    """One digest stands for all files."""
    assert re.fullmatch(r"sha256:[0-9a-f]{64}", digest())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SP4N-LAPOR!", " sp4n lapor "),
        ("  E-PPID\u00a0Dinas ", " e ppid dinas "),
        ("\uff30PID", " ppid "),
        ("", "  "),
    ],
)
def test_plain(text: str, expected: str) -> None:
    """Phrases are compared without case, width, signs and spacing."""
    assert plain(text) == expected


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("ppid.contohprov.go.id", True),
        ("e-ppid.contohprov.go.id", True),
        ("ppid-dinkes.contohprov.go.id", True),
        ("dinkes-ppid.contohprov.go.id", True),
        ("stppid.ac.id", False),
        ("contohprov.go.id", False),
    ],
)
def test_ppid_host(name: str, known: bool) -> None:
    """A PPID is known by a whole word of its host's name."""
    assert bool(service("ppid").host.search(name)) is known


def test_unfinished_phrases() -> None:
    """Every phrase is found in itself and not inside a word."""
    for code, phrases in (*unfinished().anywhere, *unfinished().alone):
        kind = "anywhere" if (code, phrases) in unfinished().anywhere else "alone"
        for phrase in load("unfinished.json")[kind][code]:
            assert phrases.search(phrase)
            if phrase[0].isalnum():
                assert not phrases.search(f"x{phrase}")


def test_terms() -> None:
    """No term is both a strong word and one that needs company, and none is written twice."""
    kinds: dict[str, list[Kind]] = {}
    for group in gambling().by_first_word.values():
        for term in group:
            kinds.setdefault(term.text, []).append(term.kind)

    assert {text: found for text, found in kinds.items() if len(found) > 1} == {}
