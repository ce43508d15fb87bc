"""The visible text of a page."""

import re
from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

from lxml.html import HtmlElement

MOST_ELEMENTS = 300_000
"""A walk ends here: a tree of this size is a flood, not a page."""

MOST_RUNS = 20_000
"""Text nodes that are kept one by one, each with its element."""

INVISIBLE = frozenset(
    [
        "head",
        "script",
        "style",
        "template",
        "noscript",
        "title",
        "iframe",
        "object",
        "audio",
        "video",
        "canvas",
        "datalist",
        "svg",
        "math",
    ]
)
"""Their text is never shown, or only by browsers that lack the feature."""

JOINED = frozenset(
    [
        "abbr",
        "b",
        "big",
        "bdi",
        "bdo",
        "cite",
        "code",
        "del",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "mark",
        "q",
        "s",
        "small",
        "strong",
        "sub",
        "sup",
        "u",
        "wbr",
    ]
)
"""They style a part of a word. All others part words: menus are minified, `<a>Profil</a><a>Berita</a>`."""

_EMPTY_HANDED = INVISIBLE - {"noscript", "template"}
"""Nothing in them is a link or a field, whether they are shown or not."""

_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACE = re.compile(r"\s+")


Run = tuple[str, HtmlElement]
"""One text node that is shown, and the element in which it stands directly."""


class Shown(NamedTuple):
    """All that a page shows as text.

    Attributes:
        text: white space folded, whole.
        runs: its text nodes in the order of the document, as written; the first `MOST_RUNS`.
        left_out: the elements left out with all that is in them, but for those that never show text.
        styled: all others that have a style of their own.
    """

    text: str
    words: int
    runs: tuple[Run, ...]
    left_out: tuple[HtmlElement, ...] = ()
    styled: tuple[HtmlElement, ...] = ()


def folded(text: str) -> str:
    """The text with each stretch of white space as one blank, none at the ends."""
    # Splitting is five times as fast, but holds every word at once.
    return " ".join(text.split()) if len(text) < 500_000 else _SPACE.sub(" ", text).strip()


def shown(root: HtmlElement, walked: Iterable[HtmlElement] | None = None) -> Shown:
    """Read what the page shows, without scripts, styles and what is hidden by attribute or inline style.

    Args:
        walked: all elements in the order of the document, if they are at hand.
    """
    runs: list[Run] = []
    parts: list[str] = []
    left_out: list[HtmlElement] = []
    styled: list[HtmlElement] = []
    # Elements that are open, and how many of their children are still to come: an element that ends is told
    # by counting, because lxml's iterwalk, which tells it by an event, is twice as slow.
    around: list[HtmlElement] = []
    to_come: list[int] = []
    hides, say = _UNSEEN.search, parts.append
    walker = islice(root.iter() if walked is None else walked, MOST_ELEMENTS)
    for element in walker:
        tag = element.tag
        children = len(element)
        if tag not in JOINED:
            say(" ")
        style = element.get("style")
        if (
            tag in INVISIBLE
            or element.get("hidden") is not None
            or (style is not None and hides(style) is not None)
        ):
            if tag not in _EMPTY_HANDED:
                left_out.append(element)
            if children:
                for _ in element.iterdescendants():
                    next(walker, None)
                children = 0
        else:
            if style is not None:
                styled.append(element)
            if text := element.text:
                say(text)
                if not text.isspace():
                    runs.append((text, element))
        if children:
            around.append(element)
            to_come.append(children)
            continue
        # It ends here, and with it all those of which it is the last part.
        while around:
            if tag not in JOINED:
                say(" ")
            if text := element.tail:
                say(text)
                if not text.isspace():
                    runs.append((text, around[-1]))
            if to_come[-1] > 1:
                to_come[-1] -= 1
                break
            del to_come[-1]
            element = around.pop()
            tag = element.tag
    text = folded("".join(parts))
    words = text.count(" ") + 1 if text else 0
    return Shown(text, words, tuple(runs[:MOST_RUNS]), tuple(left_out), tuple(styled))
