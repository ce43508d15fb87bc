"""Check `officials-wealth-report`."""

from collections.abc import Iterator

from webaudit.extract.published import Shelf
from webaudit.model.check import Category, Severity, check
from webaudit.model.document import Documents
from webaudit.model.evidence import Inventory, LinkTargets, Readings
from webaudit.model.finding import Verdict
from webaudit.model.record import Failure
from webaudit.model.site import Region
from webaudit.standards import indonesia


@check(
    id="officials-wealth-report",
    title="The wealth report of the head is published (LHKPN)",
    category=Category.OPENNESS,
    severity=Severity.MODERATE,
    sources=(indonesia.UU_14_2008, indonesia.PERKI_1_2021),
    remedy="Publish the announced LHKPN of the head, or link it at elhkpn.kpk.go.id, on the PPID page or "
    "beside the profile of the head. In WordPress: Media, Add New, then Pages.",
    since="0.3.0",
    sole_target=True,
)
def officials_wealth_report(
    inventory: Inventory,
    readings: Readings,
    link_targets: LinkTargets | Failure,
    documents: Documents | Failure,
    region: Region,
) -> Iterator[Verdict]:
    """Who decides on public money says what he owns, so that all can see whether he decides for himself.

    Target: the site, once; the best proof on all captured pages is taken.
    Expectation: one leads to a report of wealth (LHKPN), on a host of the government or of the KPK, and
        answers.
    Limits: whose report it is and of which year is left to people. What was not asked, what turned the
        auditor away or asks for an account is left open.

    Passed (text, host):
        ```json
        {"inventory": {"proofs": [
            {"subject": "lhkpn", "by": "text", "text": "LHKPN Kepala Dinas",
             "url": "https://a.example/lhkpn.pdf"}]},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": [
            {"url": "https://a.example/lhkpn.pdf", "internal": true, "kind": "not-html",
             "hops": [{"url": "https://a.example/lhkpn.pdf", "status": 200}]}]},
         "documents": {}, "region": {}}
        {"inventory": {"proofs": [
            {"subject": "lhkpn", "by": "host", "text": "LHKPN",
             "url": "https://elhkpn.kpk.go.id/"}]},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": [
            {"url": "https://elhkpn.kpk.go.id/", "internal": false, "kind": "not-html",
             "hops": [{"url": "https://elhkpn.kpk.go.id/", "status": 200}]}]},
         "documents": {}, "region": {}}
        ```

    Failed (absent, outside-government-host):
        ```json
        {"inventory": {},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": []},
         "documents": {}, "region": {}}
        {"inventory": {"proofs": [
            {"subject": "lhkpn", "by": "text", "text": "LHKPN Kepala Dinas",
             "url": "https://drive.google.com/file/d/1/view"}]},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": [
            {"url": "https://drive.google.com/file/d/1/view", "internal": false, "kind": "not-html",
             "hops": [{"url": "https://drive.google.com/file/d/1/view", "status": 200}]}]},
         "documents": {}, "region": {}}
        ```
    """
    absent = "no LHKPN was found; pages read: {pages}"
    shelf = Shelf(inventory, readings, link_targets, documents, region)
    yield shelf.published("lhkpn", absent=absent)
