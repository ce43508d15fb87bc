"""How a page reloads or moves on by itself."""

import re

from lxml.html import HtmlElement

from webaudit.extract.exposure import exposure
from webaudit.model.page import Page

# HTML Standard, 4.2.5.3: digits, a fraction that does not count, then the end or a sign before the address.
_DELAY = re.compile(r"[ \t\n\f\r]*(?:(\d{1,12})[\d.]*|\.[\d.]*)(?:$|[;,\s])")


def refresh(page: Page) -> tuple[HtmlElement, int] | None:
    """The first `meta` element by which the page reloads or moves on, and after how many seconds."""
    unseen = exposure(page).unseen
    for meta in page.elements("meta"):
        seconds = None if meta in unseen else _seconds(meta)
        if seconds is not None:
            return meta, seconds
    return None


def _seconds(meta: HtmlElement) -> int | None:
    """After how long the page reloads or moves on; None if it does not."""
    if meta.get("http-equiv", "").strip().lower() != "refresh":
        return None
    delay = _DELAY.match(meta.get("content", ""))
    return int(delay[1] or 0) if delay else None
