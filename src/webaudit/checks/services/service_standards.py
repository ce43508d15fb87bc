"""Check `service-standards`."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from webaudit.extract.existence import existence
from webaudit.extract.proofs import MENUS, address
from webaudit.extract.urls import page_key
from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Inventory, LinkTargets, Portals, Readings
from webaudit.model.finding import Measure, Outcome, Verdict, cant_tell, failed
from webaudit.model.reading import Proof, Reading
from webaudit.model.record import Failure
from webaudit.standards import indonesia
from webaudit.vocabulary import plain
from webaudit.vocabulary.services import services


@check(
    id="service-standards",
    title="The standards of the services are published in all six parts",
    category=Category.SERVICES,
    severity=Severity.SERIOUS,
    sources=(indonesia.UU_25_2009, indonesia.PERMENPANRB_15_2014),
    remedy="Publish for each service its requirements, steps, time, cost, product and the way to complain, "
    "as text, and link the page as “Standar Pelayanan”. In WordPress: Pages, Add New, then Appearance, "
    "Menus.",
    since="0.2.0",
    sole_target=True,
)
def service_standards(
    inventory: Inventory, readings: Readings, link_targets: LinkTargets | Failure, portals: Portals
) -> Iterator[Verdict]:
    """Who knows beforehand what to bring, how long it takes and what it costs need not come twice.

    Target: the site, once; the best proof on all captured pages is taken.
    Expectation: one leads to the standards of services, their requirements or steps, and the pages about
        them tell all six parts that are owed: requirements, procedure, time, cost, product and complaints.
        The bare word “SOP” is no proof: it names internal rules as well.
    Limits: whether each service has its own six parts is left to people. Where the target was not asked or
        turned the auditor away, and where parts may stand in a document or a page that was not read, nothing
        is said.

    Passed (text):
        ```json
        {"inventory": {"proofs": [
            {"subject": "standar_pelayanan", "by": "text",
             "url": "https://a.example/?page_id=4", "text": "Standar Pelayanan"}]},
         "readings": {"pages": [
            {"url": "https://a.example/?page_id=4", "status": 200, "kind": "content",
             "text": "Persyaratan … Prosedur … Jangka waktu … Biaya … Produk layanan … Pengaduan …",
             "own": {"words": 40}}]},
         "link_targets": {"targets": []}}
        ```

    Failed (absent, parts-missing):
        ```json
        {"inventory": {}, "link_targets": {"targets": []},
         "readings": {"pages": [
            {"url": "https://a.example/", "status": 200, "kind": "content"}]}}
        {"inventory": {"proofs": [
            {"subject": "standar_pelayanan", "by": "text",
             "url": "https://a.example/?page_id=4", "text": "Standar Pelayanan"}]},
         "readings": {"pages": [
            {"url": "https://a.example/?page_id=4", "status": 200, "kind": "content",
             "text": "Persyaratan … Prosedur …", "own": {"words": 40}}]},
         "link_targets": {"targets": []}}
        ```

    CantTell (parts-unread):
        ```json
        {"inventory": {"proofs": [
            {"subject": "standar_pelayanan", "by": "path",
             "url": "https://a.example/standar-pelayanan.pdf", "text": "Standar Pelayanan"}]},
         "readings": {"pages": [
            {"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": [
            {"url": "https://a.example/standar-pelayanan.pdf", "internal": true, "kind": "not-html",
             "hops": [{"url": "https://a.example/standar-pelayanan.pdf", "status": 200}]}]}}
        ```
    """
    absent = "no service standards were found; pages read: {pages}"
    proofs = inventory.of("standar_pelayanan")
    found = existence(proofs, readings, link_targets, portals, absent=absent)
    if found.outcome is not Outcome.PASSED:
        yield found
        return
    about, parts = {_key(proof.url) for proof in proofs}, services().parts
    pages = [page for page in readings.content if _key(page.url) in about and not page.thin]
    texts = [plain(page.text) for page in pages]
    told = [name for name in parts if any(phrase in text for phrase in parts[name] for text in texts)]
    missing = [name for name in parts if name not in told]
    measure, url = Measure("parts", len(told)), str(found.here)
    if not missing:
        yield replace(found, measure=measure)
    elif _leads_on(proofs, pages, readings):
        message = "{url} tells {parts} of six parts; others may stand in what it leads to, which was not read"
        yield cant_tell(found.here, "parts-unread", message, url=url, parts=len(told))
    else:
        message = "{url} tells {parts} of six parts; missing: {missing}"
        said = ", ".join(missing)
        yield failed(
            found.here, "parts-missing", message, measure=measure, url=url, parts=len(told), missing=said
        )


def _leads_on(proofs: Iterable[Proof], pages: Iterable[Reading], readings: Readings) -> bool:
    """Whether a standard, or a document beside one, was found and not read."""
    read = {_key(page.url) for page in readings.content}
    return (
        any(_key(proof.url) not in read for proof in proofs)
        or any(page.own is not None and page.own.embedded for page in pages)
        or any(
            address(link.url).file
            for page in pages
            for link in page.links
            if link.landmark not in MENUS and not link.hidden
        )
    )


def _key(url: str) -> str:
    """What an address and the one that a missing slash is redirected to have in common."""
    return page_key(url).rstrip("/")
