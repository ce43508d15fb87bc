"""The hyperlinks of a page, and where in it they stand."""

import re
from functools import lru_cache
from itertools import islice

from lxml.html import HtmlElement

from webaudit.extract.text import folded
from webaudit.extract.urls import join, normalise
from webaudit.model.reading import Landmark, Link

MOST_LINKS = 2_000
HREF_CHARACTERS = 2_000
TEXT_CHARACTERS = 200
_READ = 4 * TEXT_CHARACTERS
"""Of one text of a link, white space and all."""

MOST_TEXTS = 5
"""Of a link that is remembered for the pages to come; more are no part of a menu."""

COMMON_CHARACTERS = 300
"""Of an address that is remembered."""

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
ROOTED = ("/", "http:", "https:")
"""What does not depend on the page's path, so that a menu is resolved once for all pages of a site."""
_SILENT = frozenset({"script", "style", "noscript", "template"})
_NAMED = frozenset({"div", "section", "ul", "ol", "table", "td", "tr", "form", "dl"})
"""Elements whose class or id is looked at; that of a list item says what it is, not where."""
_MAY_OPEN = _NAMED | _BY_TAG.keys()


def links(
    root: HtmlElement, url: str, out_of_sight: frozenset[HtmlElement] = frozenset()
) -> tuple[Link, ...]:
    """All links of a page, in the order of the document.

    Args:
        root: its html element.
        out_of_sight: elements that no visitor sees, see `unseen`.
        url: its address, which relative links start from unless a `base` element says otherwise.
    """
    base = base_url(root, url)
    root_of_host = origin(base) or base
    places: dict[HtmlElement | None, Landmark] = {None: Landmark.OTHER}
    found: list[Link] = []
    for element in root.iter("a", "area"):
        written = element.get("href")
        if written is None:
            continue
        href = written.strip()[:HREF_CHARACTERS]
        start = root_of_host if href.startswith(ROOTED) else base
        parent = element.getparent()
        place = places.get(parent) or landmark(parent, places)
        texts, image = _texts(element)
        common = len(texts) <= MOST_TEXTS and len(href) <= COMMON_CHARACTERS
        made = _link if common else _link.__wrapped__
        rel = (element.get("rel") or "")[:100]
        found.append(made(href, start, texts, place, image, rel, element in out_of_sight))
        if len(found) == MOST_LINKS:
            break
    return tuple(found)


def forget() -> None:
    """Drops what was remembered of earlier pages."""
    for remembered in (_absolute, origin, _link, _by_names):
        remembered.cache_clear()


def absolute(href: str, start: str) -> str:
    """Where an address leads that a page writes; empty if it is no http(s) URL."""
    # Thousands of long ones would take many megabytes, in each process.
    made = _absolute if len(href) <= COMMON_CHARACTERS else _absolute.__wrapped__
    return made(href, start)


@lru_cache(maxsize=4096)
def _absolute(href: str, start: str) -> str:
    return (join(start, href) if start == origin(start) else normalise(href, start)) or ""


@lru_cache(maxsize=512)
def origin(url: str) -> str:
    """The root of an address's host; empty if it is no URL."""
    return normalise("/", url) or ""


def base_url(root: HtmlElement, url: str) -> str:
    """Where relative addresses of a page start from: its first `base` element, or its own address."""
    for element in root.iter("base"):
        if href := element.get("href"):
            return normalise(href.strip(), url) or url
    return url


def _texts(link: HtmlElement) -> tuple[tuple[str | None, ...], str]:
    """What a link says in any way, each cut, and the file name of its first image."""
    text, label, title = link.text, link.get("aria-label"), link.get("title")
    if not len(link):
        alternative = link.get("alt")
        return (
            text and text[:_READ],
            label and label[:_READ],
            title and title[:_READ],
            alternative and alternative[:_READ],
        ), ""
    seen: list[str] = [text[:TEXT_CHARACTERS]] if text else []
    said = [label, title]
    image = ""
    # The parser leaves a link open that its author forgot to close, so the walk is bounded.
    for part in islice(link.iterdescendants(), MOST_PARTS - 1):
        tag = part.tag
        if not isinstance(tag, str):
            continue
        if tag == "img":
            said.append(part.get("alt"))
            image = image or _file_name(part)
        elif tag not in _SILENT:
            if text := part.text:
                seen.append(text[:TEXT_CHARACTERS])
            if own := part.get("aria-label") or part.get("title"):
                said.append(own)
        if text := part.tail:
            seen.append(text[:TEXT_CHARACTERS])
    return ("".join(seen)[:_READ], *[text and text[:_READ] for text in said]), image


# A menu is the same on page after page.
@lru_cache(maxsize=8192)
def _link(
    href: str,
    start: str,
    texts: tuple[str | None, ...],
    landmark: Landmark,
    image: str,
    rel: str,
    hidden: bool,
) -> Link:
    """A link from an address, its texts joined by a blank, those left out that are said already."""
    kept: dict[str, str] = {}
    for text in texts:
        if text and (plain := folded(text)):
            kept.setdefault(plain.lower(), plain)
    name = " ".join(kept.values())[:TEXT_CHARACTERS].rstrip()
    return Link(href, absolute(href, start), name, landmark, image, rel, hidden)


def _file_name(image: HtmlElement) -> str:
    source = image.get("src", "")
    if not source or source.startswith("data:"):
        source = image.get("data-src", "") or image.get("data-lazy-src", "")
    return (
        ""
        if source.startswith("data:")
        else source.split("?", 1)[0].split("#", 1)[0].rsplit("/", 1)[-1][:200]
    )


def landmark(parent: HtmlElement | None, places: dict[HtmlElement | None, Landmark]) -> Landmark:
    """The nearest part of the page from an element upwards; those that were looked at are remembered."""
    walked: list[HtmlElement] = []
    place: Landmark | None = None
    while parent is not None and place is None:
        place = places.get(parent)
        if place is None:
            walked.append(parent)
            role = parent.get("role")
            if role or parent.tag in _MAY_OPEN:
                place = _own(parent, role)
            parent = parent.getparent()
    place = place or Landmark.OTHER
    for ancestor in walked:
        places[ancestor] = place
    return place


def _own(element: HtmlElement, role: str | None) -> Landmark | None:
    """The landmark that an element itself opens."""
    tag = element.tag
    if role:
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
    names, classes = element.get("id"), element.get("class")
    if names and classes:
        names = f"{names} {classes}"
    return _by_names(said[:300]) if (said := names or classes) else None


@lru_cache(maxsize=4096)
def _by_names(names: str) -> Landmark | None:
    tokens = names.lower().split()
    for landmark, pattern in _NAMES:
        if any(pattern.fullmatch(token) for token in tokens):
            return landmark
    return None
