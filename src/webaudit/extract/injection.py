"""Injection: what strangers planted in a page, read from the places where they plant it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import unquote

from lxml.html import HtmlElement

from webaudit.extract.decoded import decoded
from webaudit.extract.hidden import hidden
from webaudit.extract.spam import is_foreign, spam
from webaudit.extract.urls import host, normalise, same_site
from webaudit.model.page import Page
from webaudit.vocabulary.gambling import gambling, spelt

FEW_WORDS = 150
"""A page that says less is no article about defacements."""

_CHARACTERS = 20_000
"""Of one text that are looked at."""

_CERTAIN = 12
"""Points of what needs no second sign: as many as the vocabulary asks for `injected`."""

_WEIGHTY = 5

_SHORT = 2_000
"""Of a text that has no reason to be long."""

_META_PLACES = {
    "description": "description",
    "keywords": "keywords",
    **dict.fromkeys(("og:title", "og:description", "og:site_name"), "social"),
    **dict.fromkeys(("twitter:title", "twitter:description", "name"), "social"),
}

_IMAGES = 200
_SCRIPTS = 50

_FULL = re.compile(r"position\s*:\s*fixed", re.IGNORECASE)
_ADDRESS = re.compile(r"https?:\\?/\\?/[^\s'\"<>\\)]{4,200}")
_GOES = re.compile(
    r"location(?:\s*\.\s*(?:href|replace|assign))?\s*(?:=(?!=)|\()\s*['\"`](https?:\\?/\\?/[^'\"`]{4,300})",
    re.IGNORECASE,
)
_ASKS = re.compile(r"document\.referrer|navigator\.userAgent", re.IGNORECASE)
_SHOPS = re.compile(r"lazcdn|slatic\.net|shopee|squarespace|tokopedia-static", re.IGNORECASE)
_FAMILIAR = re.compile(
    r"(?:^|\.)(?:instagram|facebook|twitter|x|youtube|tiktok|google|whatsapp|linkedin|threads|telegram|wa|t|youtu|bit)"
    r"\.(?:com|net|me|be|org|ly)$"
)


class Sign(NamedTuple):
    """One sign of an injection.

    Attributes:
        place: key of the vocabulary's `places` or `structure`, "defacement" or "takeover".
        what: the term or phrase; the host for what leads away.
        points: its weight there.
        element: where it stands; None for the page as a whole.
    """

    place: str
    what: str
    points: float
    element: HtmlElement | None


@dataclass(frozen=True, eq=False)
class Injection:
    """All signs on one page.

    Attributes:
        signs: each term once, at its heaviest place; the heaviest first.
    """

    signs: tuple[Sign, ...]

    @property
    def score(self) -> float:
        """Sum of the points."""
        return sum(sign.points for sign in self.signs)

    @property
    def is_certain(self) -> bool:
        """Whether the signs are so many, and such, that no honest page has them."""
        most = gambling().injected
        return self.score >= most and (self.weighty >= 2 or self.score >= 3 * most)

    @property
    def weighty(self) -> int:
        """How many signs weigh by themselves and stand where no article is; a term inside another is none."""
        places = gambling().places
        signs = [
            sign for sign in self.signs if sign.points >= _WEIGHTY and sign.place not in {"body", "image"}
        ]
        terms = [sign.what for sign in signs if sign.place in places]
        whole = [term for term in terms if not any(term != other and term in other for other in terms)]
        return len(signs) - len(terms) + len(whole)


def injection(page: Page) -> Injection:
    """What strangers planted in the page."""
    best: dict[str, Sign] = {}
    for sign in (*_words(page), *_structure(page), *_scripts(page), *_defacement(page)):
        known = best.get(sign.what)
        if known is None or sign.points > known.points:
            best[sign.what] = sign
    return Injection(tuple(sorted(best.values(), key=lambda sign: (-sign.points, sign.place, sign.what))))


class _Text(NamedTuple):
    """A text in one of the places.

    Attributes:
        secret: hidden in a way that no honest page uses, so that no context excuses it.
    """

    place: str
    text: str
    element: HtmlElement | None = None
    secret: bool = False


def _words(page: Page) -> Iterator[Sign]:
    """The terms in all places, each with the points of its place."""
    title = page.reading.title
    if is_foreign(title):
        yield Sign("title", title[:60], 6, next(iter(page.elements("title")), None))
    yield from _in(_Text("body", page.reading.text))
    blocks = [_Text("hidden", block.text, block.element, block.secret) for block in hidden(page.root)]
    texts = [*_heads(page), *_metas(page), *_links(page), *blocks, *_images(page)]
    # Most pages are clean, and one look at all is cheaper than one at each.
    if spam("\n".join(text.text[:_CHARACTERS] for text in texts), name=True, always=True):
        for text in texts:
            yield from _in(text)
    own = host(page.url)
    for block in blocks:
        if block.element is not None:
            links = block.element.iter("a")
            away = [name for link in links if (name := _away(own, link.get("href", ""), page.url))]
            if len(set(away)) >= 3 or (block.secret and len(away) >= 3):
                points = gambling().structure["hidden-external-links"]
                yield Sign("hidden-external-links", min(away), points, block.element)


def _in(text: _Text) -> Iterator[Sign]:
    """The terms in one text."""
    factor = gambling().places[text.place]
    name = text.place not in {"body", "image"}
    for hit in spam(text.text[:_CHARACTERS], name=name, always=text.secret) if text.text else ():
        yield Sign(text.place, hit.term, hit.points * factor, text.element)


def _heads(page: Page) -> Iterator[_Text]:
    """Title, address and main headings."""
    yield _Text("title", page.reading.title, next(iter(page.elements("title")), None))
    yield _Text("url", _path(page.url))
    for heading in page.elements("h1")[:10]:
        yield _Text("heading", "".join(heading.itertext())[:_SHORT], heading)


def _path(url: str) -> str:
    """Path and query as a reader sees them."""
    return unquote(url.partition("://")[2].partition("/")[2])[:500]


def _images(page: Page) -> Iterator[_Text]:
    """The alternatives of images."""
    for image in page.elements("img")[:_IMAGES]:
        if text := image.get("alt", ""):
            yield _Text("image", text[:300], image)


def _metas(page: Page) -> Iterator[_Text]:
    """What machines are told about the page."""
    for meta in page.elements("meta")[:100]:
        key = (meta.get("name") or meta.get("property") or meta.get("itemprop") or "").lower()
        if place := _META_PLACES.get(key):
            yield _Text(place, meta.get("content", "")[:_SHORT], meta)
    for script in page.elements("script")[:_SCRIPTS]:
        if script.get("type", "").lower() == "application/ld+json":
            yield _Text("data", script.text or "", script)


def _links(page: Page) -> Iterator[_Text]:
    """The links that lead away, with the names of their hosts; all others are a part of the page's text."""
    own = host(page.url)
    inside = "/".join(page.url.split("/", 3)[:3]) + "/"
    for link in page.reading.links:
        # Most links stay on the page's own host, and need no closer look.
        if not link.url or link.url.startswith(inside):
            continue
        if _is_elsewhere(own, name := host(link.url)):
            yield _Text("external-link", f"{link.text[:300]} {name}")


def _structure(page: Page) -> Iterator[Sign]:
    """Signs that need no word."""
    own = host(page.url)
    points = gambling().structure
    for link in page.elements("link")[:200]:
        rel = link.get("rel", "").lower().split()
        for kind in ("amphtml", "canonical"):
            if kind in rel and (away := _away(own, link.get("href", ""), page.url)):
                yield Sign(f"{kind}-elsewhere", away, points[f"{kind}-elsewhere"], link)
        # Feeds and styles are alternates as well; only a page's has a language.
        if (
            "alternate" in rel
            and link.get("hreflang")
            and (away := _away(own, link.get("href", ""), page.url))
        ):
            yield Sign("hreflang-elsewhere", away, points["hreflang-elsewhere"], link)
    metas = page.elements("meta")[:100]
    product = next(
        (meta for meta in metas if meta.get("property") == "og:type" and meta.get("content") == "product"),
        None,
    )
    if product is not None and any(
        _SHOPS.search(script.get("src", "")) for script in page.elements("script", "link")
    ):
        yield Sign("shop-template", "og:type product", points["shop-template"], product)
    tokens = [meta for meta in metas if meta.get("name", "").lower() == "google-site-verification"]
    if len(tokens) > 2:
        yield Sign("many-verifications", "google-site-verification", points["many-verifications"], tokens[-1])
    for meta in metas:
        if meta.get("http-equiv", "").lower() == "refresh":
            target = meta.get("content", "").lower().partition("url=")[2].strip(" '\"")
            if away := _away(own, target, page.url):
                yield Sign("refresh-elsewhere", away, points["refresh-elsewhere"], meta)
                yield from _in(_Text("url", target, meta))
    for frame in page.elements("iframe")[:50]:
        if _FULL.search(frame.get("style", "")) and (away := _away(own, frame.get("src", ""), page.url)):
            yield Sign("fullscreen-frame", away, points["fullscreen-frame"], frame)


def _scripts(page: Page) -> Iterator[Sign]:
    """Redirects that are written in script."""
    own = host(page.url)
    points = gambling().structure
    for script in page.elements("script")[:_SCRIPTS]:
        text = (script.text or "")[:200_000]
        if "location" not in text and "document.write" not in text:
            continue
        plain = _GOES.search(text)
        if plain and (away := _away(own, plain[1].replace("\\/", "/"), page.url)):
            yield from _in(_Text("url", plain[1], script))
            if _ASKS.search(text):
                yield Sign("script-redirect", away, points["script-redirect"], script)
        for secret in decoded(text):
            for address in _ADDRESS.findall(secret)[:5]:
                if away := _away(own, address.replace("\\/", "/"), page.url):
                    yield Sign("decoded-redirect", away, points["decoded-redirect"], script)
                    yield from _in(_Text("url", address, script))


def _defacement(page: Page) -> Iterator[Sign]:
    """What vandals write, and what a hosting service writes where nobody claimed the name."""
    data = gambling()
    reading = page.reading
    heads = [(reading.title, next(iter(page.elements("title")), None))]
    heads += [("".join(heading.itertext())[:300], heading) for heading in page.elements("h1")[:3]]
    for text, element in heads:
        head = f" {spelt(text)} "
        phrase = next((phrase for phrase in data.defacement if head.startswith(phrase)), None)
        if phrase and not data.context.search(head):
            yield Sign("defacement", phrase.strip(), _CERTAIN, element)
    if reading.words > FEW_WORDS:
        return
    said = f" {spelt(f'{reading.title} {reading.text[:2_000]} {_alerts(page)}')} "
    for place, phrases in (("takeover", data.takeover), ("defacement", data.defacement)):
        phrase = next((phrase for phrase in phrases if phrase in said), None)
        if phrase and not data.context.search(said):
            yield Sign(place, phrase.strip(), _CERTAIN, None)


def _alerts(page: Page) -> str:
    """The first words that scripts put on the screen."""
    scripts = "".join((script.text or "")[:2_000] for script in page.elements("script")[:10])
    return " ".join(re.findall(r"alert\(\s*['\"]([^'\"]{1,200})", scripts))


def _away(own: str, address: str, base: str) -> str:
    """The host that an address leads to, if it is somebody else's; empty if not."""
    if not address or "//" not in address[:12]:
        return ""
    url = normalise(address, base)
    name = host(url) if url else ""
    return name if _is_elsewhere(own, name) and not _FAMILIAR.search(name) else ""


def _is_elsewhere(own: str, name: str) -> bool:
    """Whether a host is neither the site's, nor a sibling, nor any of the government's."""
    if "." not in name or same_site(own, name) or name.endswith(".go.id") or name.replace(".", "").isdigit():
        return False
    return own.split(".")[-2:] != name.split(".")[-2:]
