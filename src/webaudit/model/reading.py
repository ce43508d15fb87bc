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
    EMPTY = "empty"
    """Blank; a link's target also if it is not begun, a list of files, or what a failed program says."""


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
        hidden: no visitor sees it.
    """

    href: str
    url: str
    text: str
    landmark: Landmark = Landmark.OTHER
    image: str = ""
    rel: str = ""
    hidden: bool = False


class ProofKind(StrEnum):
    """What shows that a site has something, strongest first."""

    CENTRAL_PORTAL = "central-portal"
    """The host of a portal that serves all agencies."""
    HOST = "host"
    """A host that is known by name."""
    REACH = "reach"
    """A telephone number, a mail address or a chat."""
    PATH = "path"
    PAGE = "page"
    """The page's own path, title or main heading."""
    FORM = "form"
    IMAGE = "image"
    """The file name of the image that is the link."""
    TEXT = "text"
    MENU = "menu"
    """An application below a menu's entry for services."""
    PHRASE = "phrase"
    """What the page says."""
    SECTION = "section"
    """A heading inside a page, or a link to it."""

    @property
    def rank(self) -> int:
        """0 for the strongest."""
        return _PROOF_RANK[self]


_PROOF_RANK = {kind: rank for rank, kind in enumerate(ProofKind)}


@dataclass(frozen=True, slots=True)
class Proof:
    """One sign that a site has a service, a page or a document.

    Attributes:
        subject: key in the vocabulary, "ppid".
        url: what it leads to, or the page that it stands on.
        text: of the link, the heading or the phrase, cut to 200 characters.
        found_on: the page that it was seen on.
        years: that a document is about, as it is named where it is linked, ascending.
        disputed: name and file tell different years.
        xpath: of the link to a file; empty for all else.
        words: of the text below a heading.
    """

    subject: str
    by: ProofKind
    url: str
    text: str = ""
    landmark: Landmark = Landmark.OTHER
    found_on: str = ""
    years: tuple[int, ...] = ()
    disputed: bool = False
    xpath: str = ""
    words: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """A file that a page links to: a PDF, a text, a table, or what a cloud keeps.

    Attributes:
        name: of the link, cut to 200 characters.
        subjects: keys in the vocabulary, by its file name, its link, or what stands around and above that.
        years: that it is about, likewise, ascending; a span holds all its years.
        disputed: name and file tell different years.
        found_on: the page that links to it.
        xpath: of the link.
    """

    url: str
    name: str = ""
    subjects: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    disputed: bool = False
    landmark: Landmark = Landmark.OTHER
    found_on: str = ""
    xpath: str = ""


@dataclass(frozen=True, slots=True)
class OwnContent:
    """What a page holds beside menus, header and footer, counted only as far as it decides something.

    Attributes:
        words: outside links, buttons and labels; at most 40, where nothing else is counted.
        linked: words of links, buttons and labels.
        images: pictures of any size.
        embedded: other documents that are shown inside.
        dead_form: it has a form to write in, and none that can be sent.
    """

    words: int
    linked: int = 0
    images: int = 0
    embedded: int = 0
    dead_form: bool = False


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
        description: for search engines, of its meta element; the first that is not empty.
        text: visible, white space folded, cut to 50,000 characters.
        words: number of words in the whole visible text.
        digest: of the stored body.
        proofs: what the page itself is, holds or says; what it links to is not among them.
        own: None if the page is none of those that anybody asks for.
        thin: says next to nothing that others of the site do not say too; known when all pages are read.
        documents: files that it links to, each address once, in the order of the document.
    """

    url: str
    status: int | None
    kind: PageKind
    title: str = ""
    description: str = ""
    language: str = ""
    text: str = ""
    words: int = 0
    links: tuple[Link, ...] = ()
    dates: tuple[DateSign, ...] = ()
    digest: str = ""
    proofs: tuple[Proof, ...] = ()
    own: OwnContent | None = None
    thin: bool = False
    documents: tuple[Document, ...] = ()
