"""Check `service-standards`."""

from collections.abc import Iterator

from webaudit.extract.existence import existence
from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Inventory, LinkTargets, Portals, Readings
from webaudit.model.finding import Verdict
from webaudit.model.record import Failure
from webaudit.standards import indonesia


@check(
    id="service-standards",
    title="The standards of the services are published",
    category=Category.SERVICES,
    severity=Severity.SERIOUS,
    sources=(indonesia.UU_25_2009, indonesia.PERMENPANRB_15_2014),
    remedy="Publish for each service its requirements, steps, time, cost and product, and link the page as "
    "“Standar Pelayanan”. In WordPress: Pages, Add New, then Appearance, Menus.",
    since="0.2.0",
    sole_target=True,
)
def service_standards(
    inventory: Inventory, readings: Readings, link_targets: LinkTargets | Failure, portals: Portals
) -> Iterator[Verdict]:
    """Who knows beforehand what to bring, how long it takes and what it costs need not come twice.

    Target: the site, once; the best proof on all captured pages is taken.
    Expectation: one leads to the standards of services, their requirements or steps. The bare word “SOP” is
        no proof: it names internal rules as well.
    Limits: what stands there is left to people. Where the target was not asked, or turned the auditor away,
        nothing is said.

    Passed (text):
        ```json
        {"inventory": {"proofs": [
            {"subject": "standar_pelayanan", "by": "text",
             "url": "https://a.example/?page_id=4", "text": "Standar Pelayanan"}]},
         "readings": {"pages": [
            {"url": "https://a.example/?page_id=4", "status": 200, "kind": "content",
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
    absent = "no service standards were found; pages read: {pages}"
    yield existence(inventory.of("standar_pelayanan"), readings, link_targets, portals, absent=absent)
