"""Injection: what strangers planted in a page, read from the places where they plant it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, repeat
from typing import NamedTuple
from urllib.parse import unquote

from lxml.html import HtmlElement

from webaudit.extract.attribute import alternatives, with_attribute
from webaudit.extract.concealed import is_concealed
from webaudit.extract.hidden import hidden
from webaudit.extract.planted import is_made_by_visitors
from webaudit.extract.replaced import replaced
from webaudit.extract.rigged import MOST_SCRIPTS, Told, rigged
from webaudit.extract.said import CHARACTERS, parted, saying
from webaudit.extract.sign import Sign, away, is_elsewhere
from webaudit.extract.spam import is_foreign, is_innocent, spam
from webaudit.extract.urls import host
from webaudit.model.page import Page
from webaudit.vocabulary.gambling import POINTS, Kind, gambling, spelt

_WEIGHTY = 5

_SHORT = 2_000
"""Of a text that has no reason to be long."""

_META_PLACES = {
    "description": "description",
    "keywords": "keywords",
    **dict.fromkeys(("og:title", "og:description", "og:site_name"), "social"),
    **dict.fromkeys(("twitter:title", "twitter:description", "name"), "social"),
}

_IN_TEXT = frozenset({"body", "image", "visitors"})
"""Places where articles are, and what visitors wrote."""

_SAID = frozenset({"title", "url", "description", "social", "heading", "body"})
"""Places where a page repeats what somebody searched for."""

_COMMENTS = re.compile(r"comment|komentar|guest-?book|buku-?tamu|testimoni", re.IGNORECASE)
_COMMENT_CHARACTERS = 50_000
_MOST_BLOCKS = 50

_IMAGES = 200
_ALTERNATIVE = 300
"""Characters."""

_LINKS = 2_000

_PARTS = re.compile(r"\s[-\u2013\u2014|\u00bb\u2022\u00b7:~>]+\s|:\s")
"""What parts a title from the name of its site."""


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
        if self.score < most or not any(sign.telling for sign in self.signs):
            return False
        return self.weighty >= 2 or self.score >= 3 * most

    @property
    def weighty(self) -> int:
        """How many signs weigh by themselves and stand where no article is; a term inside another is none."""
        places = gambling().places
        signs = [sign for sign in self.signs if sign.points >= _WEIGHTY and sign.place not in _IN_TEXT]
        terms = [sign.what for sign in signs if sign.place in places]
        whole = [term for term in terms if not any(term != other and term in other for other in terms)]
        return len(signs) - len(terms) + len(whole)


def injection(page: Page) -> Injection:
    """What strangers planted in the page."""
    best: dict[str, Sign] = {}
    for sign in (*_told_of_visitors(page, list(_words(page))), *_rigged(page), *replaced(page)):
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
    if is_foreign(title, page.url):
        yield Sign("title", title[:60], 6, next(iter(page.elements("title")), None))
    if (query := _PARTS.split(title, maxsplit=1)[0].lower().strip()) in gambling().queries:
        yield Sign("title", query, 6, next(iter(page.elements("title")), None), telling=False)
    if not is_innocent(saying(page)):
        yield from _in(_Text("body", page.reading.text))
    blocks = [_Text("hidden", block.text, block.element, block.secret) for block in hidden(page)]
    texts = [*_heads(page), *_metas(page), *_links(page), *blocks]
    written, pictures = alternatives(page), page.elements("img")[:_IMAGES]
    told = [written.get(image, "")[:_ALTERNATIVE] for image in pictures]
    # Most pages are clean, and one look at all is cheaper than one at each.
    together = "\n".join((*[text.text[:CHARACTERS] for text in texts], *filter(None, told)))
    if not is_innocent(parted(together), name=True) and spam(together, name=True, always=True):
        texts += map(_Text, repeat("image"), told, pictures)
        for text in texts:
            yield from _in(text)
        yield from _by_sheets(page)
    own = host(page.url)
    for block in blocks:
        if block.element is not None:
            links = block.element.iter("a")
            hosts = [name for link in links if (name := away(own, link.get("href", ""), page.url))]
            if len(set(hosts)) >= 3 or (block.secret and len(hosts) >= 3):
                points = gambling().structure["hidden-external-links"]
                yield Sign("hidden-external-links", min(hosts), points, block.element)


def _by_sheets(page: Page) -> Iterator[Sign]:
    """The terms in links that a style sheet hides."""
    own = host(page.url)
    for link in page.elements("a")[:_LINKS]:
        if (name := away(own, link.get("href", ""), page.url)) and is_concealed(page, link):
            said = f"{''.join(link.itertext())[:300]} {link.get('title', '')[:300]} {name}"
            yield from _in(_Text("hidden", said, link, secret=True))


def _rigged(page: Page) -> Iterator[Sign]:
    """How the page is rigged, and the words in what leads away."""
    for one in rigged(page):
        if isinstance(one, Told):
            yield from _in(_Text(one.place, one.text, one.element, secret=one.place == "hidden"))
        else:
            yield one


def _told_of_visitors(page: Page, signs: list[Sign]) -> Iterator[Sign]:
    """The signs, with those that any visitor can make in a place of their own."""
    if not signs:
        return
    if is_made_by_visitors(page.url) and any(sign.place == "url" for sign in signs):
        said, places, whole = None, _SAID, ""
    elif blocks := _comments(page):
        text = " ".join("".join(block.itertext()) for block in blocks)[:_COMMENT_CHARACTERS]
        hrefs = " ".join(link.get("href", "") for block in blocks for link in block.iter("a"))
        said, places = f" {spelt(text)} {hrefs.lower()} ", frozenset({"body", "external-link"})
        whole = f" {spelt(page.reading.text[:CHARACTERS])} "
    else:
        yield from signs
        return
    for sign in signs:
        theirs = sign.place in places and (
            said is None or (sign.what in said and said.count(sign.what) >= whole.count(f" {sign.what} "))
        )
        if theirs:
            points = sign.points / gambling().places[sign.place]
            yield sign._replace(place="visitors", points=points, telling=False)
        else:
            yield sign


def _comments(page: Page) -> list[HtmlElement]:
    """The blocks of a page in which visitors write, outermost first."""
    named = dict.fromkeys(
        element
        for name in ("id", "class")
        for element in with_attribute(page, name)
        if element.tag not in {"body", "html"} and _COMMENTS.search(element.get(name, ""))
    )
    outermost = (one for one in named if not any(above in named for above in one.iterancestors()))
    return list(islice(outermost, _MOST_BLOCKS))


def _in(text: _Text) -> Iterator[Sign]:
    """The terms in one text."""
    factor = gambling().places[text.place]
    name = text.place not in _IN_TEXT
    for hit in spam(text.text[:CHARACTERS], name=name, always=text.secret) if text.text else ():
        telling = hit.points >= POINTS[Kind.STRONG]
        yield Sign(text.place, hit.term, hit.points * factor, text.element, telling)


def _heads(page: Page) -> Iterator[_Text]:
    """Title, address and main headings."""
    yield _Text("title", page.reading.title, next(iter(page.elements("title")), None))
    yield _Text("url", _path(page.url))
    for heading in page.elements("h1")[:10]:
        yield _Text("heading", "".join(heading.itertext())[:_SHORT], heading)


def _path(url: str) -> str:
    """Path and query as a reader sees them."""
    return unquote(url.partition("://")[2].partition("/")[2])[:500]


def _metas(page: Page) -> Iterator[_Text]:
    """What machines are told about the page."""
    for meta in page.elements("meta")[:100]:
        key = (meta.get("name") or meta.get("property") or meta.get("itemprop") or "").lower()
        if place := _META_PLACES.get(key):
            yield _Text(place, meta.get("content", "")[:_SHORT], meta)
    for script in page.elements("script")[:MOST_SCRIPTS]:
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
        if is_elsewhere(own, name := host(link.url)):
            yield _Text("external-link", f"{link.text[:300]} {name}")
