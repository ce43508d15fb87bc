"""`pdf-accessibility`: what PDF files tell a screen reader."""

from dataclasses import replace

import pytest

from tests.evidence import SITE, exchange, page, readings
from webaudit.checks.accessibility.pdf_accessibility import pdf_accessibility
from webaudit.demo.publications import scanned, tagged
from webaudit.extract.document_records import documents, file_of
from webaudit.model.evidence import Exchange, Purpose
from webaudit.model.finding import Location, Outcome, Verdict

PDF = {"content-type": "application/pdf"}


def fetched(body: bytes, path: str = "dpa.pdf") -> Exchange:
    """A file as it was fetched."""
    return exchange(body, url=f"{SITE}{path}", headers=PDF, purpose=Purpose.DOCUMENT)


def ask(*files: Exchange) -> list[Verdict]:
    """The verdicts on a site whose home page links these files."""
    links = "".join(f'<li><a href="{file.url}">DPA 2026</a></li>' for file in files)
    home = readings(page(f"<html><title>Dinas</title><body><ul>{links}</ul>").reading)
    opened = {file.url: file_of(file, opened=True) for file in files}
    return list(pdf_accessibility(documents(home, files, (), opened)))


GOOD = tagged("DPA 2026")


@pytest.mark.parametrize(
    ("body", "outcome", "code"),
    [
        (GOOD, Outcome.PASSED, ""),
        (scanned("DPA 2026"), Outcome.FAILED, "no-text"),
        (GOOD.replace(b"/Marked true", b"/Marked null"), Outcome.FAILED, "untagged"),
        (GOOD.replace(b"/StructTreeRoot 7", b"/Strukturbaumxy 7"), Outcome.FAILED, "untagged"),
        (GOOD.replace(b"/Lang(id)", b"/Bhsa(id)"), Outcome.FAILED, "no-language"),
        (GOOD.replace(b"<</Title(", b"<</Jodul("), Outcome.FAILED, "no-title"),
        (b"%PDF-1.4\nxref", Outcome.CANT_TELL, "broken"),
    ],
)
def test_one_file(body: bytes, outcome: Outcome, code: str) -> None:
    """The defect that shuts most people out is named first."""
    (verdict,) = ask(fetched(body))

    assert (verdict.outcome, verdict.code) == (outcome, code)


def test_too_long() -> None:
    """Of a file that was not fetched whole nothing is said."""
    (verdict,) = ask(replace(fetched(GOOD[:400]), truncated=True))

    assert (verdict.outcome, verdict.code) == (Outcome.CANT_TELL, "too-long")


def test_each_file_is_a_target() -> None:
    """A good file does not make up for a bad one; the place is the link on the page."""
    verdicts = ask(fetched(GOOD, "a.pdf"), fetched(scanned("x"), "b.pdf"))

    assert [verdict.outcome for verdict in verdicts] == [Outcome.PASSED, Outcome.FAILED]
    assert verdicts[1].here == Location(SITE, "/html/body/ul/li[2]/a", snippet=f"{SITE}b.pdf")


def test_no_file() -> None:
    """A page in the place of a file, and a site without files, are no targets."""
    assert ask() == ask(exchange("<html>Hilang", url=f"{SITE}x.pdf", purpose=Purpose.DOCUMENT)) == []
