"""URLs are read as browsers read them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webaudit.extract.urls import (
    MAX_CHARACTERS,
    has_port,
    host,
    is_home,
    join,
    normalise,
    other_scheme,
    page_key,
    port,
    registrable,
    same_site,
)


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("HTTP://Dinkes.Jabarprov.GO.ID", "http://dinkes.jabarprov.go.id/"),
        (" https://a.test:443/a b#c ", "https://a.test/a%20b"),
        ("https:\\\\a.test\\b", "https://a.test/b"),
        ("http://user:secret@a.test/", "http://a.test/"),
        ("http://a.test/a/../b/./c", "http://a.test/b/c"),
        ("http://日本.jp/ä?ö", "http://xn--wgv71a.jp/%C3%A4?%C3%B6"),
        ("../x?y=1#", "http://base.test/x?y=1"),
        ("//a.test/x", "http://a.test/x"),
        ("#atas", "http://base.test/dir/page"),
        ("javascript:alert(1)", None),
        ("mailto:a@b.test", None),
        ("file:///etc/passwd", None),
        ("http://", None),
        ("http://a b/", None),
        ("http://a.test:99999/", None),
        ("http://a.test/" + "x" * 3_000, None),
    ],
)
def test_normalise(written: str, normal: str | None) -> None:
    """The WHATWG's spelling, http(s) alone, no fragment, no credentials, not too long."""
    assert normalise(written, "http://base.test/dir/page") == normal


@given(st.text())
def test_normalise_is_idempotent(text: str) -> None:
    """Whatever the text, nothing is raised, and what is normal stays so."""
    once = normalise(text, "https://a.test/b")

    assert once is None or (normalise(once) == once and host(once) != "" and 0 <= port(once) < 65_536)


@pytest.mark.parametrize(
    ("url", "name", "number", "named"),
    [
        ("https://a.test/", "a.test", 443, False),
        ("http://a.test./x:9", "a.test", 80, False),
        ("http://a.test:8080/", "a.test", 8080, True),
        ("http://[::1]:81/", "[::1]", 81, True),
        ("https://[2606:4700::1111]/", "[2606:4700::1111]", 443, False),
        ("http://a.test?x=http://b.test:1/", "a.test", 80, False),
    ],
)
def test_host_and_port(url: str, name: str, number: int, named: bool) -> None:
    """Host without port and trailing dot; the port that is asked."""
    assert (host(url), port(url), has_port(url)) == (name, number, named)


def test_same_site() -> None:
    """Only a leading "www." makes no other site: agencies of a province share their registrable domain."""
    assert same_site("www.a.test", "a.test")
    assert not same_site("dinkes.jabarprov.go.id", "jabarprov.go.id")


def test_variants() -> None:
    """Http and https, with and without www, are variants of one page."""
    assert page_key("http://www.a.test/x") == page_key("https://a.test/x")
    assert other_scheme("https://a.test/x") == "http://a.test/x"
    assert other_scheme("https://a.test:8443/x") is None


PIECES = (
    "https:",
    "http:",
    "/",
    "//",
    ".",
    "..",
    "a",
    "-",
    "1",
    "xn--",
    "a.id",
    "0x7f",
    "%2e",
    "?",
    "#",
    "~",
)


@given(
    st.lists(
        st.sampled_from((*PIECES, "x=1", "&", "_", "+", ":", ";", "@", "B", "\n", " ", "\\", "'", "ä")),
        max_size=12,
    )
)
def test_what_is_normal_is_told_as_the_parser_tells_it(pieces: list[str]) -> None:
    """The short way for URLs that are normal already leads where the parser leads."""
    written, root = "".join(pieces), "https://base.test:8443/"

    # Nothing with a blank before it takes the short way; the parser drops the blank.
    assert join(root, written) == normalise(" " + written, root)
    assert normalise(written) == normalise(" " + written)


def test_what_is_too_long_is_none() -> None:
    """The bound holds on the short way too."""
    root = "https://base.test/"

    assert join(root, "/" + "a" * (MAX_CHARACTERS - len(root))) is not None
    assert join(root, "/" + "a" * (MAX_CHARACTERS - len(root) + 1)) is None
    assert normalise(root + "a" * (MAX_CHARACTERS - len(root) + 1)) is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("diskes.jabarprov.go.id", "jabarprov.go.id"),
        ("www.garutkab.go.id", "garutkab.go.id"),
        ("a.b.example.com", "example.com"),
        ("go.id", "go.id"),
        ("localhost", "localhost"),
    ],
)
def test_registrable(name: str, expected: str) -> None:
    """What the owner of a name registered is one label more than the public suffix."""
    assert registrable(name) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("", True),
        ("index.php", True),
        ("id", True),
        ("id/beranda", True),
        ("Home/", True),
        ("berita", False),
        ("?p=7", False),
        ("index.php/berita", False),
        ("identitas", False),
    ],
)
def test_is_home(path: str, expected: bool) -> None:
    """A home page is known by its usual names, and by no parameters."""
    assert is_home(f"https://a.test/{path}") is expected
