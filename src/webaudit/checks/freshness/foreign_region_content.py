"""Check `foreign-region-content`."""

import re
from collections import Counter
from collections.abc import Iterator

from webaudit.extract.agency import region_names
from webaudit.extract.proofs import address
from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Readings
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.reading import ProofKind, Reading
from webaudit.model.site import Region, Site
from webaudit.standards import indonesia
from webaudit.vocabulary import plain, regions
from webaudit.vocabulary.subjects import subjects

LEAST = 3
"""Places that name another government: one or two may name a partner, or where a meeting was."""

AROUND = 30
"""Characters before a name that tell one place from another: what is said over and over is said once."""

SELDOM = frozenset(["berita", "agenda", "pengumuman", "galeri", "perjanjian"])
"""Subjects of pages that have a right to speak of others."""

OF_THE_AGENCY = frozenset(
    [
        *("profil", "visi_misi", "struktur", "tupoksi", "pimpinan", "ppid", "standar_pelayanan", "maklumat"),
        *("dip", "dik", "informasi_berkala", "informasi_serta_merta", "informasi_setiap_saat", "regulasi"),
        *("prosedur_informasi", "keberatan", "laporan_ppid", "lakip", "renstra", "renja", "program_kegiatan"),
    ]
)
"""Subjects of pages on which an agency speaks of itself."""


_IN_TITLE = "the title names the government of {other}, and not the agency's own region"
_IN_TEXT = "the page names the government of {other} in {times} places, and its own region in {own}"


@check(
    id="foreign-region-content",
    title="Pages about the agency speak of its own region",
    category=Category.FRESHNESS,
    severity=Severity.MODERATE,
    sources=(indonesia.UU_14_2008, indonesia.PERKI_1_2021),
    remedy="Replace what was copied from the other government by your own text, names and links. In "
    "WordPress: open the page under Pages, and search it for the other province's name.",
    since="0.3.0",
)
def foreign_region_content(readings: Readings, site: Site, region: Region) -> Iterator[Verdict]:
    """A profile or a list of information copied from another government tells citizens nothing of their own.

    Target: each captured page on which the agency speaks of itself: profile, duties, PPID, service
        standards, plans and reports; where the list names the region.
    Expectation: it does not name the government of another province in at least three places, and in more
        than its own region; nor in its title without naming its own. What is repeated counts once.
    Limits: only provinces are known, by name and abbreviation. News, agreements and pages that name others
        beside their own are not meant.

    Passed:
        ```json
        {"readings": {"pages": [{"url": "https://dinas.example/profil", "status": 200, "kind": "content",
            "proofs": [{"subject": "profil", "by": "page", "url": "https://dinas.example/profil"}],
            "text": "Dinas Kesehatan Provinsi Jawa Barat bekerja sama dengan Pemerintah Provinsi Banten."}]},
         "site": {"id": "dinas", "url": "https://dinas.example/"}, "region": {"name": "Jawa Barat"}}
        ```

    Failed (other-region, other-region-named):
        ```json
        {"readings": {"pages": [{"url": "https://dinas.example/profil", "status": 200, "kind": "content",
            "proofs": [{"subject": "profil", "by": "page", "url": "https://dinas.example/profil"}],
            "text": "Provinsi Sumatera Utara, Gubernur Sumatera Utara, Sekda Sumatera Utara"}]},
         "site": {"id": "dinas", "url": "https://dinas.example/"}, "region": {"name": "Jawa Barat"}}
        {"readings": {"pages": [{"url": "https://dinas.example/maklumat", "status": 200, "kind": "content",
            "proofs": [{"subject": "maklumat", "by": "page", "url": "https://dinas.example/maklumat"}],
            "title": "Maklumat Pelayanan Dinas Kesehatan Provinsi Sumatera Utara"}]},
         "site": {"id": "dinas", "url": "https://dinas.example/"}, "region": {"name": "Jawa Barat"}}
        ```
    """
    if not region.name:
        return
    own = re.compile(f" (?:{'|'.join(map(re.escape, region_names(site, region)))})(?= )")
    for page in readings.content:
        if not _is_of_the_agency(page):
            continue
        for text, least, code, message in (
            (page.title, 1, "other-region-named", _IN_TITLE),
            (page.text, LEAST, "other-region", _IN_TEXT),
        ):
            said = plain(text)
            other, times = _most_named(said, region)
            at_home = len({_before(said, match.start()) for match in own.finditer(said)})
            if times >= least and times > at_home:
                yield failed(page.url, code, message, other=other, times=times, own=at_home)
                break
        else:
            yield passed(page.url)


def _is_of_the_agency(page: Reading) -> bool:
    about = {proof.subject for proof in page.proofs}
    by_itself = {proof.subject for proof in page.proofs if proof.by is ProofKind.PAGE}
    # A list of news further down excuses no page whose title is about the agency.
    others = about if by_itself.isdisjoint(OF_THE_AGENCY) else by_itself
    if about.isdisjoint(OF_THE_AGENCY) or not others.isdisjoint(SELDOM) or address(page.url).article:
        return False
    return subjects().headline.isdisjoint(plain(page.title).split())


def _before(said: str, at: int) -> str:
    return said[max(0, at - AROUND) : at].strip()


def _most_named(said: str, region: Region) -> tuple[str, int]:
    """The other province whose government a text names most, and how often; the text as `plain` spells it."""
    known, here = regions(), plain(region.name).strip()
    places = {
        (known.province[match["name"]], _before(said, match.start("name")))
        for match in known.governed.finditer(said)
    }
    named = Counter(sorted(province for province, _ in places if province != known.province.get(here, here)))
    ((other, times),) = named.most_common(1) or [("", 0)]
    return other.title(), times
