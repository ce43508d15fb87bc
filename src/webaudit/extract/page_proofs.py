"""What a page itself is or holds, by its address, title and headings, its tables and forms."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from lxml.html import HtmlElement

from webaudit.extract.proofs import TEXT_CHARACTERS, address, in_host, in_path, in_text
from webaudit.extract.text import folded
from webaudit.extract.urls import normalise
from webaudit.extract.years import agreed, years_in
from webaudit.model.reading import Landmark, Proof, ProofKind
from webaudit.vocabulary import plain
from webaudit.vocabulary.subjects import SubjectKind, subjects

_MORE_IN_HEADINGS = 2
_MOST_HEADINGS = 60
_MOST_ROWS = 300
_MOST_FIELDS = 200
_TITLE_PARTS = re.compile(r"\s+[-|–—·»:]+\s+|\s*[|»]\s*")
_SEARCH_WORDS = re.compile(
    r"\s*(?:cari|pencarian|search|telusuri|ketik kata kunci|apa yang anda cari|milarian)\b"
)

Years = tuple[tuple[int, ...], bool]
"""Of a document, and whether they are disputed."""


def page_proofs(
    root: HtmlElement, url: str, title: str, out_of_sight: frozenset[HtmlElement]
) -> tuple[Proof, ...]:
    """What a page is, by its address, title and headings, and what stands in its tables and forms."""
    found: dict[tuple[str, str], Proof] = {}

    def add(key: str, by: ProofKind, leads_to: str, text: str, years: Years = ((), False)) -> None:
        proof = Proof(key, by, leads_to, text[:TEXT_CHARACTERS], Landmark.MAIN, url, *years)
        known = found.get((key, leads_to))
        if known is None or by.rank < known.by.rank:
            found[key, leads_to] = proof

    known, here = subjects(), address(url)
    headings = [
        (element.tag, text)
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
    for text in (name, *[text for tag, text in headings if tag == "h1"][:3]):
        for key in in_text(text, in_menu=False, article=here.article):
            years = agreed(said, url) if (said := years_in(text)) else own_years
            add(key, ProofKind.PAGE, url, text, years)
    for tag, text in headings:
        if tag != "h1":
            for key in in_text(text, in_menu=False, article=here.article):
                subject = known.by_key[key]
                words = plain(text).count(" ") - 1
                short = subject.heading and words <= 2 + _MORE_IN_HEADINGS
                if short or subject.kind is SubjectKind.DOCUMENT:
                    add(key, ProofKind.SECTION, url, text, (years_in(text), False))
    for row in islice(root.iter("tr"), _MOST_ROWS):
        for key, leads_to, text, years in _in_row(row, url):
            add(key, ProofKind.TEXT, leads_to, text, years)
    if _searches(root, out_of_sight):
        add("pencarian", ProofKind.FORM, url, "")
    return tuple(found.values())


def is_wanted(proofs: Iterable[Proof]) -> bool:
    """Whether a page of these proofs is one that somebody asks for by name, and no item of the news."""
    return any(proof.by is ProofKind.PAGE and not address(proof.url).article for proof in proofs)


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
