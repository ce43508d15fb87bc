"""What a check of existence says of a site that has these pages."""

from dataclasses import replace

from tests.evidence import SITE, link_target, link_targets, moment, page, region
from webaudit.extract.inventory import inventory
from webaudit.extract.substance import thin_pages
from webaudit.model.check import AnyCheck
from webaudit.model.evidence import LinkTarget, Portals, Readings
from webaudit.model.finding import Verdict

SENTENCES = (
    "Dinas memimpin urusan kesehatan di daerah, membina puskesmas, dan mengawasi mutu obat yang beredar. "
    "Kepala "
    "dinas dibantu seorang sekretaris dan empat kepala bidang, yang masing-masing menangani pelayanan, "
    "pencegahan penyakit, sumber daya, serta gizi keluarga. Laporan tahunan disampaikan kepada gubernur pada "
    "bulan Maret."
)
"""As many words as are enough for a page that must say something."""


def offer(check: AnyCheck, home: str, *answers: LinkTarget, **others: str) -> Verdict:
    """The verdict on a site whose home page has this body.

    Args:
        answers: of the links; all answer with a page unless it is said otherwise.
        others: bodies of further pages by their path.
    """
    bodies = {"": home, **others}
    pages = [
        page(f"<html lang=id><title>{path or 'Dinas'}</title><body>{body}", url=f"{SITE}{path}").reading
        for path, body in bodies.items()
    ]
    said = {answer.url for answer in answers}
    alive = [
        link_target(f"200 {url}", internal=url.startswith(SITE))
        for url in dict.fromkeys(link.url for one in pages for link in one.links if link.url)
        if url not in said and url.removeprefix(SITE) not in bodies
    ]
    thin = thin_pages(pages, SITE)
    pages = sorted((replace(one, thin=one.url in thin) for one in pages), key=lambda one: one.url)
    captured = Readings(tuple(pages), SITE)
    evidence = {
        "inventory": inventory(captured, region("ppid.contohprov.go.id")),
        "link_targets": link_targets(*alive, *answers),
        "moment": moment(),
        "portals": Portals(),
        "readings": captured,
    }
    (verdict,) = check(**{need.name: evidence[need.name] for need in check.needs})
    return verdict
