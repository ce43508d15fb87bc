"""Inventory: what a site offers, put together from all its pages."""

import re
from collections.abc import Iterable
from dataclasses import replace

from webaudit.extract.contact import contact, service_hours
from webaudit.extract.documents import named
from webaudit.extract.proofs import MENUS, address, link_proofs
from webaudit.extract.urls import host, same_site
from webaudit.extract.years import years_in
from webaudit.model.evidence import Inventory, Readings
from webaudit.model.reading import Document, Landmark, Link, Proof, ProofKind, Reading
from webaudit.model.site import Region
from webaudit.vocabulary import plain, small
from webaudit.vocabulary.subjects import SubjectKind, subjects

MOST_PROOFS = 20
"""Of one subject that are kept, strongest first."""

_CONTACT_PAGES = 5
"""Of which the text is read for an address; the footer is the same on all."""

_GOVERNMENT = re.compile(r"(?:^|\.)(?:[a-z0-9-]+(?:prov|kab|kota)|(?:prov|kab|kota)[a-z0-9-]+)\.go\.id$")
"""The part of a host that names a region; that of a ministry does not."""


def inventory(readings: Readings, region: Region) -> Inventory:
    """The proofs of all content pages, one for each address: subject by subject, the strongest first."""
    by_key: dict[str, dict[str, Proof]] = {}

    def add(proof: Proof) -> None:
        by_url = by_key.setdefault(proof.subject, {})
        known = by_url.setdefault(proof.url, proof)
        if known is not proof:
            first, second = sorted((known, proof), key=_strength)
            by_url[proof.url] = first if first.years or not second.years else _of_years(first, second)

    pages, order = readings.content, subjects().by_key
    place = _Place(pages, region)
    # Menus repeat their links on each page: each is looked at once a site.
    seen: set[int] = set()
    known: set[Link] = set()
    for page in pages:
        for proof in page.proofs:
            if proof.by is not ProofKind.MENU or place.has_application(proof.url):
                add(proof)
        for link in page.links:
            # Those of a menu are one object for all pages, by which they are told at once.
            if id(link) in seen or link in known:
                continue
            seen.add(id(link))
            known.add(link)
            for key, by in link_proofs(link):
                kind = place.kind(key, by, link.url, link.href)
                if kind is not None:
                    years = _years(link) if order[key].kind is SubjectKind.DOCUMENT else ((), False)
                    add(Proof(key, kind, link.url or link.href, link.text, link.landmark, page.url, *years))
        for one in page.documents:
            for key in one.subjects:
                if place.kind(key, ProofKind.TEXT, one.url, one.url) is not None:
                    add(_of_file(key, one))
    for proof in _said(pages):
        add(proof)
    return Inventory(
        tuple(
            proof
            for key in order
            if key in by_key
            for proof in sorted(by_key[key].values(), key=_strength)[:MOST_PROOFS]
        )
    )


def _strength(proof: Proof) -> tuple[int, bool, int, int, str, str, str]:
    """The order of the proofs of one subject; short addresses and names come first."""
    return (
        proof.by.rank,
        proof.landmark not in MENUS,
        proof.url.rstrip("/").count("/"),
        len(proof.text),
        proof.url,
        proof.text,
        proof.found_on,
    )


def _years(link: Link) -> tuple[tuple[int, ...], bool]:
    """The years that a link to a document names, and whether they are disputed."""
    return named(link)[1:] if link.url else (years_in(link.text), False)


def _of_years(proof: Proof, other: Proof) -> Proof:
    """A proof that names no year, with those of a weaker one that leads to the same."""
    return replace(proof, years=other.years, disputed=other.disputed, xpath=proof.xpath or other.xpath)


def _of_file(key: str, file: Document) -> Proof:
    """The proof that a linked file is."""
    return Proof(
        key,
        ProofKind.TEXT,
        file.url,
        file.name,
        file.landmark,
        file.found_on,
        file.years,
        file.disputed,
        file.xpath,
    )


class _Place:
    """Tells what is the site's own, its region's and another's."""

    def __init__(self, pages: Iterable[Reading], region: Region) -> None:
        self._own = tuple(dict.fromkeys(host(page.url) for page in pages))
        self._portals = frozenset(name.removeprefix("www.") for name in region.portals)
        # A site outside the list's region is judged without it.
        known = bool(region.suffixes) and any(name.endswith(region.suffixes) for name in self._own)
        self._regions = region.suffixes if known else ()

    def kind(self, key: str, by: ProofKind, url: str, href: str) -> ProofKind | None:
        """What a sign is worth where it leads; None if that is another's."""
        name, subject = host(url), subjects().by_key[key]
        if by is ProofKind.REACH:
            return by
        own = any(same_site(name, one) or name.endswith(f".{one.removeprefix('www.')}") for one in self._own)
        if name.removeprefix("www.") in self._portals:
            return ProofKind.CENTRAL_PORTAL if by is ProofKind.HOST else by
        if not own and not subject.elsewhere:
            return None
        foreign = _GOVERNMENT.search(name)
        if foreign and self._regions and not name.endswith(self._regions):
            # The legal documents of another regency are no service of this one.
            return None
        path = url.partition("://")[2].partition("/")[2]
        if own and not path and by in (ProofKind.TEXT, ProofKind.IMAGE):
            # An entry that leads home again was never given its page; with a name it leads to a section.
            return ProofKind.SECTION if href.rpartition("#")[2] and "#" in href else None
        if by is ProofKind.PATH and not own and not name.endswith((".go.id", *subjects().shorteners)):
            return None
        return by

    def has_application(self, url: str) -> bool:
        """Whether an address may be that of an application of the agency: below its name or its region's."""
        name = host(url)
        if name.removeprefix("www.") in self._portals or name.partition(".")[0] in subjects().agency:
            return False
        own = tuple(f".{one.removeprefix('www.')}" for one in self._own)
        theirs = tuple(f".{suffix}" for suffix in self._regions)
        return name.endswith((*own, *theirs)) and not any(same_site(name, one) for one in self._own)


def _said(pages: Iterable[Reading]) -> Iterable[Proof]:
    """What pages say in so many words."""
    # Few pages have the longest word of one, and to part a text into words takes long.
    said = [
        (key, [(max(phrase.split(), key=len), phrase) for phrase in one.said])
        for key, one in subjects().by_key.items()
        if one.said
    ]
    hours = place = False
    for number, page in enumerate(pages):
        text, low = "", small(page.text)
        for key, phrases in said:
            for word, phrase in phrases:
                if word in low and phrase.rstrip() in (text := text or plain(page.text)):
                    yield Proof(key, ProofKind.PHRASE, page.url, phrase.strip(), Landmark.MAIN, page.url)
                    break
        if not place and number < _CONTACT_PAGES:
            reach = contact([page])
            if reach.address and (reach.phone or reach.mail):
                place = True
                yield Proof("kontak", ProofKind.PHRASE, page.url, reach.address, Landmark.MAIN, page.url)
        if not hours and not address(page.url).article and (found := service_hours(page.text)):
            hours = True
            yield Proof("jam_layanan", ProofKind.PHRASE, page.url, found, Landmark.MAIN, page.url)
