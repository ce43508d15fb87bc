"""The test cookies of MDN HTTP Observatory 1.6."""

from collections.abc import Iterable, Sequence

from webaudit.extract.observatory_seen import Reply
from webaudit.extract.urls import host
from webaudit.model.report import ExternalTest

_WORST_LAST = (
    *("cookies-without-secure-flag-but-protected-by-hsts", "cookies-without-secure-flag"),
    *("cookies-session-without-secure-flag-but-protected-by-hsts", "cookies-samesite-flag-invalid"),
    *("cookies-anticsrf-without-samesite-flag", "cookies-session-without-httponly-flag"),
    "cookies-session-without-secure-flag",
)


def cookies(chain: Sequence[Reply], hsts: bool) -> ExternalTest:
    """The test cookies.

    Args:
        chain: answers, redirect by redirect.
        hsts: the test strict-transport-security is passed.
    """
    faults: list[str] = []
    for name, value in chain[-1].headers:
        if name == "set-cookie":
            said = [part.partition("=") for part in value.strip().split(";")]
            sites = [found[2] for found in said if found[0].strip().lower() == "samesite"]
            if any(one.partition("=")[0].strip().lower() not in ("lax", "strict", "none") for one in sites):
                faults.append("cookies-samesite-flag-invalid")
    jar = _jar(chain)
    if not jar:
        return ExternalTest("cookies", "cookies-not-found", True)
    for key, flags in jar.items():
        session, low = any(word in key.lower() for word in ("login", "sess")), key.lower()
        secure, site = "secure" in flags, flags.get("samesite", "")
        site = site if site in ("lax", "strict", "none") else ""
        if not secure and site == "none":
            faults.append("cookies-samesite-flag-invalid")
        if not secure:
            faults.append(f"cookies-without-secure-flag{'-but-protected-by-hsts' if hsts else ''}")
        if "csrf" in low and not site:
            faults.append("cookies-anticsrf-without-samesite-flag")
        if session and not secure:
            faults.append(f"cookies-session-without-secure-flag{'-but-protected-by-hsts' if hsts else ''}")
        if session and "httponly" not in flags:
            faults.append("cookies-session-without-httponly-flag")
    if faults:
        return ExternalTest("cookies", max(faults, key=_WORST_LAST.index), False)
    strict = all(flags.get("samesite") in ("lax", "strict", "none") for flags in jar.values())
    return ExternalTest(
        "cookies", f"cookies-secure-with-httponly-sessions{'-and-samesite' if strict else ''}", True
    )


def _jar(chain: Iterable[Reply]) -> dict[str, dict[str, str]]:
    """The attributes of the cookies that a browser would keep, by name; a later one takes the place."""
    kept: dict[tuple[str, str, str], tuple[str, dict[str, str]]] = {}
    for reply in chain:
        own = host(reply.url)
        for name, value in reply.headers:
            if name != "set-cookie":
                continue
            pair, *rest = value.split(";")
            key, equals, _ = pair.strip().partition("=")
            key = key.strip()
            if not key or not equals or key == "heroku-session-affinity":
                continue
            parts = (part.partition("=") for part in rest)
            flags = {said.strip().lower(): told.strip().lower() for said, _, told in parts}
            domain = flags.get("domain", "").lstrip(".")
            if domain and own != domain and not own.endswith(f".{domain}"):
                continue
            kept[domain or own, flags.get("path", ""), key] = key, flags
    return {"\0".join(place): found[1] for place, found in kept.items()}
