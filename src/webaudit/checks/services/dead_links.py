"""Check `dead-links`."""

from collections.abc import Iterator

from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import LinkTarget, LinkTargets
from webaudit.model.finding import Location, Verdict, cant_tell, failed, passed
from webaudit.model.reading import PageKind
from webaudit.standards import ietf, indonesia


@check(
    id="dead-links",
    title="Links within the site lead to pages that exist",
    category=Category.SERVICES,
    severity=Severity.MODERATE,
    sources=(ietf.HTTP_NOT_FOUND, indonesia.UU_25_2009),
    remedy="Correct or remove the link on the page that is named. In WordPress: menus stand under "
    "Appearance, Menus; a plug-in that checks links finds the others.",
    since="0.1.0",
)
def dead_links(link_targets: LinkTargets) -> Iterator[Verdict]:
    """A dead link ends a citizen's way to a form or an answer, often one step before the goal.

    Target: each link of the captured pages to the site itself that was asked.
    Expectation: what it leads to exists.
    Limits: a share of the links is asked, and no more than the budget allows. Where the site turns the
        auditor away, nothing is said. Links to other sites are for `external-dead-links`.

    Passed:
        ```json
        {"link_targets": {"targets": [{"url": "https://a.example/x", "internal": true, "kind": "content",
            "found_on": ["https://a.example/"], "hops": [{"url": "https://a.example/x", "status": 200}]}]}}
        ```

    Failed (dead, server-error, soft-404):
        ```json
        {"link_targets": {"targets": [{"url": "https://a.example/x", "internal": true, "kind": "error",
            "found_on": ["https://a.example/"], "hops": [{"url": "https://a.example/x", "status": 404}]}]}}
        {"link_targets": {"targets": [{"url": "https://a.example/x", "internal": true, "kind": "error",
            "found_on": ["https://a.example/"], "hops": [{"url": "https://a.example/x", "status": 500}]}]}}
        {"link_targets": {"targets": [{"url": "https://a.example/x", "internal": true, "kind": "soft-404",
            "found_on": ["https://a.example/"], "hops": [{"url": "https://a.example/x", "status": 200}]}]}}
        ```

    Failed (no-way, parked):
        ```json
        {"link_targets": {"targets": [{"url": "https://a.example/x", "internal": true, "kind": null,
            "found_on": ["https://a.example/"], "hops": [{"url": "https://a.example/x", "status": 302,
            "failure": {"reason": "redirect-loop"}}]}]}}
        {"link_targets": {"targets": [{"url": "https://a.example/x", "internal": true, "kind": "parked",
            "found_on": ["https://a.example/"], "hops": [{"url": "https://a.example/x", "status": 200}]}]}}
        ```

    CantTell (unanswered):
        ```json
        {"link_targets": {"targets": [{"url": "https://a.example/x", "internal": true, "kind": "blocked",
            "found_on": ["https://a.example/"], "hops": [{"url": "https://a.example/x", "status": 403}]}]}}
        ```
    """
    for target in link_targets.targets:
        # What nobody links is a declared service, and judged as one.
        if target.internal and target.found_on:
            yield _verdict(target)


def _verdict(target: LinkTarget) -> Verdict:
    """The verdict on one link; its place is the first page that it was found on."""
    here, url, status = Location(target.found_on[0], snippet=target.url), target.url, target.status
    if target.kind is PageKind.PARKED:
        return failed(here, "parked", "{url} is a parked domain", url=url)
    if target.is_gone or target.is_unknown:
        return failed(here, "dead", "{url} does not exist", url=url)
    if target.leads_nowhere:
        return failed(here, "no-way", "the redirects of {url} lead nowhere", url=url)
    if status is not None and status >= 500 and not target.is_refusal:
        message = "{url} answers with error {status}"
        return failed(here, "server-error", message, url=url, status=status)
    if target.kind is PageKind.SOFT_404:
        message = "{url} says that it does not exist, with a status of success"
        return failed(here, "soft-404", message, url=url)
    if target.is_open:
        return cant_tell(here, "unanswered", "whether {url} exists could not be seen", url=url)
    return passed(here)
