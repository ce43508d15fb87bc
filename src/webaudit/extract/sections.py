"""The text below headings and bold lines: one page may be profile, vision, duties and structure at once."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from lxml.html import HtmlElement

from webaudit.extract.links import landmark
from webaudit.extract.own import NO_CONTENT
from webaudit.extract.proofs import MENUS
from webaudit.extract.text import Run, folded
from webaudit.model.reading import Landmark

BOLD_LEVEL = 7
"""Below that of every heading."""

_MOST_BOLD = 200
_BOLD_CHARACTERS = 80

Heading = tuple[int, tuple[str, ...]]
"""Its level, from 1, and the keys of the subjects that it names."""


def bold_lines(root: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """The bold texts that stand on a line of their own, as headings do that nobody has marked up."""
    for element in islice(root.iter("strong", "b"), _MOST_BOLD):
        text = folded("".join(islice(element.itertext(), 20))) if stands_alone(element) else ""
        if 0 < len(text) <= _BOLD_CHARACTERS:
            yield element, text


def stands_alone(bold: HtmlElement) -> bool:
    """Whether a bold text has a line of its own, as headings do that nobody has marked up."""
    parent, following = bold.getparent(), bold.getnext()
    if parent is None or bold.getprevious() is not None or (parent.text or "").strip():
        return False
    return not (bold.tail or "").strip(" \t\r\n:") and (following is None or following.tag == "br")


def section_words(runs: Sequence[Run], headings: Mapping[HtmlElement, Heading]) -> Mapping[str, int]:
    """The number of words below the headings that name a subject, by its key.

    A section ends with the next heading that names a subject or is not of a lower level. Menus and links
    are no text of it.
    """
    places: dict[HtmlElement | None, Landmark] = {None: Landmark.OTHER}
    words: dict[str, int] = {}
    level = 0
    keys: tuple[str, ...] = ()
    inside: HtmlElement | None = None
    for text, element in runs:
        at = _heading(element, headings)
        if at is not None:
            if at is not inside:
                inside = at
                new_level, new_keys = headings[at]
                if new_keys or new_level <= level:
                    level, keys = new_level, new_keys
            continue
        if not keys or landmark(element, places) in MENUS:
            continue
        parent = element.getparent()
        if element.tag not in NO_CONTENT and (parent is None or parent.tag not in NO_CONTENT):
            count = len(text.split())
            for key in keys:
                words[key] = words.get(key, 0) + count
    return words


def _heading(element: HtmlElement, headings: Mapping[HtmlElement, Heading]) -> HtmlElement | None:
    """The heading in which a text stands, itself or a little below it."""
    one: HtmlElement | None = element
    for _ in range(3):
        if one is None or one in headings:
            return one
        one = one.getparent()
    return None
