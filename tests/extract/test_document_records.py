"""The record of documents: what was found, and what the addresses brought that were asked."""

from dataclasses import replace

import pytest

from tests.evidence import SITE, exchange, page, readings
from webaudit.demo.publications import tagged
from webaudit.extract.document_records import LISTED, documents, file_of, listed
from webaudit.model.document import DocumentAnswer, Documents, FileKind, Pdf
from webaudit.model.evidence import Exchange, Purpose
from webaudit.model.reading import Document
from webaudit.model.record import Failure, FailureReason, Stage

PDF = {"content-type": "application/pdf"}
HTML = {"content-type": "text/html"}


def target(
    body: bytes | str, headers: dict[str, str] = PDF, *, url: str = f"{SITE}x.pdf", status: int = 200
) -> Exchange:
    """The answer of a link's target."""
    return exchange(body, url=url, status=status, headers=headers, purpose=Purpose.LINK_TARGET)


@pytest.mark.parametrize(
    ("answer", "kind", "size"),
    [
        (target(tagged("x")), FileKind.PDF, len(tagged("x"))),
        (target(tagged("x")[:200], {**PDF, "content-length": "9000"}), FileKind.PDF, 9000),
        (target(b"PK\x03\x04rest", {"content-type": "application/zip"}), FileKind.OTHER, 8),
        (target(b""), FileKind.EMPTY, 0),
        (target("<html><h1>Hilang", HTML), FileKind.PAGE, 16),
    ],
)
def test_what_it_is(answer: Exchange, kind: FileKind, size: int) -> None:
    """A file is known by its first bytes, its size by what the server says or by what came."""
    file = file_of(answer)

    assert (file.kind, file.size_bytes, file.pdf) == (kind, size, None)


def test_broken_off() -> None:
    """Of a body of which nothing came nobody says that it is empty."""
    broken = replace(target(b""), failure=Failure(FailureReason.TIMEOUT, Stage.BODY))

    assert file_of(broken).kind is FileKind.OTHER


def test_opened() -> None:
    """A file that was fetched whole is read; one that was cut is left open."""
    whole = file_of(target(tagged("DPA")), opened=True)
    cut = file_of(replace(target(tagged("DPA")[:500]), truncated=True), opened=True)

    assert isinstance(whole.pdf, Pdf)
    assert cut.pdf == Failure(FailureReason.BUDGET)


def test_record() -> None:
    """Each address once, by its best name, with the answer at the end of its redirects."""
    body = "<a href=/x.pdf>Unduh</a><a href=https://drive.google.com/file/d/1/view>DPA 2026</a>"
    more = page("<html><a href=/x.pdf>LKjIP 2025</a>", url=f"{SITE}b").reading
    pages = readings(page(f"<html>{body}").reading, more)
    moved = target("", {"location": f"{SITE}y.pdf"}, status=301)
    door = "https://accounts.google.com/v3/signin"
    cloud = [
        target("", {"location": door}, url="https://drive.google.com/file/d/1/view", status=302),
        target("<html><p>Masuk", HTML, url=door),
    ]
    record = documents(pages, (moved, target(tagged("x"), url=f"{SITE}y.pdf")), cloud, {})

    assert [(one.url, one.years) for one in record.found] == [
        (f"{SITE}x.pdf", (2025,)),
        ("https://drive.google.com/file/d/1/view", (2026,)),
    ]
    assert record.answers == (
        DocumentAnswer(f"{SITE}x.pdf", f"{SITE}y.pdf", 200, FileKind.PDF, len(tagged("x"))),
        DocumentAnswer("https://drive.google.com/file/d/1/view", door, 200, FileKind.PAGE, 14, login=True),
    )


def test_list_is_bounded() -> None:
    """Of a flood of files a report lists those of a subject, then the newest, with their answers alone."""
    flood = [Document(f"{SITE}{number:04}.pdf", years=(2000 + number % 25,)) for number in range(2 * LISTED)]
    plan, old = Document(f"{SITE}z.pdf", subjects=("renstra",)), flood[0]
    answers = tuple(DocumentAnswer(one.url, one.url, 200, FileKind.PDF) for one in (old, plan))
    kept = listed(Documents((*flood, plan), answers))

    assert len(kept.found) == LISTED
    assert list(kept.found) == sorted(kept.found, key=lambda one: one.url)
    assert plan in kept.found
    assert old not in kept.found
    assert min(one.years[0] for one in kept.found if one is not plan) > 2000 + 10
    assert kept.answers == answers[1:]
