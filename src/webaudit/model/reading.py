"""Reading: what a page says, as plain values."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PageKind(StrEnum):
    """What a page turned out to be; only content is ever scored."""

    CONTENT = "content"
    ERROR = "error"
    """An error status."""
    BLOCKED = "blocked"
    """A firewall's page, a captcha or challenge, whatever its status."""
    LOGIN = "login"
    PARKED = "parked"
    SOFT_404 = "soft-404"
    """An error page with a status of success."""
    SHELL = "shell"
    """Empty until a script fills it."""
    NOT_HTML = "not-html"


class Landmark(StrEnum):
    """The part of a page in which something stands."""

    HEADER = "header"
    NAVIGATION = "navigation"
    MAIN = "main"
    ASIDE = "aside"
    FOOTER = "footer"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink.

    Attributes:
        href: as written, white space stripped, cut to 2,000 characters.
        url: absolute, WHATWG-normalised, without fragment; empty if it is no http(s) URL.
        text: visible text, aria-label, title and alternative text of images, joined by a blank.
        image: file name of the first image inside; empty if none.
    """

    href: str
    url: str
    text: str
    landmark: Landmark = Landmark.OTHER
    image: str = ""
    rel: str = ""


@dataclass(frozen=True, slots=True)
class DateSign:
    """A sign of when something was published.

    Attributes:
        at: the day, or an aware moment.
        raw: the text it was read from.
        method: "json-ld", "meta", "microdata", "time", "text", "url", "feed" or "sitemap".
        confidence: 0 to 1.
    """

    at: date
    raw: str
    method: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Reading:
    """What one page says, as plain values that can be kept when its tree is dropped.

    Attributes:
        url: that answered, after redirects.
        text: visible, white space folded, cut to 50,000 characters.
        words: number of words in the whole visible text.
        digest: of the stored body.
        thin: says next to nothing that others of the site do not say too; known when all pages are read.
    """

    url: str
    status: int | None
    kind: PageKind
    title: str = ""
    language: str = ""
    text: str = ""
    words: int = 0
    links: tuple[Link, ...] = ()
    dates: tuple[DateSign, ...] = ()
    digest: str = ""
    thin: bool = False
