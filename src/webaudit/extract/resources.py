"""What a browser is made to load by a page's HTML, before any script or style has asked for more."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

from webaudit.extract.base import base_of
from webaudit.extract.urls import normalise
from webaudit.model.home_page import ResourceKind
from webaudit.model.page import Page

MOST = 1_000
"""Different addresses of one page that are remembered."""

MOST_ELEMENTS = 5_000
"""That are looked at: the crawl of other sites waits meanwhile."""

_UNLOADED = ("noscript", "template")
_LEVELS = 64
"""Ancestors that are looked at for one of these."""

_SRCSET_CHARACTERS = 20_000
_SCRIPTS = ("", "module", "text/javascript", "application/javascript", "application/x-javascript")
_AS = {
    "image": ResourceKind.IMAGE,
    "script": ResourceKind.SCRIPT,
    "style": ResourceKind.STYLE,
}
_HEAVIEST_FIRST = (
    ResourceKind.IMAGE,
    ResourceKind.MEDIA,
    ResourceKind.SCRIPT,
    ResourceKind.STYLE,
    ResourceKind.OTHER,
    ResourceKind.FRAME,
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """One file that a page asks for."""

    url: str
    kind: ResourceKind


def resources(page: Page) -> tuple[Wanted, ...]:
    """The files that a browser loads when it opens the page, each address once, kind by kind.

    What it loads only when it is scrolled to (`loading="lazy"`) is none of them, nor what only a script or a
    style sheet would ask for.
    """
    base = base_of(page)
    found: dict[str, Wanted] = {}
    for element, written, kind in islice(_written(page), MOST_ELEMENTS):
        url = normalise(written.strip(), base) if written.strip() else None
        if url and url not in found and not is_unloaded(element):
            found[url] = Wanted(url, kind)
            if len(found) == MOST:
                break
    return tuple(found.values())


def heaviest_first(wanted: Iterable[Wanted], count: int) -> tuple[str, ...]:
    """The addresses whose size is asked, the kinds first that weigh the most."""
    ordered = sorted(wanted, key=lambda one: _HEAVIEST_FIRST.index(one.kind))
    return tuple(one.url for one in ordered[:count])


def _written(page: Page) -> Iterator[tuple[HtmlElement, str, ResourceKind]]:
    """Addresses as they are written, with the element that asks for them."""
    for image in page.elements("img"):
        if not _is_lazy(image):
            yield image, image.get("src", "") or _smallest(image.get("srcset", "")), ResourceKind.IMAGE
    for field in page.elements("input"):
        if field.get("type", "").strip().lower() == "image":
            yield field, field.get("src", ""), ResourceKind.IMAGE
    for player in page.elements("video", "audio"):
        if "poster" in player.attrib:
            yield player, player.get("poster", ""), ResourceKind.IMAGE
        if "autoplay" in player.attrib:
            first = next(player.iterchildren("source"), player)
            yield player, player.get("src", "") or first.get("src", ""), ResourceKind.MEDIA
    for script in page.elements("script"):
        runs = script.get("type", "").strip().lower() in _SCRIPTS and "nomodule" not in script.attrib
        if runs and "src" in script.attrib:
            yield script, script.get("src", ""), ResourceKind.SCRIPT
    for link in page.elements("link"):
        kind = _kind_of_link(link)
        if kind:
            yield link, link.get("href", ""), kind
    for frame in page.elements("iframe", "frame"):
        if not _is_lazy(frame):
            yield frame, frame.get("src", ""), ResourceKind.FRAME
    for embedded in page.elements("object", "embed"):
        yield embedded, embedded.get("data", "") or embedded.get("src", ""), ResourceKind.OTHER


def _kind_of_link(link: HtmlElement) -> ResourceKind | None:
    relations = link.get("rel", "").lower().split()
    if "stylesheet" in relations and "alternate" not in relations:
        return ResourceKind.STYLE
    if "modulepreload" in relations:
        return ResourceKind.SCRIPT
    if "preload" in relations:
        return _AS.get(link.get("as", "").strip().lower(), ResourceKind.OTHER)
    return None


def _is_lazy(element: HtmlElement) -> bool:
    return element.get("loading", "").strip().lower() == "lazy"


def is_unloaded(element: HtmlElement) -> bool:
    """Whether the element only counts without scripts, or as a pattern for them."""
    return any(ancestor.tag in _UNLOADED for ancestor in islice(element.iterancestors(), _LEVELS))


def _smallest(srcset: str) -> str:
    """Of the candidates of an image without `src` the smallest: no browser loads less."""
    found: list[tuple[float, str]] = []
    url, size = "", 1.0
    for word in (*srcset[:_SRCSET_CHARACTERS].split(), ","):
        said = word.rstrip(",")
        if not url:
            url, size = said, 1.0
        elif said:
            size = _number(said[:-1])
        if word.endswith(",") and url:
            found.append((size, url))
            url = ""
    return min(found, default=(0.0, ""))[1]


def _number(written: str) -> float:
    """The number of a descriptor, `300w` or `1.5x`; 1 if it is none."""
    return float(written) if written.replace(".", "", 1).isdecimal() and written.isascii() else 1.0
