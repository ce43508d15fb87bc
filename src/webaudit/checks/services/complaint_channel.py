"""Check `complaint-channel`."""

from collections.abc import Iterator

from webaudit.extract.existence import existence
from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Inventory, LinkTargets, Portals, Readings
from webaudit.model.finding import Verdict
from webaudit.model.record import Failure
from webaudit.standards import indonesia


@check(
    id="complaint-channel",
    title="Citizens find a channel for their complaints",
    category=Category.SERVICES,
    severity=Severity.SERIOUS,
    sources=(indonesia.UU_25_2009,),
    remedy="Put an entry “Pengaduan” into the menu, to a form, a WhatsApp number or SP4N-LAPOR!. In "
    "WordPress: Appearance, Menus.",
    since="0.2.0",
    sole_target=True,
)
def complaint_channel(
    inventory: Inventory, readings: Readings, link_targets: LinkTargets | Failure, portals: Portals
) -> Iterator[Verdict]:
    """Whoever serves the public has to offer a way to complain; one that nobody finds is none.

    Target: the site, once; the best proof on all captured pages is taken.
    Expectation: one leads to a page for complaints, to a complaint service, or to a telephone number, mail
        address or chat that is named as such.
    Limits: what stands there is left to people. Where the target was not asked, or turned the auditor away,
        nothing is said.

    Passed (reach):
        ```json
        {"inventory": {"proofs": [
            {"subject": "pengaduan", "by": "reach",
             "url": "https://wa.me/6281200000000", "text": "WhatsApp Pengaduan"}]},
         "readings": {"pages": [
            {"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": []}}
        ```

    Failed (absent):
        ```json
        {"inventory": {}, "link_targets": {"targets": []},
         "readings": {"pages": [
            {"url": "https://a.example/", "status": 200, "kind": "content"}]}}
        ```
    """
    absent = "no channel for complaints was found; pages read: {pages}"
    yield existence(inventory.of("pengaduan"), readings, link_targets, portals, absent=absent)
