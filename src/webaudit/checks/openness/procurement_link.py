"""Check `procurement-link`."""

from collections.abc import Iterator

from webaudit.extract.existence import existence
from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Inventory, LinkTargets, Portals, Readings
from webaudit.model.finding import Verdict
from webaudit.model.record import Failure
from webaudit.standards import indonesia


@check(
    id="procurement-link",
    title="The site leads to the announcements of procurement",
    category=Category.OPENNESS,
    severity=Severity.MODERATE,
    sources=(indonesia.PERKI_1_2021, indonesia.PERPRES_16_2018),
    remedy="Link LPSE (SPSE) or SiRUP, best to the agency's own plan. In WordPress: Appearance, Menus, "
    "Custom Links.",
    since="0.2.0",
    sole_target=True,
)
def procurement_link(
    inventory: Inventory, readings: Readings, link_targets: LinkTargets | Failure, portals: Portals
) -> Iterator[Verdict]:
    """What an agency buys is paid by all; who can see it beforehand can ask, and offer a better price.

    Target: the site, once; the best proof on all captured pages is taken.
    Expectation: one leads to LPSE, SiRUP, the catalogue or a page of announcements of procurement.
    Limits: what stands there is left to people. Where the target was not asked, or turned the auditor away,
        nothing is said.

    Passed (host):
        ```json
        {"inventory": {"proofs": [
            {"subject": "lpse", "by": "host",
             "url": "https://lpse.prov.example/", "text": "LPSE"}]},
         "readings": {"pages": [
            {"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": [
            {"url": "https://lpse.prov.example/", "internal": false, "kind": "content",
                "hops": [{"url": "https://lpse.prov.example/", "status": 200}]}]}}
        ```

    Failed (absent):
        ```json
        {"inventory": {}, "link_targets": {"targets": []},
         "readings": {"pages": [
            {"url": "https://a.example/", "status": 200, "kind": "content"}]}}
        ```
    """
    absent = "no announcement of procurement was found; pages read: {pages}"
    yield existence(inventory.of("lpse", "pengadaan"), readings, link_targets, portals, absent=absent)
