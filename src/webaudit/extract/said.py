"""What a page says, made ready once for all who look for phrases in it."""

from typing import NamedTuple

from webaudit.model.page import Page
from webaudit.vocabulary.word import words

CHARACTERS = 20_000
"""Of a page's text; what comes after them says it again."""

_HEADINGS = 10
_HEADING_CHARACTERS = 300


class Said(NamedTuple):
    """The beginning of a page's text.

    Attributes:
        text: in lower case.
        words: all of them, in their order.
        distinct: the same, each once.
    """

    text: str
    words: list[str]
    distinct: frozenset[str]


def saying(page: Page) -> Said:
    """What the page says."""
    return page.once(_said)


def headings(page: Page) -> tuple[str, ...]:
    """The title of the page and its main headings, in lower case, white space folded."""
    return page.once(_headings)


def _said(page: Page) -> Said:
    text = page.reading.text[:CHARACTERS].lower()
    found = words(text)
    return Said(text, found, frozenset(found))


def _headings(page: Page) -> tuple[str, ...]:
    main = ["".join(heading.itertext())[:_HEADING_CHARACTERS] for heading in page.elements("h1")[:_HEADINGS]]
    return tuple(" ".join(heading.lower().split()) for heading in (page.reading.title, *main))
