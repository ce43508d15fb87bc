"""The hyperlinks of a page, and where in it they stand."""

import re
from functools import lru_cache
from itertools import islice

from lxml.html import HtmlElement

from webaudit.extract.text import folded
from webaudit.extract.urls import normalise
from webaudit.model.evidence import Landmark, Link

MOST_LINKS = 5_000
HREF_CHARACTERS = 2_000
TEXT_CHARACTERS = 200
MOST_PARTS = 80
"""Elements inside one link that are read: an `a` that was never closed holds the whole page."""

_BY_TAG = {
    "header": Landmark.HEADER,
    "nav": Landmark.NAVIGATION,
    "main": Landmark.MAIN,
    "article": Landmark.MAIN,
    "aside": Landmark.ASIDE,
    "footer": Landmark.FOOTER,
}
_BY_ROLE = {
    "banner": Landmark.HEADER,
    "navigation": Landmark.NAVIGATION,
    "menubar": Landmark.NAVIGATION,
    "main": Landmark.MAIN,
    "complementary": Landmark.ASIDE,
    "contentinfo": Landmark.FOOTER,
}
# Names that templates give to their parts, each a whole class or id. The header of a card or of an entry is
# part of the content, so only what is known to be the site's counts.
_BY_NAME = (
    (
        Landmark.FOOTER,
        r"(?:(?:site|main|page|bottom|the|global|sub)[-_]?)?footer[a-z0-9_-]*|copyright|colophon",
    ),
    (Landmark.ASIDE, r"(?:[a-z]+[-_])?side-?bar[a-z0-9_-]*|widget-?area|aside"),
    (
        Landmark.NAVIGATION,
        r"(?:[a-z]+[-_])?(?:nav|navbar|navigation|navmenu|menu|mainmenu|breadcrumbs?)(?:[-_](?:[a-z]+))?",
    ),
    (
        Landmark.HEADER,
        r"(?:(?:site|main|top|the|global)[-_]?)?header(?:[-_]?(?:area|top|main|wrapper|inner|container|bar))?"
        r"|masthead|top-?bar",
    ),
    (Landmark.MAIN, r"main|(?:main|page|site|entry|post|article)[-_]?content|content|konten|isi|primary"),
)
_NAMES = tuple((landmark, re.compile(pattern)) for landmark, pattern in _BY_NAME)
_ROOTED = ("/", "http:", "https:")
"""What does not depend on the page's path, so that a menu is resolved once for all pages of a site."""
_NAMED = frozenset({"div", "section", "ul", "ol", "table", "td", "tr", "form", "dl"})
"""Elements whose class or id is looked at; that of a list item says what it is, not where."""


def links(root: HtmlElement, url: str) -> tuple[Link, ...]:
    """All links of a page, in the order of the document.

    Args:
        root: its html element.
        url: its address, which relative links start from unless a `base` element says otherwise.
    """
    base = _base(root, url)
    origin = "/".join(base.split("/", 3)[:3]) + "/"
    urls: dict[str, str] = {}
    places: dict[HtmlElement, Landmark] = {}
    found: list[Link] = []
    for element in root.iter("a", "area"):
        written = element.get("href")
        if written is None:
            continue
        href = written.strip()[:HREF_CHARACTERS]
        if href not in urls:
            urls[href] = _absolute(href, origin if href.startswith(_ROOTED) else base)
        text, image = _name(element)
        found.append(
            Link(href, urls[href], text, _landmark(element, places), image, element.get("rel", "")[:100])
        )
        if len(found) == MOST_LINKS:
            break
    return tuple(found)


@lru_cache(maxsize=2048)
def _absolute(href: str, base: str) -> str:
    return normalise(href, base) or ""


def _base(root: HtmlElement, url: str) -> str:
    for element in root.iter("base"):
        if href := element.get("href"):
            return normalise(href.strip(), url) or url
    return url


def _name(link: HtmlElement) -> tuple[str, str]:
    """What a link says in any way, and the file name of its first image."""
    if next(link.iterchildren(), None) is None:
        spoken = [link.text or "", link.get("aria-label", ""), link.get("title", ""), link.get("alt", "")]
        return _joined(spoken), ""
    seen: list[str] = []
    said: list[str] = [link.get("aria-label", ""), link.get("title", "")]
    image = ""
    # The parser leaves a link open that its author forgot to close, so the walk is bounded.
    for part in islice(link.iter(), MOST_PARTS):
        tag = part.tag
        if not isinstance(tag, str):
            continue
        if tag == "img":
            said.append(part.get("alt", ""))
            image = image or _file_name(part)
        elif tag not in {"script", "style", "noscript", "template"}:
            seen.append((part.text or "")[:TEXT_CHARACTERS])
            if part is not link and (label := part.get("aria-label") or part.get("title")):
                said.append(label)
        if part is not link:
            seen.append((part.tail or "")[:TEXT_CHARACTERS])
    return _joined(["".join(seen), *said]), image


def _joined(texts: list[str]) -> str:
    """Texts joined by a blank, those left out that are said already."""
    kept: list[str] = []
    for text in texts:
        if text and (plain := folded(text[: 4 * TEXT_CHARACTERS])) and plain not in kept:
            kept.append(plain)
    return " ".join(kept)[:TEXT_CHARACTERS].rstrip()


def _file_name(image: HtmlElement) -> str:
    source = image.get("src", "")
    if not source or source.startswith("data:"):
        source = image.get("data-src", "") or image.get("data-lazy-src", "")
    return (
        ""
        if source.startswith("data:")
        else source.split("?", 1)[0].split("#", 1)[0].rsplit("/", 1)[-1][:200]
    )


def _landmark(element: HtmlElement, places: dict[HtmlElement, Landmark]) -> Landmark:
    """The nearest part of the page around an element; parents that were looked at are remembered."""
    walked: list[HtmlElement] = []
    place = Landmark.OTHER
    parent = element.getparent()
    while parent is not None:
        known = places.get(parent)
        if known is not None:
            place = known
            break
        walked.append(parent)
        own = _own(parent)
        if own is not None:
            place = own
            break
        parent = parent.getparent()
    for ancestor in walked:
        places[ancestor] = place
    return place


def _own(element: HtmlElement) -> Landmark | None:
    """The landmark that an element itself opens."""
    tag = element.tag
    if role := element.get("role"):
        by_role = _BY_ROLE.get(role.strip().lower())
        if by_role is not None:
            return by_role
    by_tag = _BY_TAG.get(tag) if isinstance(tag, str) else None
    if by_tag in (Landmark.HEADER, Landmark.FOOTER):
        # HTML-AAM: within content they are its own header and footer, not the page's.
        inside = next(element.iterancestors("article", "section", "main", "aside"), None)
        return by_tag if inside is None else None
    if by_tag is not None or tag not in _NAMED:
        return by_tag
    names = f"{element.get('id', '')} {element.get('class', '')}"
    return _by_names(names[:300].lower()) if len(names) > 1 else None


@lru_cache(maxsize=4096)
def _by_names(names: str) -> Landmark | None:
    tokens = names.split()
    for landmark, pattern in _NAMES:
        if any(pattern.fullmatch(token) for token in tokens):
            return landmark
    return None
