"""Planted paths: addresses and files whose names are those of gambling pages."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple
from urllib.parse import unquote

from webaudit.extract.said import parted
from webaudit.extract.spam import is_foreign, is_innocent, spam
from webaudit.extract.urls import host, registrable
from webaudit.vocabulary.gambling import POINTS, Kind

TELLING = POINTS[Kind.STRONG]
"""Points of a name with one word that no honest text has but a report."""

_LOUD = POINTS[Kind.STRONG] + POINTS[Kind.GAME]
"""Points of a name that heaps such words up, as doorways do and headlines do not."""

_UNLINKED = 30
"""Pages in folders that nothing links to, and …"""

_FOLDERS = 12
"""… such folders, from which on no honest system made them."""

_USUAL = re.compile(
    r"(?:19|20)\d\d|\d{1,2}|[a-z]{2}(?:-[a-z]{2})?|tags?|categor(?:y|ies)|kategori|author|page|posts?|berita|news|artikel|product"
    r"|media|assets?|storage|uploads?|files?|images?|wp-.*|index\.php"
)
"""Folders that systems make, or archives by year and language."""

_FEW = 3
_MANY = 10
_CHARACTERS = 500
_TOGETHER = 100

_UPLOADS = re.compile(
    r"/(?:uploads?|storage|assets?|vendor|wp-content|wp-includes|userfiles|images?|img)/(?:[^?#]*/)?"
    r"[^/?#]*\.(?:s?html?|php\d?|phtml|aspx?|jsp)(?:[?#]|$)",
    re.IGNORECASE,
)
_VISITORS = re.compile(
    r"[?&;](?:s|q|query|search|keyword|keywords|kata|cari)=|"
    r"/(?:search|cari|pencarian|tags?|comments?|komentar|buku-?tamu|guest-?book|forum|topic|members?|profile|users?)/",
    re.IGNORECASE,
)


class Planted(NamedTuple):
    """A name with words of gambling.

    Attributes:
        points: as `spam` weighs them.
        upload: a page where only files of editors belong.
        visitors: whoever searches or comments makes such a page; nobody needs to break in.
    """

    url: str
    terms: tuple[str, ...]
    points: float
    upload: bool
    visitors: bool


class Names(NamedTuple):
    """All planted names of a site, weighed together.

    Attributes:
        certain: those that prove a break-in, in their order; none if they do not.
        suspect: those that strangers or a headline writer may have made.
        searches: those that visitors can make.
    """

    certain: tuple[Planted, ...] = ()
    suspect: tuple[Planted, ...] = ()
    searches: tuple[Planted, ...] = ()


def planted(named: Iterable[tuple[str, str]], own: str) -> Iterator[Planted]:
    """The planted ones among addresses, in their order.

    Args:
        named: pairs of an address and a title; the title may be empty.
        own: the site's host; the name of another one is read as well.
    """
    site = registrable(own)
    texts = ((url, f"{_words_of(url, site)} {title}"[:_CHARACTERS]) for url, title in named)
    while some := tuple(islice(texts, _TOGETHER)):
        # Most names are clean, and one look at many is cheaper than one at each.
        together = "\n".join(text for _, text in some)
        clean = is_innocent(parted(together), name=True) or not spam(together, name=True, always=True)
        if clean and not is_foreign(together, ""):
            continue
        for url, text in some:
            hits = spam(text, name=True)
            terms = tuple(hit.term for hit in hits) or ((text[:40],) if is_foreign(text, url) else ())
            points = sum(hit.points for hit in hits) or (TELLING if terms else 0.0)
            if points >= TELLING:
                upload, visitors = _UPLOADS.search(url), _VISITORS.search(url)
                yield Planted(url, terms, points, upload is not None, visitors is not None)


def weighed(found: Sequence[Planted]) -> Names:
    """What the planted names of a site prove together.

    One headline about gambling proves nothing. Pages among the uploads do, and so do a few names that
    heap such words up, or many that hold different ones.
    """
    searches = tuple(one for one in found if one.visitors and not one.upload)
    others = tuple(one for one in found if one.upload or not one.visitors)
    uploads = tuple(one for one in others if one.upload)
    loud = tuple(one for one in others if one.points >= _LOUD)
    if uploads:
        return Names(uploads, (), searches)
    if len(loud) >= _FEW and len({term for one in loud for term in one.terms}) >= _FEW:
        return Names(loud, (), searches)
    if len(others) >= _MANY and len({term for one in others for term in one.terms}) >= _FEW:
        return Names(others, (), searches)
    return Names((), others if loud or len(others) > 1 else (), searches)


def is_made_by_visitors(url: str) -> bool:
    """Whether whoever searches or comments makes such a page."""
    return _VISITORS.search(url) is not None


def strangers(urls: Iterable[str], linked: Iterable[str]) -> tuple[str, ...]:
    """One address of each folder of a sitemap that nothing on the site links to; none if they are few.

    Doorways stand in a folder each, which only their sitemap names. Pages right under the root are no sign:
    many systems give each article such an address.
    """
    named = [(folder, url) for url in urls if (folder := _folder(url)) and not _USUAL.fullmatch(folder)]
    if len(named) < _UNLINKED:
        return ()
    # Menus repeat their links on each page.
    known = {_folder(url) for url in dict.fromkeys(linked)}
    strange = [(folder, url) for folder, url in named if folder not in known]
    found: dict[str, str] = {}
    for folder, url in strange:
        found.setdefault(folder, url)
    return tuple(found.values()) if len(strange) >= _UNLINKED and len(found) >= _FOLDERS else ()


def _folder(url: str) -> str:
    """The first folder of an address, in lower case; empty if there is none, or nothing in it."""
    first, slash, rest = url.partition("://")[2].partition("/")[2].partition("/")
    return first.lower() if slash and rest.strip("/") else ""


def _words_of(url: str, site: str) -> str:
    """Path and query as a reader sees them, behind the host's name if that is another site's."""
    path = unquote(url.partition("://")[2].partition("/")[2])
    name = host(url)
    return path if registrable(name) == site else f"{name} {path}"
