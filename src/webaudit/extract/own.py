"""What a page holds of its own, beside menus, header, footer and links."""

import re
from collections.abc import Sequence
from itertools import islice

from lxml.html import HtmlElement

from webaudit.extract.forms import has_dead_form
from webaudit.extract.links import landmark
from webaudit.extract.proofs import MENUS
from webaudit.extract.text import Run
from webaudit.extract.written_date import DAY
from webaudit.model.reading import Landmark, OwnContent
from webaudit.vocabulary import leftovers, unfinished

ENOUGH_WORDS = 40
"""Fewer are no text of which a citizen learns something."""

NO_CONTENT = frozenset({"a", "button", "label", "option", "legend", "select"})
"""Elements whose words are ways to something else."""

_YEAR = re.compile(r"(?:19|20)\d\d")
_MOST_IMAGES = 50
_CHARACTERS = 20_000


def says_unfinished(text: str, *, little: bool) -> bool:
    """Whether a page says that it is not begun, is a template's, or that the program behind it failed.

    Args:
        text: visible, white space folded.
        little: it says hardly anything else, so that what articles say as well counts.
    """
    start, phrases = text[:_CHARACTERS].lower(), unfinished()
    if leftovers().anywhere.search(start) or any(some.search(start) for _, some in phrases.anywhere):
        return True
    return little and any(some.search(start) for _, some in phrases.alone)


def own_content(root: HtmlElement, runs: Sequence[Run]) -> OwnContent | None:
    """Counts a page's own words up to `ENOUGH_WORDS`; where they are few, what else it holds.

    Returns:
        None if not one of its words stands outside menus: a menu was left open, and holds the page.
    """
    places: dict[HtmlElement | None, Landmark] = {None: Landmark.OTHER}
    words = linked = 0
    for text, element in runs:
        if landmark(element, places) in MENUS:
            continue
        parent = element.getparent()
        if element.tag in NO_CONTENT or (parent is not None and parent.tag in NO_CONTENT):
            linked += len(text.split())
        else:
            words += _words(text)
        if words >= ENOUGH_WORDS:
            return OwnContent(ENOUGH_WORDS, dead_form=has_dead_form(root))
    if not words and not linked and runs:
        return None
    images = _count(root, places, "img", "svg")
    embedded = _count(root, places, "iframe", "object", "embed")
    return OwnContent(words, linked, images, embedded, has_dead_form(root))


def _words(text: str) -> int:
    """How many words a text has; none for a day, which a clock writes on every page."""
    said = DAY.sub(" ", text[:_CHARACTERS].lower()) if _YEAR.search(text) else text
    return len(said.split())


def _count(root: HtmlElement, places: dict[HtmlElement | None, Landmark], *tags: str) -> int:
    """How many such elements stand outside menus and links home."""
    return sum(landmark(one, places) not in MENUS for one in islice(root.iter(*tags), _MOST_IMAGES))
