"""Pages from bytes, whatever the bytes."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webaudit.extract.flood import MOST_ATTRIBUTES, MOST_TAGS, has_attribute_flood
from webaudit.extract.html import parse, read_page
from webaudit.model.evidence import Exchange, Purpose
from webaudit.model.page import Page
from webaudit.model.reading import PageKind


def answer(
    body: bytes, content_type: str | None = "text/html", status: int | None = 200, **more: str
) -> Exchange:
    """An answer with this body."""
    headers = tuple((name.replace("_", "-"), value) for name, value in more.items())
    return Exchange(
        url="https://dinas.go.id/",
        purpose=Purpose.PAGE,
        started_at=datetime(2026, 7, 5, 3, tzinfo=UTC),
        status=status,
        headers=headers if content_type is None else (("content-type", content_type), *headers),
        body=body,
    )


def read(body: bytes, content_type: str | None = "text/html") -> Page:
    """The page in a body."""
    page = read_page(answer(body, content_type))
    assert page is not None
    return page


def test_reading() -> None:
    """A page is read whole: title, language, text, words, links and dates."""
    head = b'<!doctype html><html lang=" id "><title> Dinas\n Kesehatan </title>'
    body = head + b"<p>Diposting 1 Juni 2026 <a href=a>B</a>"
    reading = read(body).reading

    assert (reading.title, reading.language) == ("Dinas Kesehatan", "id")
    assert (reading.text, reading.words) == ("Diposting 1 Juni 2026 B", 5)
    assert [link.url for link in reading.links] == ["https://dinas.go.id/a"]
    assert [sign.confidence for sign in reading.dates] == [0.8]
    assert reading.digest == answer(body).digest


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        ("<p>Pébruari".encode(), "text/html"),
        ("<p>Pébruari".encode(), "text/html; charset=UTF-8"),
        ("<p>Pébruari".encode("latin-1"), "text/html; charset=iso-8859-1"),
        ("<p>Pébruari".encode("latin-1"), "text/html"),
        ('<meta charset="latin1"><p>Pébruari'.encode("latin-1"), "text/html"),
        (
            '<meta http-equiv="content-type" content="text/html; charset=windows-1252"><p>Pébruari'.encode(
                "cp1252"
            ),
            "text/html",
        ),
        ("<p>Pébruari".encode("utf-8-sig"), "text/html; charset=iso-8859-1"),
        ("<p>Pébruari".encode("utf-16"), "text/html"),
        ("<p>Pébruari".encode("utf-16-be"), "text/html; charset=utf-16be"),
        ('<meta charset="utf-16"><p>Pébruari'.encode(), "text/html"),
        ("<p>Pébruari".encode(), "text/html; charset=base64"),
        ("<p>Pébruari".encode(), "text/html; charset=no-such"),
        ("<p>Pébruari".encode(), 'text/html; charset="utf-8'),
        ('<?xml version="1.0" encoding="utf-16"?><p>Pébruari'.encode(), "text/html"),
    ],
)
def test_charset(body: bytes, content_type: str) -> None:
    """Mark, header, meta, then UTF-8, then windows-1252; names that are no text fall back."""
    assert read(body, content_type).reading.text == "Pébruari"


def test_latin_1_means_windows_1252() -> None:
    """On the web iso-8859-1 is windows-1252, so that its quotes are quotes."""
    assert read(b"<p>\x93a\x94", "text/html; charset=ISO-8859-1").reading.text == "“a”"


@pytest.mark.parametrize("body", [b"", b" ", b"<!-- a -->", b"<!doctype html>", b"\xef\xbb\xbf", b"</p>"])
def test_nothing_is_a_bare_page(body: bytes) -> None:
    """A body without an element reads as a bare html element."""
    page = read(body)

    assert page.root.tag == "html"
    assert [element.tag for element in page.root.iter()][1:] in ([], ["body"], ["body", "p"])


@pytest.mark.parametrize(
    ("body", "content_type", "is_page"),
    [
        (b"<!doctype html><p>x", None, True),
        (b"\n <!-- a --><html>", None, True),
        (b"<!doctype html><p>x", "text/plain", True),
        (b"<!doctype html><p>x", "application/octet-stream", True),
        (b"hello", None, False),
        (b"hello", "text/plain", False),
        (b"%PDF-1.7", "application/pdf", False),
        (b"<html>", "application/json", False),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml", False),
        (b"<?xml version='1.0'?><rss/>", "text/xml", False),
        (b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>", "text/xml", True),
        (b"<html xmlns='http://www.w3.org/1999/xhtml'/>", "application/xhtml+xml; charset=utf-8", True),
    ],
)
def test_media_type(body: bytes, content_type: str | None, is_page: bool) -> None:
    """HTML is told by its type, and by its look where the type is missing or says nothing."""
    assert (read_page(answer(body, content_type)) is not None) is is_page


@pytest.mark.parametrize("body", [b"%PDF-1.7 x", b"\x89PNG\r\n\x1a\n" * 9, bytes(range(32)) * 99])
def test_declared_html_that_is_none(body: bytes) -> None:
    """A file that is sent as HTML is a page that is not HTML."""
    page = read(body)

    assert page.reading.kind is PageKind.NOT_HTML
    assert page.root.tag == "html"


def test_no_page() -> None:
    """Redirects and answers without a status carry no page."""
    assert read_page(answer(b"<p>x", status=301, location="/a")) is None
    assert read_page(answer(b"<p>x", status=None)) is None


def test_broken_coding_is_no_content() -> None:
    """A body that cannot be decoded is not judged."""
    page = read_page(answer(b"<p>x", content_encoding="br"))

    assert page is not None
    assert page.reading.kind is PageKind.NOT_HTML


def test_xhtml() -> None:
    """XHTML is read by the rules of XML, and its elements are named as those of HTML."""
    inside = b"<head><title/></head><body><p>x</p></body>"
    page = read(b'<html xmlns="http://www.w3.org/1999/xhtml">' + inside + b"</html>", "application/xhtml+xml")

    assert [element.tag for element in page.root.iter()] == ["html", "head", "title", "body", "p"]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        (b"<body bgcolor='black'/><p>teks</p>", "body"),
        (b'<a href="/"/>teks</a>', "a"),
        (b"<h2/>teks</h2>", "h2"),
        (b"<A HREF=/ />teks</A>", "a"),
    ],
)
def test_slash_that_shuts_nothing(html: bytes, text: str) -> None:
    """What HTML writes as shut and does not mean to be empty holds what follows, as in browsers."""
    (element,) = read(html).root.iter(text)

    assert "".join(element.itertext()) == "teks"


def test_slash_of_an_address() -> None:
    """A slash at the end of a bare value belongs to the value."""
    (link,) = read(b"<a href=https://dinas.example/>teks</a>").root.iter("a")

    assert link.get("href") == "https://dinas.example/"


def test_lines() -> None:
    """Elements know the line they were written on."""
    assert [p.sourceline for p in read(b"<html>\n<p>a\n<!-- b\n --><p>c").root.iter("p")] == [2, 4]


def test_limit() -> None:
    """What lies beyond the limit is cut before parsing."""
    page = read_page(answer(b"<p>satu</p><p>dua</p>"), html_bytes=11)

    assert page is not None
    assert page.reading.text == "satu"


def test_tag_flood() -> None:
    """Of a body with more tags than are parsed the first are, and no other is cut."""
    part = b"<p>satu dua tiga empat</p>\n"
    page = read(part * MOST_TAGS)

    assert 0.9 * MOST_TAGS < 2 * len(list(page.root.iter("p"))) <= MOST_TAGS
    assert len(list(read(part * 49_000).root.iter("p"))) == 49_000


FLOOD = b" ".join(b"a%d='>'" % number for number in range(MOST_ATTRIBUTES + 1))


@pytest.mark.parametrize(
    ("before", "is_flood"),
    [
        (b"<p ", True),
        (b"<p/", True),
        (b'<p "><i ', True),
        (b"<!--><p ", True),
        (b"<!-- > --><p ", True),
        (b'<script>if (a<b "</script><p ', True),
        (b"<title>a<b</title><p ", True),
        (b"</p ", True),
        (b"<!-- <p ", False),
        (b"<script>'<p ", False),
        (b"<textarea><p ", False),
        (b"<p>", False),
    ],
)
def test_attribute_flood(before: bytes, is_flood: bool) -> None:
    """A tag with too many attributes is seen wherever it hides, and only where a parser sees it."""
    assert has_attribute_flood(b"<body>" + before + FLOOD + b">x") is is_flood
    assert read(b"<body>" + before + FLOOD + b">x").root.tag == "html"


@pytest.mark.parametrize(("length", "is_flood"), [(1_000, False), (1_001, True)])
def test_attribute_flood_between_signs(length: int, is_flood: bool) -> None:
    """A tag that hides nothing is measured wherever it stands between other tags."""
    tag = b"<p" + b" a" * length + b">"

    assert [has_attribute_flood(b"<b>x" * n + tag + b"<i>y" * n) for n in (0, 1, 499, 503)] == [is_flood] * 4
    assert not has_attribute_flood(b"<b>x" * 999 + b"y" * 9_000 + b"<p a>" + b"z" * 9_000)


_HALF = MOST_ATTRIBUTES // 2 + 1


@given(
    st.lists(
        st.sampled_from(
            [
                *(
                    b"<p ",
                    b"</b",
                    b">",
                    b'"',
                    b"'",
                    b"=",
                    b'x="',
                    b"y= '",
                    b" ",
                    b"\n" * 30,
                    b"a > b",
                    b"<!--",
                    b"-->",
                ),
                *(
                    b"a=1 " * _HALF,
                    b"b='>' " * _HALF,
                    b'c =\t">" ' * _HALF,
                    b"d" * 3_000,
                    b"e=\"<i x='>'\" " * _HALF,
                ),
                *(b"<script>", b'if (a=="b>c") ', b"</script>", b"<b class=x>y</b>" * 200),
            ]
        ),
        max_size=12,
    ).map(b"".join)
)
def test_no_flood_is_skipped(body: bytes) -> None:
    """What is skipped from one end of a tag to another holds no flood: reading all of it finds the same."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("webaudit.extract.flood._has_long_tag", lambda utf8, longest: True)
        whole = has_attribute_flood(body)

    assert has_attribute_flood(body) is whole


def test_as_many_attributes_as_allowed() -> None:
    """A tag with the most attributes that are allowed is parsed."""
    attributes = b" ".join(b"a%d='>'" % number for number in range(MOST_ATTRIBUTES))

    assert len(parse(b"<p " + attributes + b">x")[0][0].attrib) == MOST_ATTRIBUTES
    assert not has_attribute_flood(b"<p " + attributes + b">x")


@pytest.mark.parametrize(
    "body",
    [
        b"<div>" * 800_000,
        b"<b>" * 1_500_000,
        b"<p " + b" ".join(b"a%d" % number for number in range(100_000)) + b">x",
        b"<p>" + b"x" * 10_000_000,
        b"<a href=x>y</a>" * 250_000,
        b"<a href=x><i>" * 250_000,
        b"<!--" * 900_000,
        b"<" * 4_000_000,
        b"&amp;" * 800_000,
        b'<a b="' * 600_000,
        b"<meta charset" * 300_000,
        b"\0" * 1_000_000,
        b"<p>1 Juni 2024" * 250_000,
    ],
    ids=lambda body: body[:12].decode(),
)
def test_hostile(body: bytes) -> None:
    """Floods are read like any other page: up to a bound, and without an error."""
    page = read(body)

    assert page.root.tag == "html"
    assert len(page.reading.text) <= 50_000


@pytest.mark.parametrize("reference", ["&#xd800;", "&#xD83D;&#xDE00;", "&#055296;", "&#xdfff"])
def test_half_a_character(reference: str) -> None:
    """XHTML that names half of a pair of UTF-16 is read: the rest of the page is there."""
    body = f"<html><p title='{reference}'>Dinas {reference}<b>Contoh</b></p></html>"
    page = read_page(answer(body.encode(), "application/xhtml+xml"))

    assert page is not None
    assert page.reading.text.startswith("Dinas")
    assert page.reading.text.endswith("Contoh")


SCRAPS = (
    *(
        b"<p ",
        b"<a href=",
        b"'",
        b'"',
        b">",
        b"</",
        b"<!--",
        b"-->",
        b"\0",
        b"\xff",
        b"1 Mei 2024",
        b"<title>",
    ),
    *(b"<script", b"x", b"<?xml ", b"<html xmlns='http://www.w3.org/1999/xhtml'", b"&#0;", b"&#xd800;"),
)
TYPES = (
    *("text/html", "text/html; charset=utf-16", "text/html;charset=iso-2022-jp", "application/xhtml+xml"),
    *("", "text/xml", "text/plain, text/html"),
)


@given(
    st.binary(max_size=400) | st.lists(st.sampled_from(SCRAPS), max_size=40).map(b"".join),
    st.sampled_from(TYPES),
)
def test_never_raises(body: bytes, content_type: str) -> None:
    """Whatever the bytes, there is a page with an html element, or none."""
    page = read_page(answer(body, content_type))

    assert page is None or page.root.tag == "html"
