"""Check `dead-links`."""

from collections.abc import Iterator

from webaudit.extract.urls import host
from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import LinkTarget, LinkTargets
from webaudit.model.finding import Location, Verdict, cant_tell, failed, passed
from webaudit.model.reading import PageKind
from webaudit.model.record import FailureReason
from webaudit.standards import ietf, indonesia

_GONE = {404, 410}
_NO_WAY = {
    FailureReason.REDIRECT_LOOP,
    FailureReason.REDIRECT_LIMIT,
    FailureReason.BAD_REDIRECT,
    FailureReason.FORBIDDEN_ADDRESS,
}


@check(
    id="dead-links",
    title="Links lead to pages that exist",
    category=Category.SERVICES,
    severity=Severity.MODERATE,
    sources=(ietf.HTTP_NOT_FOUND, indonesia.UU_25_2009),
    remedy="Correct or remove the link on the page that is named. In WordPress: menus stand under "
    "Appearance, Menus; a plug-in that checks links finds the others.",
    since="0.1.0",
)
def dead_links(link_targets: LinkTargets) -> Iterator[Verdict]:
    """A dead link ends a citizen's way to a form or an answer, often one step before the goal.

    Target: each link of the captured pages that was asked, to the site itself and to others.
    Expectation: what it leads to exists.
    Limits: a share of the links is asked, and no more than the budget allows. Another's site that has
        trouble for the moment, and whoever turns the auditor away, is left open.

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

    Failed (no-way, external-dead, parked):
        ```json
        {"link_targets": {"targets": [{"url": "https://a.example/x", "internal": true, "kind": null,
            "found_on": ["https://a.example/"], "hops": [{"url": "https://a.example/x", "status": 302,
            "failure": {"reason": "redirect-loop"}}]}]}}
        {"link_targets": {"targets": [{"url": "https://b.test/", "internal": false, "kind": null,
            "found_on": ["https://a.example/"], "hops": [{"url": "https://b.test/", "status": null,
            "failure": {"reason": "dns"}}]}]}}
        {"link_targets": {"targets": [{"url": "https://b.test/", "internal": false, "kind": "parked",
            "found_on": ["https://a.example/"], "hops": [{"url": "https://b.test/", "status": 200}]}]}}
        ```

    CantTell (unanswered):
        ```json
        {"link_targets": {"targets": [{"url": "https://b.test/", "internal": false, "kind": "blocked",
            "found_on": ["https://a.example/"], "hops": [{"url": "https://b.test/", "status": 403}]}]}}
        ```
    """
    # If not one foreign name can be resolved, it is our resolver that is out of order.
    elsewhere = [target for target in link_targets.targets if not target.internal]
    names_are_known = len({host(target.url) for target in elsewhere}) < 2 or not all(
        map(_is_unknown, elsewhere)
    )
    for target in link_targets.targets:
        # What nobody links is a declared service, and judged as one.
        if target.found_on:
            yield _verdict(target, names_are_known=names_are_known or target.internal)


def _is_unknown(target: LinkTarget) -> bool:
    """Whether the target's host is not known to DNS."""
    return target.failure is not None and target.failure.reason is FailureReason.DNS


def _verdict(target: LinkTarget, *, names_are_known: bool) -> Verdict:
    """The verdict on one link; its place is the first page that it was found on."""
    here = Location(target.found_on[0], snippet=target.url)
    status, failure = target.status, target.failure
    dead = status in _GONE or (names_are_known and _is_unknown(target))
    if target.kind is PageKind.PARKED:
        return failed(here, "parked", "{url} is a parked domain", url=target.url)
    if dead and target.internal:
        return failed(here, "dead", "{url} does not exist", url=target.url)
    if dead:
        return failed(here, "external-dead", "{url}, on another site, does not exist", url=target.url)
    if failure is not None and failure.reason in _NO_WAY:
        return failed(here, "no-way", "the redirects of {url} lead nowhere", url=target.url)
    if target.internal and status is not None and status >= 500 and target.kind is not PageKind.BLOCKED:
        return failed(
            here, "server-error", "{url} answers with error {status}", url=target.url, status=status
        )
    if target.internal and target.kind is PageKind.SOFT_404:
        return failed(
            here, "soft-404", "{url} says that it does not exist, with a status of success", url=target.url
        )
    if failure is not None or status is None or status >= 400 or target.kind is PageKind.BLOCKED:
        return cant_tell(here, "unanswered", "whether {url} exists could not be seen", url=target.url)
    return passed(here)
