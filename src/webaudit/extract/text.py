"""The visible text of a page."""

import re
from typing import NamedTuple

from lxml import etree
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

_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACE = re.compile(r"\s+")


class Run(NamedTuple):
    """One text node that is shown.

    Attributes:
        element: in which it stands directly.
    """

    text: str
    element: HtmlElement


class Shown(NamedTuple):
    """All that a page shows as text.

    Attributes:
        text: white space folded, whole.
        runs: its text nodes in the order of the document, as written; the first `MOST_RUNS`.
    """

    text: str
    words: int
    runs: tuple[Run, ...]


def folded(text: str) -> str:
    """The text with each stretch of white space as one blank, none at the ends."""
    # Splitting is five times as fast, but holds every word at once.
    return " ".join(text.split()) if len(text) < 500_000 else _SPACE.sub(" ", text).strip()


def shown(root: HtmlElement) -> Shown:
    """Read what the page shows, without scripts, styles and what is hidden by attribute or inline style."""
    runs: list[Run] = []
    parts: list[str] = []
    walker = etree.iterwalk(root, events=("start", "end"))
    left = MOST_ELEMENTS
    for event, element in walker:
        tag = element.tag
        if tag not in JOINED:
            parts.append(" ")
        if event == "start":
            left -= 1
            if not left:
                break
            if tag in INVISIBLE or _is_hidden(element):
                walker.skip_subtree()
                continue
            text = element.text
        elif element is root:
            break
        else:
            text = element.tail
        if text:
            parts.append(text)
            if len(runs) < MOST_RUNS and not text.isspace():
                inside = element if event == "start" else element.getparent()
                runs.append(Run(text, root if inside is None else inside))
    text = folded("".join(parts))
    return Shown(text, text.count(" ") + 1 if text else 0, tuple(runs))


def _is_hidden(element: HtmlElement) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or (style is not None and _UNSEEN.search(style) is not None)
