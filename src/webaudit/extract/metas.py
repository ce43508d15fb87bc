"""What the meta elements of a page say."""

import re
from collections.abc import Iterable
from itertools import islice

from lxml.html import HtmlElement

MOST_METAS = 500
CONTENT_CHARACTERS = 2_000

# HTML Standard, 4.2.5.3: digits, a fraction that does not count, then the end or a sign before the address.
_DELAY = re.compile(r"[ \t\n\f\r]*(?:(\d{1,12})[\d.]*|\.[\d.]*)(?:$|[;,\s])")


def metas(elements: Iterable[HtmlElement]) -> dict[str, list[str]]:
    """The contents by name in lower case, white space folded, in the order of the page.

    `property` is taken for a name, for readers of pages take one for the other.
    """
    found: dict[str, list[str]] = {}
    for element in islice(elements, MOST_METAS):
        name, content = element.get("property") or element.get("name"), element.get("content")
        if name is not None and content is not None:
            said = " ".join(content[:CONTENT_CHARACTERS].split())
            found.setdefault(name[:100].strip().lower(), []).append(said)
    return found


def refresh_seconds(meta: HtmlElement) -> int | None:
    """After how long the page reloads or moves on; None if it does not."""
    if meta.get("http-equiv", "").strip().lower() != "refresh":
        return None
    delay = _DELAY.match(meta.get("content", ""))
    return int(delay[1] or 0) if delay else None
