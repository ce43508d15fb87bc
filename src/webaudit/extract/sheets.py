"""The style sheets of pages: which ones a page asks for, and what was captured of them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from lxml.html import HtmlElement

from webaudit.extract.base import base_of
from webaudit.extract.body import decode_body
from webaudit.extract.links import origin
from webaudit.extract.media import matches_screen
from webaudit.extract.records import REDIRECTS
from webaudit.extract.urls import host, normalise
from webaudit.model.evidence import Exchange, Purpose, StyleSheets
from webaudit.model.page import Page

SHEET_BYTES = 1_000_000
"""Of one sheet, on the wire and again after decoding."""

MOST_HOPS = 3
"""Redirects from the address of a sheet."""

FONTS = re.compile(
    r"(?:^|\.)(?:fonts\.googleapis\.com|fonts\.bunny\.net|use\.typekit\.net|fonts\.cdnfonts\.com)$"
)
"""Hosts whose sheets name fonts and decide nothing else: they are neither asked nor missed."""

_ADDRESS = re.compile(r"^(?:url\(\s*)?[\"']?([^\s\"')]+)")
_CHARSET = re.compile(rb'@charset "([\w-]{1,40})";')
_OF_TYPE = re.compile(r"charset\s*=\s*\"?([\w-]{1,40})", re.IGNORECASE)


class Sheets(dict[str, str]):
    """Texts of the style sheets that were captured, by the address that a page asked for."""

    def __init__(self) -> None:
        """Holds none yet."""
        super().__init__()
        self._asked_as: dict[str, str] = {}

    def add(self, exchange: Exchange) -> None:
        """Takes the answer of a sheet, or a redirect on the way to it.

        An error, or what is no sheet, styles nothing, as in a browser; no answer is no sheet that is known.
        """
        asked = self._asked_as.get(exchange.url, exchange.url)
        if exchange.status is None or exchange.failure is not None:
            return
        if exchange.status in REDIRECTS:
            target = normalise(exchange.header("location") or "", exchange.url)
            if target:
                self._asked_as.setdefault(target, asked)
            return
        kind = (exchange.header("content-type") or "").partition(";")[0].strip().lower()
        if exchange.status >= 400 or kind not in {"", "text/css"}:
            self[asked] = ""
            return
        body = decode_body(exchange, SHEET_BYTES)
        if body.failure is None and not body.truncated:
            self[asked] = _text(body.data, exchange.header("content-type") or "")


def style_sheets(exchanges: Iterable[Exchange]) -> StyleSheets:
    """The style sheets that were asked, and where they were redirected to."""
    return StyleSheets(tuple(dict.fromkeys(e.url for e in exchanges if e.purpose is Purpose.STYLE)))


def linked_sheets(page: Page) -> tuple[str, ...]:
    """The addresses of the sheets for a screen that a page links to, each once, in order."""
    base = base_of(page)
    urls = (_url(element, base) for element in page.elements("link") if is_sheet(element))
    return tuple(dict.fromkeys(url for url in urls if url))


def sheet_texts(page: Page) -> Sequence[str | None]:
    """The texts of a page's sheets for a screen, in the order of the document; None for each not captured."""
    return page.once(_sheet_texts)


def _sheet_texts(page: Page) -> Sequence[str | None]:
    return tuple(_texts(page))


def _texts(page: Page) -> Iterator[str | None]:
    found = [element for element in page.elements("style") if _applies(element)]
    linked = [element for element in page.elements("link") if is_sheet(element)]
    if found and linked:
        both = frozenset((*found, *linked))
        found = [element for element in page.everything if element in both]
    base = base_of(page) if linked else ""
    for element in found or linked:
        if element.tag == "style":
            yield element.text or ""
            continue
        url = _url(element, base)
        if url:
            yield page.sheets.get(url)


def is_font(imported: str) -> bool:
    """Whether an import, as written, brings fonts alone."""
    url = _ADDRESS.search(imported)
    return (
        url is not None and FONTS.search(host(normalise(url[1], "https://none.invalid/") or "")) is not None
    )


def is_sheet(element: HtmlElement) -> bool:
    """Whether a `link` element brings a style sheet for a screen."""
    rel = element.get("rel", "").lower().split()
    return (
        "stylesheet" in rel
        and "alternate" not in rel
        and element.get("href") is not None
        and element.get("disabled") is None
        and _applies(element)
    )


def _url(element: HtmlElement, base: str) -> str:
    href = element.get("href", "").strip()
    # What tells its whole path leads to the same from every page of a site.
    return _address(href, origin(base) if href.startswith(("/", "http://", "https://")) else base)


@lru_cache(maxsize=1_024)
def _address(href: str, base: str) -> str:
    """The address of a sheet, but for one of fonts; sites ask for the same on all pages."""
    url = normalise(href, base) or ""
    return "" if FONTS.search(host(url)) else url


def _applies(element: HtmlElement) -> bool:
    kind = element.get("type", "").partition(";")[0].strip().lower()
    return kind in {"", "text/css"} and matches_screen(element.get("media", "")) is not False


def _text(data: bytes, content_type: str) -> str:
    """A sheet's text (CSS Syntax 3, 3.2)."""
    if data.startswith(b"\xef\xbb\xbf"):
        return data[3:].decode("utf-8", "replace")
    said = _OF_TYPE.search(content_type)
    written = _CHARSET.match(data)
    name = said[1] if said else written[1].decode("ascii", "replace") if written else "utf-8"
    try:
        return data.decode(name, "replace")
    except LookupError:
        return data.decode("utf-8", "replace")
