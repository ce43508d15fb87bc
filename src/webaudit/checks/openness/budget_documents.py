"""Check `budget-documents`."""

from collections.abc import Iterator

from webaudit.extract.published import Shelf
from webaudit.extract.years import plan_years
from webaudit.model.check import Category, Severity, check
from webaudit.model.document import Documents
from webaudit.model.evidence import Inventory, LinkTargets, Moment, Readings
from webaudit.model.finding import Verdict
from webaudit.model.record import Failure
from webaudit.model.site import Region
from webaudit.standards import indonesia


@check(
    id="budget-documents",
    title="The budget of this year is published (RKA or DPA)",
    category=Category.OPENNESS,
    severity=Severity.MODERATE,
    sources=(indonesia.UU_14_2008, indonesia.PERKI_1_2021),
    remedy="Publish the DPA of this year as a PDF file with text, with the year in its name, on the site "
    "itself. In WordPress: Media, Add New, then link it on a page.",
    since="0.3.0",
    sole_target=True,
)
def budget_documents(
    inventory: Inventory,
    readings: Readings,
    link_targets: LinkTargets | Failure,
    documents: Documents | Failure,
    region: Region,
    moment: Moment,
) -> Iterator[Verdict]:
    """Every budget is public money; whoever can read it can ask what became of it.

    Target: the site, once; the best proof on all captured pages is taken.
    Expectation: one is an RKA or a DPA of this year or the next, on a host of the government, and
        answers; until March that of last year will do. The year is read from the link, the name of the
        file, the row or item, the heading above; where the file's name says otherwise, that counts.
    Limits: what stands there is left to people. What was not asked, what turned the auditor away or
        asks for an account, and what nobody dated is left open.

    Passed (text):
        ```json
        {"inventory": {"proofs": [
            {"subject": "dpa", "by": "text", "text": "DPA 2026", "years": [2026],
             "url": "https://a.example/dpa.pdf"}]},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": [
            {"url": "https://a.example/dpa.pdf", "internal": true, "kind": "not-html",
             "hops": [{"url": "https://a.example/dpa.pdf", "status": 200}]}]},
         "documents": {}, "region": {}, "moment": {"at": "2026-07-05T03:00:00Z"}}
        ```

    Failed (absent, outside-government-host, old):
        ```json
        {"inventory": {},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": []},
         "documents": {}, "region": {}, "moment": {"at": "2026-07-05T03:00:00Z"}}
        {"inventory": {"proofs": [
            {"subject": "dpa", "by": "text", "text": "DPA 2026", "years": [2026],
             "url": "https://drive.google.com/file/d/1/view"}]},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": [
            {"url": "https://drive.google.com/file/d/1/view", "internal": false, "kind": "not-html",
             "hops": [{"url": "https://drive.google.com/file/d/1/view", "status": 200}]}]},
         "documents": {}, "region": {}, "moment": {"at": "2026-07-05T03:00:00Z"}}
        {"inventory": {"proofs": [
            {"subject": "dpa", "by": "text", "text": "DPA 2023", "years": [2023],
             "url": "https://a.example/dpa.pdf"}]},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": [
            {"url": "https://a.example/dpa.pdf", "internal": true, "kind": "not-html",
             "hops": [{"url": "https://a.example/dpa.pdf", "status": 200}]}]},
         "documents": {}, "region": {}, "moment": {"at": "2026-07-05T03:00:00Z"}}
        ```

    CantTell (year-unknown):
        ```json
        {"inventory": {"proofs": [
            {"subject": "dpa", "by": "text", "text": "DPA",
             "url": "https://a.example/dpa.pdf"}]},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": [
            {"url": "https://a.example/dpa.pdf", "internal": true, "kind": "not-html",
             "hops": [{"url": "https://a.example/dpa.pdf", "status": 200}]}]},
         "documents": {}, "region": {}, "moment": {"at": "2026-07-05T03:00:00Z"}}
        ```
    """
    absent = "no RKA and no DPA was found; pages read: {pages}"
    shelf = Shelf(inventory, readings, link_targets, documents, region)
    asked = plan_years(moment, region)
    yield shelf.published("dpa", "rka", absent=absent, years=asked)
