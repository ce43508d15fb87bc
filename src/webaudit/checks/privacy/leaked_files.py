"""Check `leaked-files`."""

from collections.abc import Iterator

from webaudit.extract.telephones import MANY as MANY_TELEPHONES
from webaudit.model.check import Category, Severity, check
from webaudit.model.document import Documents
from webaudit.model.finding import Location, Verdict, cant_tell, failed, passed
from webaudit.standards import indonesia

MANY = 5
"""Different numbers in one file, as `mass-leak` counts them on a page."""


@check(
    id="leaked-files",
    title="No file for all to fetch lists citizens with their numbers",
    category=Category.PRIVACY,
    severity=Severity.CRITICAL,
    sources=(indonesia.UU_27_2022,),
    remedy="Take the file off the server at once, not only the link; ask search engines to forget it (Search "
    "Console, Removals), and tell the officer for data protection: the law gives three days to tell those "
    "concerned. Publish such lists with the last digits masked.",
    since="0.3.0",
)
def leaked_files(documents: Documents) -> Iterator[Verdict]:
    """Lists of those who get help, or passed an examination, are put up as files, with all that they gave.

    Target: each table (XLSX, ODS, CSV, XLS), letter (DOCX, ODT, DOC), plain text, and PDF file with the name
        of a list, that was opened and whose text could be read.
    Expectation: it holds fewer than five different numbers that can be those of citizens (NIK).
    Limits: a few files of a site are opened, and of PDF files the first pages read; pictures of text are not.
        Where two to four numbers are seen, or very many numbers of mobile telephones, a person must look; so
        in a file of an old kind (XLS, DOC) that shows none: a part of it is read. No number is kept: a
        finding tells how many there are, and one of them masked.

    Passed:
        ```json
        {"documents": {"answers": [{"url": "https://a.go.id/data.csv", "final_url": "https://a.go.id/data.csv",
            "status": 200, "kind": "other", "personal": {"count": 1}}]}}
        ```

    Failed (identity-numbers):
        ```json
        {"documents": {"answers": [{"url": "https://a.go.id/data.csv", "final_url": "https://a.go.id/data.csv",
            "status": 200, "kind": "other", "personal": {"count": 212, "example": "32••••••••••••••"}}]}}
        ```

    CantTell (few-numbers, telephones, old-format):
        ```json
        {"documents": {"answers": [{"url": "https://a.go.id/data.csv", "final_url": "https://a.go.id/data.csv",
            "status": 200, "kind": "other", "personal": {"count": 2, "example": "32••••••••••••••"}}]}}
        {"documents": {"answers": [{"url": "https://a.go.id/data.csv", "final_url": "https://a.go.id/data.csv",
            "status": 200, "kind": "other", "personal": {"count": 0, "telephones": 340}}]}}
        {"documents": {"answers": [{"url": "https://a.go.id/data.xls", "final_url": "https://a.go.id/data.xls",
            "status": 200, "kind": "other", "personal": {"count": 0, "partly": true}}]}}
        ```
    """
    for answer in documents.answers:
        found = answer.personal
        if found is None:
            continue
        here = Location(answer.url)
        if found.count >= MANY:
            message = "{count} numbers that can be NIK of citizens stand in the file, such as {example}"
            yield failed(here, "identity-numbers", message, count=found.count, example=found.example)
        elif found.count > 1:
            message = "{count} numbers that can be NIK of citizens stand in the file, such as {example}"
            yield cant_tell(here, "few-numbers", message, count=found.count, example=found.example)
        elif found.telephones >= MANY_TELEPHONES:
            message = "{count} numbers of mobile telephones stand in the file; whether of citizens is unknown"
            yield cant_tell(here, "telephones", message, count=found.telephones)
        elif found.partly:
            message = (
                "the file is of an old kind (XLS, DOC), of which only a part can be read: look through it"
            )
            yield cant_tell(here, "old-format", message)
        else:
            yield passed(here)
