"""Check `open-data-link`."""

from collections.abc import Iterator

from webaudit.extract.existence import existence
from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Inventory, LinkTargets, Portals, Readings
from webaudit.model.finding import Verdict
from webaudit.model.record import Failure
from webaudit.standards import indonesia


@check(
    id="open-data-link",
    title="The site leads to open data",
    category=Category.SERVICES,
    severity=Severity.MINOR,
    sources=(indonesia.PERPRES_39_2019,),
    remedy="Link the portal of Satu Data or open data of the province, best to the data of the agency. In "
    "WordPress: Appearance, Menus, Custom Links.",
    since="0.2.0",
    sole_target=True,
)
def open_data_link(
    inventory: Inventory, readings: Readings, link_targets: LinkTargets | Failure, portals: Portals
) -> Iterator[Verdict]:
    """Data that can be reused let citizens reckon for themselves what an agency only claims.

    Target: the site, once; the best proof on all captured pages is taken.
    Expectation: one leads to a portal or page of open data, Satu Data or sectoral statistics. A menu entry
        “Data” alone is none.
    Limits: what stands there is left to people. Where the target was not asked, or turned the auditor away,
        nothing is said.

    Passed (host):
        ```json
        {"inventory": {"proofs": [
            {"subject": "open_data", "by": "host",
             "url": "https://opendata.prov.example/", "text": "Open Data"}]},
         "readings": {"pages": [
            {"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": [
            {"url": "https://opendata.prov.example/", "internal": false, "kind": "content",
                "hops": [{"url": "https://opendata.prov.example/", "status": 200}]}]}}
        ```

    Failed (absent):
        ```json
        {"inventory": {}, "link_targets": {"targets": []},
         "readings": {"pages": [
            {"url": "https://a.example/", "status": 200, "kind": "content"}]}}
        ```
    """
    absent = "no link to open data was found; pages read: {pages}"
    yield existence(inventory.of("open_data"), readings, link_targets, portals, absent=absent)
