"""Check `ppid-report`."""

from collections.abc import Iterator

from webaudit.extract.published import Shelf
from webaudit.extract.years import report_years
from webaudit.model.check import Category, Severity, check
from webaudit.model.document import Documents
from webaudit.model.evidence import Inventory, LinkTargets, Moment, Readings
from webaudit.model.finding import Verdict
from webaudit.model.record import Failure
from webaudit.model.site import Region
from webaudit.standards import indonesia


@check(
    id="ppid-report",
    title="The PPID's report of last year is published",
    category=Category.OPENNESS,
    severity=Severity.MINOR,
    sources=(indonesia.UU_14_2008, indonesia.PERKI_1_2021),
    remedy="Publish the “Laporan Layanan Informasi Publik” of last year as a PDF file with the year in "
    "its name, on the site itself, and link it on the PPID page. In WordPress: Media, Add New, "
    "then Pages.",
    since="0.3.0",
    sole_target=True,
)
def ppid_report(
    inventory: Inventory,
    readings: Readings,
    link_targets: LinkTargets | Failure,
    documents: Documents | Failure,
    region: Region,
    moment: Moment,
) -> Iterator[Verdict]:
    """The report shows how many asked, how many were answered, and how long they waited.

    Target: the site, once; the best proof on all captured pages is taken.
    Expectation: one is a report of the PPID on its service of last year, on a host of the government,
        and answers; until March the one before will do. The province's central PPID is accepted.
    Limits: what stands there is left to people. What was not asked, what turned the auditor away or
        asks for an account, and what nobody dated is left open.

    Passed (text):
        ```json
        {"inventory": {"proofs": [
            {"subject": "laporan_ppid", "by": "text", "text": "Laporan PPID 2025", "years": [2025],
             "url": "https://a.example/laporan-ppid.pdf"}]},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": [
            {"url": "https://a.example/laporan-ppid.pdf", "internal": true, "kind": "not-html",
             "hops": [{"url": "https://a.example/laporan-ppid.pdf", "status": 200}]}]},
         "documents": {}, "region": {}, "moment": {"at": "2026-07-05T03:00:00Z"}}
        ```

    Failed (absent, outside-government-host, old):
        ```json
        {"inventory": {},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": []},
         "documents": {}, "region": {}, "moment": {"at": "2026-07-05T03:00:00Z"}}
        {"inventory": {"proofs": [
            {"subject": "laporan_ppid", "by": "text", "text": "Laporan PPID 2025", "years": [2025],
             "url": "https://drive.google.com/file/d/1/view"}]},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": [
            {"url": "https://drive.google.com/file/d/1/view", "internal": false, "kind": "not-html",
             "hops": [{"url": "https://drive.google.com/file/d/1/view", "status": 200}]}]},
         "documents": {}, "region": {}, "moment": {"at": "2026-07-05T03:00:00Z"}}
        {"inventory": {"proofs": [
            {"subject": "laporan_ppid", "by": "text", "text": "Laporan PPID 2022", "years": [2022],
             "url": "https://a.example/laporan-ppid.pdf"}]},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": [
            {"url": "https://a.example/laporan-ppid.pdf", "internal": true, "kind": "not-html",
             "hops": [{"url": "https://a.example/laporan-ppid.pdf", "status": 200}]}]},
         "documents": {}, "region": {}, "moment": {"at": "2026-07-05T03:00:00Z"}}
        ```

    CantTell (year-unknown):
        ```json
        {"inventory": {"proofs": [
            {"subject": "laporan_ppid", "by": "text", "text": "Laporan PPID",
             "url": "https://a.example/laporan-ppid.pdf"}]},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": [
            {"url": "https://a.example/laporan-ppid.pdf", "internal": true, "kind": "not-html",
             "hops": [{"url": "https://a.example/laporan-ppid.pdf", "status": 200}]}]},
         "documents": {}, "region": {}, "moment": {"at": "2026-07-05T03:00:00Z"}}
        ```
    """
    absent = "no report of the PPID was found; pages read: {pages}"
    shelf = Shelf(inventory, readings, link_targets, documents, region)
    asked = report_years(moment, region)
    yield shelf.published("laporan_ppid", absent=absent, years=asked, central=True)
