"""Spam: terms in every disguise, weighed by what stands beside them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webaudit.extract.said import parted
from webaudit.extract.spam import is_foreign, is_innocent, spam
from webaudit.vocabulary.gambling import clean


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        pytest.param("Link Slot Gacor", ["link slot", "gacor"], id="plain"),
        pytest.param("sl0t g4c0r", ["slot gacor"], id="digits for letters"),
        pytest.param("max w1n m4xw1n", ["maxwin"], id="1 for i"),
        pytest.param("s l o t g a c o r", ["slot gacor", "slotgacor"], id="letters apart"),
        pytest.param("Sl\u043ft t\u03bfgel", ["togel"], id="Greek letter"),
        pytest.param("to\u200bgel", ["togel"], id="zero width"),
        pytest.param("\U0001d413\U0001d428\U0001d420\U0001d41e\U0001d425", ["togel"], id="mathematical bold"),
    ],
)
def test_disguise(text: str, terms: list[str]) -> None:
    """A term is found as it reads, whatever it is written in."""
    assert {hit.term for hit in spam(text)} & set(terms)


PIECES = st.sampled_from(
    [
        *[
            "slot",
            "Gacor",
            "sl0t",
            "m4xw1n",
            "toto",
            "togel",
            "to\u200bgel",
            "s l o t",
            "bonus",
            "100",
            "x500",
        ],
        *[
            "harimau88",
            "sl@t",
            "a@b.id",
            "data",
            "hk",
            "hasil",
            "dan",
            "kakakslot",
            "rajagacorbos",
            "alfabet",
        ],
        *["\u00a9", "\u0130", "\u00e9", "\u8d4c", "\u03bf", "\U0001d413", "\u2126", "\u00bd", "\u2026"],
        *["a", "b", "c", "d", "2", "!", "-", "_", ".", "x" * 41 + "gacor"],
    ]
)


@given(st.lists(PIECES, max_size=12), st.sampled_from(["", " ", "  ", "-"]), st.booleans(), st.booleans())
def test_innocent_text_holds_no_term(pieces: list[str], between: str, name: bool, always: bool) -> None:
    """Where the words alone show that a text is clean, a close look finds nothing either."""
    text = between.join(pieces)

    assert not (is_innocent(parted(text), name=name) and spam(text, name=name, always=always))


def test_most_texts_are_innocent() -> None:
    """Mail addresses, degrees and numbers of laws are no disguise."""
    text = "Kontak: dinkes@contoh.go.id, dr. A. B. Sari, M.Si. \u2013 UU 14/2008, hasil data 2025 (info: 112)"

    assert is_innocent(parted(text), name=True)


def test_disguise_counts_double() -> None:
    """Nobody disguises an honest word."""
    (plain,), (disguised,) = spam("maxwin"), spam("m4xw1n")

    assert disguised.points == 2 * plain.points


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("slot parkir", 0, id="an honest phrase"),
        pytest.param("deposit", 0, id="a word alone"),
        pytest.param("login daftar deposit", 0, id="lures without bait"),
        pytest.param("casino dan deposit " + "kata " * 20 + "jackpot", 0, id="words far apart"),
        pytest.param("casino jackpot deposit", 3, id="words together"),
        pytest.param("Polisi menangkap bandar togel", 0, id="a report"),
        pytest.param(
            "Polisi menangkap bandar togel. Daftar sekarang main togel", 3, id="a report that calls to play"
        ),
        pytest.param("murai paling gacor, slot lomba", 0, id="singing birds"),
        pytest.param("SMAN77", 0, id="a school"),
        pytest.param("bandar togel", 1, id="a word inside a term is none"),
    ],
)
def test_company(text: str, count: int) -> None:
    """Words count by what stands beside them."""
    assert len(spam(text)) == count


def test_secret_place_excuses_nothing() -> None:
    """Where honest authors do not write, no context helps."""
    assert spam("polisi menangkap bandar togel", always=True)


@pytest.mark.parametrize(
    ("title", "url", "foreign"),
    [
        ("激安ブランド", "https://a.go.id/shop/7", True),
        ("สล็อตเว็บตรง", "https://a.go.id/", True),
        ("旅游信息 门票", "https://a.go.id/zh/wisata", False),
        ("観光案内", "https://a.go.id/index.php?lang=ja", False),
        ("Dinas 中", "https://a.go.id/", False),
        ("Dinas", "https://a.go.id/", False),
    ],
)
def test_foreign_script(title: str, url: str, foreign: bool) -> None:
    """A title in a script of East Asia is a sign, but where the address is that of a translation."""
    assert is_foreign(title, url) is foreign


@given(st.text(max_size=300), st.booleans(), st.booleans())
def test_any_text(text: str, name: bool, always: bool) -> None:
    """Whatever the text, hits have points, and the second look says the same."""
    hits = spam(text, name=name, always=always)

    assert all(hit.points > 0 for hit in hits)
    assert hits == spam(text, name=name, always=always)


@given(st.text(max_size=200))
def test_clean_is_stable(text: str) -> None:
    """A clean text is in lower case, with neither marks nor look-alikes, wherever Unicode allows it."""
    assert "\u200b" not in clean(text)
    assert "\u0430" not in clean(text)
