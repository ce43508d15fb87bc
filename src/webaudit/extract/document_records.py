"""The record of all documents, put together from the pages that link to them and the answers to requests."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from webaudit.extract import records
from webaudit.extract.body import decode_body
from webaudit.extract.html import read_page
from webaudit.extract.pdf import MOST_BYTES, is_pdf, read_pdf
from webaudit.extract.personal_data import personal_data
from webaudit.extract.urls import host, page_key
from webaudit.model.document import DocumentAnswer, Documents, FileKind, Pdf, PersonalData
from webaudit.model.evidence import Exchange, Purpose, Readings
from webaudit.model.page import Page
from webaudit.model.reading import Document, PageKind
from webaudit.model.record import Failure, FailureReason
from webaudit.vocabulary.documents import document_marks

REDIRECTS = 5
LISTED = 200
"""Of a site's documents: those that a report tells of one by one."""
_START_BYTES = 65_536
"""Enough to tell what a file is."""


@dataclass(frozen=True, slots=True)
class File:
    """What one answer brought."""

    kind: FileKind
    size_bytes: int | None
    login: bool = False
    pdf: Pdf | Failure | None = None
    personal: PersonalData | None = None


def file_of(exchange: Exchange, *, opened: bool = False) -> File:
    """What an answer brought.

    Args:
        opened: a PDF file is read, and the text of others.
    """
    if exchange.status != 200:
        return File(FileKind.OTHER, None)
    data = decode_body(exchange, MOST_BYTES + 1 if opened else _START_BYTES).data
    said = (exchange.header("content-length") or "")[:15]
    plain = exchange.header("content-encoding") is None
    size = int(said) if plain and said.isdecimal() and said.isascii() else None
    if size is None and not exchange.truncated:
        size = len(exchange.body)
    if not data:
        # A body of which nothing came because the server broke off says nothing of what is there.
        broken = exchange.failure is not None or exchange.truncated
        return File(FileKind.OTHER if broken or size else FileKind.EMPTY, size)
    if is_pdf(data):
        pdf = _opened(exchange, data) if opened else None
        told = personal_data(data, exchange.url, pdf) if pdf else None
        return File(FileKind.PDF, size, pdf=pdf, personal=told)
    page = read_page(exchange, _START_BYTES, brief=True)
    if page is None or page.reading.kind is PageKind.NOT_HTML:
        whole = opened and not exchange.truncated and len(data) <= MOST_BYTES
        return File(FileKind.OTHER, size, personal=personal_data(data, exchange.url, None) if whole else None)
    return File(FileKind.PAGE, size, login=_asks_for_account(page))


def _opened(exchange: Exchange, data: bytes) -> Pdf | Failure:
    if exchange.truncated:
        return Failure(FailureReason.BUDGET)
    return exchange.failure or read_pdf(data)


def _asks_for_account(page: Page) -> bool:
    return page.reading.kind is PageKind.LOGIN or host(page.url) in document_marks().doors


def documents(
    readings: Readings,
    exchanges: Iterable[Exchange],
    external: Iterable[Exchange],
    files: Mapping[str, File],
) -> Documents:
    """All documents that the pages link to, and what those answered that were asked.

    Args:
        exchanges: of the site.
        external: of other hosts, purpose LINK_TARGET.
        files: what the answers brought that were opened, by their URLs; their bodies are gone.
    """
    found: dict[str, Document] = {}
    for page in readings.content:
        for one in page.documents:
            known = found.get(one.url)
            if known is None or (not known.subjects, not known.years) > (not one.subjects, not one.years):
                found[one.url] = one
    wanted = (Purpose.DOCUMENT, Purpose.LINK_TARGET)
    by_url = records.asked((*exchanges, *external), *wanted) if found else {}
    # The variants of an address are asked once.
    urls = {page_key(url): url for url in by_url}
    answers = []
    for url in sorted(found):
        asked = urls.get(page_key(url))
        chain = records.hops(asked, by_url, REDIRECTS) if asked else ()
        if not chain or chain[-1].url not in by_url:
            continue
        last = by_url[chain[-1].url]
        file = files.get(last.url) or file_of(last)
        login = file.login or host(last.url) in document_marks().doors
        answers.append(
            DocumentAnswer(
                url, last.url, last.status, file.kind, file.size_bytes, login, file.pdf, file.personal
            )
        )
    return Documents(tuple(found[url] for url in sorted(found)), tuple(answers))


def listed(documents: Documents) -> Documents:
    """Those that a report tells of: of a subject of the vocabulary first, then the newest by their years."""
    first = sorted(documents.found, key=lambda one: (not one.subjects, -max(one.years, default=0), one.url))
    found = tuple(sorted(first[:LISTED], key=lambda one: one.url))
    urls = {one.url for one in found}
    return Documents(found, tuple(answer for answer in documents.answers if answer.url in urls))
