"""HTTP messages as blocks of a WARC record, their bytes as received."""

import re
from typing import Final

from webaudit.model.evidence import Headers

# A body that is stored unpacked from its chunks must not say that it is chunked: readers would look for them.
CODED: Final = "transfer-encoding"
CODED_AS: Final = "x-archive-orig-transfer-encoding"

_BREAKS: Final = re.compile(r"[\r\n]")


def split(block: bytes) -> tuple[str, Headers, bytes]:
    """First line, fields and body of an HTTP message."""
    line, _, rest = block.partition(b"\r\n")
    if rest.startswith(b"\r\n"):
        return line.decode(), (), rest[2:]
    head, _, body = rest.partition(b"\r\n\r\n")
    return line.decode(), read_fields(head), body


def write_fields(headers: Headers) -> bytes:
    """The field lines, bytes as received: one that is no UTF-8 comes from the client as a lone surrogate."""
    lines = "\n".join(f"{CODED_AS if name == CODED else name}: {value}" for name, value in headers)
    if "\r" in lines or lines.count("\n") >= len(headers) > 0:
        # No client lets these through; if one did, a forged blank line would end the head.
        flat = ((_BREAKS.sub(" ", name), _BREAKS.sub(" ", value)) for name, value in headers)
        return write_fields(tuple(flat))
    whole = lines.replace("\n", "\r\n") + "\r\n" if headers else ""
    try:
        return whole.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return whole.encode("utf-8", "replace")


def read_fields(lines: bytes) -> Headers:
    """The fields of lines without the blank one behind them."""
    if not lines:
        return ()
    pairs = (line.partition(":") for line in lines.decode("utf-8", "surrogateescape").split("\r\n"))
    return tuple((CODED if name == CODED_AS else name, value[1:]) for name, _, value in pairs)
