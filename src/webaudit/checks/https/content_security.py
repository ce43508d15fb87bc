"""Check `content-security`."""

from collections.abc import Iterator

from webaudit.extract.content_security import Way, misspelt, policies, ways
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Location, Verdict, failed, passed
from webaudit.model.heads import Head, Heads
from webaudit.standards import indonesia, web

_MESSAGES = {
    "csp-missing": "nothing tells browsers which scripts may run, on {pages} of {all} pages",
    "csp-report-only": "the policy is only reported on (Report-Only), not obeyed, on {pages} of {all} pages",
    "csp-in-body": "browsers pass over the policy outside the page's head, on {pages} of {all} pages",
    "csp-misspelt": "“{words}” is not what browsers understand, on {pages} of {all} pages",
    Way.UNRESTRICTED: "the policy does not say where scripts may come from, on {pages} of {all} pages",
    Way.INLINE: "the policy lets scripts run that are written into the page, on {pages} of {all} pages",
    Way.WILDCARD: "the policy lets scripts come from just anywhere, on {pages} of {all} pages",
    Way.DATA: "the policy lets scripts stand in addresses (data:, blob:), on {pages} of {all} pages",
    Way.EVAL: "the policy lets text be run as a script (unsafe-eval), on {pages} of {all} pages",
    Way.OBJECTS: "the policy lets embedded objects come from just anywhere, on {pages} of {all} pages",
    Way.BASE: "the policy lets a planted base address lead scripts elsewhere, on {pages} of {all} pages",
}
"""By code, the widest open first."""

_ORDER = tuple(_MESSAGES)


@check(
    id="content-security",
    title="Browsers are told which scripts may run",
    category=Category.HTTPS,
    severity=Severity.MODERATE,
    sources=(web.CONTENT_SECURITY, web.OBSERVATORY, indonesia.BSSN_4_2021),
    remedy="Have the server send the header Content-Security-Policy. Begin with its twin, which only "
    "reports (Content-Security-Policy-Report-Only), see what would be stopped, and then switch it "
    "on. It should name the hosts of scripts, without 'unsafe-inline', and say object-src 'none'. "
    "A security plug-in or whoever made the theme can help.",
    since="0.3.0",
    sole_target=True,
)
def content_security(heads: Heads) -> Iterator[Verdict]:
    """Whoever smuggles a script into a page acts in the agency's name; a policy keeps it from running.

    It is the last line of defence when a plug-in has a hole.

    Target: the policies of all captured pages together; the page with the widest opening decides, for what
        runs on one page reaches all of the host.
    Expectation: a browser that obeys all policies runs no script that stands in the page without a nonce or
        digest, none from just any host, none out of text or addresses, and loads no object from anywhere.
    Limits: whether the named hosts can be trusted is not judged, nor whether a nonce is new each time. Where
        pages may be framed is for `security-headers`.

    Passed:
        ```json
        {"heads": {"pages": [{"url": "https://a.go.id/", "fields": [["content-security-policy",
            "default-src 'self'; script-src 'self' https://cdn.example; object-src 'none'"]]}]}}
        ```

    Passed:
        ```json
        {"heads": {"pages": [{"url": "https://a.go.id/", "fields": [["content-security-policy",
            "script-src 'nonce-4AEemGb0' 'strict-dynamic' 'unsafe-inline'; object-src 'none'; base-uri 'self'"
            ]]}]}}
        ```

    Failed (csp-missing, csp-report-only, csp-in-body, csp-misspelt):
        ```json
        {"heads": {"pages": [{"url": "https://a.go.id/"}]}}
        {"heads": {"pages": [{"url": "https://a.go.id/", "fields": [
            ["content-security-policy-report-only", "default-src 'self'"]]}]}}
        {"heads": {"pages": [{"url": "https://a.go.id/", "ignored": ["default-src 'self'"]}]}}
        {"heads": {"pages": [{"url": "https://a.go.id/", "policies": ["default-src ‘self’"]}]}}
        ```

    Failed (scripts-unrestricted, inline-scripts, script-wildcard, script-data):
        ```json
        {"heads": {"pages": [{"url": "https://a.go.id/", "fields": [["content-security-policy",
            "upgrade-insecure-requests; frame-ancestors 'self'"]]}]}}
        {"heads": {"pages": [{"url": "https://a.go.id/", "fields": [["content-security-policy",
            "default-src 'self'; script-src 'self' 'unsafe-inline'"]]}]}}
        {"heads": {"pages": [{"url": "https://a.go.id/", "fields": [["content-security-policy",
            "default-src 'self'; script-src *:*"]]}]}}
        {"heads": {"pages": [{"url": "https://a.go.id/", "fields": [["content-security-policy",
            "default-src 'self'; script-src 'self' data:"]]}]}}
        ```

    Failed (unsafe-eval, objects-open, base-open):
        ```json
        {"heads": {"pages": [{"url": "https://a.go.id/", "fields": [["content-security-policy",
            "default-src 'self'; script-src 'self' 'unsafe-eval'"]]}]}}
        {"heads": {"pages": [{"url": "https://a.go.id/", "fields": [["content-security-policy",
            "script-src 'self'"]]}]}}
        {"heads": {"pages": [{"url": "https://a.go.id/", "fields": [["content-security-policy",
            "default-src 'self'; script-src 'nonce-4AEemGb0xJpt'"]]}]}}
        ```
    """
    if not heads.pages:
        return
    found = [(fault, page) for page in heads.pages if (fault := _fault(page))]
    if not found:
        yield passed(heads.pages[0].url)
        return
    (code, words), worst = min(found, key=lambda one: _ORDER.index(one[0][0]))
    pages = sum(fault[0] == code for fault, _ in found)
    here = Location(worst.url, snippet=_written(worst))
    yield failed(here, code, _MESSAGES[code], pages=pages, all=len(heads.pages), words=words[:100])


def _fault(page: Head) -> tuple[str, str] | None:
    """Code of the widest opening of a page, and the words that make it; None if there is none."""
    held = policies(page.all("content-security-policy"), page.policies)
    if not held:
        if page.all("content-security-policy-report-only"):
            return "csp-report-only", ""
        return ("csp-in-body" if page.ignored else "csp-missing"), ""
    left, words = ways(held), misspelt(held)
    if words and (left or any(policy.unread for policy in held)):
        return "csp-misspelt", words
    return (left[0], "") if left else None


def _written(page: Head) -> str:
    """The policies as they were written, cut."""
    written = (*page.all("content-security-policy"), *page.policies, *page.ignored)
    return f"Content-Security-Policy: {' ; '.join(written)}"[:160]
