"""Check `complaint-channel`."""

from collections.abc import Iterator

from webaudit.extract.existence import existence
from webaudit.extract.proofs import in_host
from webaudit.extract.urls import host
from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Inventory, LinkTargets, Portals, Readings
from webaudit.model.finding import Verdict, failed
from webaudit.model.record import Failure
from webaudit.standards import indonesia


@check(
    id="complaint-channel",
    title="Citizens find a channel of the agency's own for their complaints",
    category=Category.SERVICES,
    severity=Severity.SERIOUS,
    sources=(indonesia.UU_25_2009,),
    remedy="Put an entry “Pengaduan” into the menu, to a form, a WhatsApp number or a hotline of the agency, "
    "beside the link to SP4N-LAPOR!. In WordPress: Appearance, Menus.",
    since="0.2.0",
    sole_target=True,
)
def complaint_channel(
    inventory: Inventory, readings: Readings, link_targets: LinkTargets | Failure, portals: Portals
) -> Iterator[Verdict]:
    """Whoever serves the public has to offer a way to complain; one that nobody finds is none.

    Target: the site, once; the best proof on all captured pages is taken.
    Expectation: one leads to a page for complaints, to a complaint service of the agency or the province, or
        to a telephone number, mail address or chat that is named as such. SP4N-LAPOR! is the whole
        country's channel, and the matter of `lapor-link`.
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

    Failed (lapor-alone, dead-form, absent):
        ```json
        {"inventory": {"proofs": [
            {"subject": "pengaduan", "by": "text",
             "url": "https://www.lapor.go.id/", "text": "Pengaduan"}]},
         "readings": {"pages": [
            {"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": []}}
        {"inventory": {"proofs": [
            {"subject": "pengaduan", "by": "path",
             "url": "https://a.example/pengaduan", "text": "Pengaduan"}]},
         "readings": {"pages": [
            {"url": "https://a.example/pengaduan", "status": 200, "kind": "content",
             "own": {"words": 8, "linked": 9, "dead_form": true}}]},
         "link_targets": {"targets": []}}
        {"inventory": {}, "link_targets": {"targets": []},
         "readings": {"pages": [
            {"url": "https://a.example/", "status": 200, "kind": "content"}]}}
        ```
    """
    absent = "no channel for complaints was found; pages read: {pages}"
    proofs = inventory.of("pengaduan")
    own = [proof for proof in proofs if "lapor" not in in_host(host(proof.url))]
    if readings.content and proofs and not own:
        message = "“{text}” leads to SP4N-LAPOR!; no channel of the agency's own was found"
        yield failed(proofs[0].url, "lapor-alone", message, text=proofs[0].text[:100])
    else:
        yield existence(own, readings, link_targets, portals, absent=absent)
