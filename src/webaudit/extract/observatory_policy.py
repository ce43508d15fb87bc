"""Content Security Policy as MDN HTTP Observatory 1.6 reads it, which is not as browsers do.

Kept apart from `content_security.py` on purpose: a yardstick that is mended is none.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from urllib.parse import unquote

SHORTEST = 6
"""Characters; a shorter policy makes all of them invalid."""

_REPEATABLE = ("report-uri", "report-to")
_META_IGNORES = ("frame-ancestors", "report-uri", "sandbox")
_PASSIVE = ("img-src", "media-src")
_BROAD = ("ftp:", "http:", "https:", "*", "http://*", "http://*.*", "https://*", "https://*.*")
_BROAD_OR_INLINE = (*_BROAD, "'unsafe-inline'", "data:")
_CODED = ("'sha256-", "'sha384-", "'sha512-", "'nonce-")

Merged = dict[str, set[str]]
"""Sources by directive, of all policies in one; a set may be another's too, as in the original."""


class InvalidPolicyError(Exception):
    """The policies cannot be read."""


@dataclass(frozen=True, slots=True)
class PolicyGrade:
    """What is said of the policies.

    Attributes:
        limits_framing: any policy, even one in the page, names frame-ancestors.
    """

    result: str
    passed: bool = False
    limits_framing: bool = False


@dataclass(slots=True)
class _Source:
    text: str
    policy: int
    keep: bool


@dataclass(slots=True)
class _Reading:
    merged: Merged = field(default_factory=dict)
    repeats: bool = False


def policy_grade(fields: Sequence[str], metas: Sequence[str], *, reports: bool, secure: bool) -> PolicyGrade:
    """The result of the test content-security-policy.

    Args:
        fields: values of Content-Security-Policy, one a policy.
        metas: the same of meta elements anywhere in the page.
        reports: the answer has Content-Security-Policy-Report-Only.
        secure: the page was asked over https.
    """
    try:
        read = _read([*fields, *metas])
    except InvalidPolicyError:
        return PolicyGrade("csp-header-invalid")
    if not _count(fields, ()) and not _count(metas, _META_IGNORES):
        return PolicyGrade("csp-not-implemented-but-reporting-enabled" if reports else "csp-not-implemented")
    result = _result(read.merged, secure)
    passed = result in (
        "csp-implemented-with-no-unsafe",
        "csp-implemented-with-no-unsafe-default-src-none",
        "csp-implemented-with-unsafe-inline-in-style-src-only",
        "csp-implemented-with-insecure-scheme-in-passive-content-only",
    )
    if passed and read.repeats:
        result = "csp-implemented-but-duplicate-directives"
    return PolicyGrade(result, passed, "frame-ancestors" in read.merged)


def _result(csp: Merged, secure: bool) -> str:
    """The first rule that is met, the worst first."""
    anything = {"*"}
    objects = csp.get("object-src") or csp.get("default-src") or anything
    scripts = csp.get("script-src") or csp.get("default-src") or {"*"}
    styles = csp.get("style-src") or csp.get("default-src") or {"*"}
    for sources in (scripts, styles):
        if _is_coded(sources):
            sources.discard("'unsafe-inline'")
    if "'strict-dynamic'" in scripts:
        if not _is_coded(scripts):
            return "csp-header-invalid"
        scripts -= {one for one in scripts if one.startswith(_BROAD) or one in ("'self'", "'unsafe-inline'")}
    others = (one for name, found in csp.items() if name not in (*_PASSIVE, "script-src") for one in found)
    active = [*others, *scripts]
    passive = [one for name in _PASSIVE for one in csp.get(name) or csp.get("default-src") or ()]
    if not scripts.isdisjoint(_BROAD_OR_INLINE) or not objects.isdisjoint(_BROAD):
        return "csp-implemented-with-unsafe-inline"
    if secure and any(one.startswith(("http:", "ftp:")) for one in active):
        return "csp-implemented-with-insecure-scheme"
    if "'unsafe-eval'" in scripts or "'unsafe-eval'" in styles:
        return "csp-implemented-with-unsafe-eval"
    if secure and any(one.startswith(("http:", "ftp:")) for one in passive):
        return "csp-implemented-with-insecure-scheme-in-passive-content-only"
    if not styles.isdisjoint(_BROAD_OR_INLINE):
        return "csp-implemented-with-unsafe-inline-in-style-src-only"
    if csp.get("default-src") == {"'none'"}:
        return "csp-implemented-with-no-unsafe-default-src-none"
    return "csp-implemented-with-no-unsafe"


def _is_coded(sources: Iterable[str]) -> bool:
    return any(one.startswith(_CODED) for one in sources)


def _count(policies: Sequence[str], ignored: Sequence[str]) -> int:
    """Directives that one kind of policies names; none if they cannot be read."""
    try:
        return sum(name not in ignored for name in _read(policies).merged)
    except InvalidPolicyError:
        return 0


def _read(policies: Sequence[str]) -> _Reading:
    """All policies in one: a source must stand in each to count, and a directive in the first."""
    texts = [policy.replace("\r", "").replace("\n", "").strip() for policy in policies]
    if any(len(text) < SHORTEST for text in texts):
        raise InvalidPolicyError
    read = _Reading()
    known: dict[str, list[_Source]] = {}
    for number, text in enumerate(texts):
        seen: set[str] = set()
        for name, *written in (part.split() for part in text.split(";") if part.strip()):
            directive = name.lower()
            if directive in seen:
                if directive not in _REPEATABLE:
                    raise InvalidPolicyError
                read.repeats = True
            seen.add(directive)
            if not written and directive.endswith("-src"):
                written = ["'none'"]
            values = [_Source(one.lower(), number, number == 0) for one in written]
            known[directive] = _merge(values if number == 0 else [*known.get(directive, ()), *values])
            if number == 0 and len(texts) > 1:
                for source in known[directive]:
                    source.keep = False
    read.merged = {name: {one.text for one in found} or {"'none'"} for name, found in known.items()}
    return read


def _merge(sources: list[_Source]) -> list[_Source]:
    """Those that are kept, each compared with the one before it in order of the alphabet."""
    ordered = sorted(sources, key=lambda source: source.text)
    for before, source in pairwise(ordered):
        if source.policy == before.policy:
            if source.text.startswith(before.text):
                source.keep = False
        elif _is_within(before.text, source.text):
            source.keep = True
    return [source for source in ordered if source.keep]


def _is_within(outer: str, inner: str) -> bool:
    """Whether a source of one policy stands for that of another, part by part of its path."""
    if not outer:
        return True
    parts, others = outer.split("/"), inner.split("/")
    whole = not outer.endswith("/")
    if len(parts) > len(others) or (whole and len(parts) != len(others)):
        return False
    if not whole:
        parts.pop()
    return all(unquote(part) == unquote(other) for part, other in zip(parts, others, strict=False))
