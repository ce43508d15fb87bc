"""What a page says, made ready once for all who look for phrases in it."""

from dataclasses import dataclass
from functools import cached_property

from webaudit.model.page import Page
from webaudit.vocabulary.word import words_made_small

CHARACTERS = 20_000
"""Of a page's text; what comes after them says it again."""

_HEADINGS = 10
_HEADING_CHARACTERS = 300


@dataclass(frozen=True, eq=False)
class Said:
    """A text, such as the beginning of a page's.

    Attributes:
        written: as it stands there.
        words: all of them, in their order, in lower case.
        distinct: the same, each once.
    """

    written: str
    words: list[str]
    distinct: frozenset[str]

    @cached_property
    def text(self) -> str:
        """All in lower case."""
        return self.written.lower()


def saying(page: Page) -> Said:
    """What the page says."""
    return page.once(_said)


def headings(page: Page) -> tuple[str, ...]:
    """The title of the page and its main headings, in lower case, white space folded."""
    return page.once(_headings)


def parted(text: str) -> Said:
    """A text with its words."""
    words = words_made_small(text)
    return Said(text, words, frozenset(words))


def _said(page: Page) -> Said:
    return parted(page.reading.text[:CHARACTERS])


def _headings(page: Page) -> tuple[str, ...]:
    main = ["".join(heading.itertext())[:_HEADING_CHARACTERS] for heading in page.elements("h1")[:_HEADINGS]]
    return tuple(" ".join(heading.lower().split()) for heading in (page.reading.title, *main))
