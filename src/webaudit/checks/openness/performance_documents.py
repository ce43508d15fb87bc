"""Check `performance-documents`."""

from collections.abc import Iterator

from webaudit.extract.published import Shelf, both
from webaudit.extract.years import report_years
from webaudit.model.check import Category, Severity, check
from webaudit.model.document import Documents
from webaudit.model.evidence import Inventory, LinkTargets, Moment, Readings
from webaudit.model.finding import Verdict
from webaudit.model.record import Failure
from webaudit.model.site import Region
from webaudit.standards import indonesia


@check(
    id="performance-documents",
    title="The report on performance and the accounts of last year are published",
    category=Category.OPENNESS,
    severity=Severity.MODERATE,
    sources=(indonesia.UU_14_2008, indonesia.PERKI_1_2021),
    remedy="Publish the LKjIP of last year and the LRA, the balance sheet (neraca) or the CaLK as PDF "
    "files with text, with the year in their names, on the site itself. In WordPress: Media, Add "
    "New, then link them on a page.",
    since="0.3.0",
    sole_target=True,
)
def performance_documents(
    inventory: Inventory,
    readings: Readings,
    link_targets: LinkTargets | Failure,
    documents: Documents | Failure,
    region: Region,
    moment: Moment,
) -> Iterator[Verdict]:
    """What was promised is worth as much as what was done; the two reports say that, and what it cost.

    Target: the site, once; the best proof on all captured pages is taken.
    Expectation: there is a report on performance (LKjIP, LAKIP) and one on money (LRA, neraca, CaLK) of
        last year, both on hosts of the government, and both answer; until March those of the year
        before will do.
    Limits: what stands there is left to people. What was not asked, what turned the auditor away or
        asks for an account, and what nobody dated is left open.

    Passed (text):
        ```json
        {"inventory": {"proofs": [
            {"subject": "laporan_kinerja", "by": "text", "text": "LKjIP 2025", "years": [2025],
             "url": "https://a.example/lkjip-2025.pdf"},
            {"subject": "laporan_keuangan", "by": "text", "text": "Neraca 2025", "years": [2025],
             "url": "https://a.example/neraca-2025.pdf"}]},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": [
            {"url": "https://a.example/lkjip-2025.pdf", "internal": true, "kind": "not-html",
             "hops": [{"url": "https://a.example/lkjip-2025.pdf", "status": 200}]},
            {"url": "https://a.example/neraca-2025.pdf", "internal": true, "kind": "not-html",
             "hops": [{"url": "https://a.example/neraca-2025.pdf", "status": 200}]}]},
         "documents": {}, "region": {}, "moment": {"at": "2026-07-05T03:00:00Z"}}
        ```

    Failed (absent, incomplete, old):
        ```json
        {"inventory": {},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": []},
         "documents": {}, "region": {}, "moment": {"at": "2026-07-05T03:00:00Z"}}
        {"inventory": {"proofs": [
            {"subject": "laporan_kinerja", "by": "text", "text": "LKjIP 2025", "years": [2025],
             "url": "https://a.example/lkjip-2025.pdf"}]},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": [
            {"url": "https://a.example/lkjip-2025.pdf", "internal": true, "kind": "not-html",
             "hops": [{"url": "https://a.example/lkjip-2025.pdf", "status": 200}]}]},
         "documents": {}, "region": {}, "moment": {"at": "2026-07-05T03:00:00Z"}}
        {"inventory": {"proofs": [
            {"subject": "laporan_kinerja", "by": "text", "text": "LKjIP 2022", "years": [2022],
             "url": "https://a.example/lkjip-2022.pdf"}]},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": [
            {"url": "https://a.example/lkjip-2022.pdf", "internal": true, "kind": "not-html",
             "hops": [{"url": "https://a.example/lkjip-2022.pdf", "status": 200}]}]},
         "documents": {}, "region": {}, "moment": {"at": "2026-07-05T03:00:00Z"}}
        ```

    CantTell (year-unknown):
        ```json
        {"inventory": {"proofs": [
            {"subject": "laporan_kinerja", "by": "text", "text": "LKjIP 2025", "years": [2025],
             "url": "https://a.example/lkjip-2025.pdf"},
            {"subject": "laporan_keuangan", "by": "text", "text": "Neraca",
             "url": "https://a.example/neraca.pdf"}]},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": [
            {"url": "https://a.example/lkjip-2025.pdf", "internal": true, "kind": "not-html",
             "hops": [{"url": "https://a.example/lkjip-2025.pdf", "status": 200}]},
            {"url": "https://a.example/neraca.pdf", "internal": true, "kind": "not-html",
             "hops": [{"url": "https://a.example/neraca.pdf", "status": 200}]}]},
         "documents": {}, "region": {}, "moment": {"at": "2026-07-05T03:00:00Z"}}
        ```
    """
    shelf, asked = Shelf(inventory, readings, link_targets, documents, region), report_years(moment, region)
    performance = shelf.published(
        "laporan_kinerja",
        absent="no report on performance (LKjIP) was found; pages read: {pages}",
        years=asked,
    )
    accounts = shelf.published(
        "laporan_keuangan",
        absent="no accounts (LRA, neraca, CaLK) were found; pages read: {pages}",
        years=asked,
    )
    yield both((("LKjIP", performance), ("laporan keuangan", accounts)))
