"""Check `sippn-link`."""

from collections.abc import Iterator

from webaudit.extract.existence import existence
from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Inventory, LinkTargets, Portals, Readings
from webaudit.model.finding import Verdict
from webaudit.model.record import Failure
from webaudit.standards import indonesia


@check(
    id="sippn-link",
    title="The site leads to SIPPN, the national list of public services",
    category=Category.SERVICES,
    severity=Severity.MINOR,
    sources=(indonesia.UU_25_2009, indonesia.PERMENPANRB_13_2017),
    remedy="Link the agency's page at https://sippn.menpan.go.id. In WordPress: Appearance, Menus, Custom "
    "Links.",
    since="0.2.0",
    sole_target=True,
)
def sippn_link(
    inventory: Inventory, readings: Readings, link_targets: LinkTargets | Failure, portals: Portals
) -> Iterator[Verdict]:
    """SIPPN lists the services of all agencies in one form, so that citizens can compare them.

    Target: the site, once; the best proof on all captured pages is taken.
    Expectation: one leads to SIPPN.
    Limits: what stands there is left to people. Where the target was not asked, or turned the auditor away,
        nothing is said.

    Passed (host):
        ```json
        {"inventory": {"proofs": [
            {"subject": "sippn", "by": "host",
             "url": "https://sippn.menpan.go.id/", "text": "SIPPN"}]},
         "readings": {"pages": [
            {"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": [
            {"url": "https://sippn.menpan.go.id/", "internal": false, "kind": "content",
                "hops": [{"url": "https://sippn.menpan.go.id/", "status": 200}]}]}}
        ```

    Failed (absent):
        ```json
        {"inventory": {}, "link_targets": {"targets": []},
         "readings": {"pages": [
            {"url": "https://a.example/", "status": 200, "kind": "content"}]}}
        ```
    """
    absent = "no link to SIPPN was found; pages read: {pages}"
    yield existence(inventory.of("sippn"), readings, link_targets, portals, absent=absent)
