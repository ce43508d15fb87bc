"""Check `redirects`."""

from collections.abc import Iterator

from webaudit.extract.urls import host, same_site
from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Home, Hop
from webaudit.model.finding import Measure, Verdict, cant_tell, failed, passed
from webaudit.model.record import Failure, FailureReason
from webaudit.model.site import Region
from webaudit.standards import ietf

MOST_REDIRECTS = 3
"""http to https, bare name to www, and one to a start page: more than these no site needs."""

_ENDLESS = {
    FailureReason.REDIRECT_LOOP: ("loop", "the redirects go round in a circle"),
    FailureReason.REDIRECT_LIMIT: ("endless", "the redirects never end"),
    FailureReason.BAD_REDIRECT: ("nowhere", "a redirect leads nowhere"),
}


@check(
    id="redirects",
    title="The start address leads to the home page by a short and safe way",
    category=Category.UPTIME,
    severity=Severity.MODERATE,
    sources=(ietf.HTTP_REDIRECTION,),
    remedy="Let the start address lead to the final https address in one step. In WordPress: set both "
    "addresses under Settings, General, to the https one, and leave redirecting to one plug-in alone.",
    since="0.1.0",
    sole_target=True,
)
def redirects(home: Home | Failure, region: Region) -> Iterator[Verdict]:
    """Each redirect is one more wait, and each detour one more place where the way can break or be stolen.

    Target: the way from the site's start address to its home page.
    Expectation: at most three redirects; none from https back to http; they end, on the same host or on
        another of the province's.
    Limits: redirects by script or by a meta element are not seen.

    Passed:
        ```json
        {"home": {"kind": "content", "hops": [
            {"url": "http://dinas.example/", "status": 301, "location": "https://dinas.example/"},
            {"url": "https://dinas.example/", "status": 200}]}, "region": {}}
        ```

    Passed (sibling-host):
        ```json
        {"home": {"kind": "content", "hops": [
            {"url": "https://lama.prov.example/", "status": 301, "location": "https://baru.prov.example/"},
            {"url": "https://baru.prov.example/", "status": 200}]}, "region": {"suffixes": ["prov.example"]}}
        ```

    Failed (loop, endless, nowhere):
        ```json
        {"home": {"kind": "error", "hops": [
            {"url": "https://dinas.example/", "status": 302, "location": "https://dinas.example/id"},
            {"url": "https://dinas.example/id", "status": 302, "location": "https://dinas.example/",
             "failure": {"reason": "redirect-loop"}}]}, "region": {}}
        {"home": {"reason": "redirect-limit"}, "region": {}}
        {"home": {"reason": "bad-redirect"}, "region": {}}
        ```

    Failed (downgrade, ping-pong, other-host):
        ```json
        {"home": {"kind": "content", "hops": [
            {"url": "https://dinas.example/", "status": 302, "location": "http://dinas.example/home"},
            {"url": "http://dinas.example/home", "status": 200}]}, "region": {}}
        {"home": {"kind": "content", "hops": [
            {"url": "https://dinas.example/", "status": 302, "location": "http://dinas.example/home"},
            {"url": "http://dinas.example/home", "status": 302, "location": "https://dinas.example/home"},
            {"url": "https://dinas.example/home", "status": 200}]}, "region": {}}
        {"home": {"kind": "content", "hops": [
            {"url": "https://dinas.example/", "status": 301, "location": "https://elsewhere.test/"},
            {"url": "https://elsewhere.test/", "status": 200}]}, "region": {}}
        ```

    Failed (long):
        ```json
        {"home": {"kind": "content", "hops": [
            {"url": "http://a.example/", "status": 301, "location": "https://a.example/"},
            {"url": "https://a.example/", "status": 301, "location": "https://www.a.example/"},
            {"url": "https://www.a.example/", "status": 302, "location": "https://www.a.example/id"},
            {"url": "https://www.a.example/id", "status": 302, "location": "https://www.a.example/id/"},
            {"url": "https://www.a.example/id/", "status": 200}]}, "region": {}}
        ```

    CantTell (no-answer):
        ```json
        {"home": {"reason": "timeout", "stage": "connect"}, "region": {}}
        ```
    """
    hops = () if isinstance(home, Failure) else home.hops
    failure = home if isinstance(home, Failure) else hops[-1].failure
    start = hops[0].url if hops else None
    steps = [hop for hop in hops if hop.status is not None and hop.location]
    if failure is not None and failure.reason in _ENDLESS:
        yield failed(start, *_ENDLESS[failure.reason])
    elif not hops or hops[-1].status is None:
        yield cant_tell(start, "no-answer", "the way could not be followed to its end")
    else:
        yield _on_the_way(steps, hops[0].url, hops[-1].url, region)


def _on_the_way(steps: list[Hop], start: str, end: str, region: Region) -> Verdict:
    """The verdict on a way that came to an end; the worst that can be said of it."""
    measure = Measure("redirects", len(steps))
    down = next((hop for hop in steps if _is_https(hop.url) and not _is_https(hop.location)), None)
    if down is not None and _is_https(end):
        return failed(start, "ping-pong", "{url} leads to http, and from there back to https", url=down.url)
    if down is not None:
        return failed(start, "downgrade", "{url} leads from https to http", url=down.url)
    away = bool(steps) and not same_site(host(start), host(end))
    if away and not (_is_regional(start, region) and _is_regional(end, region)):
        return failed(start, "other-host", "the start address leads to another host, {url}", url=end)
    if len(steps) > MOST_REDIRECTS:
        message = "{redirects} redirects lie before the home page"
        return failed(start, "long", message, measure=measure, redirects=len(steps))
    if away:
        message = "the start address leads to another host of the province, {url}"
        return passed(start, "sibling-host", message, measure=measure, url=end)
    return passed(start, measure=measure)


def _is_https(url: str) -> bool:
    return url.startswith("https:")


def _is_regional(url: str, region: Region) -> bool:
    """Whether the host is the province's own."""
    name = host(url)
    return any(name == suffix or name.endswith(f".{suffix}") for suffix in region.suffixes)
