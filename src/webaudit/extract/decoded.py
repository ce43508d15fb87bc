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
)
HINTS = ("atob", "unescape", "decodeURI", "fromCharCode", "\\x", "\\u", "\\1", "reverse(")
"""What a script that hides something has somewhere, but for one that parts its words."""

_ALL_HINTS = (*HINTS, "join(", "eval(function(")
"""Likewise, with what is looked for only in scripts that lead away or write."""

_STRING = r"(?:'[^'\\]{0,200}'|\"[^\"\\]{0,200}\")"
_KEPT = (
    ("atob", re.compile(r"(['\"`])(?P<kept>[A-Za-z0-9+/]{24,20000}={0,2})\1")),
    ("fromCharCode", re.compile(r"\[(?P<kept>\s*\d{1,5}(?:\s*,\s*\d{1,5}){7,4000})\s*\]")),
    ("join(", re.compile(rf"\[\s*(?P<kept>{_STRING}(?:\s*,\s*{_STRING}){{2,200}})\s*,?\s*\]")),
    (
        "reverse(",
        re.compile(
            r"(['\"`])(?P<kept>(?:(?!\1)[^\\]){6,2000})\1(?=\s*\.split\(\s*['\"`]{2}\s*\)\s*\.reverse\()"
        ),
    ),
)
"""What undoes a code, and how a string looks that a variable keeps for it."""

_LITERAL = re.compile(r"'([^'\\]*)'|\"([^\"\\]*)\"")
_PACKED = re.compile(
    r"\}\s*\(\s*'((?:[^'\\]|\\.){1,50000})'\s*,\s*(\d{1,2})\s*,\s*\d{1,5}\s*,\s*'([^']{1,50000})'\s*\.split\("
)
"""A script that another puts together again out of a list of its words."""

_WORD_CHARACTERS = 100
_WORD = re.compile(r"\b\w+\b")
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
JOINTS = ("'+", "' +", '"+', '" +')
"""Where a script may put a string together."""

_JOINT = re.compile(r"(['\"`])\s*\+\s*\1")
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|([0-7]{3}))")
_PERCENT_U = re.compile(r"%u([0-9a-fA-F]{4})")


def decoded(text: str) -> Iterator[str]:
    """The strings that a script hides in base64, escapes, codes of characters or backwards, in plain text.

    What is hidden inside another such string comes after it.
    """
    yield from islice(_decoded(text, _DEPTH), MOST_STRINGS)


def _decoded(text: str, depth: int) -> Iterator[str]:
    if not depth or not any(map(text.__contains__, _ALL_HINTS)):
        return
    for plain in islice(filter(None, _undone(text)), MOST_STRINGS):
        yield plain
        yield from _decoded(plain, depth - 1)


def _undone(text: str) -> Iterator[str]:
    """The strings that stand in code beside what undoes it, and those that a variable keeps for it."""
    if "eval(function(" in text:
        yield from (_unpacked(match) for match in islice(_PACKED.finditer(text), MOST_STRINGS))
    said = [_plain(match) for match in islice(_CODED.finditer(text), MOST_STRINGS)]
    yield from said
    for undoes, kept in _KEPT:
        for match in islice(kept.finditer(text), MOST_STRINGS) if undoes in text else ():
            plain = _undo(undoes, match["kept"])
            # What is no text was never meant to be read so.
            if plain not in said and not _CONTROL.search(plain):
                yield plain


def _undo(code: str, text: str) -> str:
    if code == "reverse(":
        return text[::-1]
    if code == "join(":
        return "".join(first or second for first, second in _LITERAL.findall(text))
    return from_base64(text) if code == "atob" else _from_codes(text)


def joined(text: str) -> str:
    """A script with its strings put together that are written in parts: 'loc' + 'ation'."""
    return _JOINT.sub("", text) if any(map(text.__contains__, JOINTS)) else text


def _plain(match: re.Match[str]) -> str:
    """One string in plain text; empty if it is none."""
    in_base64, escaped, codes, escapes = match.groups()
    if in_base64:
        return from_base64(in_base64)
    if escaped:
        return unquote(_PERCENT_U.sub(lambda code: _sign(code[1], 16), escaped))
    if codes:
        return _from_codes(codes)
    return _ESCAPE.sub(lambda code: _sign(code[1] or code[2] or code[3], 8 if code[3] else 16), escapes)


def _unpacked(match: re.Match[str]) -> str:
    """A packed script with the words of its list where their numbers stand."""
    packed, base, listed = match[1], int(match[2]), match[3].split("|")

    def word(found: re.Match[str]) -> str:
        number = 0
        for sign in found[0][:6]:
            digit = _DIGITS.find(sign)
            if not 0 <= digit < base:
                return found[0]
            number = number * base + digit
        # However long a word is said to be, the whole stays as large as a script may be.
        return (listed[number][:_WORD_CHARACTERS] if number < len(listed) else "") or found[0]

    return _WORD.sub(word, packed)


def from_base64(text: str) -> str:
    """The text that is written so; empty if none is."""
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4)).decode("latin-1")
    except (binascii.Error, ValueError):
        return ""


def _from_codes(text: str) -> str:
    numbers = re.findall(r"0x[0-9a-f]{1,4}|\d{1,5}", text.lower())
    return "".join(_sign(code.removeprefix("0x"), 16 if code.startswith("0x") else 10) for code in numbers)


def _sign(digits: str, base: int) -> str:
    return chr(int(digits, base))
