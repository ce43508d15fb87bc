"""Check `vision-mission`."""

from collections.abc import Iterator

from webaudit.extract.existence import existence
from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Inventory, LinkTargets, Portals, Readings
from webaudit.model.finding import Verdict
from webaudit.model.record import Failure
from webaudit.standards import indonesia

_WORDS = 10
"""Of one sentence each; a vision is short."""


@check(
    id="vision-mission",
    title="Vision and mission are published as text",
    category=Category.OPENNESS,
    severity=Severity.MINOR,
    sources=(indonesia.UU_14_2008, indonesia.PERKI_1_2021),
    remedy="Write vision and mission as text on a page, and put it into the menu. In WordPress: Pages, Add "
    "New, then Appearance, Menus.",
    since="0.2.0",
    sole_target=True,
)
def vision_mission(
    inventory: Inventory, readings: Readings, link_targets: LinkTargets | Failure, portals: Portals
) -> Iterator[Verdict]:
    """Vision and mission say what an agency wants to be measured by; they belong to its profile.

    Target: the site, once; the best proof on all captured pages is taken.
    Expectation: one leads to vision and mission on the site itself; if the page was captured, it holds at
        least ten words of its own.
    Limits: what stands there is left to people. Where the target was not asked, or turned the auditor away,
        nothing is said.

    Passed (path):
        ```json
        {"inventory": {"proofs": [
            {"subject": "visi_misi", "by": "path",
             "url": "https://a.example/visi-misi", "text": "Visi Misi"}]},
         "readings": {"pages": [
            {"url": "https://a.example/visi-misi", "status": 200, "kind": "content",
             "own": {"words": 40}}]},
         "link_targets": {"targets": []}}
        ```

    Failed (absent, image-only):
        ```json
        {"inventory": {}, "link_targets": {"targets": []},
         "readings": {"pages": [
            {"url": "https://a.example/", "status": 200, "kind": "content"}]}}
        {"inventory": {"proofs": [
            {"subject": "visi_misi", "by": "path",
             "url": "https://a.example/visi-misi", "text": "Visi Misi"}]},
         "readings": {"pages": [
            {"url": "https://a.example/visi-misi", "status": 200, "kind": "content",
             "own": {"words": 4, "images": 1}}]},
         "link_targets": {"targets": []}}
        ```

    CantTell (embedded-only):
        ```json
        {"inventory": {"proofs": [
            {"subject": "visi_misi", "by": "path",
             "url": "https://a.example/visi-misi", "text": "Visi Misi"}]},
         "readings": {"pages": [
            {"url": "https://a.example/visi-misi", "status": 200, "kind": "content",
             "own": {"words": 4, "embedded": 1}}]},
         "link_targets": {"targets": []}}
        ```
    """
    absent = "no vision and mission were found; pages read: {pages}"
    yield existence(inventory.of("visi_misi"), readings, link_targets, portals, absent=absent, words=_WORDS)
