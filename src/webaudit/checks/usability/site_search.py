"""Check `site-search`."""

from collections.abc import Iterator

from webaudit.extract.existence import existence
from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Inventory, LinkTargets, Portals, Readings
from webaudit.model.finding import Verdict
from webaudit.model.record import Failure
from webaudit.standards import indonesia


@check(
    id="site-search",
    title="The site can be searched",
    category=Category.USABILITY,
    severity=Severity.MODERATE,
    sources=(indonesia.PANDUAN_2003,),
    remedy="Put a search field into the header of every page. In WordPress: Appearance, Widgets, or the "
    "editor of the theme, block Search.",
    since="0.2.0",
    sole_target=True,
)
def site_search(
    inventory: Inventory, readings: Readings, link_targets: LinkTargets | Failure, portals: Portals
) -> Iterator[Verdict]:
    """Without a search, who needs one form among hundreds of pages has to guess the agency's menus.

    Target: the site, once; the best proof on all captured pages is taken.
    Expectation: a page has a form to search, or a link to one.
    Limits: whether the search finds anything is left to people: the auditor submits no form. A field that a
        script makes is not seen.

    Passed (form):
        ```json
        {"inventory": {"proofs": [
            {"subject": "pencarian", "by": "form",
             "url": "https://a.example/"}]},
         "readings": {"pages": [
            {"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": []}}
        ```

    Failed (absent):
        ```json
        {"inventory": {}, "link_targets": {"targets": []},
         "readings": {"pages": [
            {"url": "https://a.example/", "status": 200, "kind": "content"}]}}
        ```
    """
    absent = "no search was found; pages read: {pages}"
    yield existence(inventory.of("pencarian"), readings, link_targets, portals, absent=absent)
