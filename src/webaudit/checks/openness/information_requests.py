"""Check `information-requests`."""

from collections.abc import Iterator

from webaudit.extract.published import Shelf, both
from webaudit.model.check import Category, Severity, check
from webaudit.model.document import Documents
from webaudit.model.evidence import Inventory, LinkTargets, Readings
from webaudit.model.finding import Verdict
from webaudit.model.record import Failure
from webaudit.model.site import Region
from webaudit.standards import indonesia


@check(
    id="information-requests",
    title="Citizens learn how to ask for information, and how to object",
    category=Category.OPENNESS,
    severity=Severity.MODERATE,
    sources=(indonesia.UU_14_2008, indonesia.PERKI_1_2021),
    remedy="Write a page “Tata Cara Permohonan Informasi” and one “Pengajuan Keberatan”, each with the "
    "steps, the deadlines and the form, and link both on the PPID page. In WordPress: Pages, Add "
    "New.",
    since="0.3.0",
    sole_target=True,
)
def information_requests(
    inventory: Inventory,
    readings: Readings,
    link_targets: LinkTargets | Failure,
    documents: Documents | Failure,
    region: Region,
) -> Iterator[Verdict]:
    """A right that nobody explains is used by few: how one asks, and what one does if no answer comes.

    Target: the site, once; the best proof on all captured pages is taken.
    Expectation: there is a way to the procedure or the form of a request and one to that of an
        objection, on hosts of the government, and both answer. The province's central PPID is accepted.
    Limits: what stands there is left to people. What was not asked, or turned the auditor away, is left
        open.

    Passed (text):
        ```json
        {"inventory": {"proofs": [
            {"subject": "prosedur_informasi", "by": "text", "text": "Tata Cara Permohonan Informasi",
             "url": "https://a.example/permohonan.pdf"},
            {"subject": "keberatan", "by": "text", "text": "Pengajuan Keberatan",
             "url": "https://a.example/keberatan.pdf"}]},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": [
            {"url": "https://a.example/permohonan.pdf", "internal": true, "kind": "not-html",
             "hops": [{"url": "https://a.example/permohonan.pdf", "status": 200}]},
            {"url": "https://a.example/keberatan.pdf", "internal": true, "kind": "not-html",
             "hops": [{"url": "https://a.example/keberatan.pdf", "status": 200}]}]},
         "documents": {}, "region": {}}
        ```

    Failed (absent, incomplete):
        ```json
        {"inventory": {},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": []},
         "documents": {}, "region": {}}
        {"inventory": {"proofs": [
            {"subject": "prosedur_informasi", "by": "text", "text": "Tata Cara Permohonan Informasi",
             "url": "https://a.example/permohonan.pdf"}]},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": [
            {"url": "https://a.example/permohonan.pdf", "internal": true, "kind": "not-html",
             "hops": [{"url": "https://a.example/permohonan.pdf", "status": 200}]}]},
         "documents": {}, "region": {}}
        ```
    """
    shelf = Shelf(inventory, readings, link_targets, documents, region)
    absent = "no way to ask for information was found; pages read: {pages}"
    asking = shelf.published("prosedur_informasi", absent=absent, central=True)
    absent = "no way to object was found; pages read: {pages}"
    objecting = shelf.published("keberatan", absent=absent, central=True)
    yield both((("tata cara permohonan", asking), ("tata cara keberatan", objecting)))
