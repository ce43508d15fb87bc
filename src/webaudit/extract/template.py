"""The template of a page: a digest of its skeleton of tags, read off its bytes."""

import re
from collections.abc import Iterable
from hashlib import sha256

MOST_PAGES = 5
"""Of a site: those that a browser is shown."""

MOST_BYTES = 500_000
MOST_TAGS = 4_000

_PART = re.compile(
    rb"<(body|header|nav|main|article|section|aside|footer|form|table|div)(?=[\s/>])([^<>]{0,2000})",
    re.IGNORECASE,
)
_CLASS = re.compile(rb"(?:^|\s)class\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)


def template(utf8: bytes) -> str:
    """The digest: of the tags that parts of a page are made of, with their classes, each once, in order.

    How many news a list holds, or paragraphs a text, does not change it; nor do numbers in names, by which
    content systems tell one page from the next.
    """
    seen: dict[bytes, None] = {}
    for count, part in enumerate(_PART.finditer(utf8, 0, MOST_BYTES)):
        if count == MOST_TAGS:
            break
        tag, rest = part.groups()
        found = _CLASS.search(rest)
        names = (found[1] or found[2] or b"").split() if found else []
        kept = b" ".join(name for name in names if not any(48 <= sign <= 57 for sign in name))
        seen[tag.lower() + b" " + kept if tag.lower() != b"body" else b"body"] = None
    return sha256(b"\n".join(seen)).hexdigest()[:16]


def sample(pages: Iterable[tuple[str, str]], most: int = MOST_PAGES) -> tuple[tuple[str, str], ...]:
    """The first page of each of the largest templates, equals in the order of their first pages.

    Args:
        pages: address and template, in the order of capture.

    Returns:
        Address and template.
    """
    first: dict[str, str] = {}
    sizes: dict[str, int] = {}
    for url, name in pages:
        first.setdefault(name, url)
        sizes[name] = sizes.get(name, 0) + 1
    largest = sorted(first, key=lambda name: -sizes[name])[:most]
    return tuple((first[name], name) for name in largest)
