"""Files of the old kind of Office (XLS, DOC, PPT): what can be read of them without following what they say.

Such a file is a file system of its own ([MS-CFB]), whose tables may lead in circles, and a sheet with a cell
at the end of each row takes far more memory than its file. But texts mostly lie there in one piece, a byte or
two a letter, so that runs of letters show them.
"""

import re
from collections.abc import Iterator

_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NARROW = re.compile(rb"[\x20-\x7e]{10,}")
_WIDE = re.compile(rb"(?:[\x20-\x7e]\0){10,}")
_LENGTH = re.compile(rb"(?<=\d{16})\d\Z")
"""Behind a number the length of the next text looks like one digit more ([MS-XLS] 2.5.293)."""


def is_old_office(data: bytes) -> bool:
    """Whether a file says that it is one."""
    return data.startswith(_MAGIC)


def old_office_text(data: bytes) -> str:
    """Runs of letters in a file, one a line; that none is found says little of what the file holds."""
    return "\n".join(run.decode("ascii") for run in _runs(data))


def _runs(data: bytes) -> Iterator[bytes]:
    for match in _NARROW.finditer(data):
        followed = data[match.end() : match.end() + 1] == b"\0"
        yield _LENGTH.sub(b"", match[0]) if followed else match[0]
    for match in _WIDE.finditer(data):
        yield _LENGTH.sub(b"", match[0][::2])
