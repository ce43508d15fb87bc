"""PDF files: what they say of themselves, and what hostile ones come to."""

import logging
import tracemalloc
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from webaudit.demo.publications import scanned, tagged
from webaudit.extract.pdf import MOST_BYTES, is_pdf, read_pdf
from webaudit.model.document import Pdf
from webaudit.model.record import Failure, FailureReason


def made(*objects: bytes, more: bytes = b"") -> bytes:
    """A file of these objects, the first its catalogue, with a sound table of references."""
    whole, offsets = b"%PDF-1.7\n", []
    for number, said in enumerate(objects, 1):
        offsets.append(len(whole))
        whole += b"%d 0 obj%s endobj\n" % (number, said)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return (
        whole
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
        + b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (size, more, len(whole))
    )


def packed(data: bytes, fields: bytes = b"") -> bytes:
    """A stream by Flate."""
    body = zlib.compress(data, 9)
    return b"<<%s/Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (fields, len(body), body)


# As the pipeline does: a line for each fault of a hostile file costs more than the file.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)

PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"


def test_good() -> None:
    """Text, tags, title, language and the number of pages are read."""
    assert read_pdf(tagged("DPA 2026")) == Pdf(
        pages=1, text=True, tagged=True, title="DPA 2026", language="id"
    )


def test_scan() -> None:
    """A picture is no text, but the page is not blank."""
    assert read_pdf(scanned("DPA")) == Pdf(pages=1, text=False, title="DPA")


def test_blank() -> None:
    """A page on which nothing is drawn is blank."""
    read = read_pdf(made(CATALOG, PAGES, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"))

    assert isinstance(read, Pdf)
    assert read.blank


def test_text_in_a_form() -> None:
    """Text may stand in a form that the page draws."""
    read = read_pdf(
        made(
            CATALOG,
            PAGES,
            b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>>>",
            packed(b"q /F Do Q"),
            packed(b"BT (Halo) Tj ET", b"/Type/XObject/Subtype/Form"),
        )
    )

    assert isinstance(read, Pdf)
    assert read.text


def test_title_in_the_metadata() -> None:
    """A title that only the metadata in XML hold counts."""
    xmp = b"<x><dc:title><rdf:Alt><rdf:li xml:lang='x'>Laporan</rdf:li></rdf:Alt></dc:title></x>"
    read = read_pdf(
        made(b"<</Type/Catalog/Pages 2 0 R/Metadata 3 0 R>>", b"<</Type/Pages/Kids[]>>", packed(xmp))
    )

    assert isinstance(read, Pdf)
    assert read.title == "Laporan"


def page_of(contents: bytes) -> bytes:
    """A file of one page with these contents."""
    return made(CATALOG, PAGES, b"<</Type/Page/Parent 2 0 R/Contents 4 0 R>>", contents)


DEEP = b"[" * 20_000 + b"]" * 20_000

HOSTILE = {
    "nothing": b"",
    "no-pdf": b"<html>",
    "cut": tagged("x")[:300],
    "bomb": page_of(packed(b" " * 100_000_000)),
    "bombs": made(
        CATALOG,
        b"<</Type/Pages/Kids[%s]/Count 500>>" % (b"3 0 R " * 500),
        b"<</Type/Page/Contents[%s]>>" % (b"4 0 R " * 500),
        packed(b" " * 1_900_000),
    ),
    "stacked": page_of(b"<</Filter[%s]/Length 9>>stream\n123456789\nendstream" % (b"/FlateDecode" * 1_000)),
    "deep-array": made(b"<</Type/Catalog/Pages 2 0 R/Lang %s>>" % DEEP, PAGES, b"<</Type/Page>>"),
    "deep-dictionary": made(CATALOG, b"<</A " * 20_000 + b">>" * 20_000),
    "tree-of-itself": made(CATALOG, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"),
    "two-in-a-ring": made(CATALOG, b"<</Type/Pages/Kids[3 0 R]>>", b"<</Type/Pages/Kids[2 0 R]>>"),
    "reference-to-itself": made(b"1 0 R", PAGES),
    "form-of-itself": made(
        CATALOG,
        PAGES,
        b"<</Type/Page/Contents 4 0 R/Resources 5 0 R>>",
        packed(b"/F Do"),
        b"<</XObject<</F 6 0 R>>>>",
        packed(b"/F Do", b"/Subtype/Form/Resources 5 0 R"),
    ),
    "table-of-itself": made(CATALOG, PAGES, b"<</Type/Page>>", more=b"/Prev 9"),
    "endless-table": b"%PDF-1.7\nxref\n0 99999999\n"
    + b"0000000009 00000 n \n" * 50_000
    + b"trailer<</Root 1 0 R>>",
    "length-lies": page_of(b"<</Length 99999999999>>stream\nBT\nendstream"),
    "many-objects": b"%PDF-1.7\n" + b"1 0 obj<<>>endobj\n" * 150_000,
    "many-starts": b"%PDF-1.7\n" + b"startxref\n9\n" * 200_000,
    "password": made(
        CATALOG,
        PAGES,
        b"<</Type/Page>>",
        more=b"/ID[(a)(a)]/Encrypt<</Filter/Standard/V 1/R 2/P -1/O(%s)/U(%s)>>" % (b"o" * 32, b"u" * 32),
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile(name: str) -> None:
    """A bomb, a loop, a lie or a wreck is read, or is a Failure."""
    assert isinstance(read_pdf(HOSTILE[name][:MOST_BYTES]), (Pdf, Failure))


@pytest.mark.parametrize("name", ["bomb", "bombs", "stacked", "form-of-itself"])
def test_memory(name: str) -> None:
    """What unfolds to hundreds of megabytes takes a few."""
    read_pdf(tagged("x"))
    tracemalloc.start()
    read_pdf(HOSTILE[name])
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert most < 40_000_000


def test_unseen_contents() -> None:
    """Of contents that could not be unpacked nobody says that they hold no text."""
    assert isinstance(read_pdf(HOSTILE["bomb"]), Failure)


def test_password() -> None:
    """A file that asks for a password is told apart from a broken one."""
    read = read_pdf(HOSTILE["password"])

    assert isinstance(read, Failure)
    assert read.reason is FailureReason.LOGIN


def test_too_long() -> None:
    """What is longer than the bound is not looked at."""
    read = read_pdf(b"%PDF-1.7" + bytes(MOST_BYTES))

    assert isinstance(read, Failure)
    assert read.reason is FailureReason.BUDGET


@settings(deadline=None)
@given(
    st.sampled_from([tagged("DPA 2026"), scanned("DPA 2026")]),
    st.lists(st.tuples(st.integers(0, 2_000), st.integers(0, 40), st.binary(max_size=30)), max_size=4),
)
def test_damaged(whole: bytes, wounds: list[tuple[int, int, bytes]]) -> None:
    """Whatever is cut out of a file and put into it, it is read or is a Failure."""
    for at, cut, put in wounds:
        whole = whole[:at] + put + whole[at + cut :]

    assert isinstance(read_pdf(whole), (Pdf, Failure))


def test_magic() -> None:
    """Readers take a thousand bytes of others before the mark."""
    assert [is_pdf(data) for data in (b"%PDF-1.4", b"\xef\xbb\xbf\n%PDF-1.4", b" " * 2_000 + b"%PDF-")] == [
        True,
        True,
        False,
    ]
