"""What a check of existence says of a site that has these pages."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from tests.evidence import AT, SITE, link_target, link_targets, moment, page, region
from webaudit.extract.document_records import documents, file_of
from webaudit.extract.inventory import inventory
from webaudit.extract.substance import thin_pages
from webaudit.model.check import AnyCheck
from webaudit.model.evidence import Exchange, LinkTarget, Portals, Readings
from webaudit.model.finding import Verdict
from webaudit.model.reading import PageKind

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
        answers: of the links; all answer with a page, or a file if they are called so, unless it is said
            otherwise.
        others: bodies of further pages by their path.
    """
    return publish(check, {"": home, **others}, *answers)


def publish(
    check: AnyCheck,
    bodies: Mapping[str, str],
    *answers: LinkTarget,
    files: Sequence[Exchange] = (),
    at: datetime = AT,
) -> Verdict:
    """The same for a site of which files were opened, or another time.

    Args:
        bodies: of the pages by their path.
        files: that were opened.
        at: when the site was captured.
    """
    pages = [
        page(f"<html lang=id><title>{path or 'Dinas'}</title><body>{body}", url=f"{SITE}{path}").reading
        for path, body in bodies.items()
    ]
    said = {answer.url for answer in answers}
    alive = [
        link_target(
            f"200 {url}",
            internal=url.startswith(SITE),
            kind=PageKind.NOT_HTML if url.endswith(".pdf") else PageKind.CONTENT,
        )
        for url in dict.fromkeys(link.url for one in pages for link in one.links if link.url)
        if url not in said and url.removeprefix(SITE) not in bodies
    ]
    thin = thin_pages(pages, SITE)
    pages = sorted((replace(one, thin=one.url in thin) for one in pages), key=lambda one: one.url)
    captured, here = Readings(tuple(pages), SITE), region("ppid.contohprov.go.id")
    opened = {file.url: file_of(file, opened=True) for file in files}
    records = {
        "Inventory": inventory(captured, here),
        "Readings": captured,
        "LinkTargets": link_targets(*alive, *answers),
        "Portals": Portals(),
        "Documents": documents(captured, files, (), opened),
        "Region": here,
        "Moment": moment(at),
    }
    (verdict,) = check(**{need.name: records[need.record.__name__] for need in check.needs})
    return verdict
