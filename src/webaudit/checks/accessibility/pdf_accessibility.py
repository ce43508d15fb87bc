"""Check `pdf-accessibility`."""

from collections.abc import Iterator

from webaudit.model.check import Category, Severity, check
from webaudit.model.document import DocumentAnswer, Documents, Pdf
from webaudit.model.finding import Location, Verdict, cant_tell, failed, passed
from webaudit.model.reading import Document
from webaudit.model.record import Failure, FailureReason
from webaudit.standards import pdf, wcag


@check(
    id="pdf-accessibility",
    title="PDF documents can be read aloud: text, tags, language, title",
    category=Category.ACCESSIBILITY,
    severity=Severity.MODERATE,
    sources=(pdf.UA, pdf.TAGGED, pdf.LANGUAGE, pdf.TITLE, pdf.TEXT, wcag.SC_1_1_1, wcag.SC_1_3_1),
    remedy="Make the PDF from the text itself, not from a scan. In Word: File, Save As, PDF, Options, then "
    "tick “Document structure tags for accessibility”; the title stands under File, Info, the language under "
    "Review, Language. Then put it in the place of the old one, in WordPress under Media.",
    since="0.3.0",
)
def pdf_accessibility(documents: Documents) -> Iterator[Verdict]:
    """What the law makes an agency publish is mostly a PDF file; a scan of it tells a blind citizen nothing.

    Target: each PDF file of the site's own hosts that was opened, ten at most, those first that the law asks
        for.
    Expectation: it holds text, is tagged, and declares its language and a title.
    Limits: whether the tags are right, and in the right order, is left to people. A file that is longer than
        the auditor reads, asks for a password or is broken is left open.

    Passed:
        ```json
        {"documents": {"found": [{"url": "https://a.example/dpa.pdf", "name": "DPA 2026",
            "found_on": "https://a.example/"}],
         "answers": [{"url": "https://a.example/dpa.pdf", "final_url": "https://a.example/dpa.pdf",
            "status": 200, "kind": "pdf", "pdf": {"pages": 3, "text": true, "tagged": true,
            "language": "id-ID", "title": "DPA 2026"}}]}}
        ```

    Failed (no-text, untagged):
        ```json
        {"documents": {"found": [{"url": "https://a.example/dpa.pdf", "name": "DPA 2026",
            "found_on": "https://a.example/"}],
         "answers": [{"url": "https://a.example/dpa.pdf", "final_url": "https://a.example/dpa.pdf",
            "status": 200, "kind": "pdf", "pdf": {"pages": 3, "text": false}}]}}
        {"documents": {"found": [{"url": "https://a.example/dpa.pdf", "name": "DPA 2026",
            "found_on": "https://a.example/"}],
         "answers": [{"url": "https://a.example/dpa.pdf", "final_url": "https://a.example/dpa.pdf",
            "status": 200, "kind": "pdf", "pdf": {"pages": 3, "text": true}}]}}
        ```

    Failed (no-language, no-title):
        ```json
        {"documents": {"found": [{"url": "https://a.example/dpa.pdf", "name": "DPA 2026",
            "found_on": "https://a.example/"}],
         "answers": [{"url": "https://a.example/dpa.pdf", "final_url": "https://a.example/dpa.pdf",
            "status": 200, "kind": "pdf", "pdf": {"pages": 3, "text": true, "tagged": true}}]}}
        {"documents": {"found": [{"url": "https://a.example/dpa.pdf", "name": "DPA 2026",
            "found_on": "https://a.example/"}],
         "answers": [{"url": "https://a.example/dpa.pdf", "final_url": "https://a.example/dpa.pdf",
            "status": 200, "kind": "pdf", "pdf": {"pages": 3, "text": true, "tagged": true,
            "language": "id"}}]}}
        ```

    CantTell (too-long, locked, broken):
        ```json
        {"documents": {"found": [{"url": "https://a.example/dpa.pdf", "name": "DPA 2026",
            "found_on": "https://a.example/"}],
         "answers": [{"url": "https://a.example/dpa.pdf", "final_url": "https://a.example/dpa.pdf",
            "status": 200, "kind": "pdf", "pdf": {"reason": "budget"}}]}}
        {"documents": {"found": [{"url": "https://a.example/dpa.pdf", "name": "DPA 2026",
            "found_on": "https://a.example/"}],
         "answers": [{"url": "https://a.example/dpa.pdf", "final_url": "https://a.example/dpa.pdf",
            "status": 200, "kind": "pdf", "pdf": {"reason": "login"}}]}}
        {"documents": {"found": [{"url": "https://a.example/dpa.pdf", "name": "DPA 2026",
            "found_on": "https://a.example/"}],
         "answers": [{"url": "https://a.example/dpa.pdf", "final_url": "https://a.example/dpa.pdf",
            "status": 200, "kind": "pdf", "pdf": {"reason": "protocol"}}]}}
        ```
    """
    found = {one.url: one for one in documents.found}
    for answer in documents.answers:
        if answer.pdf is not None:
            yield _verdict(answer, answer.pdf, found.get(answer.url, Document(answer.url)))


def _verdict(answer: DocumentAnswer, read: Pdf | Failure, document: Document) -> Verdict:
    """The verdict on one file; its place is the link to it."""
    here = Location(document.found_on or answer.url, document.xpath, snippet=answer.url)
    name, url = document.name or answer.url, answer.url
    if isinstance(read, Failure):
        return _unread(here, read, name, url)
    if not read.text:
        message = "“{name}” holds no text, only pictures of it: {url}"
        return failed(here, "no-text", message, name=name, url=url)
    if not read.tagged:
        message = "“{name}” has no tags that tell headings, lists and tables: {url}"
        return failed(here, "untagged", message, name=name, url=url)
    if not read.language:
        message = "“{name}” does not declare its language: {url}"
        return failed(here, "no-language", message, name=name, url=url)
    if not read.title:
        return failed(here, "no-title", "“{name}” has no title: {url}", name=name, url=url)
    return passed(here)


def _unread(here: Location, failure: Failure, name: str, url: str) -> Verdict:
    """Why nothing is said of a file."""
    if failure.reason is FailureReason.BUDGET:
        message = "“{name}” is longer than the auditor reads: {url}"
        return cant_tell(here, "too-long", message, name=name, url=url)
    if failure.reason is FailureReason.LOGIN:
        return cant_tell(here, "locked", "“{name}” asks for a password: {url}", name=name, url=url)
    return cant_tell(here, "broken", "“{name}” could not be read: {url}", name=name, url=url)
