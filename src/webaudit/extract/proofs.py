"""What shows that a site has a service, a page or a document: words, addresses, images, forms."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from lxml.html import HtmlElement

from webaudit.extract.text import folded
from webaudit.extract.urls import host, normalise
from webaudit.model.reading import Landmark, Link, Proof, ProofKind
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
_MORE_IN_HEADINGS = 2
_MORE_IN_FILE_NAMES = 2

_TEXT_CHARACTERS = 200
_MOST_HEADINGS = 60
_MOST_ROWS = 300
_MOST_FIELDS = 200

_AND = re.compile(r"\s*(?:[&/|,·•]|\b(?:dan|and)\b)\s*", re.IGNORECASE)
_TITLE_PARTS = re.compile(r"\s+[-|–—·»:]+\s+|\s*[|»]\s*")
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|zip|rar|od[tsp])$")
_DATED = re.compile(r"/(?:19|20)\d\d/(?:0?[1-9]|1[0-2])/")
_UPLOADS = re.compile(r"/(?:uploads?|files?|assets?|storage|media|dokumen|download)/")
_TELEPHONE = re.compile(r"(?:tel|sms|whatsapp):|mailto:[^?]*@")
_CHAT = re.compile(r"https?://(?:wa\.me/\+?\d{8}|(?:api|web)\.whatsapp\.com/send/?\?(?:.*&)?phone=\+?\d{8})")
_DIGITS = re.compile(r"\d+(?:x\d+)?")
_SEARCH_WORDS = re.compile(
    r"\s*(?:cari|pencarian|search|telusuri|ketik kata kunci|apa yang anda cari|milarian)\b"
)


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


def _part(part: str) -> tuple[str, ...]:
    """The words of one part of a path, without the number that a system puts before or behind them."""
    words = plain(part.replace("%20", " ")[:_TEXT_CHARACTERS]).split()
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
    known, to = subjects(), address(link.url)
    found: dict[str, ProofKind] = {}
    for key in in_host(to.host):
        not_path = known.by_key[key].not_path
        if not_path is None or not not_path.search("/" + link.url.partition("://")[2].partition("/")[2]):
            found[key] = ProofKind.HOST
    if "social" in found or reach:
        # What a social network shows under a name is no service, but for a number that can be called.
        if reach:
            in_menu = link.landmark in MENUS
            for key in in_text(link.text, in_menu=in_menu):
                if known.by_key[key].reach:
                    found.setdefault(key, ProofKind.REACH)
        yield from found.items()
        return
    for key in in_path(to):
        found.setdefault(key, ProofKind.PATH)
    if link.image:
        for key in _in_image(link.image):
            found.setdefault(key, ProofKind.IMAGE)
    agency = to.host.removeprefix("www.").partition(".")[0]
    for key in in_text(link.text, in_menu=link.landmark in MENUS, article=to.article, agency=agency):
        found.setdefault(key, ProofKind.TEXT)
    if to.file and to.ends:
        for key in in_text(" ".join(to.ends[0]), in_menu=False):
            if known.by_key[key].kind is SubjectKind.DOCUMENT:
                found.setdefault(key, ProofKind.PATH)
    for key in _hinted(link, to):
        found.setdefault(key, ProofKind.TEXT)
    yield from found.items()


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


def page_proofs(
    root: HtmlElement, url: str, title: str, out_of_sight: frozenset[HtmlElement]
) -> tuple[Proof, ...]:
    """What a page is, by its address, title and headings, and what stands in its tables and forms."""
    found: dict[tuple[str, str], Proof] = {}

    def add(key: str, by: ProofKind, leads_to: str, text: str) -> None:
        proof = Proof(key, by, leads_to, text[:_TEXT_CHARACTERS], Landmark.MAIN, url)
        known = found.get((key, leads_to))
        if known is None or by.rank < known.by.rank:
            found[key, leads_to] = proof

    known, here = subjects(), address(url)
    headings = [
        (element.tag, text)
        for element in islice(root.iter("h1", "h2", "h3", "h4", "h5"), _MOST_HEADINGS)
        if element not in out_of_sight
        and (text := folded("".join(islice(element.itertext(), 20)))[:_TEXT_CHARACTERS])
    ]
    name = _TITLE_PARTS.split(title)[0] if title else ""
    for key in in_path(here):
        add(key, ProofKind.PAGE, url, title)
    if not here.article:
        for key in in_host(here.host):
            add(key, ProofKind.PAGE, url, title)
    for text in (name, *[text for tag, text in headings if tag == "h1"][:3]):
        for key in in_text(text, in_menu=False, article=here.article):
            add(key, ProofKind.PAGE, url, text)
    for tag, text in headings:
        if tag != "h1":
            for key in in_text(text, in_menu=False, article=here.article):
                subject = known.by_key[key]
                words = plain(text).count(" ") - 1
                short = subject.heading and words <= 2 + _MORE_IN_HEADINGS
                if short or subject.kind is SubjectKind.DOCUMENT:
                    add(key, ProofKind.SECTION, url, text)
    for row in islice(root.iter("tr"), _MOST_ROWS):
        for key, leads_to, text in _in_row(row, url):
            add(key, ProofKind.TEXT, leads_to, text)
    if _searches(root, out_of_sight):
        add("pencarian", ProofKind.FORM, url, "")
    return tuple(found.values())


def is_wanted(proofs: Iterable[Proof]) -> bool:
    """Whether a page of these proofs is one that somebody asks for by name, and no item of the news."""
    return any(proof.by is ProofKind.PAGE and not address(proof.url).article for proof in proofs)


def _in_row(row: HtmlElement, url: str) -> Iterator[tuple[str, str, str]]:
    """The documents that one row of a table names and links, with address and text."""
    link = next((one for one in islice(row.iter("a"), 5) if one.get("href")), None)
    if link is None or (href := (link.get("href") or "").strip()).startswith("#"):
        return
    text = folded(" ".join(islice(row.itertext(), 30)))[:_TEXT_CHARACTERS]
    by_key = subjects().by_key
    keys = [key for key in in_text(text, in_menu=False) if by_key[key].kind is SubjectKind.DOCUMENT]
    if keys and (leads_to := normalise(href, url)):
        for key in keys:
            yield key, leads_to, text


def _searches(root: HtmlElement, out_of_sight: frozenset[HtmlElement]) -> bool:
    """Whether the page has a form to search the site."""
    for field in islice(root.iter("input"), _MOST_FIELDS):
        kind = (field.get("type") or "text").lower()
        if kind not in ("text", "search") or field in out_of_sight:
            continue
        form = next(field.iterancestors("form"), None)
        if form is None:
            # Outside a form a script reads it; of those only what says what it is.
            if kind == "search":
                return True
            continue
        name = (field.get("name") or "").lower()
        says = (field.get("placeholder") or field.get("aria-label") or "").lower()[:100]
        action = (form.get("action") or "").lower()
        if (
            kind == "search"
            or name in subjects().search_fields
            or (form.get("role") or "").lower() == "search"
            or "search" in action
            or "cari" in action
            or _SEARCH_WORDS.match(says)
        ):
            return True
    return False
