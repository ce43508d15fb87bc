"""Check `online-services`."""

from collections.abc import Iterator

from webaudit.extract.existence import existence
from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Inventory, LinkTargets, Portals, Readings
from webaudit.model.finding import Verdict
from webaudit.model.record import Failure
from webaudit.standards import indonesia


@check(
    id="online-services",
    title="The site leads to services that can be used online",
    category=Category.SERVICES,
    severity=Severity.MODERATE,
    sources=(indonesia.PERPRES_95_2018,),
    remedy="Link the online services or licences that citizens can use without coming to the counter. In "
    "WordPress: Appearance, Menus, Custom Links.",
    since="0.2.0",
    sole_target=True,
)
def online_services(
    inventory: Inventory, readings: Readings, link_targets: LinkTargets | Failure, portals: Portals
) -> Iterator[Verdict]:
    """A service that can be done from home saves citizens a day's leave, if they find it.

    Target: the site, once; the best proof on all captured pages is taken.
    Expectation: one leads to online services or licences, or to an application below the agency's or the
        province's name that stands in the menu under “Layanan” or “Aplikasi”, and it answers; it may ask for
        an account. A menu entry “Layanan” alone is none.
    Limits: an application that is linked by its own name elsewhere is not recognised. An agency without
        public services has none to link; a rubric should leave it out.

    Passed (text, menu):
        ```json
        {"inventory": {"proofs": [
            {"subject": "layanan_online", "by": "text",
             "url": "https://a.example/e", "text": "Layanan Online"}]},
         "readings": {"pages": [
            {"url": "https://a.example/e", "status": 200, "kind": "content",
             "own": {"words": 40}}]},
         "link_targets": {"targets": []}}
        {"inventory": {"proofs": [
            {"subject": "layanan_online", "by": "menu",
             "url": "https://sipohon.prov.example/", "text": "SIPOHON"}]},
         "readings": {"pages": [
            {"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": [
            {"url": "https://sipohon.prov.example/", "internal": false, "kind": "login",
             "hops": [{"url": "https://sipohon.prov.example/", "status": 200}]}]}}
        ```

    Failed (absent):
        ```json
        {"inventory": {}, "link_targets": {"targets": []},
         "readings": {"pages": [
            {"url": "https://a.example/", "status": 200, "kind": "content"}]}}
        ```
    """
    absent = "no link to online services was found; pages read: {pages}"
    yield existence(
        inventory.of("layanan_online"), readings, link_targets, portals, absent=absent, account=True
    )
