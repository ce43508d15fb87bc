"""What a page itself is or holds, by its address, title and headings, its tables and forms."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from lxml.html import HtmlElement

from webaudit.extract.links import ROOTED, absolute, origin
from webaudit.extract.proofs import TEXT_CHARACTERS, address, in_host, in_path, in_text
from webaudit.extract.sections import BOLD_LEVEL, Heading, bold_lines, section_words
from webaudit.extract.text import Run, folded
from webaudit.extract.urls import normalise
from webaudit.extract.years import agreed, years_in
from webaudit.model.reading import Landmark, Proof, ProofKind
from webaudit.vocabulary import plain
from webaudit.vocabulary.subjects import SubjectKind, subjects

_MORE_IN_HEADINGS = 2
_MOST_HEADINGS = 60
_MOST_ROWS = 300
_MOST_FIELDS = 200
_MOST_ENTRIES = 500
_MOST_APPLICATIONS = 30
_LABEL_CHARACTERS = 60
_SUBMENUS = frozenset({"ul", "ol", "div", "nav"})
_TITLE_PARTS = re.compile(r"\s+[-|–—·»:]+\s+|\s*[|»]\s*")
_SEARCH_WORDS = re.compile(
    r"\s*(?:cari|pencarian|search|telusuri|ketik kata kunci|apa yang anda cari|milarian)\b"
)

Years = tuple[tuple[int, ...], bool]
"""Of a document, and whether they are disputed."""


def page_proofs(
    root: HtmlElement, url: str, title: str, out_of_sight: frozenset[HtmlElement], runs: Sequence[Run] = ()
) -> tuple[Proof, ...]:
    """What a page is, by its address, title and headings, and what stands in its tables and forms.

    Args:
        runs: its text, for the words that stand below headings.
    """
    found: dict[tuple[str, str], Proof] = {}

    def add(
        key: str, by: ProofKind, leads_to: str, text: str, years: Years = ((), False), words: int = 0
    ) -> None:
        proof = Proof(key, by, leads_to, text[:TEXT_CHARACTERS], Landmark.MAIN, url, *years, words=words)
        known = found.get((key, leads_to))
        if known is None or by.rank < known.by.rank:
            found[key, leads_to] = proof

    here = address(url)
    headings = [
        (element, text)
        for element in islice(root.iter("h1", "h2", "h3", "h4", "h5"), _MOST_HEADINGS)
        if element not in out_of_sight
        and (text := folded("".join(islice(element.itertext(), 20)))[:TEXT_CHARACTERS])
    ]
    name = _TITLE_PARTS.split(title)[0] if title else ""
    # Where its name does not say of which year a page is, what stands in large letters on it does.
    around = tuple(sorted({year for _, text in headings for year in years_in(text)}))
    own_years = agreed(years_in(name), url, around=around)
    for key in in_path(here):
        add(key, ProofKind.PAGE, url, title, own_years)
    if not here.article:
        for key in in_host(here.host):
            add(key, ProofKind.PAGE, url, title, own_years)
    for text in (name, *[text for element, text in headings if element.tag == "h1"][:3]):
        for key in in_text(text, in_menu=False, article=here.article):
            years = agreed(said, url) if (said := years_in(text)) else own_years
            add(key, ProofKind.PAGE, url, text, years)
    for key, text, words in _sections(root, headings, runs, article=here.article, about=bool(found)):
        add(key, ProofKind.SECTION, url, text, (years_in(text), False), words)
    for row in islice(root.iter("tr"), _MOST_ROWS):
        for key, leads_to, text, years in _in_row(row, url):
            add(key, ProofKind.TEXT, leads_to, text, years)
    for leads_to, text in _applications(root, url):
        add("layanan_online", ProofKind.MENU, leads_to, text)
    if _searches(root, out_of_sight):
        add("pencarian", ProofKind.FORM, url, "")
    return tuple(found.values())


def _sections(
    root: HtmlElement,
    headings: Sequence[tuple[HtmlElement, str]],
    runs: Sequence[Run],
    *,
    article: bool,
    about: bool,
) -> Iterator[tuple[str, str, int]]:
    """The subjects of the page's sections, each with the text of its first heading and the words below.

    Args:
        about: the page is one that somebody asks for; of others bold lines are no headings.
    """
    by_key = subjects().by_key
    named: dict[HtmlElement, Heading] = {}
    first: dict[str, str] = {}

    def look(element: HtmlElement, text: str, level: int) -> None:
        keys = in_text(text, in_menu=False, article=article) if level > 1 else ()
        short = bool(keys) and plain(text).count(" ") - 1 <= 2 + _MORE_IN_HEADINGS
        sections = tuple(key for key in keys if by_key[key].heading and short)
        named[element] = level, sections
        for key in (*sections, *(key for key in keys if by_key[key].kind is SubjectKind.DOCUMENT)):
            first.setdefault(key, text)

    for element, text in headings:
        look(element, text, int(str(element.tag)[1]))
    if about and not article:
        for element, text in bold_lines(root):
            if element not in named and plain(text).count(" ") <= 2 + _MORE_IN_HEADINGS:
                look(element, text, BOLD_LEVEL)
    words = section_words(runs, named) if any(keys for _, keys in named.values()) else {}
    for key, text in first.items():
        yield key, text, words.get(key, 0)


def is_wanted(proofs: Iterable[Proof]) -> bool:
    """Whether a page of these proofs is one that somebody asks for by name, and no item of the news."""
    return any(proof.by is ProofKind.PAGE and not address(proof.url).article for proof in proofs)


def _applications(root: HtmlElement, url: str) -> Iterator[tuple[str, str]]:
    """The links to other hosts that stand below a menu's entry for services, with address and text."""
    here = address(url).host
    for entry in islice(root.iter("a", "button"), _MOST_ENTRIES):
        below = entry.getnext()
        if below is None or below.tag not in _SUBMENUS:
            continue
        label = "".join(islice(entry.itertext(), 10))[:_LABEL_CHARACTERS]
        if plain(label) in subjects().applications:
            for link in islice(below.iter("a"), _MOST_APPLICATIONS):
                href = (link.get("href") or "").strip()
                leads_to = absolute(href, origin(url) if href.startswith(ROOTED) else url)
                text = folded("".join(islice(link.itertext(), 10)))
                if leads_to and text and address(leads_to).host != here:
                    yield leads_to, text


def _in_row(row: HtmlElement, url: str) -> Iterator[tuple[str, str, str, Years]]:
    """The documents that one row of a table names and links, with address, text and years."""
    link = next((one for one in islice(row.iter("a"), 5) if one.get("href")), None)
    if link is None or (href := (link.get("href") or "").strip()).startswith("#"):
        return
    text = folded(" ".join(islice(row.itertext(), 30)))[:TEXT_CHARACTERS]
    by_key = subjects().by_key
    keys = [key for key in in_text(text, in_menu=False) if by_key[key].kind is SubjectKind.DOCUMENT]
    if keys and (leads_to := normalise(href, url)):
        said = years_in(folded(" ".join(islice(link.itertext(), 5))))
        years = agreed(said, leads_to, around=years_in(text))
        for key in keys:
            yield key, leads_to, text, years


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
