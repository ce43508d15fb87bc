"""Check `agency-duties`."""

from collections.abc import Iterator

from webaudit.extract.existence import existence
from webaudit.extract.own import ENOUGH_WORDS
from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Inventory, LinkTargets, Portals, Readings
from webaudit.model.finding import Verdict
from webaudit.model.record import Failure
from webaudit.standards import indonesia


@check(
    id="agency-duties",
    title="The duties of the agency are published as text",
    category=Category.OPENNESS,
    severity=Severity.MODERATE,
    sources=(indonesia.UU_14_2008, indonesia.PERKI_1_2021),
    remedy="Write duties and functions as text on a page, and put it into the menu as “Tugas dan Fungsi”. In "
    "WordPress: Pages, Add New, then Appearance, Menus.",
    since="0.2.0",
    sole_target=True,
)
def agency_duties(
    inventory: Inventory, readings: Readings, link_targets: LinkTargets | Failure, portals: Portals
) -> Iterator[Verdict]:
    """Citizens who can read what an agency is there for do not lose a day at the wrong counter.

    Target: the site, once; the best proof on all captured pages is taken.
    Expectation: one leads to duties and functions on the site itself; if the page was captured, it holds at
        least 40 words of its own beside menus and footer.
    Limits: what stands there is left to people. Where the target was not asked, or turned the auditor away,
        nothing is said.

    Passed (path):
        ```json
        {"inventory": {"proofs": [
            {"subject": "tupoksi", "by": "path",
             "url": "https://a.example/tupoksi", "text": "Tupoksi"}]},
         "readings": {"pages": [
            {"url": "https://a.example/tupoksi", "status": 200, "kind": "content",
             "own": {"words": 40}}]},
         "link_targets": {"targets": []}}
        ```

    Failed (absent, image-only):
        ```json
        {"inventory": {}, "link_targets": {"targets": []},
         "readings": {"pages": [
            {"url": "https://a.example/", "status": 200, "kind": "content"}]}}
        {"inventory": {"proofs": [
            {"subject": "tupoksi", "by": "path",
             "url": "https://a.example/tupoksi", "text": "Tupoksi"}]},
         "readings": {"pages": [
            {"url": "https://a.example/tupoksi", "status": 200, "kind": "content",
             "own": {"words": 4, "images": 1}}]},
         "link_targets": {"targets": []}}
        ```

    CantTell (embedded-only):
        ```json
        {"inventory": {"proofs": [
            {"subject": "tupoksi", "by": "path",
             "url": "https://a.example/tupoksi", "text": "Tupoksi"}]},
         "readings": {"pages": [
            {"url": "https://a.example/tupoksi", "status": 200, "kind": "content",
             "own": {"words": 4, "embedded": 1}}]},
         "link_targets": {"targets": []}}
        ```
    """
    absent = "no duties of the agency were found; pages read: {pages}"
    yield existence(
        inventory.of("tupoksi"), readings, link_targets, portals, absent=absent, words=ENOUGH_WORDS
    )
