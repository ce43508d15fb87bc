"""Check `information-lists`."""

from collections.abc import Iterator

from webaudit.extract.published import Shelf, both
from webaudit.model.check import Category, Severity, check
from webaudit.model.document import Documents
from webaudit.model.evidence import Inventory, LinkTargets, Readings
from webaudit.model.finding import Verdict
from webaudit.model.record import Failure
from webaudit.model.site import Region
from webaudit.standards import indonesia


@check(
    id="information-lists",
    title="Citizens find what is published at all times, at once, and not at all",
    category=Category.OPENNESS,
    severity=Severity.MINOR,
    sources=(indonesia.UU_14_2008, indonesia.PERKI_1_2021),
    remedy="Link the lists “Informasi Setiap Saat”, “Informasi Serta Merta” and “Informasi yang "
    "Dikecualikan” on the PPID page, each with its items. In WordPress: Pages, Add New, then "
    "Appearance, Menus.",
    since="0.3.0",
    sole_target=True,
)
def information_lists(
    inventory: Inventory,
    readings: Readings,
    link_targets: LinkTargets | Failure,
    documents: Documents | Failure,
    region: Region,
) -> Iterator[Verdict]:
    """The law tells apart what may be asked for at any time, what must be told at once, and what is excluded.

    Target: the site, once; the best proof on all captured pages is taken.
    Expectation: there is a way to each of the three lists, on hosts of the government, and all of them
        answer. The province's central PPID is accepted.
    Limits: whether the lists are whole is left to people. What was not asked, or turned the auditor
        away, is left open.

    Passed (text):
        ```json
        {"inventory": {"proofs": [
            {"subject": "informasi_setiap_saat", "by": "text", "text": "Informasi Setiap Saat",
             "url": "https://a.example/setiap-saat.pdf"},
            {"subject": "informasi_serta_merta", "by": "text", "text": "Informasi Serta Merta",
             "url": "https://a.example/serta-merta.pdf"},
            {"subject": "dik", "by": "text", "text": "Informasi yang Dikecualikan",
             "url": "https://a.example/dik.pdf"}]},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": [
            {"url": "https://a.example/setiap-saat.pdf", "internal": true, "kind": "not-html",
             "hops": [{"url": "https://a.example/setiap-saat.pdf", "status": 200}]},
            {"url": "https://a.example/serta-merta.pdf", "internal": true, "kind": "not-html",
             "hops": [{"url": "https://a.example/serta-merta.pdf", "status": 200}]},
            {"url": "https://a.example/dik.pdf", "internal": true, "kind": "not-html",
             "hops": [{"url": "https://a.example/dik.pdf", "status": 200}]}]},
         "documents": {}, "region": {}}
        ```

    Failed (absent, incomplete):
        ```json
        {"inventory": {},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": []},
         "documents": {}, "region": {}}
        {"inventory": {"proofs": [
            {"subject": "informasi_setiap_saat", "by": "text", "text": "Informasi Setiap Saat",
             "url": "https://a.example/setiap-saat.pdf"},
            {"subject": "informasi_serta_merta", "by": "text", "text": "Informasi Serta Merta",
             "url": "https://a.example/serta-merta.pdf"}]},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": [
            {"url": "https://a.example/setiap-saat.pdf", "internal": true, "kind": "not-html",
             "hops": [{"url": "https://a.example/setiap-saat.pdf", "status": 200}]},
            {"url": "https://a.example/serta-merta.pdf", "internal": true, "kind": "not-html",
             "hops": [{"url": "https://a.example/serta-merta.pdf", "status": 200}]}]},
         "documents": {}, "region": {}}
        ```
    """
    shelf = Shelf(inventory, readings, link_targets, documents, region)
    absent = "a list of information was not found; pages read: {pages}"
    yield both(
        (name, shelf.published(subject, absent=absent, central=True))
        for subject, name in (
            ("informasi_setiap_saat", "informasi setiap saat"),
            ("informasi_serta_merta", "informasi serta-merta"),
            ("dik", "informasi dikecualikan"),
        )
    )
