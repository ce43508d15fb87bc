"""The documents of a site as the JSON report lists them."""

from webaudit.model.document import Documents, FileKind
from webaudit.render.clean import clean, safe
from webaudit.render.wire import URL_CHARACTERS, Wire


class DocumentRecord(Wire):
    """One file that the site's pages link to: a PDF, a text, a table, or what a cloud keeps."""

    url: str | None
    """As linked."""
    name: str | None
    """Of the link."""
    subjects: tuple[str, ...]
    """Keys in the vocabulary: renstra, lkjip, dpa …, by its name or what stands around the link."""
    years: tuple[int, ...]
    """That it is about, likewise."""
    kind: FileKind | None
    """By its first bytes; null if it was not asked."""
    size_bytes: int | None
    """As said or seen."""
    status: int | None
    """Of the last answer; null if it was not asked, or gave none."""
    final_url: str | None
    """Where it is kept, after redirects; null if it was not asked."""
    found_on: str | None
    """The page that links to it."""


def document_records(documents: Documents) -> tuple[DocumentRecord, ...]:
    """The documents, each with what was answered of it."""
    answers = {answer.url: answer for answer in documents.answers}
    return tuple(
        DocumentRecord(
            url=safe(one.url, URL_CHARACTERS) or None,
            name=clean(one.name) or None,
            subjects=one.subjects,
            years=one.years,
            kind=answer.kind if answer else None,
            size_bytes=answer.size_bytes if answer else None,
            status=answer.status if answer else None,
            final_url=(safe(answer.final_url, URL_CHARACTERS) or None) if answer else None,
            found_on=safe(one.found_on, URL_CHARACTERS) or None,
        )
        for one in documents.found
        for answer in (answers.get(one.url),)
    )
