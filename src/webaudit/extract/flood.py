"""Floods of tags and of attributes, found and cut off before anything is parsed."""

import re

MOST_ATTRIBUTES = 1_000
"""A body with a tag that has more is not parsed: lxml's time grows with their square (100,000 take 39 s)."""

MOST_TAGS = 100_000
"""Of a page that are parsed, comments and all; the rest is cut off: 150,000 elements may take 100 MB."""


def cut(utf8: bytes) -> bytes:
    """A body up to as many tags as are read."""
    return utf8[: _nth_tag(utf8, MOST_TAGS)] if is_tag_flood(utf8) else utf8


def is_tag_flood(utf8: bytes) -> bool:
    """Whether a body has more tags than are parsed."""
    return len(utf8) > 3 * MOST_TAGS and utf8.count(b"<") > MOST_TAGS


def _nth_tag(utf8: bytes, number: int) -> int:
    """Where a body's n-th tag begins, nearly: no later, and at most a few kilobytes earlier."""
    at = 0
    for step in (65_536, 4_096):
        while at < len(utf8) and (many := utf8.count(b"<", at, at + step)) <= number:
            number -= many
            at += step
    return utf8.rfind(b">", 0, at) + 1 or at


# Tokens of HTML that hold no tag, or one; each is read once, so that the time is linear.
_ATTRIBUTE = rb"[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+\"?+|'[^']*+'?+|[^\s>]*+))?+"
_TOKEN = re.compile(
    rb"<!--(?:-?>|.*?(?:--!?>|\Z))|<[!?][^>]*+>?+"
    rb"|<(?P<raw>script|style|title|textarea|xmp|iframe|noembed|noframes)(?=[\s/>])"
    rb"|</?[a-z][^\s/>]*+",
    re.IGNORECASE | re.DOTALL,
)
_MANY = re.compile(rb"(?:%s){0,%d}+[\s/]*+(?P<end>>?)" % (_ATTRIBUTE, MOST_ATTRIBUTES))
_OPENS = re.compile(rb"</?[a-zA-Z]")
_TRIES = 20


def has_attribute_flood(utf8: bytes) -> bool:
    """Whether a tag has more than `MOST_ATTRIBUTES` attributes."""
    # Each attribute takes two bytes, so the tag is long.
    if not _has_long_tag(utf8, 2 * MOST_ATTRIBUTES):
        return False
    at = 0
    while (token := _TOKEN.search(utf8, at)) is not None:
        at = token.end()
        if utf8.startswith((b"<!", b"<?"), token.start()):
            continue
        rest = _MANY.match(utf8, at)
        if rest is None:
            continue
        at = rest.end()
        if not rest["end"] and at < len(utf8):
            return True
        if raw := token["raw"]:
            shut = re.compile(rb"</" + raw + rb"(?=[\s/>])", re.IGNORECASE).search(utf8, at)
            if shut is None:
                return False
            at = shut.start()
    return False


def _has_long_tag(utf8: bytes, longest: int) -> bool:
    """Whether a tag may be longer than this; a page is skipped from one end of a tag to another."""
    at = 0
    while len(utf8) - at > longest:
        # The last sign may stand in an attribute's value, "a > b"; then one before it will do.
        sign, tries = at + longest + 1, _TRIES
        while (sign := utf8.rfind(b">", at, sign)) >= 0 and tries and _is_hidden(utf8, at, sign):
            tries -= 1
        if sign >= 0 and not tries:
            return True
        if sign < 0:
            sign = utf8.find(b">", at + longest + 1)
            sign = len(utf8) if sign < 0 else sign
            tag = _OPENS.search(utf8, at, sign)
            if tag is not None and (sign - tag.start() > longest or _is_hidden(utf8, at, sign)):
                return True
        at = sign + 1
    return False


def _is_hidden(utf8: bytes, start: int, sign: int) -> bool:
    """Whether a quoted value may hold this sign, where no value is open at the start."""
    for quote in (b'"', b"'"):
        last = utf8.rfind(quote, start, sign)
        # It would be the one that opens the value, and an opening one stands behind "=".
        if last > start and utf8[start:last].rstrip().endswith(b"="):
            return True
    return False
