"""Check `external-dead-links`."""

from collections.abc import Iterator

from webaudit.extract.existence import names_are_known
from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import LinkTarget, LinkTargets
from webaudit.model.finding import Location, Verdict, cant_tell, failed, passed
from webaudit.model.reading import PageKind
from webaudit.standards import ietf, indonesia


@check(
    id="external-dead-links",
    title="Links to other sites lead to pages that exist",
    category=Category.SERVICES,
    severity=Severity.MINOR,
    sources=(ietf.HTTP_NOT_FOUND, indonesia.UU_25_2009),
    remedy="Find where the other site has moved and correct the link, or remove it. In WordPress: links in "
    "menus stand under Appearance, Menus, those in the footer under Appearance, Widgets.",
    since="0.2.0",
)
def external_dead_links(link_targets: LinkTargets) -> Iterator[Verdict]:
    """Applications and portals move or close, and the links to them stay behind and lead nowhere.

    The other site is not in the agency's hands, but the link is.

    Target: each link of the captured pages to another site that was asked.
    Expectation: what it leads to exists.
    Limits: a share of the links is asked, and no more than the budget allows. A site that has trouble for
        the moment, and whoever turns the auditor away, is left open.

    Passed:
        ```json
        {"link_targets": {"targets": [{"url": "https://b.test/", "internal": false, "kind": "content",
            "found_on": ["https://a.example/"], "hops": [{"url": "https://b.test/", "status": 200}]}]}}
        ```

    Failed (external-dead, no-way, parked):
        ```json
        {"link_targets": {"targets": [{"url": "https://b.test/", "internal": false, "kind": null,
            "found_on": ["https://a.example/"], "hops": [{"url": "https://b.test/", "status": null,
            "failure": {"reason": "dns"}}]}]}}
        {"link_targets": {"targets": [{"url": "https://b.test/", "internal": false, "kind": null,
            "found_on": ["https://a.example/"], "hops": [{"url": "https://b.test/", "status": 302,
            "failure": {"reason": "redirect-loop"}}]}]}}
        {"link_targets": {"targets": [{"url": "https://b.test/", "internal": false, "kind": "parked",
            "found_on": ["https://a.example/"], "hops": [{"url": "https://b.test/", "status": 200}]}]}}
        ```

    CantTell (unanswered):
        ```json
        {"link_targets": {"targets": [{"url": "https://b.test/", "internal": false, "kind": "blocked",
            "found_on": ["https://a.example/"], "hops": [{"url": "https://b.test/", "status": 403}]}]}}
        ```
    """
    known = names_are_known(link_targets.targets)
    for target in link_targets.targets:
        # What nobody links is a declared service, and judged as one.
        if target.found_on and not target.internal:
            yield _verdict(target, is_gone=target.is_gone or (known and target.is_unknown))


def _verdict(target: LinkTarget, *, is_gone: bool) -> Verdict:
    """The verdict on one link; its place is the first page that it was found on."""
    here, url = Location(target.found_on[0], snippet=target.url), target.url
    if target.kind is PageKind.PARKED:
        return failed(here, "parked", "{url} is a parked domain", url=url)
    if is_gone:
        return failed(here, "external-dead", "{url}, on another site, does not exist", url=url)
    if target.leads_nowhere:
        return failed(here, "no-way", "the redirects of {url} lead nowhere", url=url)
    if target.is_open:
        return cant_tell(here, "unanswered", "whether {url} exists could not be seen", url=url)
    return passed(here)
