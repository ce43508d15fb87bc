"""Check `agency-profile`."""

from collections.abc import Iterator

from webaudit.extract.existence import existence
from webaudit.extract.own import ENOUGH_WORDS
from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Inventory, LinkTargets, Portals, Readings
from webaudit.model.finding import Verdict
from webaudit.model.record import Failure
from webaudit.standards import indonesia


@check(
    id="agency-profile",
    title="The agency says who it is",
    category=Category.OPENNESS,
    severity=Severity.MODERATE,
    sources=(indonesia.UU_14_2008, indonesia.PERKI_1_2021),
    remedy="Write a page “Profil” of at least 40 words as text, not as an image, and put it into the menu. "
    "In WordPress: Pages, Add New, then Appearance, Menus.",
    since="0.2.0",
    sole_target=True,
)
def agency_profile(
    inventory: Inventory, readings: Readings, link_targets: LinkTargets | Failure, portals: Portals
) -> Iterator[Verdict]:
    """Citizens want to know whose site it is; every public body has to publish its profile.

    Target: the site, once; the best proof on all captured pages is taken.
    Expectation: one leads to a profile on the site itself; if the page was captured, it holds at least 40
        words of its own beside menus and footer.
    Limits: what stands there is left to people. Where the target was not asked, or turned the auditor away,
        nothing is said.

    Passed (path):
        ```json
        {"inventory": {"proofs": [
            {"subject": "profil", "by": "path",
             "url": "https://a.example/profil", "text": "Profil"}]},
         "readings": {"pages": [
            {"url": "https://a.example/profil", "status": 200, "kind": "content",
             "own": {"words": 40}}]},
         "link_targets": {"targets": []}}
        ```

    Failed (absent, image-only):
        ```json
        {"inventory": {}, "link_targets": {"targets": []},
         "readings": {"pages": [
            {"url": "https://a.example/", "status": 200, "kind": "content"}]}}
        {"inventory": {"proofs": [
            {"subject": "profil", "by": "path",
             "url": "https://a.example/profil", "text": "Profil"}]},
         "readings": {"pages": [
            {"url": "https://a.example/profil", "status": 200, "kind": "content",
             "own": {"words": 4, "images": 1}}]},
         "link_targets": {"targets": []}}
        ```

    CantTell (embedded-only):
        ```json
        {"inventory": {"proofs": [
            {"subject": "profil", "by": "path",
             "url": "https://a.example/profil", "text": "Profil"}]},
         "readings": {"pages": [
            {"url": "https://a.example/profil", "status": 200, "kind": "content",
             "own": {"words": 4, "embedded": 1}}]},
         "link_targets": {"targets": []}}
        ```
    """
    absent = "no profile of the agency was found; pages read: {pages}"
    yield existence(
        inventory.of("profil"), readings, link_targets, portals, absent=absent, words=ENOUGH_WORDS
    )
