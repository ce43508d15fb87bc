"""Check `cookie-flags`."""

from collections.abc import Iterator, Mapping

from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Location, Verdict, failed, passed
from webaudit.model.heads import Heads
from webaudit.model.home_page import HomeWeight
from webaudit.model.record import Failure
from webaudit.standards import ietf, indonesia, web

_MOST = 50
_SESSIONS = ("sess", "login", "logged_in", "auth", "sid", "token")
_READ_BY_SCRIPTS = ("xsrf", "csrf")
_MESSAGES = {
    "cookie-refused": "browsers refuse the cookie {name}, whose name promises what its flags do not keep",
    "session-readable": "the cookie {name} of a session can be read by any script (HttpOnly is missing)",
    "cookie-insecure": "the cookie {name} is sent over plain http too (Secure is missing)",
    "samesite-broken": "browsers do not understand what SameSite says of the cookie {name}",
}
"""By code, the worst first."""


@check(
    id="cookie-flags",
    title="Cookies are kept from eavesdroppers and from foreign scripts",
    category=Category.HTTPS,
    severity=Severity.MODERATE,
    sources=(ietf.COOKIES, web.OBSERVATORY, indonesia.BSSN_4_2021),
    remedy="Set Secure, HttpOnly and SameSite=Lax for cookies. PHP: session.cookie_secure = 1 and "
    "session.cookie_httponly = 1 in php.ini or the hosting panel; elsewhere the settings of the "
    "session.",
    since="0.3.0",
)
def cookie_flags(heads: Heads, home_weight: HomeWeight | Failure) -> Iterator[Verdict]:
    """A session's cookie is the key to an account: whoever reads it on the way, or by a script, is let in.

    Target: each cookie that captured pages, and the site's own files that the home page loads, set over
        https.
    Expectation: it has the flag Secure; that of a session, known by its name, has HttpOnly too; SameSite, if
        set, is Lax, Strict, or None with Secure; a name with __Host- or __Secure- keeps its promise.
    Limits: cookies that scripts set are not seen. A site without https is judged by `https-forced`. Where
        SameSite is missing, most browsers take Lax.

    Passed:
        ```json
        {"home_weight": {"reason": "not-captured"},
         "heads": {"pages": [{"url": "https://dinas.example/", "fields": [
            ["set-cookie", "PHPSESSID=4f1c; path=/; secure; HttpOnly; SameSite=Lax"]]}]}}
        ```

    Failed (cookie-refused, session-readable, cookie-insecure, samesite-broken):
        ```json
        {"home_weight": {"reason": "not-captured"},
         "heads": {"pages": [{"url": "https://dinas.example/", "fields": [
            ["set-cookie", "__Host-id=4f1c; path=/"]]}]}}
        {"home_weight": {"reason": "not-captured"},
         "heads": {"pages": [{"url": "https://dinas.example/", "fields": [
            ["set-cookie", "PHPSESSID=4f1c; path=/; secure"]]}]}}
        {"home_weight": {"reason": "not-captured"},
         "heads": {"pages": [{"url": "https://dinas.example/", "fields": [
            ["set-cookie", "bahasa=id; path=/"]]}]}}
        {"home_weight": {"reason": "not-captured"},
         "heads": {"pages": [{"url": "https://dinas.example/", "fields": [
            ["set-cookie", "bahasa=id; secure; SameSite=Ya"]]}]}}
        ```
    """
    found: dict[str, tuple[str, str]] = {}
    for url, cookies in _set(heads, home_weight):
        for written in cookies if url.startswith("https:") else ():
            name, flags = _read(written)
            if name and (name in found or len(found) < _MOST):
                code = _fault(name, flags)
                known = found.get(name, ("", url))
                # The worst that a page does with it counts.
                worse = code and (not known[0] or _rank(code) < _rank(known[0]))
                found[name] = (code, url) if worse else known
    for name, (code, url) in found.items():
        if code:
            here = Location(url, snippet=f"Set-Cookie: {name}")
            yield failed(here, code, _MESSAGES[code], name=name)
        else:
            yield passed(url)


def _set(heads: Heads, home_weight: HomeWeight | Failure) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Address and cookies of each answer; those of other sites' files are not the agency's to mend."""
    yield from ((page.url, page.all("set-cookie")) for page in heads.pages)
    if isinstance(home_weight, HomeWeight):
        yield from ((one.url, one.cookies) for one in home_weight.resources if one.own)


def _rank(code: str) -> int:
    return tuple(_MESSAGES).index(code)


def _read(written: str) -> tuple[str, Mapping[str, str]]:
    """Name and flags (RFC 6265, 5.2); the value is never kept."""
    pair, *rest = written.split(";")
    name, equals, _ = pair.partition("=")
    parts = (part.partition("=") for part in rest)
    flags = {said.strip().lower(): told.strip() for said, _, told in parts}
    return (name.strip()[:80] if equals else ""), flags


def _fault(name: str, flags: Mapping[str, str]) -> str:
    """Code of the worst fault; empty if there is none."""
    low, secure, site = name.lower(), "secure" in flags, flags.get("samesite", "").lower()
    host_only = "domain" not in flags and flags.get("path") == "/"
    if low.startswith(("__secure-", "__host-")) and (
        not secure or (low.startswith("__host-") and not host_only)
    ):
        return "cookie-refused"
    if site == "none" and not secure:
        return "cookie-refused"
    session = any(word in low for word in _SESSIONS) and not any(word in low for word in _READ_BY_SCRIPTS)
    if session and "httponly" not in flags:
        return "session-readable"
    if not secure:
        return "cookie-insecure"
    if "samesite" in flags and site not in ("lax", "strict", "none"):
        return "samesite-broken"
    return ""
