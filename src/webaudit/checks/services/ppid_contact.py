"""Check `ppid-contact`."""

from collections.abc import Iterator

from webaudit.extract.contact import contact, service_hours
from webaudit.extract.urls import host, page_key
from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Inventory, Portals, Readings
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.model.reading import ProofKind
from webaudit.standards import indonesia


@check(
    id="ppid-contact",
    title="The page of the PPID says how and when it can be reached",
    category=Category.SERVICES,
    severity=Severity.MODERATE,
    sources=(indonesia.UU_14_2008, indonesia.PERKI_1_2021),
    remedy="Write a telephone number or mail address of the PPID and its hours as text on its page: "
    "“Senin–Jumat 08.00–15.00 WIB”. In WordPress: Pages, open the page “PPID”.",
    since="0.3.0",
    sole_target=True,
)
def ppid_contact(inventory: Inventory, readings: Readings, portals: Portals) -> Iterator[Verdict]:
    """An answer is owed in ten working days; who does not know whom to ask, and when, can not count them.

    Target: the pages of the PPID on the site itself, together, if it has any.
    Expectation: they show a telephone number, a mail address or a chat, and the hours of service.
    Limits: whether anybody answers is left to people, and so is a PPID on another host. Agencies that are
        served by the province's central portal are not meant.

    Passed:
        ```json
        {"inventory": {"proofs": [{"subject": "ppid", "by": "path", "url": "https://a.example/ppid"}]},
         "readings": {"pages": [{"url": "https://a.example/ppid", "status": 200, "kind": "content",
            "text": "Telp. (022) 4264813, Senin - Jumat 08.00 - 15.00 WIB"}]}}
        ```

    Failed (absent, contact-missing, hours-missing):
        ```json
        {"inventory": {"proofs": [{"subject": "ppid", "by": "path", "url": "https://a.example/ppid"}]},
         "readings": {"pages": [{"url": "https://a.example/ppid", "status": 200, "kind": "content",
            "text": "PPID melayani permohonan informasi"}]}}
        {"inventory": {"proofs": [{"subject": "ppid", "by": "path", "url": "https://a.example/ppid"}]},
         "readings": {"pages": [{"url": "https://a.example/ppid", "status": 200, "kind": "content",
            "text": "Senin - Jumat 08.00 - 15.00 WIB"}]}}
        {"inventory": {"proofs": [{"subject": "ppid", "by": "path", "url": "https://a.example/ppid"}]},
         "readings": {"pages": [{"url": "https://a.example/ppid", "status": 200, "kind": "content",
            "text": "Telp. (022) 4264813"}]}}
        ```

    CantTell (unread):
        ```json
        {"inventory": {"proofs": [{"subject": "ppid", "by": "host", "url": "https://ppid.b.example/"}]},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content"}]}}
        ```
    """
    proofs = [proof for proof in inventory.of("ppid") if proof.by is not ProofKind.SECTION]
    about = {page_key(proof.url) for proof in proofs}
    pages = [page for page in readings.content if page_key(page.url) in about]
    if not pages:
        if proofs and not any(portals.of(host(proof.url)) for proof in proofs):
            url = proofs[0].url
            yield cant_tell(url, "unread", "the page of the PPID, {url}, was not read", url=url)
        return
    said, first = contact(pages), pages[0].url
    hours = next((told for page in pages if (told := service_hours(page.text))), "")
    reach = said.phone or said.mail
    if reach and hours:
        yield passed(first, "", "“{reach}”, “{hours}”", reach=reach, hours=hours)
    elif hours:
        yield failed(
            first, "contact-missing", "{url} shows no telephone number and no mail address", url=first
        )
    elif reach:
        yield failed(first, "hours-missing", "{url} does not say at what hours the PPID is there", url=first)
    else:
        message = "{url} shows neither telephone number nor mail address, nor hours"
        yield failed(first, "absent", message, url=first)
