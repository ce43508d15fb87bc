"""Check `service-hours`."""

from collections.abc import Iterator

from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Inventory, Readings
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.model.reading import ProofKind
from webaudit.standards import indonesia


@check(
    id="service-hours",
    title="The hours of service are published",
    category=Category.SERVICES,
    severity=Severity.MODERATE,
    sources=(indonesia.UU_25_2009, indonesia.PANDUAN_2003),
    remedy="Write the days and hours as text into the footer: “Senin–Jumat 08.00–16.00 WIB”. In WordPress: "
    "Appearance, Widgets, Footer.",
    since="0.2.0",
    sole_target=True,
)
def service_hours(inventory: Inventory, readings: Readings) -> Iterator[Verdict]:
    """Nobody should take a day off and stand before a closed counter.

    Target: the site, once; the text of all captured pages is read but that of news.
    Expectation: a range of days, or a label such as “jam pelayanan”, stands beside the hours.
    Limits: whether the counter is open at these hours is left to people. Hours in an image are not read:
        where a page about them exists, nothing is said.

    Passed:
        ```json
        {"inventory": {"proofs": [{"subject": "jam_layanan", "by": "phrase", "url": "https://a.example/",
            "text": "senin - jumat 08.00 - 16.00"}]},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content"}]}}
        ```

    Failed (absent):
        ```json
        {"inventory": {},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content"}]}}
        ```

    CantTell (unread):
        ```json
        {"inventory": {"proofs": [{"subject": "jam_layanan", "by": "path",
            "url": "https://a.example/jam-layanan"}]},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content"}]}}
        ```
    """
    proofs = inventory.of("jam_layanan")
    told = next((proof for proof in proofs if proof.by is ProofKind.PHRASE), None)
    if told:
        yield passed(told.url, "", "the hours are told: “{text}”", text=told.text)
    elif proofs:
        message = "{url} is about the hours of service, but no hours could be read there"
        yield cant_tell(proofs[0].url, "unread", message, url=proofs[0].url)
    else:
        message = "no hours of service were found; pages read: {pages}"
        yield failed(None, "absent", message, pages=len(readings.content))
