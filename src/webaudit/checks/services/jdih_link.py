"""Check `jdih-link`."""

from collections.abc import Iterator

from webaudit.extract.existence import existence
from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Inventory, LinkTargets, Portals, Readings
from webaudit.model.finding import Verdict
from webaudit.model.record import Failure
from webaudit.standards import indonesia


@check(
    id="jdih-link",
    title="The site leads to the JDIH, where the legal documents are",
    category=Category.SERVICES,
    severity=Severity.MODERATE,
    sources=(indonesia.PERPRES_33_2012,),
    remedy="Link the JDIH of the agency or of the province. In WordPress: Appearance, Menus, Custom Links.",
    since="0.2.0",
    sole_target=True,
)
def jdih_link(
    inventory: Inventory, readings: Readings, link_targets: LinkTargets | Failure, portals: Portals
) -> Iterator[Verdict]:
    """Citizens are bound by rules that they must be able to read; the JDIH keeps their valid text.

    Target: the site, once; the best proof on all captured pages is taken.
    Expectation: one leads to a JDIH of the own region or of the state. A page of regulations is none, nor
        is the JDIH of another region.
    Limits: what stands there is left to people. Where the target was not asked, or turned the auditor away,
        nothing is said.

    Passed (host):
        ```json
        {"inventory": {"proofs": [
            {"subject": "jdih", "by": "host",
             "url": "https://jdih.prov.example/", "text": "JDIH"}]},
         "readings": {"pages": [
            {"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": [
            {"url": "https://jdih.prov.example/", "internal": false, "kind": "content",
                "hops": [{"url": "https://jdih.prov.example/", "status": 200}]}]}}
        ```

    Failed (absent):
        ```json
        {"inventory": {}, "link_targets": {"targets": []},
         "readings": {"pages": [
            {"url": "https://a.example/", "status": 200, "kind": "content"}]}}
        ```
    """
    absent = "no link to a JDIH was found; pages read: {pages}"
    yield existence(inventory.of("jdih"), readings, link_targets, portals, absent=absent)
