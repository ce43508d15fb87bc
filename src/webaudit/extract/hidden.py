"""The blocks of a page that are hidden from its visitors, and what they say to machines."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml.html import HtmlElement

from webaudit.extract.attribute import with_attribute
from webaudit.extract.text import Shown
from webaudit.model.page import Page

MOST_BLOCKS = 200
MOST_CHARACTERS = 20_000
"""Of one block's text, roughly."""

_FAR_OFF = re.compile(r"-\s*\d{3,}")
_NO_SIZE = re.compile(r"[01](?:\.0+)?(?:px)?$")
_HIDING = {
    "display": re.compile("none"),
    "visibility": re.compile("hidden|collapse"),
    "opacity": re.compile(r"0(?:\.0+)?%?$"),
    "transform": re.compile(r"scale\(\s*0\s*\)"),
    "clip": re.compile(r"rect\(\s*0"),
    "clip-path": re.compile(r"inset\(\s*(?:50|100)%"),
    **dict.fromkeys(("width", "height", "max-height"), _NO_SIZE),
    "font-size": re.compile("0(?![.1-9])"),
    **dict.fromkeys(("text-indent", "left", "top", "margin-left", "margin-top"), _FAR_OFF),
}
"""How each property hides, by its value in lower case."""

_SECRET = {"font-size", "text-indent", "left", "top", "margin-left", "margin-top"}
"""Properties by which no menu and no slide show hides."""

_FOR_GOOD = _HIDING.keys() - {"opacity", "transform", "max-height", "clip-path"}
"""Properties by which nothing is hidden that slides or fades into view a moment later."""


class Block(NamedTuple):
    """One hidden block.

    Attributes:
        text: its text, with the titles and addresses of its links.
        secret: hidden in a way that no menu or slide show uses: off the screen, in letters of no size.
    """

    element: HtmlElement
    text: str
    secret: bool


def hidden(page: Page) -> Iterator[Block]:
    """The blocks hidden by attribute or inline style, none inside another."""
    known: dict[str, frozenset[str]] = {}
    hiding: dict[HtmlElement, frozenset[str]] = {}
    for element in with_attribute(page, "style"):
        style = element.get("style", "")
        if style not in known:
            known[style] = _hiding(style)
        if known[style]:
            hiding[element] = known[style]
    for element in (*with_attribute(page, "hidden"), *page.elements("noscript")):
        hiding.setdefault(element, frozenset())
    found = 0
    for element, properties in hiding.items():
        if any(above in hiding for above in element.iterancestors()):
            continue
        secret = element.tag == "marquee" or not properties.isdisjoint(_SECRET)
        if text := _text(element):
            yield Block(element, text, secret)
        found += 1
        if found == MOST_BLOCKS:
            return


def unseen(page: Shown) -> frozenset[HtmlElement]:
    """The elements that no visitor sees, by attribute or inline style of theirs or of what is around them."""
    found: set[HtmlElement] = set()
    for element in page.left_out:
        found.update(element.iter())
    known: dict[str, bool] = {}
    for element in page.styled:
        style = element.get("style", "")
        if style not in known:
            known[style] = not _hiding(style).isdisjoint(_FOR_GOOD)
        if known[style] and element not in found:
            found.update(element.iter())
    return frozenset(found)


def _hiding(style: str) -> frozenset[str]:
    """The properties of an inline style that hide the element."""
    pairs = (declaration.partition(":") for declaration in style.lower().split(";"))
    return frozenset(
        name
        for written, _, value in pairs
        if (name := written.strip()) in _HIDING
        and _HIDING[name].match(value.strip().removesuffix("!important").rstrip())
    )


def _text(element: HtmlElement) -> str:
    """The beginning of an element's text, and of its links' titles and addresses."""
    parts: list[str] = []
    length = 0
    for node in element.iter():
        if node.tag in {"script", "style"}:
            continue
        href = node.get("href", "") if node.tag == "a" else ""
        tail = node.tail if node is not element else ""
        for text in (node.text, node.get("title"), href if "://" in href else "", tail):
            if text and not text.isspace():
                parts.append(text[:MOST_CHARACTERS])
                length += len(text)
        if length > MOST_CHARACTERS:
            break
    return " ".join(parts)
