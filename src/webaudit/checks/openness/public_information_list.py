"""Check `public-information-list`."""

from collections.abc import Iterator

from webaudit.extract.published import Shelf
from webaudit.extract.years import list_years
from webaudit.model.check import Category, Severity, check
from webaudit.model.document import Documents
from webaudit.model.evidence import Inventory, LinkTargets, Moment, Readings
from webaudit.model.finding import Verdict
from webaudit.model.record import Failure
from webaudit.model.site import Region
from webaudit.standards import indonesia


@check(
    id="public-information-list",
    title="The list of public information (DIP) is of this year or the last",
    category=Category.OPENNESS,
    severity=Severity.SERIOUS,
    sources=(indonesia.UU_14_2008, indonesia.PERKI_1_2021),
    remedy="Publish the “Daftar Informasi Publik” with the year in its name, as a page or as a PDF file "
    "on the site itself, and link it on the PPID page. In WordPress: Media, Add New, then Pages.",
    since="0.3.0",
    sole_target=True,
)
def public_information_list(
    inventory: Inventory,
    readings: Readings,
    link_targets: LinkTargets | Failure,
    documents: Documents | Failure,
    region: Region,
    moment: Moment,
) -> Iterator[Verdict]:
    """The list tells citizens what an agency has and may be asked for; an old one hides what is new.

    Target: the site, once; the best proof on all captured pages is taken.
    Expectation: one is a list of public information (DIP) of this year or the last, on a host of the
        government, and answers. The province's central PPID is accepted. The year is read from the
        link, the name of the file, the row or item, the heading above; where the file's name says
        otherwise, that counts.
    Limits: what stands there is left to people. What was not asked, what turned the auditor away or
        asks for an account, and what nobody dated is left open.

    Passed (text):
        ```json
        {"inventory": {"proofs": [
            {"subject": "dip", "by": "text", "text": "Daftar Informasi Publik 2026", "years": [2026],
             "url": "https://a.example/dip.pdf"}]},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": [
            {"url": "https://a.example/dip.pdf", "internal": true, "kind": "not-html",
             "hops": [{"url": "https://a.example/dip.pdf", "status": 200}]}]},
         "documents": {}, "region": {}, "moment": {"at": "2026-07-05T03:00:00Z"}}
        ```

    Failed (absent, outside-government-host, old):
        ```json
        {"inventory": {},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": []},
         "documents": {}, "region": {}, "moment": {"at": "2026-07-05T03:00:00Z"}}
        {"inventory": {"proofs": [
            {"subject": "dip", "by": "text", "text": "Daftar Informasi Publik 2026", "years": [2026],
             "url": "https://drive.google.com/file/d/1/view"}]},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": [
            {"url": "https://drive.google.com/file/d/1/view", "internal": false, "kind": "not-html",
             "hops": [{"url": "https://drive.google.com/file/d/1/view", "status": 200}]}]},
         "documents": {}, "region": {}, "moment": {"at": "2026-07-05T03:00:00Z"}}
        {"inventory": {"proofs": [
            {"subject": "dip", "by": "text", "text": "Daftar Informasi Publik 2023", "years": [2023],
             "url": "https://a.example/dip.pdf"}]},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": [
            {"url": "https://a.example/dip.pdf", "internal": true, "kind": "not-html",
             "hops": [{"url": "https://a.example/dip.pdf", "status": 200}]}]},
         "documents": {}, "region": {}, "moment": {"at": "2026-07-05T03:00:00Z"}}
        ```

    CantTell (year-unknown, central-portal):
        ```json
        {"inventory": {"proofs": [
            {"subject": "dip", "by": "text", "text": "Daftar Informasi Publik",
             "url": "https://a.example/dip.pdf"}]},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": [
            {"url": "https://a.example/dip.pdf", "internal": true, "kind": "not-html",
             "hops": [{"url": "https://a.example/dip.pdf", "status": 200}]}]},
         "documents": {}, "region": {}, "moment": {"at": "2026-07-05T03:00:00Z"}}
        {"inventory": {"proofs": [
            {"subject": "ppid", "by": "central-portal", "text": "PPID",
             "url": "https://ppid.prov.example/"}]},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": []},
         "documents": {}, "region": {}, "moment": {"at": "2026-07-05T03:00:00Z"}}
        ```
    """
    absent = "no list of public information (DIP) was found; pages read: {pages}"
    shelf = Shelf(inventory, readings, link_targets, documents, region)
    asked = list_years(moment, region)
    yield shelf.published("dip", absent=absent, years=asked, central=True)
