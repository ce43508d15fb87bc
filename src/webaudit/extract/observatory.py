"""The grade that MDN HTTP Observatory 1.6 gives, by its published tests and scores; never a part of ours.

What it is given comes from Exchanges that are stored, so that the grade is told again years later. Names of
tests and results, and the numbers, are the Observatory's: https://developer.mozilla.org/en-US/observatory
"""

from collections.abc import Sequence

from webaudit.extract.observatory_cookies import cookies
from webaudit.extract.observatory_policy import PolicyGrade, policy_grade
from webaudit.extract.observatory_scores import MODIFIERS, total
from webaudit.extract.observatory_seen import ORIGIN, Reply, Sight
from webaudit.extract.urls import host, registrable
from webaudit.model.report import ExternalGrade, ExternalTest
from webaudit.vocabulary.preloaded import is_preloaded

HALF_A_YEAR_SECONDS = 15_552_000

_SRI_WORST_LAST = (
    *("sri-implemented-and-all-scripts-loaded-securely",),
    *("sri-implemented-but-external-scripts-not-loaded-securely",),
    *("sri-not-implemented-but-external-scripts-loaded-securely",),
    *("sri-not-implemented-and-external-scripts-not-loaded-securely",),
)
_PRIVATE = ("no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin")
_UNSAFE = ("origin", "origin-when-cross-origin", "unsafe-url", "no-referrer-when-downgrade")


def observatory(sight: Sight) -> ExternalGrade:
    """The grade; there must be an answer over https or http."""
    answer = sight.chain[-1]
    policy = _policy(sight, answer)
    hsts = _hsts(sight)
    tests = (
        ExternalTest("content-security-policy", policy.result, policy.passed),
        cookies(sight.chain, hsts.passed),
        _sharing(sight.preflight),
        _redirection(sight),
        _referrer(sight, answer),
        hsts,
        _integrity(sight, answer),
        _sniffing(answer),
        _framing(answer, policy.limits_framing),
        _resource_policy(answer),
    )
    grade, score = total(test.result for test in tests)
    return ExternalGrade(grade, score, tests)


def _policy(sight: Sight, answer: Reply) -> PolicyGrade:
    sent = [value for name, value in answer.headers if name == "content-security-policy"]
    return policy_grade(
        [policy.strip() for value in sent for policy in value.split(",")],
        [policy.strip() for value in sight.policies for policy in value.split(",")],
        reports=bool(answer.field("content-security-policy-report-only")),
        secure=bool(sight.https),
    )


def _worse(new: str, old: str, order: Sequence[str]) -> str:
    return new if not old or order.index(new) > order.index(old) else old


def _sharing(preflight: Reply | None) -> ExternalTest:
    start, name = "cross-origin-resource-sharing-", "cross-origin-resource-sharing"
    allowed = preflight.field("access-control-allow-origin") if preflight else None
    if not preflight or not allowed:
        return ExternalTest(name, f"{start}not-implemented", True)
    if allowed[:256].strip() == "*":
        return ExternalTest(name, f"{start}implemented-with-public-access", True)
    trusts = (preflight.field("access-control-allow-credentials") or "").strip().lower() == "true"
    if allowed == ORIGIN and trusts:
        return ExternalTest(name, f"{start}implemented-with-universal-access", False)
    return ExternalTest(name, f"{start}implemented-with-restricted-access", True)


def _redirection(sight: Sight) -> ExternalTest:
    route = [reply.url for reply in sight.http]
    if not route:
        return ExternalTest("redirection", "redirection-not-needed-no-http", True)
    if not sight.trusted and any(url.startswith("https:") for url in route):
        result = "redirection-invalid-cert"
    elif all(is_preloaded(host(url)) for url in route):
        return ExternalTest("redirection", "redirection-all-redirects-preloaded", True)
    elif len(route) == 1:
        result = "redirection-missing"
    elif not route[-1].startswith("https:"):
        result = "redirection-not-to-https"
    elif route[1].startswith("http:"):
        result = "redirection-not-to-https-on-initial-redirection"
    elif host(route[0]) != host(route[1]):
        result = "redirection-off-host-from-http"
    else:
        return ExternalTest("redirection", "redirection-to-https", True)
    return ExternalTest("redirection", result, False)


def _referrer(sight: Sight, answer: Reply) -> ExternalTest:
    sent = answer.field("referrer-policy")
    if sent is None and not sight.referrer:
        return ExternalTest("referrer-policy", "referrer-policy-not-implemented", True)
    said = ", ".join(filter(None, (sent, sight.referrer))).split(",")
    known = [one.strip().lower() for one in said if one.strip().lower() in (*_PRIVATE, *_UNSAFE)]
    if not known:
        return ExternalTest("referrer-policy", "referrer-policy-header-invalid", False)
    private = known[-1] in _PRIVATE
    return ExternalTest("referrer-policy", f"referrer-policy-{'private' if private else 'unsafe'}", private)


def _hsts(sight: Sight) -> ExternalTest:
    name = "strict-transport-security"
    if not sight.https:
        return ExternalTest(name, "hsts-not-implemented-no-https", False)
    if is_preloaded(sight.name):
        return ExternalTest(name, "hsts-preloaded", True)
    if not sight.trusted:
        return ExternalTest(name, "hsts-invalid-cert", False)
    said = sight.https[-1].field("strict-transport-security")
    if said is None:
        return ExternalTest(name, "hsts-not-implemented", False)
    parts = [part.strip().lower() for part in said[:1024].split(";")]
    ages = [part[8:128] for part in parts if part.startswith("max-age=")]
    if "," in said[:1024] or not ages:
        return ExternalTest(name, "hsts-header-invalid", False)
    # What is no number is not less than any.
    short = (seconds := _leading_number(ages[-1])) is not None and seconds < HALF_A_YEAR_SECONDS
    return ExternalTest(
        name, f"hsts-implemented-max-age-{'less-than' if short else 'at-least'}-six-months", not short
    )


def _leading_number(text: str) -> int | None:
    """The whole number that a text begins with."""
    text = text.strip()
    sign = -1 if text[:1] == "-" else 1
    digits = ""
    for character in text.lstrip("+-"):
        if not (character.isascii() and character.isdigit()):
            break
        digits += character
    return sign * int(digits) if digits else None


def _integrity(sight: Sight, answer: Reply) -> ExternalTest:
    name = "subresource-integrity"
    kind = (answer.field("content-type") or "").split(",")[0].partition(";")[0]
    if kind and kind not in ("text/html", "application/xhtml+xml"):
        return ExternalTest(name, "sri-not-implemented-response-not-html", True)
    if not sight.scripts and not sight.other_scripts:
        return ExternalTest(name, "sri-not-implemented-but-no-scripts-loaded", True)
    result, foreign = "", False
    for script in sight.scripts:
        src = script.src.strip()
        full = src.startswith(("http://", "https://"))
        no_scheme = src.startswith("//") and src[2:3] not in ("", "/")
        own = not no_scheme and (not full or registrable(host(src)) == registrable(sight.name))
        secure = src.startswith("https:") or (not full and not no_scheme and bool(sight.https))
        if own:
            if script.integrity and secure and not result:
                result = "sri-implemented-and-all-scripts-loaded-securely"
            continue
        foreign = True
        if not script.integrity:
            ending = "but-external-scripts-loaded" if secure else "and-external-scripts-not-loaded"
            result = _worse(f"sri-not-implemented-{ending}-securely", result, _SRI_WORST_LAST)
        elif not secure:
            bad = "sri-implemented-but-external-scripts-not-loaded-securely"
            result = _worse(bad, result, _SRI_WORST_LAST)
    if not result:
        result = (
            "sri-implemented-and-external-scripts-loaded-securely"
            if foreign
            else "sri-not-implemented-but-all-scripts-loaded-from-secure-origin"
        )
    return ExternalTest(name, result, MODIFIERS[result] >= 0)


def _sniffing(answer: Reply) -> ExternalTest:
    said = answer.field("x-content-type-options")
    good = (said or "").strip().lower() == "nosniff"
    result = "nosniff" if good else "header-invalid" if said else "not-implemented"
    return ExternalTest("x-content-type-options", f"x-content-type-options-{result}", good)


def _framing(answer: Reply, by_policy: bool) -> ExternalTest:
    said = (answer.field("x-frame-options") or "").strip().lower()
    if by_policy:
        result = "implemented-via-csp"
    elif said in ("deny", "sameorigin"):
        result = "sameorigin-or-deny"
    elif said.startswith("allow-from"):
        result = "allow-from-origin"
    else:
        result = "header-invalid" if said else "not-implemented"
    full = f"x-frame-options-{result}"
    return ExternalTest("x-frame-options", full, MODIFIERS[full] >= 0)


def _resource_policy(answer: Reply) -> ExternalTest:
    said = (answer.field("cross-origin-resource-policy") or "")[:256].strip().lower()
    known = said in ("same-site", "same-origin", "cross-origin")
    result = f"implemented-with-{said}" if known else "header-invalid" if said else "not-implemented"
    return ExternalTest("cross-origin-resource-policy", f"corp-{result}", known or not said)
