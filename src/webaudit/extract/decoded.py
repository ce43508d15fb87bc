"""What a script spells in a way that nobody shall read."""

import base64
import binascii
import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import unquote

MOST_STRINGS = 20
_DEPTH = 3
"""How often a string may hide another."""

_CODED = re.compile(
    r"atob\(\s*['\"`]([A-Za-z0-9+/=]{8,20000})['\"`]|(?:unescape|decodeURI(?:Component)?)\(\s*['\"`]([^'\"`]{8,20000})['\"`]"
    r"|fromCharCode(?:\.apply\([^,\[]{0,40},\s*\[|\()([\d\s,x]{8,20000})"
    r"|((?:\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|[0-7]{3})){4,4000})"
    r"|['\"`]([^'\"`\\]{6,2000})['\"`]\s*\.split\(\s*['\"`]{2}\s*\)\s*\.reverse\("
)
_HINTS = ("atob", "unescape", "decodeURI", "fromCharCode", "\\x", "\\u", "\\1", "reverse(")
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|([0-7]{3}))")
_PERCENT_U = re.compile(r"%u([0-9a-fA-F]{4})")


def decoded(text: str) -> Iterator[str]:
    """The strings that a script hides in base64, escapes, codes of characters or backwards, in plain text.

    What is hidden inside another such string comes after it.
    """
    yield from islice(_decoded(text, _DEPTH), MOST_STRINGS)


def _decoded(text: str, depth: int) -> Iterator[str]:
    if not depth or not any(hint in text for hint in _HINTS):
        return
    for match in islice(_CODED.finditer(text), MOST_STRINGS):
        plain = _plain(match)
        if plain:
            yield plain
            yield from _decoded(plain, depth - 1)


def _plain(match: re.Match[str]) -> str:
    """One string in plain text; empty if it is none."""
    in_base64, escaped, codes, escapes, backwards = match.groups()
    if in_base64:
        try:
            return base64.b64decode(in_base64 + "=" * (-len(in_base64) % 4)).decode("latin-1")
        except (binascii.Error, ValueError):
            return ""
    if escaped:
        return unquote(_PERCENT_U.sub(lambda code: _sign(code[1], 16), escaped))
    if codes:
        numbers = re.findall(r"0x[0-9a-f]{1,4}|\d{1,5}", codes.lower())
        return "".join(
            _sign(code.removeprefix("0x"), 16 if code.startswith("0x") else 10) for code in numbers
        )
    if escapes:
        return _ESCAPE.sub(lambda code: _sign(code[1] or code[2] or code[3], 8 if code[3] else 16), escapes)
    return str(backwards)[::-1]


def _sign(digits: str, base: int) -> str:
    return chr(int(digits, base))
