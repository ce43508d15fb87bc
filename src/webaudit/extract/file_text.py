"""The text of a file for readers, within bounds that no file can lift: tables, letters and plain text."""

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from zipfile import ZipFile

from webaudit.extract.old_office import is_old_office, old_office_text

_CHARACTERS = 2_000_000
_MOST_PARTS = 20
_MOST_UNPACKED = 6_000_000
"""Bytes of all parts of a packed file together; what is larger is left out."""

_ZIP = b"PK\x03\x04"
_PARTS = re.compile(r"xl/sharedStrings\.xml|xl/worksheets/sheet\d+\.xml|word/document\.xml|content\.xml")
_PLAIN = re.compile(r"\.(?:csv|tsv|txt)(?:$|[?;])", re.IGNORECASE)
_ENDS = re.compile(
    r"</(?:w:p|w:tc|c|si|text:p|table:table-cell)>|<(?:w:tab|w:br|text:tab|text:line-break)\b[^<>]{0,200}>"
)
"""Where a cell or a paragraph ends: between other tags one word may go on."""
_TAG = re.compile(r"<[^<>]{0,2000}>")


def file_text(data: bytes, url: str) -> str | None:
    """The text of a table (XLSX, ODS, CSV, XLS), a letter (DOCX, ODT, DOC) or plain text; None if it is none.

    Args:
        data: the whole file.
        url: tells plain text from others.
    """
    if data.startswith(_ZIP):
        try:
            with ZipFile(BytesIO(data)) as packed:
                return "\n".join(_parts(packed))[:_CHARACTERS]
        except Exception:
            # Whatever the library meets in a hostile file, it costs this file alone.
            return None
    if is_old_office(data):
        return old_office_text(data)[:_CHARACTERS]
    if not _PLAIN.search(url):
        return None
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")[:_CHARACTERS]
    # Digits are the same in all others.
    return None if b"\0" in data else data.decode("utf-8", "replace")[:_CHARACTERS]


def _parts(packed: ZipFile) -> Iterator[str]:
    wanted = (one for one in packed.infolist() if _PARTS.fullmatch(one.filename))
    left = _MOST_UNPACKED
    for part in islice(wanted, _MOST_PARTS):
        # What is said of the size is what is read at most.
        if part.file_size <= left:
            left -= part.file_size
            text = packed.read(part).decode("utf-8", "replace")
            yield _TAG.sub("", _ENDS.sub("\n", text))
