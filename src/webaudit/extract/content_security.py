"""Content Security Policy, read by the algorithms of CSP Level 3, and what it leaves a browser to run.

Several policies hold at once: something runs only if every one of them lets it run.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from webaudit.extract.urls import is_public_suffix

MOST_POLICIES = 50

_BLANKS = "\t\n\f\r "
_META_IGNORES = ("frame-ancestors", "report-uri", "sandbox")
_NONCE = re.compile(r"'nonce-[a-z0-9+/_-]+={0,2}'", re.IGNORECASE)
_HASH = re.compile(r"'sha(?:256|384|512)-[a-z0-9+/_-]+={0,2}'", re.IGNORECASE)
_KEYWORDS = (
    "self",
    "none",
    "unsafe-inline",
    "unsafe-eval",
    "strict-dynamic",
    "unsafe-hashes",
    "report-sample",
)
_HALF_QUOTED = re.compile(rf"[\"'`]?(?:{'|'.join(_KEYWORDS)}|(?:nonce|sha256|sha384|sha512)-\S+)[\"'`]?")
_WILD = re.compile(r"(?:(?:https?|wss?|ftp)://)?\*(?::(?:\*|\d+))?(?:/.*)?|(?:https?|wss?|ftp):")
_INLINE_SCHEMES = ("data:", "blob:", "filesystem:")
_HOST = re.compile(r"(?:[a-z][a-z0-9+.-]*://)?\*\.([a-z0-9.-]+)(?::(?:\*|\d+))?(?:/.*)?")


class Way(StrEnum):
    """One way in which an attacker's code could still run, the widest open first; also the check's codes."""

    UNRESTRICTED = "scripts-unrestricted"
    """No directive says where scripts may come from."""
    INLINE = "inline-scripts"
    WILDCARD = "script-wildcard"
    """From any host, or any of a whole scheme or public suffix."""
    DATA = "script-data"
    """Written into the address itself."""
    EVAL = "unsafe-eval"
    OBJECTS = "objects-open"
    BASE = "base-open"
    """A foreign base address leads scripts with a nonce elsewhere."""


@dataclass(frozen=True, slots=True)
class Policy:
    """One policy.

    Attributes:
        directives: sources by the name of the directive, both in lower case but for nonces and hashes.
        unread: names of directives that browsers pass over, for they hold other characters than ASCII.
        meta: written in the page, not sent as a field.
    """

    directives: dict[str, tuple[str, ...]] = field(default_factory=dict)
    unread: tuple[str, ...] = ()
    meta: bool = False

    def sources(self, *names: str) -> tuple[str, ...] | None:
        """Of the first of these directives that is there, each falling back on the next."""
        return next((self.directives[name] for name in names if name in self.directives), None)


def policies(fields: Iterable[str], metas: Iterable[str]) -> tuple[Policy, ...]:
    """All policies of one page.

    Args:
        fields: values of Content-Security-Policy; each may hold several policies.
        metas: contents of meta elements in the head.
    """
    sent = (_policy(one, meta=False) for value in fields for one in value.split(","))
    written = (_policy(one, meta=True) for value in metas for one in value.split(","))
    # A policy without directives is none (CSP3, 2.2.2), but may tell what went wrong.
    return tuple(one for one in (*sent, *written) if one.directives or one.unread)[:MOST_POLICIES]


def _policy(written: str, *, meta: bool) -> Policy:
    """CSP3, 2.2.1: parse a serialized CSP."""
    directives: dict[str, tuple[str, ...]] = {}
    unread: list[str] = []
    for token in written.split(";"):
        parts = [part for part in re.split(f"[{_BLANKS}]+", token) if part]
        if not parts:
            continue
        name = parts[0].lower()
        if not token.isascii():
            unread.append(name)
        elif name not in directives and not (meta and name in _META_IGNORES):
            directives[name] = tuple(_source(part) for part in parts[1:])
    return Policy(directives, tuple(unread), meta)


def _source(written: str) -> str:
    """A source in lower case, but for what is compared letter by letter."""
    return written if _NONCE.fullmatch(written) or _HASH.fullmatch(written) else written.lower()


def ways(held: Iterable[Policy]) -> tuple[Way, ...]:
    """The ways that all policies together leave open, the widest first."""
    open_ways = [frozenset(_ways(policy)) for policy in held]
    if not open_ways:
        return (Way.UNRESTRICTED,)
    # What lets everything in lets in each single thing.
    common = frozenset.intersection(*(_spread(found) for found in open_ways))
    if Way.UNRESTRICTED in common:
        return (Way.UNRESTRICTED,)
    return tuple(way for way in Way if way in common)


def _spread(found: frozenset[Way]) -> frozenset[Way]:
    """With the narrower ways that a wider one holds."""
    if Way.UNRESTRICTED not in found:
        return found
    return found | {Way.INLINE, Way.WILDCARD, Way.DATA, Way.EVAL}


def _ways(policy: Policy) -> Iterator[Way]:
    """The ways that one policy leaves open."""
    sandbox = policy.directives.get("sandbox")
    if sandbox is not None and "allow-scripts" not in sandbox:
        return
    elements = policy.sources("script-src-elem", "script-src", "default-src")
    attributes = policy.sources("script-src-attr", "script-src", "default-src")
    compiled = policy.sources("script-src", "default-src")
    if elements is None:
        yield Way.UNRESTRICTED
    else:
        yield from _script_ways(elements)
        if attributes is None or _lets_inline(attributes):
            yield Way.INLINE
    if compiled is None or "'unsafe-eval'" in compiled:
        yield Way.EVAL
    objects = policy.sources("object-src", "default-src")
    if objects is None or any(_is_wild(one) or one == "data:" for one in objects):
        yield Way.OBJECTS
    if elements is not None and any(_NONCE.fullmatch(one) for one in elements):
        bases = policy.directives.get("base-uri")
        if bases is None or any(_is_wild(one) for one in bases):
            yield Way.BASE


def _script_ways(sources: tuple[str, ...]) -> Iterator[Way]:
    """The ways for script elements that a list of sources leaves open (CSP3, 6.7)."""
    if _lets_inline(sources):
        yield Way.INLINE
    if "'strict-dynamic'" in sources:
        # Hosts and schemes are passed over beside it (CSP3, 8.2).
        return
    if any(_is_wild(one) for one in sources):
        yield Way.WILDCARD
    if any(one in _INLINE_SCHEMES for one in sources):
        yield Way.DATA


def _lets_inline(sources: tuple[str, ...]) -> bool:
    """CSP3, 6.7.3.2: does a source list allow all inline behaviour."""
    if "'unsafe-inline'" not in sources or "'strict-dynamic'" in sources:
        return False
    return not any(_NONCE.fullmatch(one) or _HASH.fullmatch(one) for one in sources)


def _is_wild(source: str) -> bool:
    """Whether a source stands for hosts of just anybody."""
    if _WILD.fullmatch(source):
        return True
    named = _HOST.fullmatch(source)
    return named is not None and is_public_suffix(named[1])


def misspelt(held: Iterable[Policy]) -> str:
    """The first source or directive that is not what its author meant; empty if there is none.

    Browsers take a keyword without straight quotes for the name of a host.
    """
    for policy in held:
        for name in policy.unread:
            return name
        for name, sources in policy.directives.items():
            for source in sources:
                well = source.startswith("'") and source.endswith("'") and len(source) > 2
                if name.endswith(("-src", "-src-elem", "-src-attr", "-uri", "-action", "-ancestors")) and (
                    not well and _HALF_QUOTED.fullmatch(source)
                ):
                    return source
    return ""


def framing_is_limited(held: Iterable[Policy]) -> bool | None:
    """Whether only known sites may show the page in a frame; None if no policy says so.

    In meta elements the directive is passed over.
    """
    said = [policy.directives["frame-ancestors"] for policy in held if "frame-ancestors" in policy.directives]
    if not said:
        return None
    return any(not any(_is_wild(one) for one in sources) for sources in said)
