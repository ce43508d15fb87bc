"""What shows that a link leads to a service, a page or a document: words, addresses, images."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from webaudit.extract.urls import host
from webaudit.model.reading import Landmark, Link, ProofKind
from webaudit.vocabulary import plain
from webaudit.vocabulary.subjects import PhraseIndex, SubjectKind, subjects

MENUS = frozenset({Landmark.HEADER, Landmark.NAVIGATION, Landmark.ASIDE, Landmark.FOOTER})

_WORDS_OUTSIDE = 6
"""Of a link outside menus; a longer text is the headline of news about a service, not the way to one."""

_MORE_IN_MENUS = 6
_MORE_OF_DOCUMENTS = 14
"""Words beside the phrase, as in "Laporan Kinerja Dinas Kesehatan Tahun Anggaran 2025"."""

_MOST_WHOLE = 9
_MORE_OF_ARTICLES = 2
_MORE_IN_PATHS = 3
_MORE_IN_FILE_NAMES = 2

TEXT_CHARACTERS = 200

_AND = re.compile(r"\s*(?:[&/|,·•]|\b(?:dan|and)\b)\s*", re.IGNORECASE)
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|zip|rar|od[tsp])$")
_DATED = re.compile(r"/(?:19|20)\d\d/(?:0?[1-9]|1[0-2])/")
_UPLOADS = re.compile(r"/(?:uploads?|files?|assets?|storage|media|dokumen|download)/")
_TELEPHONE = re.compile(r"(?:tel|sms|whatsapp):|mailto:[^?]*@")
_CHAT = re.compile(r"https?://(?:wa\.me/\+?\d{8}|(?:api|web)\.whatsapp\.com/send/?\?(?:.*&)?phone=\+?\d{8})")
_DIGITS = re.compile(r"\d+(?:x\d+)?")


class Address(NamedTuple):
    """What an address says by itself.

    Attributes:
        above: words of each part of its path but the last.
        ends: words of the last part, and of each value of its query.
        article: its last part is one of the news.
        file: it is a document by its name.
    """

    host: str
    above: tuple[tuple[str, ...], ...]
    ends: tuple[tuple[str, ...], ...]
    article: bool
    file: bool


@lru_cache(maxsize=4096)
def address(url: str) -> Address:
    """Reads a normalised URL."""
    path, _, query = url.partition("://")[2].partition("/")[2].lower().partition("?")
    written = [part for part in path.split("/") if part]
    if written and "." in written[-1] and (stem := written[-1].rpartition("."))[0] and len(stem[2]) <= 5:
        file = bool(_FILE.search(written[-1]))
        written[-1] = stem[0]
    else:
        file = False
    values = [value.partition("=")[2] for value in query.split("&") if "=" in value][:5]
    parts = tuple(words for part in written[-8:] if (words := _part(part)))
    named = tuple(words for value in values if (words := _part(value)) and not words[0].isdigit())
    news = subjects().news
    below_news = any(" ".join(part) in news for part in parts[:-1]) and (
        len(parts[-1]) > 2 or written[-1][0].isdigit()
    )
    dated = bool(_DATED.search(f"/{path}")) and not _UPLOADS.search(f"/{path}")
    return Address(host(url), parts[:-1], (*parts[-1:], *named), below_news or dated, file)


@lru_cache(maxsize=4096)
def _part(part: str) -> tuple[str, ...]:
    """The words of one part of a path, without the number that a system puts before or behind them."""
    words = plain(part.replace("%20", " ")[:TEXT_CHARACTERS]).split()
    while len(words) > 1 and words[0].isdigit():
        del words[0]
    while len(words) > 1 and words[-1].isdigit() and len(words[-1]) != 4:
        del words[-1]
    return tuple(words)


def link_proofs(link: Link) -> Iterator[tuple[str, ProofKind]]:
    """The subjects that a link leads to, each with the strongest sign of it.

    A link without an address, one to its own page and a hidden one lead nowhere.
    """
    if link.hidden or link.href.startswith("#"):
        return
    reach = bool(_TELEPHONE.match(link.href) or _CHAT.match(link.url))
    if not link.url and not reach:
        return
    by_key, in_menu = subjects().by_key, link.landmark in MENUS
    found: dict[str, ProofKind] = {}
    for key in in_host(host(link.url)):
        found[key] = ProofKind.HOST
    if reach:
        for key in in_text(link.text, in_menu=in_menu):
            if by_key[key].reach:
                found.setdefault(key, ProofKind.REACH)
    elif "social" in found:
        # What a social network shows under a name is no service.
        pass
    elif not in_menu and link.text.count(" ") > _WORDS_OUTSIDE:
        # A headline, as most links of a site are, or the long name of a document.
        for key in in_text(link.text, in_menu=False):
            found.setdefault(key, ProofKind.TEXT)
    else:
        for key, by in _by_name(link, in_menu=in_menu):
            found.setdefault(key, by)
    for key, by in found.items():
        not_path = by_key[key].not_path
        if not_path is None or not not_path.search("/" + link.url.partition("://")[2].partition("/")[2]):
            yield key, by


def _by_name(link: Link, *, in_menu: bool) -> Iterator[tuple[str, ProofKind]]:
    """The subjects that address, image and text of a link name, the strongest sign first."""
    to = address(link.url)
    for key in in_path(to):
        yield key, ProofKind.PATH
    if to.file and to.ends:
        by_key = subjects().by_key
        for key in in_text(" ".join(to.ends[0]), in_menu=False):
            if by_key[key].kind is SubjectKind.DOCUMENT:
                yield key, ProofKind.PATH
    if link.image:
        for key in _in_image(link.image):
            yield key, ProofKind.IMAGE
    agency = to.host.removeprefix("www.").partition(".")[0]
    for key in in_text(link.text, in_menu=in_menu, article=to.article, agency=agency):
        yield key, ProofKind.TEXT
    for key in _hinted(link, to):
        yield key, ProofKind.TEXT


@lru_cache(maxsize=4096)
def in_host(name: str) -> tuple[str, ...]:
    """The subjects whose own host this is."""
    return tuple(one.key for one in subjects().by_key.values() if one.host and one.host.search(name))


def in_path(to: Address) -> tuple[str, ...]:
    """The subjects that an address names."""
    known = subjects()
    found: dict[str, None] = {}
    for part in (*to.above, *to.ends):
        keys = list(known.parts.get(" ".join(part), ()))
        more = [key for key, words in _opening(part) if len(part) - words <= _MORE_IN_PATHS]
        if more and not to.article and known.headline.isdisjoint(part):
            keys += more
        for key in keys:
            if part in to.ends or known.by_key[key].kind is SubjectKind.SERVICE:
                found[key] = None
    return tuple(found)


def _opening(part: tuple[str, ...]) -> Iterator[tuple[str, int]]:
    """The subjects that a part of a path begins with, and the number of words that say so."""
    for phrase, key in subjects().opening.get(part[0], ()):
        if part[: len(phrase)] == phrase:
            yield key, len(phrase)


# Menus, lists of news and the headings beside them say the same on page after page.
@lru_cache(maxsize=4096)
def in_text(text: str, *, in_menu: bool, article: bool = False, agency: str = "") -> tuple[str, ...]:
    """The subjects that a link's text names.

    Args:
        in_menu: it stands in a menu, the header, the footer or beside the content.
        article: it leads to one of the news.
        agency: what the host of its target calls the agency.
    """
    known = subjects()
    spelt = plain(text)
    words = spelt.split()
    if not words or not known.headline.isdisjoint(words):
        return ()
    found: dict[str, None] = {}
    for key, length in _phrases(words, known.phrases):
        more = len(words) - length
        if known.by_key[key].kind is SubjectKind.DOCUMENT:
            fits = more <= _MORE_OF_DOCUMENTS
        elif article and more > _MORE_OF_ARTICLES:
            fits = False
        else:
            fits = more <= _MORE_IN_MENUS if in_menu else len(words) <= _WORDS_OUTSIDE
        if fits:
            found[key] = None
    if len(words) <= _MOST_WHOLE:
        found.update(dict.fromkeys(_whole(text, words, agency)))
    return tuple(key for key in found if not any(phrase in spelt for phrase in known.by_key[key].cancels))


def _phrases(words: list[str], index: PhraseIndex) -> Iterator[tuple[str, int]]:
    """The subjects whose phrases stand in a text, and how many words each takes."""
    for at, word in enumerate(words):
        for phrase, key in index.get(word, ()):
            if tuple(words[at : at + len(phrase)]) == phrase:
                yield key, len(phrase)


def _whole(text: str, all_words: list[str], agency: str) -> Iterator[str]:
    """The subjects that a text names and nothing else, alone or joined: "Kontak & Pengaduan"."""
    known = subjects()
    # "Visi dan Misi" is one thing, "Berita dan Agenda" are two.
    parts = _AND.split(text)
    for words in (list(all_words), *((plain(part).split() for part in parts) if len(parts) > 1 else ())):
        while words and (words[0] in known.filler or words[0].isdigit()):
            del words[0]
        while words and (words[-1] in known.filler or words[-1].isdigit()):
            del words[-1]
        yield from known.whole.get(" ".join(words), ())
        for length in range(1, min(len(words), 4)):
            if words[length] in known.agency or words[length] == agency:
                yield from known.whole.get(" ".join(words[:length]), ())


def _in_image(name: str) -> tuple[str, ...]:
    """The subjects that the file name of an image names, if it says little else."""
    known = subjects()
    words = [
        word
        for word in plain(name.rpartition(".")[0] or name).split()
        if word not in known.image_filler and not _DIGITS.fullmatch(word)
    ]
    if not known.headline.isdisjoint(words):
        return ()
    return tuple(
        key for key, length in _phrases(words, known.images) if len(words) - length <= _MORE_IN_FILE_NAMES
    )


def _hinted(link: Link, to: Address) -> tuple[str, ...]:
    """The subjects of which two signs agree that would not do alone: the text and the address."""
    known = subjects()
    if to.article or to.file:
        return ()
    in_address = {key for part in to.ends for key, _ in _phrases(list(part), known.hints)}
    if not in_address:
        return ()
    words = plain(link.text).split()
    hinted = [key for key, length in _phrases(words, known.hints) if len(words) - length <= _MORE_OF_ARTICLES]
    return tuple(key for key in hinted if key in in_address)
