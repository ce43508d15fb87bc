"""Check `accessibility-contact`."""

from collections.abc import Iterator

from webaudit.extract.existence import existence
from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Inventory, LinkTargets, Portals, Readings
from webaudit.model.finding import Verdict
from webaudit.model.record import Failure
from webaudit.standards import indonesia


@check(
    id="accessibility-contact",
    title="People with disabilities are told how they are served",
    category=Category.ACCESSIBILITY,
    severity=Severity.MINOR,
    sources=(indonesia.UU_8_2016, indonesia.PERKI_1_2021),
    remedy="Write a page on how people with disabilities are served, and whom they can ask for help: at the "
    "counter, by telephone, on this site. In WordPress: Pages, Add New; then Appearance, Menus.",
    since="0.3.0",
    sole_target=True,
    advisory=True,
)
def accessibility_contact(
    inventory: Inventory, readings: Readings, link_targets: LinkTargets | Failure, portals: Portals
) -> Iterator[Verdict]:
    """Who cannot see, hear or walk has to know before setting out whether help is there, and whom to ask.

    Target: the site, once; the best proof on all captured pages is taken.
    Expectation: one leads to a page for people with disabilities, or to a statement on accessibility.
    Limits: what stands there is left to people, and so is whether it is kept to. An overlay that enlarges
        letters is no such page.

    Passed (text):
        ```json
        {"inventory": {"proofs": [
            {"subject": "disabilitas", "by": "text",
             "url": "https://a.example/layanan-disabilitas", "text": "Layanan Disabilitas"}]},
         "readings": {"pages": [
            {"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": [
            {"url": "https://a.example/layanan-disabilitas", "internal": true, "kind": "content",
                "hops": [{"url": "https://a.example/layanan-disabilitas", "status": 200}]}]}}
        ```

    Failed (absent):
        ```json
        {"inventory": {}, "link_targets": {"targets": []},
         "readings": {"pages": [
            {"url": "https://a.example/", "status": 200, "kind": "content"}]}}
        ```
    """
    absent = "nothing for people with disabilities was found; pages read: {pages}"
    yield existence(inventory.of("disabilitas"), readings, link_targets, portals, absent=absent)
