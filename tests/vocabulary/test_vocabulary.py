"""The vocabulary: data that is shipped, with one digest."""

import re

import pytest

from webaudit.vocabulary import agencies, digest, leftovers, load, menus, plain, unfinished
from webaudit.vocabulary.gambling import Kind, clean, gambling
from webaudit.vocabulary.subjects import subjects
from webaudit.vocabulary.word import words


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
    of_host = subjects().by_key["ppid"].host

    assert of_host is not None
    assert bool(of_host.search(name)) is known


def test_subjects() -> None:
    """Every subject can be known by something, and what the lists say fits the ways they are looked up."""
    entries = load("subjects.json")["subjects"]
    for key, entry in entries.items():
        assert set(entry) & {"phrases", "whole", "host", "path"}, key
        assert all(phrase == phrase.lower() for phrase in entry.get("phrases", ())), key
        assert not set(entry.get("phrases", ())) & set(entry.get("whole", ())), key
    assert list(subjects().by_key) == list(entries)


def test_unfinished_phrases() -> None:
    """Every phrase is found as it stands in the list, and none inside a word."""
    words, data = unfinished(), load("unfinished.json")
    for kind, groups in (("anywhere", words.anywhere), ("alone", words.alone)):
        for code, phrases in groups:
            assert all(phrases.search(phrase) for phrase in data[kind][code])
            assert not phrases.search("xsample pages hello worldly")


def test_leftovers() -> None:
    """Every phrase is found as it stands in the list, and no heading is looked for in other letters."""
    known, data = leftovers(), load("leftovers.json")

    assert all(known.in_title(phrase.title()) for phrase in data["titles"])
    assert all(known.anywhere.search(phrase) for phrase in data["anywhere"])
    assert all(known.contacts.search(f"x {phrase}, x") for phrase in data["contacts"])
    assert all(heading == heading.lower().strip(" .!?:") for heading in known.headings)
    assert not known.in_title("Template Surat Keterangan Dinas")


def test_no_phrase_is_missed_by_its_word() -> None:
    """A text that holds a phrase has the word by which it is looked up, whatever stands beside it."""
    lists = [
        *(phrases for _, phrases in (*unfinished().anywhere, *unfinished().alone)),
        *(leftovers().anywhere, leftovers().contacts, leftovers().titles),
    ]
    for phrases in lists:
        for text in (
            f"{before}{one}{after}" for one in phrases.phrases for before, after in ("  ", "((", "__")
        ):
            assert phrases.may_stand_in(frozenset(words(text))) or not phrases.search(text)


def test_single_words_are_spelled_as_they_are_compared() -> None:
    """A word with a capital or a sign in it would never be found."""
    names, menu = agencies(), menus()
    for group in (names.kinds, names.common, names.idle, names.places, menu.handles, menu.controls):
        assert all(plain(word) == f" {word} " for word in sorted(group))


def test_terms() -> None:
    """No term is both a strong word and one that needs company, and none is written twice."""
    kinds: dict[str, list[Kind]] = {}
    for index in (gambling().sure, gambling().weak):
        for seconds in index.values():
            for group in seconds.values():
                for term in group:
                    kinds.setdefault(term.text, []).append(term.kind)

    assert {text: found for text, found in kinds.items() if len(found) > 1} == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Slot_Gacor, hari-ini!", ["slot", "gacor", "hari", "ini"]),
        (
            "Caf\u00e9 \u2014 \u0e2a\u0e25\u0e47\u0e2d\u0e15\u00b7s\u2113ot",
            ["cafe", "\u0e2a\u0e25", "\u0e2d\u0e15", "slot"],
        ),
        ("t\u200bo\u00adgel \u0455l\u043et", ["togel", "slot"]),
        ("a\ud800b", ["a", "b"]),
        ("", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    """Words are runs of letters and digits of any script, without marks and look-alikes."""
    assert words(clean(text)) == expected
