"""Check `whistleblowing-channel`."""

from collections.abc import Iterator

from webaudit.extract.existence import existence
from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Inventory, LinkTargets, Portals, Readings
from webaudit.model.finding import Verdict
from webaudit.model.record import Failure
from webaudit.standards import indonesia


@check(
    id="whistleblowing-channel",
    title="The abuse of office can be reported",
    category=Category.OPENNESS,
    severity=Severity.MODERATE,
    sources=(indonesia.UU_14_2008, indonesia.PERKI_1_2021),
    remedy="Link the whistleblowing system (WBS) of the agency or of the province's inspectorate. In "
    "WordPress: Appearance, Menus, Custom Links.",
    since="0.2.0",
    sole_target=True,
)
def whistleblowing_channel(
    inventory: Inventory, readings: Readings, link_targets: LinkTargets | Failure, portals: Portals
) -> Iterator[Verdict]:
    """Who sees bribes or the abuse of office needs a channel that does not lead to the one who is meant.

    Target: the site, once; the best proof on all captured pages is taken.
    Expectation: one leads to a whistleblowing system, or to where gratification or the abuse of office is
        reported.
    Limits: what stands there is left to people. Where the target was not asked, or turned the auditor away,
        nothing is said.

    Passed (host):
        ```json
        {"inventory": {"proofs": [
            {"subject": "wbs", "by": "host",
             "url": "https://wbs.prov.example/", "text": "WBS"}]},
         "readings": {"pages": [
            {"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": [
            {"url": "https://wbs.prov.example/", "internal": false, "kind": "content",
                "hops": [{"url": "https://wbs.prov.example/", "status": 200}]}]}}
        ```

    Failed (absent):
        ```json
        {"inventory": {}, "link_targets": {"targets": []},
         "readings": {"pages": [
            {"url": "https://a.example/", "status": 200, "kind": "content"}]}}
        ```
    """
    absent = "no channel to report the abuse of office was found; pages read: {pages}"
    yield existence(inventory.of("wbs"), readings, link_targets, portals, absent=absent)
