"""Documents: the files that a site gives to the public, and what those that were opened say of themselves."""

from dataclasses import dataclass
from enum import StrEnum

from webaudit.model.reading import Document
from webaudit.model.record import Failure, Record


class FileKind(StrEnum):
    """What a document's address brought, by its first bytes."""

    PDF = "pdf"
    PAGE = "page"
    """HTML in the place of the file."""
    EMPTY = "empty"
    OTHER = "other"
    """Another file, or a page of a cloud that shows one."""


@dataclass(frozen=True, slots=True)
class Pdf:
    """What a PDF file says of itself (ISO 32000-1).

    Attributes:
        pages: number of pages.
        text: a page among the first holds text, and not only pictures of it.
        blank: no page among the first holds anything.
        tagged: it has a structure tree, and is marked as tagged.
        title: of the document's metadata; empty if there is none.
        language: of the whole, as declared; empty if it is not.
        encrypted: it opens only with a password, or forbids something to its reader.
        producer: the program that wrote it.
        made: year of its last change, as it says itself; None if it does not.
    """

    pages: int
    text: bool
    blank: bool = False
    tagged: bool = False
    title: str = ""
    language: str = ""
    encrypted: bool = False
    producer: str = ""
    made: int | None = None


@dataclass(frozen=True, slots=True)
class PersonalData:
    """What the text of a file tells of citizens.

    Attributes:
        count: of different numbers that can be NIK.
        example: the first of them, all but the province masked; empty if there is none.
        telephones: different numbers of mobile telephones.
        partly: the file is of an old kind, of whose text an unknown part was read.
    """

    count: int = 0
    example: str = ""
    telephones: int = 0
    partly: bool = False


@dataclass(frozen=True, slots=True)
class DocumentAnswer:
    """What the address of a document answered.

    Attributes:
        url: as linked.
        final_url: where its redirects ended.
        size_bytes: as said or seen; None if neither.
        login: it asks for an account.
        pdf: what was read in it, or why nothing was; None if it was not opened.
        personal: what its text tells of citizens; None if that was not read.
    """

    url: str
    final_url: str
    status: int | None
    kind: FileKind
    size_bytes: int | None = None
    login: bool = False
    pdf: Pdf | Failure | None = None
    personal: PersonalData | None = None


@dataclass(frozen=True, slots=True)
class Documents(Record):
    """All documents that the captured pages link to.

    Attributes:
        found: each address once, in the order of addresses.
        answers: of those that were asked, in the order of addresses.
    """

    found: tuple[Document, ...] = ()
    answers: tuple[DocumentAnswer, ...] = ()
