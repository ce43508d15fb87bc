"""The documents of a page: their names, kinds, years and places."""

import pytest

from tests.evidence import SITE, page
from webaudit.extract.documents import MOST_DOCUMENTS, is_document
from webaudit.model.reading import Document


def found(body: str, title: str = "Dinas") -> tuple[Document, ...]:
    """The documents of a page."""
    return page(f"<html><title>{title}</title><body>{body}").reading.documents


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/x.pdf", True),
        ("https://a.example/X.PDF?v=2", True),
        ("https://a.example/x.docx", True),
        ("https://a.example/x.xls", True),
        ("https://a.example/x.odt", True),
        ("https://drive.google.com/drive/folders/1", True),
        ("https://drive.google.com/file/d/1/view", True),
        ("https://docs.google.com/spreadsheets/d/1", True),
        ("https://1drv.ms/b/1", True),
        ("https://docs.google.com/forms/d/1", False),
        ("https://a.example/x.html", False),
        ("https://a.example/pdf", False),
        ("https://a.pdf.example/", False),
        ("https://a.example/?x=.pdf", False),
    ],
)
def test_is_document(url: str, expected: bool) -> None:
    """A file for readers by its name, or what a cloud keeps; a form is none."""
    assert is_document(url) is expected


@pytest.mark.parametrize(
    ("body", "subjects", "years"),
    [
        ("<a href=/x.pdf>LKjIP 2025</a>", ("lakip", "laporan_kinerja"), (2025,)),
        ("<a href=/lkjip-2025.pdf>Unduh</a>", ("lakip", "laporan_kinerja"), (2025,)),
        ("<a href=/x.pdf>Perjanjian Kinerja 2025</a>", ("lakip",), (2025,)),
        ("<table><tr><td>Renja<td>2026<td><a href=/x.pdf>Unduh</a></table>", ("renja",), (2026,)),
        ("<h2>DPA</h2><ul><li>Tahun 2026 <a href=/x.pdf>Unduh</a></ul>", ("dpa",), (2026,)),
        ("<h2>DPA</h2><h3>2026</h3><div><p><a href=/x.pdf>Lihat</a></p></div>", ("dpa",), (2026,)),
        ("<h2>DPA</h2><p>…</p><h2>Foto 2026</h2><p><a href=/x.pdf>Lihat</a></p>", (), (2026,)),
        ("<p><b>Renstra</b></p><p><a href=/x.pdf>2025-2029</a></p>", ("renstra",), tuple(range(2025, 2030))),
        ("<p>Lihat <b>Renstra</b> kami</p><p><a href=/x.pdf>2026</a></p>", (), (2026,)),
        (
            "<h2>DPA</h2><table><tr><th>No<th>2026</tr><tr><td>1<td><a href=/x.pdf>Unduh</a></tr></table>",
            ("dpa",),
            (2026,),
        ),
        # What speaks for itself is not renamed by a heading.
        ("<h2>DPA 2026</h2><p><a href=/x.pdf>Buku Saku Petani Milenial Jawa</a></p>", (), ()),
        # In a menu the headings of the content say nothing.
        ("<h2>DPA 2026</h2><nav><a href=/x.pdf>Unduh</a></nav>", (), ()),
        # A list of several is not the item of one.
        ("<p>DPA 2025 dan 2026: <a href=/a.pdf>satu</a> <a href=/b.pdf>dua</a></p>", (), ()),
    ],
)
def test_kind_and_year(body: str, subjects: tuple[str, ...], years: tuple[int, ...]) -> None:
    """Said by the link, the file, the row or item, and the headings above, in this order."""
    first = found(body)[0]

    assert (first.subjects, first.years) == (subjects, years)


def test_title_of_the_page() -> None:
    """Below no heading the page's title says what its files are."""
    (only,) = found("<p><a href=/x.pdf>2026</a></p>", title="Rencana Kerja")

    assert (only.subjects, only.years) == (("renja",), (2026,))


def test_place() -> None:
    """Each address once, with the page and the first link that leads there, by the best name."""
    body = "<p><a href=/x.pdf><img src=i.png alt=''></a></p><p><a href=/x.pdf>Renja 2026</a></p>"

    assert found(body) == (
        Document(f"{SITE}x.pdf", "Renja 2026", ("renja",), (2026,), found_on=SITE, xpath="/html/body/p[1]/a"),
    )


def test_hidden() -> None:
    """What no visitor sees is no document."""
    assert found("<div hidden><a href=/x.pdf>DPA 2026</a></div>") == ()


def test_name() -> None:
    """A link that only says “Unduh” is named by what is around it."""
    (only,) = found("<ul><li>Laporan Kinerja 2025 <a href=/x.pdf>Unduh</a></ul>")

    assert only.name == "Laporan Kinerja 2025 Unduh"


def test_bounded() -> None:
    """A page of thousands of files costs no more than one of some hundred."""
    body = "".join(f"<li><a href=/{number}.pdf>DPA</a>" for number in range(2_000))

    assert len(found(body)) == MOST_DOCUMENTS
