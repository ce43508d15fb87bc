"""`leaked-files`: lists of citizens in files, told without telling any of them."""

from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from tests.evidence import exchange
from webaudit.checks.privacy.leaked_files import leaked_files
from webaudit.extract.document_records import file_of
from webaudit.model.document import DocumentAnswer, Documents, FileKind
from webaudit.model.evidence import Purpose
from webaudit.model.finding import Outcome

NUMBERS = tuple(f"3273{10 + n:02}0102{80 + n}00{n:02}" for n in range(1, 9))
MOBILES = tuple(f"0812-3456-{n:04}" for n in range(80))


def packed(**parts: str) -> bytes:
    """A packed file of these parts."""
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return data.getvalue()


def codes(body: bytes, name: str) -> list[tuple[Outcome, str]]:
    """What is said of a file of this name."""
    url = f"https://dinas.contohprov.go.id/{name}"
    brought = file_of(
        exchange(
            body, url=url, headers={"content-type": "application/octet-stream"}, purpose=Purpose.DOCUMENT
        ),
        opened=True,
    )
    answer = DocumentAnswer(url, url, 200, brought.kind, pdf=brought.pdf, personal=brought.personal)
    return [(one.outcome, one.code) for one in leaked_files(Documents((), (answer,)))]


SHEET = "<worksheet><sheetData>{}</sheetData></worksheet>"
CELL = '<row><c t="inlineStr"><is><t>{}</t></is></c></row>'
FORMS = {
    "csv": ("penerima.csv", "nama;nik\n" + "\n".join(f"Ani;{number}" for number in NUMBERS)),
    "tab": ("penerima.txt", "\n".join(f"Ani\t{number}\tDesa" for number in NUMBERS)),
}


@pytest.mark.parametrize(("name", "text"), FORMS.values(), ids=FORMS)
def test_plain_lists(name: str, text: str) -> None:
    """A list in plain text is found, whichever way it is coded."""
    assert codes(text.encode(), name) == [(Outcome.FAILED, "identity-numbers")]
    assert codes(text.encode("utf-16"), name) == [(Outcome.FAILED, "identity-numbers")]


def test_tables_and_letters() -> None:
    """Text is read in packed files, where tags part what is one number for the reader."""
    sheet = {"xl/worksheets/sheet1.xml": SHEET.format("".join(CELL.format(number) for number in NUMBERS))}
    runs = "".join(
        f"<w:p><w:r><w:t>{number[:6]}</w:t></w:r><w:r><w:t>{number[6:]}</w:t></w:r></w:p>"
        for number in NUMBERS
    )

    assert codes(packed(**sheet), "data.xlsx") == [(Outcome.FAILED, "identity-numbers")]
    assert codes(packed(**{"word/document.xml": runs}), "sk.docx") == [(Outcome.FAILED, "identity-numbers")]
    assert codes(packed(**{"word/document.xml": runs[: len(runs) // 4]}), "sk.docx") == [
        (Outcome.CANT_TELL, "few-numbers")
    ]


def test_pdf_of_a_list() -> None:
    """A PDF file with the name of a list is read; its name alone is no sign."""
    from webaudit.demo.publications import tagged

    assert codes(tagged(" ".join(NUMBERS)), "daftar-penerima-bansos.pdf") == [
        (Outcome.FAILED, "identity-numbers")
    ]
    assert codes(tagged("Daftar"), "daftar-penerima-bansos.pdf") == [(Outcome.PASSED, "")]
    assert codes(tagged(" ".join(NUMBERS)), "renstra.pdf") == []


OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def shared(texts: Iterable[str], *, wide: bool) -> bytes:
    """Texts as the table of an XLS file holds them: length, form, letters."""
    return b"".join(
        len(text).to_bytes(2, "little") + bytes([wide]) + text.encode("utf-16-le" if wide else "ascii")
        for text in texts
    )


@pytest.mark.parametrize("wide", [False, True])
@pytest.mark.parametrize("before", [b"", b"\1"], ids=["even", "odd"])
def test_old_tables(wide: bool, before: bytes) -> None:
    """Of an old table the shared texts are read, wherever they lie, however long the next one is."""
    # A text of 48 letters has the digit 0 for its length.
    texts = [part for number in NUMBERS for part in (number, "Jalan".ljust(48, "."))]

    assert codes(OLD + before + shared(texts, wide=wide), "data.xls") == [
        (Outcome.FAILED, "identity-numbers")
    ]


def test_old_letters() -> None:
    """A letter is read alike; of one that shows no number a part may be unread, which is told."""
    assert codes(OLD + "\r".join(NUMBERS).encode("utf-16-le"), "sk.doc") == [
        (Outcome.FAILED, "identity-numbers")
    ]
    assert codes(OLD + "\r".join(NUMBERS[:3]).encode("ascii"), "sk.doc") == [
        (Outcome.CANT_TELL, "few-numbers")
    ]
    assert codes(OLD + b"Surat edaran", "sk.doc") == [(Outcome.CANT_TELL, "old-format")]


def test_telephones() -> None:
    """Very many mobile numbers are for a person to look at; a few dozen are an agency's own list."""
    assert codes("\n".join(MOBILES).encode(), "kontak.csv") == [(Outcome.CANT_TELL, "telephones")]
    assert codes("\n".join(MOBILES[:30]).encode(), "kontak.csv") == [(Outcome.PASSED, "")]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"PK\x03\x04" + b"\0" * 500, id="no archive"),
        pytest.param(packed(**{"xl/worksheets/sheet1.xml": "<c>" + "1" * 6_000_000}), id="unpacks to much"),
        pytest.param(packed(**{"xl/media/image1.png": "x"}), id="pictures alone"),
        pytest.param(b"\0" * 1_000, id="bytes"),
        pytest.param(b"\xd0\xcf\x11\xe0" + b"0\0" * 1_000_000, id="half a sign of an old file"),
    ],
)
def test_hostile_files(body: bytes) -> None:
    """Whatever a file is, it is read within bounds, and nothing is raised."""
    assert all(outcome is Outcome.PASSED for outcome, _ in codes(body, "data.csv"))


def test_number_is_told_masked() -> None:
    """No finding holds a number."""
    body = FORMS["csv"][1].encode()
    brought = file_of(
        exchange(body, url="https://a.go.id/a.csv", headers={"content-type": "text/csv"}), opened=True
    )

    assert brought.kind is FileKind.OTHER
    assert brought.personal is not None
    assert not any(number in str(brought.personal) for number in NUMBERS)
