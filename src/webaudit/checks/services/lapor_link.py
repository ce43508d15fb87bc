"""Check `lapor-link`."""

from collections.abc import Iterator

from webaudit.extract.existence import existence
from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Inventory, LinkTargets, Portals, Readings
from webaudit.model.finding import Verdict
from webaudit.model.record import Failure
from webaudit.standards import indonesia


@check(
    id="lapor-link",
    title="The site leads to SP4N-LAPOR!, the national channel for complaints",
    category=Category.SERVICES,
    severity=Severity.SERIOUS,
    sources=(indonesia.UU_25_2009, indonesia.PERPRES_76_2013),
    remedy="Put a link or the logo of SP4N-LAPOR! on the home page, to https://www.lapor.go.id. In "
    "WordPress: Appearance, Menus, Custom Links, or Appearance, Widgets, Image.",
    since="0.2.0",
    sole_target=True,
)
def lapor_link(
    inventory: Inventory, readings: Readings, link_targets: LinkTargets | Failure, portals: Portals
) -> Iterator[Verdict]:
    """LAPOR! passes a complaint on to the agency in charge, and its answer can be followed.

    Target: the site, once; the best proof on all captured pages is taken.
    Expectation: one leads to lapor.go.id, or to a page of the site that is about SP4N, and that answers.
        The bare word “lapor” is no proof: taxes are reported too.
    Limits: what stands there is left to people. Where the target was not asked, or turned the auditor away,
        nothing is said.

    Passed (host):
        ```json
        {"inventory": {"proofs": [
            {"subject": "lapor", "by": "host",
             "url": "https://www.lapor.go.id/"}]},
         "readings": {"pages": [
            {"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": [
            {"url": "https://www.lapor.go.id/", "internal": false, "kind": "content",
                "hops": [{"url": "https://www.lapor.go.id/", "status": 200}]}]}}
        ```

    Failed (absent):
        ```json
        {"inventory": {}, "link_targets": {"targets": []},
         "readings": {"pages": [
            {"url": "https://a.example/", "status": 200, "kind": "content"}]}}
        ```
    """
    absent = "no link to SP4N-LAPOR! was found; pages read: {pages}"
    yield existence(inventory.of("lapor"), readings, link_targets, portals, absent=absent)
