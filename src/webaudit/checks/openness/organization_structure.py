"""Check `organization-structure`."""

from collections.abc import Iterator

from webaudit.extract.existence import existence
from webaudit.extract.own import ENOUGH_WORDS
from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Inventory, LinkTargets, Portals, Readings
from webaudit.model.finding import Verdict
from webaudit.model.record import Failure
from webaudit.standards import indonesia


@check(
    id="organization-structure",
    title="The structure of the agency is published as text",
    category=Category.OPENNESS,
    severity=Severity.MODERATE,
    sources=(indonesia.UU_14_2008, indonesia.PERKI_1_2021),
    remedy="Write the units of the agency below the chart as a list: a screen reader and a search can not "
    "read an image. In WordPress: open the page under Pages, add a block List.",
    since="0.2.0",
    sole_target=True,
)
def organization_structure(
    inventory: Inventory, readings: Readings, link_targets: LinkTargets | Failure, portals: Portals
) -> Iterator[Verdict]:
    """The structure tells which unit is in charge; an image of it tells nothing to who can not see.

    Target: the site, once; the best proof on all captured pages is taken.
    Expectation: one leads to the structure on the site itself; if the page was captured, it holds at least
        40 words of its own beside menus and footer.
    Limits: what stands there is left to people. Where the target was not asked, or turned the auditor away,
        nothing is said.

    Passed (path):
        ```json
        {"inventory": {"proofs": [
            {"subject": "struktur", "by": "path",
             "url": "https://a.example/struktur-organisasi", "text": "Struktur Organisasi"}]},
         "readings": {"pages": [
            {"url": "https://a.example/struktur-organisasi", "status": 200, "kind": "content",
             "own": {"words": 40}}]},
         "link_targets": {"targets": []}}
        ```

    Failed (absent, image-only):
        ```json
        {"inventory": {}, "link_targets": {"targets": []},
         "readings": {"pages": [
            {"url": "https://a.example/", "status": 200, "kind": "content"}]}}
        {"inventory": {"proofs": [
            {"subject": "struktur", "by": "path",
             "url": "https://a.example/struktur-organisasi", "text": "Struktur Organisasi"}]},
         "readings": {"pages": [
            {"url": "https://a.example/struktur-organisasi", "status": 200, "kind": "content",
             "own": {"words": 4, "images": 1}}]},
         "link_targets": {"targets": []}}
        ```

    CantTell (embedded-only):
        ```json
        {"inventory": {"proofs": [
            {"subject": "struktur", "by": "path",
             "url": "https://a.example/struktur-organisasi", "text": "Struktur Organisasi"}]},
         "readings": {"pages": [
            {"url": "https://a.example/struktur-organisasi", "status": 200, "kind": "content",
             "own": {"words": 4, "embedded": 1}}]},
         "link_targets": {"targets": []}}
        ```
    """
    absent = "no structure of the agency was found; pages read: {pages}"
    yield existence(
        inventory.of("struktur"), readings, link_targets, portals, absent=absent, words=ENOUGH_WORDS
    )
