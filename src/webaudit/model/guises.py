"""Record of how pages answer those who come from a search engine."""

from dataclasses import dataclass
from enum import StrEnum

from webaudit.model.reading import PageKind
from webaudit.model.record import Record


class Guise(StrEnum):
    """Who seems to ask."""

    CRAWLER = "crawler"
    """A search engine itself."""
    SEARCHER = "searcher"
    """A visitor who comes from its results."""
    PHONE = "phone"
    """The same, with a telephone."""


@dataclass(frozen=True, slots=True)
class Look:
    """What one answer shows of an injection.

    Attributes:
        status: None if nothing answered.
        kind: of the page; None if it is none.
        title: of the page.
        sign: the weightiest term or host that tells of an injection; empty if there is none.
        score: points of all signs.
        certain: no honest page has such signs.
        away: host of another's that a redirect leads to; empty if there is none.
        digest: of the body, by which it is found in the evidence.
    """

    status: int | None
    kind: PageKind | None = None
    title: str = ""
    sign: str = ""
    score: float = 0.0
    certain: bool = False
    away: str = ""
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """One address, seen in a guise and as it is.

    Attributes:
        agent: User-Agent that was sent.
        seen: in the guise.
        plain: as any visitor sees it, once or more; what differs among them is the site's own unrest.
    """

    url: str
    guise: Guise
    agent: str
    seen: Look
    plain: tuple[Look, ...]


@dataclass(frozen=True, slots=True)
class Guises(Record):
    """How the home page, and pages with suspicious names, answer those who come from a search engine."""

    compared: tuple[Compared, ...]
