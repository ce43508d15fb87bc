"""Check `declared-services`."""

from collections.abc import Iterator

from webaudit.extract.existence import names_are_known
from webaudit.extract.urls import normalise, page_key
from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import LinkTarget, LinkTargets
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.model.reading import PageKind
from webaudit.model.record import Failure, FailureReason
from webaudit.model.site import Site
from webaudit.standards import ietf, indonesia

_DEAD = {FailureReason.DNS, FailureReason.REFUSED, FailureReason.TLS, FailureReason.REDIRECT_LOOP}


@check(
    id="declared-services",
    title="Every service that the agency declares answers",
    category=Category.SERVICES,
    severity=Severity.SERIOUS,
    sources=(indonesia.UU_25_2009, indonesia.PERPRES_95_2018, ietf.HTTP_STATUS),
    remedy="Bring the service back, or have its address corrected in the list. Ask whoever runs the "
    "application: the hosting provider, the vendor or Diskominfo.",
    since="0.1.0",
)
def declared_services(site: Site, link_targets: LinkTargets | Failure) -> Iterator[Verdict]:
    """A service that the agency announces and that does not open sends citizens back to the counter.

    Target: each service that sites.yaml declares for the agency.
    Expectation: its address answers with a page, which may be one to log in at.
    Limits: nothing is filled in or sent. What turns the auditor away, is silent for a while, or says that it
        is a bad moment (503), is left open.

    Passed:
        ```json
        {"site": {"id": "a", "url": "https://a.example/", "services": [
            {"name": "Antrean", "url": "https://antrean.example/"}]},
         "link_targets": {"targets": [{"url": "https://antrean.example/", "internal": false, "kind": "login",
            "hops": [{"url": "https://antrean.example/", "status": 200}]}]}}
        ```

    Failed (error, missing, parked, empty, dead):
        ```json
        {"site": {"id": "a", "url": "https://a.example/", "services": [
            {"name": "Antrean", "url": "https://antrean.example/"}]},
         "link_targets": {"targets": [{"url": "https://antrean.example/", "internal": false, "kind": "error",
            "hops": [{"url": "https://antrean.example/", "status": 500}]}]}}
        {"site": {"id": "a", "url": "https://a.example/", "services": [
            {"name": "Antrean", "url": "https://antrean.example/"}]},
         "link_targets": {"targets": [{"url": "https://antrean.example/", "internal": false,
            "kind": "soft-404", "hops": [{"url": "https://antrean.example/", "status": 200}]}]}}
        {"site": {"id": "a", "url": "https://a.example/", "services": [
            {"name": "Antrean", "url": "https://antrean.example/"}]},
         "link_targets": {"targets": [{"url": "https://antrean.example/", "internal": false, "kind": "parked",
            "hops": [{"url": "https://antrean.example/", "status": 200}]}]}}
        {"site": {"id": "a", "url": "https://a.example/", "services": [
            {"name": "Antrean", "url": "https://antrean.example/"}]},
         "link_targets": {"targets": [{"url": "https://antrean.example/", "internal": false, "kind": "empty",
            "hops": [{"url": "https://antrean.example/", "status": 200}]}]}}
        {"site": {"id": "a", "url": "https://a.example/", "services": [
            {"name": "Antrean", "url": "https://antrean.example/"}]},
         "link_targets": {"targets": [{"url": "https://antrean.example/", "internal": false, "kind": null,
            "hops": [{"url": "https://antrean.example/", "status": null, "failure": {"reason": "dns"}}]}]}}
        ```

    CantTell (unanswered):
        ```json
        {"site": {"id": "a", "url": "https://a.example/", "services": [
            {"name": "Antrean", "url": "https://antrean.example/"}]}, "link_targets": {"reason": "budget"}}
        ```
    """
    asked = () if isinstance(link_targets, Failure) else link_targets.targets
    known = names_are_known(asked)
    answers = {page_key(target.url): target for target in asked if known or not target.is_unknown}
    for service in site.services:
        url = normalise(service.url) or service.url
        yield _verdict(service.name, url, answers.get(page_key(url)))


def _verdict(name: str, url: str, target: LinkTarget | None) -> Verdict:
    """The verdict on one service."""
    status = target.status if target else None
    if target is None or target.is_refusal:
        return _unanswered(name, url)
    if target.failure is not None:
        if target.failure.reason in _DEAD:
            return failed(url, "dead", "the service “{name}” can not be reached", name=name)
        return _unanswered(name, url)
    if status is not None and status >= 400:
        return failed(
            url, "error", "the service “{name}” answers with error {status}", name=name, status=status
        )
    if target.kind is PageKind.SOFT_404:
        return failed(url, "missing", "the service “{name}” says that its page does not exist", name=name)
    if target.kind is PageKind.PARKED:
        return failed(url, "parked", "the domain of the service “{name}” is parked", name=name)
    if target.kind is PageKind.EMPTY:
        return failed(
            url, "empty", "the service “{name}” is empty, out of order or under construction", name=name
        )
    return passed(url) if status is not None else _unanswered(name, url)


def _unanswered(name: str, url: str) -> Verdict:
    return cant_tell(url, "unanswered", "whether the service “{name}” answers could not be seen", name=name)
