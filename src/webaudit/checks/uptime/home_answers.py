"""Check `home-answers`."""

from collections.abc import Iterator

from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Home
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.model.reading import PageKind
from webaudit.model.record import Failure, FailureReason
from webaudit.standards import ietf, indonesia

_DEAD = {
    FailureReason.TIMEOUT: "the site did not answer in time",
    FailureReason.DNS: "the name of the site leads nowhere",
    FailureReason.REFUSED: "the server refuses connections",
    FailureReason.RESET: "the connection broke off before the answer was whole",
    FailureReason.TLS: "no secure connection can be made, and there is no other",
    FailureReason.PROTOCOL: "what answers is no web server, or breaks its own syntax",
    FailureReason.HEADERS_TOO_LARGE: "the answer's headers are larger than browsers accept",
    FailureReason.ENCODING: "the answer is compressed in a way that can not be undone",
    FailureReason.REDIRECT_LOOP: "the redirects go round in a circle",
    FailureReason.REDIRECT_LIMIT: "the redirects never end",
    FailureReason.BAD_REDIRECT: "the redirect leads nowhere",
    FailureReason.FORBIDDEN_ADDRESS: "the name of the site leads to an address inside a private network",
}
"""What is the site's own fault; all other reasons are the auditor's, or leave it open."""

_NO_CONTENT = {
    PageKind.PARKED: "the domain is parked: whoever sells domains answers in the agency's place",
    PageKind.LOGIN: "the home page can not be read without an account",
    PageKind.SOFT_404: "the home page says that it does not exist",
    PageKind.EMPTY: "the home page is blank",
    PageKind.NOT_HTML: "the start address gives a file, not a page",
}


@check(
    id="home-answers",
    title="The home page answers",
    category=Category.UPTIME,
    severity=Severity.CRITICAL,
    sources=(ietf.HTTP_STATUS, indonesia.UU_25_2009),
    remedy="Ask your hosting provider, or Diskominfo, whether the server runs, the domain points to it, and "
    "nothing on the way turns visitors away. In WordPress, an error 500 often goes when plug-ins are "
    "switched off one by one.",
    since="0.1.0",
    sole_target=True,
)
def home_answers(home: Home | Failure) -> Iterator[Verdict]:
    """A site that does not answer serves nobody, whatever else is right about it.

    The home page is the door that citizens try first, and the one that is printed on letterheads.

    Target: the site's start address.
    Expectation: it answers with a page, directly or after redirects, over https or http.
    Limits: one look, with one retry; lasting availability is a matter of weeks. A firewall that turns the
        auditor away is no outage: nothing is said then. Faults of the auditor are never the site's.

    Passed:
        ```json
        {"home": {"kind": "content", "hops": [{"url": "https://dinas.example/", "status": 200}]}}
        ```

    Passed (flaky, other-scheme):
        ```json
        {"home": {"kind": "content", "attempts": 2, "hops": [{"url": "https://a.example/", "status": 200}]}}
        {"home": {"kind": "content", "hops": [
            {"url": "https://dinas.example/", "status": null, "failure": {"reason": "refused"}},
            {"url": "http://dinas.example/", "status": 200}]}}
        ```

    Failed (server-error, client-error):
        ```json
        {"home": {"kind": "error", "hops": [{"url": "https://dinas.example/", "status": 503}]}}
        {"home": {"kind": "error", "hops": [{"url": "https://dinas.example/", "status": 404}]}}
        ```

    Failed (timeout, dns, refused, reset, tls, protocol, headers-too-large, encoding):
        ```json
        {"home": {"reason": "timeout", "stage": "connect"}}
        {"home": {"reason": "dns"}}
        {"home": {"reason": "refused"}}
        {"home": {"reason": "reset"}}
        {"home": {"reason": "tls"}}
        {"home": {"reason": "protocol"}}
        {"home": {"reason": "headers-too-large"}}
        {"home": {"reason": "encoding"}}
        ```

    Failed (redirect-loop, redirect-limit, bad-redirect, forbidden-address):
        ```json
        {"home": {"reason": "redirect-loop"}}
        {"home": {"reason": "redirect-limit"}}
        {"home": {"reason": "bad-redirect"}}
        {"home": {"reason": "forbidden-address"}}
        ```

    Failed (parked, login, soft-404, empty, not-html):
        ```json
        {"home": {"kind": "parked", "hops": [{"url": "https://dinas.example/", "status": 200}]}}
        {"home": {"kind": "login", "hops": [{"url": "https://dinas.example/", "status": 200}]}}
        {"home": {"kind": "soft-404", "hops": [{"url": "https://dinas.example/", "status": 200}]}}
        {"home": {"kind": "empty", "hops": [{"url": "https://dinas.example/", "status": 200}]}}
        {"home": {"kind": "not-html", "hops": [{"url": "https://dinas.example/", "status": 200}]}}
        ```

    CantTell (blocked, not-looked):
        ```json
        {"home": {"kind": "blocked", "hops": [{"url": "https://dinas.example/", "status": 403}]}}
        {"home": {"reason": "our-network"}}
        ```
    """
    if isinstance(home, Failure):
        yield _without_answer(None, home)
        return
    last = home.hops[-1]
    if home.kind is PageKind.BLOCKED:
        yield cant_tell(last.url, "blocked", "a firewall or challenge turned the auditor away")
    elif last.status is None or (last.failure and last.failure.reason is not FailureReason.BUDGET):
        yield _without_answer(last.url, last.failure or Failure(FailureReason.NOT_CAPTURED))
    elif last.status >= 500:
        yield failed(last.url, "server-error", "the server answered with error {status}", status=last.status)
    elif last.status >= 400:
        yield failed(last.url, "client-error", "the address answered with error {status}", status=last.status)
    elif home.kind in _NO_CONTENT:
        yield failed(last.url, home.kind.value, _NO_CONTENT[home.kind])
    elif home.attempts > 1:
        yield passed(last.url, "flaky", "the site answered only at the second attempt")
    elif home.hops[0].status is None:
        yield passed(last.url, "other-scheme", "the site answers at {url} alone", url=last.url)
    else:
        yield passed(last.url)


def _without_answer(url: str | None, failure: Failure) -> Verdict:
    """The verdict on an address that gave no answer."""
    if failure.reason in _DEAD:
        return failed(url, failure.reason.value, _DEAD[failure.reason])
    if failure.reason in {FailureReason.BLOCKED, FailureReason.RATE_LIMITED}:
        return cant_tell(url, "blocked", "a firewall or challenge turned the auditor away")
    return cant_tell(url, "not-looked", "the auditor could not look", reason=failure.reason.value)
