"""References in XML to what is no character."""

import re

_SURROGATE = re.compile(
    rb"&#(?:x0*d[89a-f][0-9a-f]{2}|0*(?:5529[6-9]|55[3-9]\d\d|56\d{3}|57[0-2]\d\d|573[0-3]\d|5734[0-3]))"
    rb"(?:;|(?![0-9a-f]))",
    re.IGNORECASE,
)
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}".encode()


def without_surrogates(data: bytes) -> bytes:
    """A document in which U+FFFD stands for each reference to half of a pair of UTF-16, as in broken emoji.

    libxml2 puts such a half into the tree when it recovers, and whoever reads the text of its element then
    gets an error.
    """
    return _SURROGATE.sub(_REPLACEMENT, data) if b"&#" in data else data
