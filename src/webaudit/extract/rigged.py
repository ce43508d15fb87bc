"""How strangers rig a page: links for machines and scripts that lead away. No word is needed to see it."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple
from urllib.parse import unquote

from lxml.html import HtmlElement

from webaudit.extract.decoded import HINTS, JOINTS, decoded, from_base64, joined
from webaudit.extract.sign import Sign, away
from webaudit.extract.urls import host
from webaudit.model.page import Page
from webaudit.vocabulary.gambling import gambling

MOST_SCRIPTS = 50
_SCRIPT_CHARACTERS = 200_000
_COMMON_CHARACTERS = 10_000
"""Of a script that is remembered; thousands of long ones would take many megabytes."""

_MOST_READ = 5_000
"""Characters of a decoded string that are read."""

_BARE = 40
"""Words of a page that is there for its redirect alone."""

_FULL = re.compile(r"position\s*:\s*(?:fixed|absolute)", re.IGNORECASE)
_LARGE = re.compile(
    r"inset\s*:\s*0|(?:width|height)\s*:\s*100(?:%|vw|vh)|z-index\s*:\s*\d{3,}|top\s*:\s*0", re.IGNORECASE
)
_ADDRESS = re.compile(r"(?:https?:)?\\?/\\?/[^\s'\"<>\\)]{4,200}")
_GOES = re.compile(
    r"(?:location(?:['\"]\s*\])?(?:\s*\.\s*(?:href|replace|assign))?\s*(?:=(?!=)|\()|window\.open\()"
    r"\s*['\"`]((?:https?:)?\\?/\\?/[^'\"`]{4,300})",
    re.IGNORECASE,
)
_ASKS = re.compile(r"document\.referrer|navigator\.userAgent|document\.cookie", re.IGNORECASE)
_ACTS = ("location", "document.write", "eval(", *HINTS)
"""What a script that leads away has somewhere."""

_MAY_ACT = (*_ACTS, *JOINTS)
"""Likewise, as it is written."""

_MOVES = re.compile(
    r"location(?!\s*\.\s*(?:hash|search|pathname|protocol|host|hostname|port|origin|reload)\b)|document\.write|\.src\s*=|createElement|http-equiv|<iframe|<script",
    re.IGNORECASE,
)
_WRITTEN = re.compile(r"href=.{1,300}", re.DOTALL)
"""A link in a string, and its text."""

_MOST_LINKS = 30
_ESCAPED = re.compile(r"\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)", re.DOTALL)
_SHOPS = re.compile(
    r"lazcdn|slatic\.net|shopee|squarespace|tokopedia-static|myshopify|cdn\.shopify|susercontent|bigcommerce",
    re.IGNORECASE,
)


_TOLD = frozenset({"amphtml", "canonical", "alternate"})
"""Relations by which a link tells search engines where else the page is."""


class Told(NamedTuple):
    """A text that a rigged part brings, to be read for words.

    Attributes:
        place: key of the vocabulary's `places`.
    """

    place: str
    text: str
    element: HtmlElement


def rigged(page: Page) -> Iterator[Sign | Told]:
    """Signs that need no word, and the texts that have to be read."""
    own = host(page.url)
    yield from _links(page, own)
    yield from _metas(page, own)
    yield from _frames(page, own)
    yield from _scripts(page, own)


def _links(page: Page, own: str) -> Iterator[Sign | Told]:
    points = gambling().structure
    for link in page.elements("link")[:200]:
        rel = link.get("rel", "").lower().split()
        if _TOLD.isdisjoint(rel):
            continue
        for kind in ("amphtml", "canonical"):
            if kind in rel and (name := away(own, link.get("href", ""), page.url)):
                yield Sign(f"{kind}-elsewhere", name, points[f"{kind}-elsewhere"], link)
                yield Told("url", link.get("href", "")[:500], link)
        # Feeds and styles are alternates as well; only a page's has a language.
        if (
            "alternate" in rel
            and link.get("hreflang")
            and (name := away(own, link.get("href", ""), page.url))
        ):
            yield Sign("hreflang-elsewhere", name, points["hreflang-elsewhere"], link)
    for base in page.elements("base")[:1]:
        if name := away(own, base.get("href", ""), page.url):
            yield Told("url", base.get("href", "")[:500], base)


def _metas(page: Page, own: str) -> Iterator[Sign | Told]:
    points = gambling().structure
    metas = page.elements("meta")[:100]
    product = next(
        (meta for meta in metas if meta.get("property") == "og:type" and meta.get("content") == "product"),
        None,
    )
    if product is not None and any(
        _SHOPS.search(f"{one.get('src', '')} {one.get('href', '')}")
        for one in page.elements("script", "link")[:200]
    ):
        yield Sign("shop-template", "og:type product", points["shop-template"], product)
    tokens = [meta for meta in metas if meta.get("name", "").lower() == "google-site-verification"]
    if len(tokens) > 2:
        yield Sign("many-verifications", "google-site-verification", points["many-verifications"], tokens[-1])
    for meta in metas:
        if meta.get("http-equiv", "").lower() == "refresh":
            target = meta.get("content", "").partition("=")[2].strip(" '\"")
            if name := away(own, target, page.url):
                yield Sign("refresh-elsewhere", name, points["refresh-elsewhere"], meta)
                yield Told("url", target[:500], meta)
        elif meta.get("property") == "og:url" and (name := away(own, meta.get("content", ""), page.url)):
            yield Told("url", meta.get("content", "")[:500], meta)


def _frames(page: Page, own: str) -> Iterator[Sign | Told]:
    points = gambling().structure
    for frame in page.elements("iframe")[:50]:
        style = frame.get("style", "")
        if (
            _FULL.search(style)
            and _LARGE.search(style)
            and (name := away(own, frame.get("src", ""), page.url))
        ):
            yield Sign("fullscreen-frame", name, points["fullscreen-frame"], frame)
            yield Told("url", frame.get("src", "")[:500], frame)


def _scripts(page: Page, own: str) -> Iterator[Sign | Told]:
    """Redirects that are written in script, and what scripts hide."""
    points = gambling().structure
    for script in page.elements("script")[:MOST_SCRIPTS]:
        written = (script.text or _carried(script.get("src", "")))[:_SCRIPT_CHARACTERS]
        # Most scripts lie in files.
        if not written:
            continue
        does = (_read if len(written) <= _COMMON_CHARACTERS else _read.__wrapped__)(written)
        if does.goes and (name := away(own, does.goes.replace("\\/", "/"), page.url)):
            yield Told("url", does.goes, script)
            if does.in_parts:
                yield Sign("decoded-redirect", name, points["decoded-redirect"], script)
            elif does.asks or page.reading.words < _BARE:
                yield Sign("script-redirect", name, points["script-redirect"], script)
        for link in does.links:
            yield Told("data", link, script)
        for secret, addresses in does.secrets:
            for address in addresses:
                if name := away(own, address.replace("\\/", "/"), page.url):
                    yield Sign("decoded-redirect", name, points["decoded-redirect"], script)
            yield Told("hidden", secret, script)


class _Does(NamedTuple):
    """What a script does, on whatever page it stands.

    Attributes:
        goes: the address that it sends a browser to, as written.
        in_parts: it spells "location" in parts.
        asks: who comes, and from where.
        links: that it writes into the page, with their texts.
        secrets: what it hides, and the addresses in that if it moves anybody.
    """

    goes: str = ""
    in_parts: bool = False
    asks: bool = False
    links: tuple[str, ...] = ()
    secrets: tuple[tuple[str, tuple[str, ...]], ...] = ()


# The scripts of a site stand on page after page.
@lru_cache(maxsize=128)
def _read(written: str) -> _Does:
    """What a script does that any script of strangers does; nothing for most."""
    if not any(map(written.__contains__, _MAY_ACT)):
        return _Does()
    text = joined(written)
    if not any(map(text.__contains__, _ACTS)):
        return _Does()
    plain = _GOES.search(text)
    secrets = list(decoded(text))
    moves = bool(secrets) and _MOVES.search(" ".join((text, *secrets))) is not None
    written_links = islice(_WRITTEN.finditer(text), _MOST_LINKS) if _writes(text) else ()
    return _Does(
        goes=plain[1] if plain else "",
        in_parts="location" in text and "location" not in written,
        asks=plain is not None and _ASKS.search(text) is not None,
        links=tuple(_ESCAPED.sub(" ", link[0]) for link in written_links),
        secrets=tuple(
            (secret[:_MOST_READ], tuple(_ADDRESS.findall(secret)[:5]) if moves else ()) for secret in secrets
        ),
    )


def _writes(text: str) -> bool:
    """Whether a script writes links into the page."""
    return "href=" in text and any(
        map(text.__contains__, ("document.write", "innerHTML", "insertAdjacentHTML"))
    )


def _carried(source: str) -> str:
    """The script that its own address carries; empty if it leads to a file."""
    kind, comma, data = source[:_SCRIPT_CHARACTERS].strip().partition(",")
    if not comma or not kind.lower().startswith("data:"):
        return ""
    return from_base64(data) if kind.lower().endswith(";base64") else unquote(data)
