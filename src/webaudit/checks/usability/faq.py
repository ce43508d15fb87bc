"""Check `faq`."""

from collections.abc import Iterator

from webaudit.extract.existence import existence
from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Inventory, LinkTargets, Portals, Readings
from webaudit.model.finding import Verdict
from webaudit.model.record import Failure
from webaudit.standards import indonesia


@check(
    id="faq",
    title="Frequent questions are answered",
    category=Category.USABILITY,
    severity=Severity.MINOR,
    sources=(indonesia.PANDUAN_2003,),
    remedy="Collect the questions that are asked at the counter, answer them on a page “FAQ”, and put it "
    "into the menu. In WordPress: Pages, Add New, then Appearance, Menus.",
    since="0.2.0",
    sole_target=True,
)
def faq(
    inventory: Inventory, readings: Readings, link_targets: LinkTargets | Failure, portals: Portals
) -> Iterator[Verdict]:
    """An answer that stands on the site spares both sides a call to the counter.

    Target: the site, once; the best proof on all captured pages is taken.
    Expectation: one leads to questions and answers on the site itself, and they are not empty.
    Limits: what stands there is left to people. Where the target was not asked, or turned the auditor away,
        nothing is said.

    Passed (path):
        ```json
        {"inventory": {"proofs": [
            {"subject": "faq", "by": "path",
             "url": "https://a.example/faq", "text": "FAQ"}]},
         "readings": {"pages": [
            {"url": "https://a.example/faq", "status": 200, "kind": "content",
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
    absent = "no frequent questions were found; pages read: {pages}"
    yield existence(inventory.of("faq"), readings, link_targets, portals, absent=absent)
