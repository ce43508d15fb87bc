"""Check `hsts`."""

from collections.abc import Iterator

from webaudit.extract.urls import host, registrable
from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Home
from webaudit.model.finding import Measure, Verdict, cant_tell, failed, passed
from webaudit.model.reading import PageKind
from webaudit.standards import ietf, indonesia, web
from webaudit.vocabulary.preloaded import copied_on, is_covered, is_preloaded

GOOD_SECONDS = 31_536_000
"""One year: what hstspreload.org asks for."""

_MET = "the header meets what the list of browsers (preload) asks for; the list itself was not looked at"
_MET_ON_A_DAY = (
    "the header meets what the list of browsers (preload) asks for; by a copy of {date} it is not on it"
)
_BELOW = (
    "the header asks for preload, which only {domain} as a whole can be given; "
    "the list of browsers itself was not looked at"
)
_BELOW_ON_A_DAY = (
    "the header asks for preload, which only {domain} as a whole can be given; "
    "by a copy of {date} it is not on the list of browsers"
)

_DAY = 86_400


@check(
    id="hsts",
    title="Browsers are told to open the site by https alone",
    category=Category.HTTPS,
    severity=Severity.MODERATE,
    sources=(ietf.HSTS_MAX_AGE, web.HSTS_ADVICE, indonesia.BSSN_4_2021),
    remedy="When https works on every page, have the server send the header Strict-Transport-Security: "
    "max-age=31536000. Most hosting panels and security plug-ins have a switch for it, named HSTS.",
    since="0.2.0",
    sole_target=True,
)
def hsts(home: Home) -> Iterator[Verdict]:
    """A redirect to https can be caught on the way; a browser that knows better does not ask over http first.

    With the header Strict-Transport-Security a browser that has been there once comes back by https at once.

    Target: the answer at the end of the start address, if that is https under a name.
    Expectation: it carries Strict-Transport-Security with a max-age of at least one year.
    Limits: the home page's answer alone is looked at; whether it covers the names below the host, and asks to
        be built into browsers (preload), is told and weighs nothing. Of the list of browsers all names of
        go.id and a few others are known by a copy with its date; for all others it is not looked at.
        A site without https is judged by `https-forced`.

    Passed:
        ```json
        {"home": {"kind": "content", "hops": [{"url": "https://dinas.example/", "status": 200}],
         "headers": [["strict-transport-security", "max-age=31536000; includeSubDomains"]]}}
        ```

    Passed (without-subdomains, preload-unmet, preload-below, preload, preloaded):
        ```json
        {"home": {"kind": "content", "hops": [{"url": "https://dinas.example/", "status": 200}],
         "headers": [["strict-transport-security", "max-age=31536000"]]}}
        {"home": {"kind": "content", "hops": [{"url": "https://dinas.example/", "status": 200}],
         "headers": [["strict-transport-security", "max-age=31536000; preload"]]}}
        {"home": {"kind": "content", "hops": [{"url": "https://dinas.contoh.go.id/", "status": 200}],
         "headers": [["strict-transport-security", "max-age=31536000; includeSubDomains; preload"]]}}
        {"home": {"kind": "content", "hops": [{"url": "https://dinas.example/", "status": 200}],
         "headers": [["strict-transport-security", "max-age=31536000; includeSubDomains; preload"]]}}
        {"home": {"kind": "content", "hops": [{"url": "https://dinas.page/", "status": 200}],
         "headers": [["strict-transport-security", "max-age=31536000"]]}}
        ```

    Failed (hsts-missing, hsts-broken, hsts-off, hsts-short):
        ```json
        {"home": {"kind": "content", "hops": [{"url": "https://dinas.example/", "status": 200}]}}
        {"home": {"kind": "content", "hops": [{"url": "https://dinas.example/", "status": 200}],
         "headers": [["strict-transport-security", "includeSubDomains"]]}}
        {"home": {"kind": "content", "hops": [{"url": "https://dinas.example/", "status": 200}],
         "headers": [["strict-transport-security", "max-age=0"]]}}
        {"home": {"kind": "content", "hops": [{"url": "https://dinas.example/", "status": 200}],
         "headers": [["strict-transport-security", "max-age=86400"]]}}
        ```

    CantTell (no-answer):
        ```json
        {"home": {"kind": "blocked", "hops": [{"url": "https://dinas.example/", "status": 403}]}}
        ```
    """
    last = home.hops[-1]
    name = host(last.url)
    if not last.url.startswith("https:") or _is_address(name):
        return
    if last.status is None or home.kind in (PageKind.BLOCKED, PageKind.ERROR, PageKind.PARKED):
        # What a firewall or a broken server sends says nothing about the site.
        yield cant_tell(last.url, "no-answer", "the home page did not come, so its headers are unknown")
        return
    written = home.header("strict-transport-security")
    seconds = _max_age(written or "")
    if written is None:
        yield failed(last.url, "hsts-missing", "browsers are not told to come back by https alone")
    elif seconds is None:
        message = "Strict-Transport-Security has no valid max-age: {written}"
        yield failed(last.url, "hsts-broken", message, written=written[:100])
    elif seconds == 0:
        yield failed(last.url, "hsts-off", "Strict-Transport-Security is switched off by max-age=0")
    else:
        days = seconds // _DAY
        measure = Measure("hsts_days", days)
        if seconds >= GOOD_SECONDS:
            yield _reach(written, last.url, measure)
        else:
            message = "Strict-Transport-Security ends after {days} days; one year is good"
            yield failed(last.url, "hsts-short", message, measure=measure, days=days)


def _max_age(written: str) -> int | None:
    """Seconds that the field says; None if it does not (RFC 6797, 6.1)."""
    for directive in written.split(";"):
        name, _, value = directive.partition("=")
        digits = value.strip().strip('"').strip()
        if name.strip().lower() == "max-age":
            return int(digits[:15]) if digits.isascii() and digits.isdecimal() else None
    return None


def _reach(written: str, url: str, measure: Measure) -> Verdict:
    """How far a good header reaches: whether to the names below, and into browsers."""
    name = host(url)
    said = {directive.strip().lower() for directive in written.split(";")}
    if is_preloaded(name):
        message = "browsers know by their list (preload) to open {host} by https alone, by a copy of {date}"
        return passed(url, "preloaded", message, measure=measure, host=name, date=copied_on())
    if "preload" not in said:
        if "includesubdomains" in said:
            return passed(url, measure=measure)
        message = "names below this host are not covered (includeSubDomains)"
        return passed(url, "without-subdomains", message, measure=measure)
    if "includesubdomains" not in said:
        message = "the header asks for preload, which needs includeSubDomains beside it"
        return passed(url, "preload-unmet", message, measure=measure)
    date = copied_on() if is_covered(name) else ""
    if (domain := registrable(name)) != name:
        message = _BELOW_ON_A_DAY if date else _BELOW
        return passed(url, "preload-below", message, measure=measure, domain=domain, date=date)
    return passed(url, "preload", _MET_ON_A_DAY if date else _MET, measure=measure, date=date)


def _is_address(name: str) -> bool:
    """Whether a host is an address of numbers, for which browsers heed no such header."""
    return name.startswith("[") or name.replace(".", "").isdecimal()
