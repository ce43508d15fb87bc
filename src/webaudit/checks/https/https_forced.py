"""Check `https-forced`."""

from collections.abc import Iterator

from webaudit.extract.urls import host, same_site
from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Home, PlainHttp
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.model.record import Failure, FailureReason
from webaudit.standards import ietf, indonesia

_CLOSED = {FailureReason.REFUSED, FailureReason.TIMEOUT, FailureReason.RESET}
"""How a server that does not serve plain http looks from outside."""

_TURNED_AWAY = {401, 403, 429}
_TEMPORARY = {302, 303, 307}


@check(
    id="https-forced",
    title="Plain http always leads to https",
    category=Category.HTTPS,
    severity=Severity.SERIOUS,
    sources=(ietf.HSTS_REDIRECT, ietf.HTTPS_SCHEME, indonesia.BSSN_4_2021),
    remedy="Redirect every http address to its https one with status 301. In WordPress: set both addresses "
    "under Settings, General, to https, then switch on the redirect to https in the hosting panel.",
    since="0.1.0",
    sole_target=True,
)
def https_forced(home: Home, plain_http: PlainHttp | Failure) -> Iterator[Verdict]:
    """Old links and typed addresses begin with http, where anybody on the way can read and change the page.

    On an open Wi-Fi network that is enough to put a false form into an agency's page.

    Target: http:// on the site's host.
    Expectation: it redirects to https on the site's own host, or does not answer at all.
    Limits: the home address alone is asked; that https itself can be trusted is for `certificate-trust`.

    Passed:
        ```json
        {"home": {"kind": "content", "hops": [{"url": "https://dinas.example/", "status": 200}]},
         "plain_http": {"hops": [
            {"url": "http://dinas.example/", "status": 301, "location": "https://dinas.example/"}]}}
        ```

    Passed (temporary, http-closed):
        ```json
        {"home": {"kind": "content", "hops": [{"url": "https://dinas.example/", "status": 200}]},
         "plain_http": {"hops": [
            {"url": "http://dinas.example/", "status": 302, "location": "https://dinas.example/"}]}}
        {"home": {"kind": "content", "hops": [{"url": "https://dinas.example/", "status": 200}]},
         "plain_http": {"reason": "refused"}}
        ```

    Failed (http-only, served-plain, error, other-host):
        ```json
        {"home": {"kind": "content", "hops": [{"url": "http://dinas.example/", "status": 200}]},
         "plain_http": {"hops": [{"url": "http://dinas.example/", "status": 200}]}}
        {"home": {"kind": "content", "hops": [{"url": "https://dinas.example/", "status": 200}]},
         "plain_http": {"hops": [{"url": "http://dinas.example/", "status": 200}]}}
        {"home": {"kind": "content", "hops": [{"url": "https://dinas.example/", "status": 200}]},
         "plain_http": {"hops": [{"url": "http://dinas.example/", "status": 404}]}}
        {"home": {"kind": "content", "hops": [{"url": "https://dinas.example/", "status": 200}]},
         "plain_http": {"hops": [
            {"url": "http://dinas.example/", "status": 301, "location": "https://elsewhere.test/"}]}}
        ```

    CantTell (unclear):
        ```json
        {"home": {"kind": "content", "hops": [{"url": "https://dinas.example/", "status": 200}]},
         "plain_http": {"reason": "budget"}}
        ```
    """
    if not home.final_url.startswith("https:"):
        yield failed(home.final_url, "http-only", "the site is served over plain http")
    elif isinstance(plain_http, Failure):
        if plain_http.reason in _CLOSED:
            yield passed(None, "http-closed", "plain http does not answer at all")
        else:
            yield _unclear(None)
    else:
        yield _at_the_end(plain_http, home)


def _at_the_end(plain_http: PlainHttp, home: Home) -> Verdict:
    """The verdict on where plain http leads."""
    first, last = plain_http.hops[0], plain_http.hops[-1]
    end = last.location or last.url
    if not end.startswith("https:"):
        if last.status is None or last.status in _TURNED_AWAY:
            return _unclear(first.url)
        if last.status >= 400:
            message = "plain http answers with error {status} in place of a redirect to https"
            return failed(first.url, "error", message, status=last.status)
        return failed(first.url, "served-plain", "plain http serves the page, and does not lead to https")
    if not any(same_site(host(end), host(own)) for own in (first.url, home.final_url)):
        return failed(first.url, "other-host", "plain http leads to another host, {url}", url=end)
    if any(hop.status in _TEMPORARY for hop in plain_http.hops):
        return passed(first.url, "temporary", "the redirect to https is a temporary one")
    return passed(first.url)


def _unclear(url: str | None) -> Verdict:
    return cant_tell(url, "unclear", "what plain http answers could not be seen")
