"""Check `security-headers`."""

from collections.abc import Callable, Iterator

from webaudit.extract.content_security import framing_is_limited, policies
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Location, Verdict, failed, passed
from webaudit.model.heads import Head, Heads
from webaudit.standards import indonesia, web

_REFERRERS = (
    *("no-referrer", "no-referrer-when-downgrade", "same-origin", "origin", "strict-origin"),
    *("origin-when-cross-origin", "strict-origin-when-cross-origin", "unsafe-url"),
)
_LEAKY = ("unsafe-url", "no-referrer-when-downgrade")

Fault = tuple[str, str, str]
"""Code, message, and the field as written."""


@check(
    id="security-headers",
    title="Browsers are told to keep other sites out of the pages",
    category=Category.HTTPS,
    severity=Severity.MODERATE,
    sources=(web.FRAMING, web.SNIFFING, web.REFERRER_POLICY, web.OBSERVATORY, indonesia.BSSN_4_2021),
    remedy="Have the server send X-Frame-Options: SAMEORIGIN, X-Content-Type-Options: nosniff and "
    "Referrer-Policy: strict-origin-when-cross-origin with every page. Most security plug-ins and "
    "hosting panels have a switch for them, named security headers.",
    since="0.3.0",
)
def security_headers(heads: Heads) -> Iterator[Verdict]:
    """A foreign site that shows the agency's page in a frame can have visitors click what they do not see.

    A browser that guesses what a file is may run an uploaded picture as a script. Addresses that are handed
    on may hold what a citizen was looking for.

    Target: three orders to browsers, each over all captured pages.
    Expectation: every page says which sites may frame it (X-Frame-Options DENY or SAMEORIGIN, or
        frame-ancestors of a Content-Security-Policy) and that no type is to be guessed (nosniff); where a
        Referrer-Policy is set, the last value that browsers know does not hand whole addresses to others.
    Limits: without a Referrer-Policy today's browsers hand on no more than the host. Orders that are of use
        to some pages alone (Permissions-Policy, Cross-Origin-Opener-Policy, Cross-Origin-Resource-Policy)
        are for `isolation-headers`.

    Passed:
        ```json
        {"heads": {"pages": [{"url": "https://a.go.id/", "fields": [
            ["x-frame-options", "DENY"],
            ["x-content-type-options", "nosniff"],
            ["referrer-policy", "strict-origin-when-cross-origin"]]}]}}
        ```

    Passed:
        ```json
        {"heads": {"pages": [{"url": "https://a.go.id/", "fields": [
            ["x-content-type-options", "nosniff"],
            ["content-security-policy", "frame-ancestors 'self'"]]}]}}
        ```

    Failed (framing-open, framing-unknown, framing-anybody, sniffing-open, referrer-leaky):
        ```json
        {"heads": {"pages": [{"url": "https://a.go.id/", "fields": [["x-content-type-options", "nosniff"]]}]}}
        {"heads": {"pages": [{"url": "https://a.go.id/", "fields": [
            ["x-content-type-options", "nosniff"],
            ["x-frame-options", "ALLOW-FROM https://lain.example/"]]}]}}
        {"heads": {"pages": [{"url": "https://a.go.id/", "fields": [
            ["x-content-type-options", "nosniff"],
            ["x-frame-options", "DENY"],
            ["content-security-policy", "frame-ancestors *"]]}]}}
        {"heads": {"pages": [{"url": "https://a.go.id/", "fields": [["x-frame-options", "DENY"]]}]}}
        {"heads": {"pages": [{"url": "https://a.go.id/", "fields": [
            ["x-frame-options", "DENY"],
            ["x-content-type-options", "nosniff"],
            ["referrer-policy", "unsafe-url"]]}]}}
        ```
    """
    if heads.pages:
        found = [said for fault_of in (_framing, _sniffing, _referrer) for said in _over_all(heads, fault_of)]
        yield from found or (passed(heads.pages[0].url),)


def _over_all(heads: Heads, fault_of: Callable[[Head], Fault | None]) -> Iterator[Verdict]:
    """One order over all pages: the first page that lacks it is shown."""
    found = [(fault, page) for page in heads.pages if (fault := fault_of(page))]
    if found:
        (code, message, written), page = found[0]
        here = Location(page.url, snippet=written[:160])
        yield failed(here, code, message, pages=len(found), all=len(heads.pages))


def _framing(page: Head) -> Fault | None:
    limited = framing_is_limited(policies(page.all("content-security-policy"), ()))
    if limited:
        return None
    if limited is False:
        message = "the policy lets any site show the page in a frame, on {pages} of {all} pages"
        return "framing-anybody", message, "Content-Security-Policy: frame-ancestors"
    said = [one.strip().lower() for value in page.all("x-frame-options") for one in value.split(",")]
    # HTML Standard: values that contradict each other count as deny; one that is unknown as none.
    if {"deny", "sameorigin"} & {*said}:
        return None
    if said:
        message = "browsers do not understand what X-Frame-Options says, on {pages} of {all} pages"
        return "framing-unknown", message, f"X-Frame-Options: {', '.join(said)}"
    return (
        "framing-open",
        "any site may show the page in a frame, on {pages} of {all} pages",
        "X-Frame-Options",
    )


def _sniffing(page: Head) -> Fault | None:
    said = ",".join(page.all("x-content-type-options"))
    if said.partition(",")[0].strip().lower() == "nosniff":
        return None
    message = "browsers may guess what a file is (nosniff is missing), on {pages} of {all} pages"
    return "sniffing-open", message, f"X-Content-Type-Options: {said}"


def _referrer(page: Head) -> Fault | None:
    # A meta element stands behind the field, and the last value that is known holds.
    said = (one for value in (*page.all("referrer-policy"), *page.referrer) for one in value.split(","))
    known = [one.strip().lower() for one in said if one.strip().lower() in _REFERRERS]
    if not known or known[-1] not in _LEAKY:
        return None
    message = "other sites are told the whole address that a visitor comes from, on {pages} of {all} pages"
    return "referrer-leaky", message, f"Referrer-Policy: {known[-1]}"
