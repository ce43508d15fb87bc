"""The text of a YAML file, whatever its encoding."""

import codecs
import re
from typing import Final

from webaudit.model.errors import Message
from webaudit.store.yaml_values import Place, Problem


def decode(data: bytes) -> tuple[str, list[Problem]]:
    """The text of a file in UTF-8, or in whatever its byte order mark or its NULs tell."""
    encoding = "utf-8"
    marks = (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF32_LE, "utf-32"),
        (codecs.BOM_UTF32_BE, "utf-32"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    )
    for mark, name in marks:
        if data.startswith(mark):
            encoding = name
            break
    else:
        # The first character of a list is ASCII: its NUL tells on which side the other byte is.
        if data[:1] != b"\0" and data[1:2] == b"\0":
            encoding = "utf-16-le"
        elif data[:1] == b"\0" and data[1:2] not in (b"\0", b""):
            encoding = "utf-16-be"
    try:
        return data.decode(encoding), []
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, "replace")
        why = Message(
            "is no {encoding}: save the file as UTF-8", encoding=encoding.partition("-s")[0].upper()
        )
        return "", [Problem(_place(before), why)]


_UNPRINTABLE: Final = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def unprintable(text: str) -> list[Problem]:
    """Characters that YAML does not allow, at most ten."""
    found = []
    for match in _UNPRINTABLE.finditer(text):
        why = Message("holds the control character U+{code}: remove it", code=f"{ord(match[0]):04X}")
        found.append(Problem(_place(text[: match.start()]), why))
        if len(found) == 10:
            break
    return found


def _place(before: str) -> Place:
    """The place behind a text."""
    return Place(before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
