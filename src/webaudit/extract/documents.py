"""The documents that a page links to, each with its year, by its name and what stands around it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from typing import TypeVar

from lxml.html import HtmlElement

from webaudit.extract.proofs import MENUS, address, in_path, in_text
from webaudit.extract.sections import stands_alone
from webaudit.extract.text import folded
from webaudit.extract.years import agreed, years_in
from webaudit.model.page import Paths
from webaudit.model.reading import Document, Link
from webaudit.vocabulary import plain
from webaudit.vocabulary.documents import document_marks
from webaudit.vocabulary.subjects import SubjectKind, subjects

T = TypeVar("T")

MOST_DOCUMENTS = 300
"""Of one page that are remembered."""

_CHARACTERS = 200
_AROUND_CHARACTERS = 300
"""More around a link is a text that it stands in."""

_CLIMB = 6
"""Elements around a link that are looked at for what it belongs to."""

_ROW_LINKS = 4
"""A row of a table offers a document in several ways; of other elements one that holds two is a list."""

_OWN_WORDS = 3
"""More in a link and what is around it name a document, though maybe none that is known."""

_TEXTS = 30
_AROUND = frozenset(
    ("span", "b", "strong", "i", "em", "small", "p", "td", "th", "div", "dd", "figure", "article", "tr", "li")
)
_WHOLE = frozenset(("tr", "li", "dd", "article", "figure"))
"""Elements that hold one thing; what is around them holds others."""

_LEVELS = {
    **{f"h{level}": level for level in range(1, 7)},
    **{"caption": 7, "summary": 7, "dt": 8, "strong": 8, "b": 8},
}
"""What stands above others as their heading, and how deep it is; bold letters are one if they stand alone."""

_BOLD = ("strong", "b")
_CELLS = 30
"""Of a row before that of a link."""


# Pages link to the same addresses, one after the other.
@lru_cache(maxsize=8192)
def is_document(url: str) -> bool:
    """Whether a normalised address is one of a file for readers, by its name or the cloud that keeps it."""
    return document_marks().address.search(url) is not None


def named(link: Link) -> tuple[tuple[str, ...], tuple[int, ...], bool]:
    """What a link says by itself to be, of which years, and whether these are disputed."""
    of_file = _of_file(link.url)
    years, disputed = agreed(years_in(link.text), link.url, decides=bool(of_file))
    return tuple(dict.fromkeys((*of_file, *_kinds(link.text)))), years, disputed


def page_documents(
    root: HtmlElement, url: str, title: str, links: Sequence[Link], out_of_sight: frozenset[HtmlElement]
) -> tuple[Document, ...]:
    """The documents that a page links to, each address once.

    Args:
        links: of the page, in its order.
        out_of_sight: elements that no visitor sees.
    """
    if not any(is_document(link.url) for link in links):
        return ()
    found: dict[str, Document] = {}
    paths = Paths(root)
    for element, link, headings in _in_order(root, links, out_of_sight):
        if link.hidden or not is_document(link.url):
            continue
        here = link.landmark not in MENUS
        above = (*reversed(headings.values()), title) if here else ()
        seen = _read(link, _around(element), (_column(element), *above))
        known = found.get(link.url)
        if known is None:
            if len(found) == MOST_DOCUMENTS:
                break
            found[link.url] = replace(seen, found_on=url, xpath=paths.of(element))
        elif (not known.subjects, not known.years) > (not seen.subjects, not seen.years):
            # A picture and a button often lead there before the name does.
            found[link.url] = replace(seen, found_on=url, xpath=known.xpath)
    return tuple(found.values())


def _in_order(
    root: HtmlElement, links: Sequence[Link], out_of_sight: frozenset[HtmlElement]
) -> Iterator[tuple[HtmlElement, Link, dict[int, str]]]:
    """Each link with its element and the headings above it, by level, the highest first."""
    left = iter(links)
    headings: dict[int, str] = {}
    for element in root.iter("a", "area", *_LEVELS):
        level = _LEVELS.get(str(element.tag))
        if level is None:
            if element.get("href") is not None:
                link = next(left, None)
                if link is None:
                    return
                yield element, link, headings
        elif element not in out_of_sight and (element.tag not in _BOLD or _heads(element)):
            text = folded(" ".join(islice(element.itertext(), _TEXTS)))[:_CHARACTERS]
            for deeper in [known for known in headings if known >= level]:
                del headings[deeper]
            headings[level] = text


def _heads(bold: HtmlElement) -> bool:
    """Whether bold letters are a heading: a line of a paragraph, not of a cell or an item, and no link."""
    parent = bold.getparent()
    return (
        parent is not None
        and parent.tag in ("p", "div", "center")
        and stands_alone(bold)
        and next(bold.iter("a"), None) is None
    )


def _column(link: HtmlElement) -> str:
    """What the first row of a table says above the cell of a link."""
    cell = next((one for one in islice(link.iterancestors(), _CLIMB) if one.tag in ("td", "th")), None)
    row = cell.getparent() if cell is not None else None
    if cell is None or row is None or row.tag != "tr":
        return ""
    table = next((one for one in islice(row.iterancestors(), 2) if one.tag == "table"), None)
    before = sum(1 for _ in islice(cell.itersiblings(preceding=True), _CELLS))
    first = next(table.iter("tr"), None) if table is not None else None
    if first is None or first is row or before == _CELLS or before >= len(first):
        return ""
    return folded(" ".join(islice(first[before].itertext(), _TEXTS)))[:_CHARACTERS]


def _around(link: HtmlElement) -> str:
    """What stands around a link and belongs to it: its row, its item, its paragraph."""
    best = ""
    for around in islice(link.iterancestors(), _CLIMB):
        most = _ROW_LINKS if around.tag == "tr" else 1
        if around.tag not in _AROUND or sum(1 for _ in islice(around.iter("a"), most + 1)) > most:
            break
        text = folded(" ".join(islice(around.itertext(), _TEXTS)))
        if len(text) > _AROUND_CHARACTERS:
            break
        best = text
        if around.tag in _WHOLE:
            break
    return best


def _read(link: Link, around: str, above: Sequence[str]) -> Document:
    """What a document is, by the first that says so: its name and its link, what is around, what is above."""
    of_file, said = _of_file(link.url), around or link.text
    words = _words(said)
    # A heading says what stands below it only where that does not speak for itself.
    texts = (said, *above) if len(words) <= _OWN_WORDS else (said,)
    kinds = tuple(dict.fromkeys((*of_file, *_kinds(link.text)))) or _first(_kinds, texts)
    near = _first(years_in, texts)
    years, disputed = agreed(years_in(link.text), link.url, around=near, decides=bool(of_file))
    name = (
        link.text
        if _words(link.text)
        else said
        if words
        else next((one for one in above if _words(one)), said)
    )
    return Document(link.url, name[:_CHARACTERS], kinds, years, disputed, link.landmark)


def _words(text: str) -> tuple[str, ...]:
    """The words of a text that say something, numbers apart."""
    idle = document_marks().idle
    return tuple(word for word in plain(text).split() if word not in idle and not word.isdigit())


def _first(reading: Callable[[str], tuple[T, ...]], texts: Iterable[str]) -> tuple[T, ...]:
    """What the first text says that says anything."""
    return next((said for text in texts if (said := reading(text))), ())


def _of_file(url: str) -> tuple[str, ...]:
    """The documents that the name of a file tells, or the address of a page."""
    to = address(url)
    words = " ".join(to.ends[0]) if to.file and to.ends else ""
    kinds = (*_kinds(words), *(key for key in in_path(to) if _is_kind(key)))
    return tuple(dict.fromkeys(kinds))


def _kinds(text: str) -> tuple[str, ...]:
    return tuple(key for key in in_text(text[:_CHARACTERS], in_menu=False) if _is_kind(key))


def _is_kind(key: str) -> bool:
    return subjects().by_key[key].kind is SubjectKind.DOCUMENT
