"""Check `satisfaction-survey`."""

from collections.abc import Iterator

from webaudit.extract.existence import existence
from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Inventory, LinkTargets, Portals, Readings
from webaudit.model.finding import Verdict
from webaudit.model.record import Failure
from webaudit.standards import indonesia


@check(
    id="satisfaction-survey",
    title="The site leads to the survey of satisfaction (SKM) or its results",
    category=Category.SERVICES,
    severity=Severity.MODERATE,
    sources=(indonesia.UU_25_2009, indonesia.PERMENPANRB_14_2017),
    remedy="Link the survey and publish its last result on a page “Survei Kepuasan Masyarakat”. In "
    "WordPress: Pages, Add New, then Appearance, Menus.",
    since="0.2.0",
    sole_target=True,
)
def satisfaction_survey(
    inventory: Inventory, readings: Readings, link_targets: LinkTargets | Failure, portals: Portals
) -> Iterator[Verdict]:
    """By the survey citizens say how well they were served; its result shows whether anybody listened.

    Target: the site, once; the best proof on all captured pages is taken.
    Expectation: one leads to a survey of satisfaction or to its results.
    Limits: what stands there is left to people. Where the target was not asked, or turned the auditor away,
        nothing is said.

    Passed (text):
        ```json
        {"inventory": {"proofs": [
            {"subject": "skm", "by": "text",
             "url": "https://a.example/?page_id=9", "text": "Survei Kepuasan Masyarakat"}]},
         "readings": {"pages": [
            {"url": "https://a.example/?page_id=9", "status": 200, "kind": "content",
             "own": {"words": 40}}]},
         "link_targets": {"targets": []}}
        ```

    Failed (absent):
        ```json
        {"inventory": {}, "link_targets": {"targets": []},
         "readings": {"pages": [
            {"url": "https://a.example/", "status": 200, "kind": "content"}]}}
        ```
    """
    absent = "no survey of satisfaction was found; pages read: {pages}"
    yield existence(inventory.of("skm"), readings, link_targets, portals, absent=absent)
