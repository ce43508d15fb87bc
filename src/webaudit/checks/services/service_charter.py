"""Check `service-charter`."""

from collections.abc import Iterator

from webaudit.extract.existence import existence
from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Inventory, LinkTargets, Portals, Readings
from webaudit.model.finding import Verdict
from webaudit.model.record import Failure
from webaudit.standards import indonesia


@check(
    id="service-charter",
    title="The service charter is published",
    category=Category.SERVICES,
    severity=Severity.MODERATE,
    sources=(indonesia.UU_25_2009, indonesia.PERMENPANRB_15_2014),
    remedy="Publish the service charter (maklumat pelayanan) as a page with its text, and link it in the "
    "menu. In WordPress: Pages, Add New, then Appearance, Menus.",
    since="0.2.0",
    sole_target=True,
)
def service_charter(
    inventory: Inventory, readings: Readings, link_targets: LinkTargets | Failure, portals: Portals
) -> Iterator[Verdict]:
    """In its charter an agency promises to keep its standards; citizens can hold it to what they can read.

    Target: the site, once; the best proof on all captured pages is taken.
    Expectation: one leads to the charter, or a page says its words, and is not empty.
    Limits: what stands there is left to people. Where the target was not asked, or turned the auditor away,
        nothing is said.

    Passed (path):
        ```json
        {"inventory": {"proofs": [
            {"subject": "maklumat", "by": "path",
             "url": "https://a.example/maklumat-pelayanan", "text": "Maklumat Pelayanan"}]},
         "readings": {"pages": [
            {"url": "https://a.example/maklumat-pelayanan", "status": 200, "kind": "content",
             "own": {"words": 40}}]},
         "link_targets": {"targets": []}}
        ```

    Failed (absent):
        ```json
        {"inventory": {}, "link_targets": {"targets": []},
         "readings": {"pages": [
            {"url": "https://a.example/", "status": 200, "kind": "content"}]}}
        ```
    """
    absent = "no service charter was found; pages read: {pages}"
    yield existence(inventory.of("maklumat"), readings, link_targets, portals, absent=absent)
