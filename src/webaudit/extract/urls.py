"""URLs as browsers read them: one parser for what is judged, asked and fetched."""

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from ada_url import URL

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

GOVERNMENT = (".go.id", ".desa.id", ".mil.id")
"""Ends of names that are given to governments alone (Permenkominfo 5/2015)."""

MAX_CHARACTERS = 2_000
"""Of a normalised URL; longer ones are no URLs to us."""

# Spellings that the standard leaves as they are, part by part: a fifth of the parser's time tells most links.
# A host that ends in a digit may be an IPv4 address, "xn--" may be no name, "/." may climb.
_PATH = r"(?:/(?![./])[A-Za-z0-9._~-]*+)+(?:\?[A-Za-z0-9._~=&%/+:,;-]++)?"
_NORMAL_PATH = re.compile(_PATH)
_NORMAL = re.compile(r"https?://(?:(?!xn--)[a-z0-9-]++\.)+[a-z]++" + _PATH)

_HOME_PATH = re.compile(
    r"(?:(?:id|en|public)/?)?(?:(?:index|home|beranda|default|main)(?:\.\w{2,5})?/?)?", re.IGNORECASE
)


def normalise(url: str, base: str | None = None) -> str | None:
    """The URL as the WHATWG URL standard spells it, absolute, without fragment and credentials.

    Returns:
        None if it is no URL, not http(s), or longer than 2,000 characters.
    """
    if len(url) > 4 * MAX_CHARACTERS:
        return None
    if base is None and len(url) <= MAX_CHARACTERS and _NORMAL.fullmatch(url):
        return url
    try:
        parsed = URL(url, base)
        if parsed.protocol not in ("https:", "http:"):
            return None
        if "#" in url:
            parsed.hash = ""
        if parsed.username or parsed.password:
            # They are never sent anywhere, so that a page cannot make us log in.
            parsed.username = parsed.password = ""
        normal = parsed.href
    except (ValueError, UnicodeError):
        return None
    return normal if len(normal) <= MAX_CHARACTERS else None


def join(root: str, href: str) -> str | None:
    """The same for what a page writes relative to the root of its host; that is mostly normal already.

    Args:
        root: normalised.
    """
    if len(root) + len(href) <= MAX_CHARACTERS:
        if _NORMAL_PATH.fullmatch(href):
            return root[:-1] + href
        if _NORMAL.fullmatch(href):
            return href
    return normalise(href, root)


# A site's menus and lists lead to the same addresses on page after page.
@lru_cache(maxsize=4096)
def host(url: str) -> str:
    """The host of a normalised URL, lower case, without port and trailing dot; IPv6 in brackets.

    Empty if there is none.
    """
    authority = _authority(url)
    if authority.startswith("["):
        return authority.partition("]")[0] + "]"
    return authority.partition(":")[0].rstrip(".").lower()


def port(url: str) -> int:
    """The port that a normalised URL is asked at."""
    digits = _authority(url).rpartition("]")[2].rpartition(":")[2] if ":" in _authority(url) else ""
    return int(digits) if digits.isdecimal() else 443 if url.startswith("https:") else 80


def has_port(url: str) -> bool:
    """Whether a normalised URL names a port other than its scheme's own."""
    return port(url) != (443 if url.startswith("https:") else 80)


def same_site(host_a: str, host_b: str) -> bool:
    """Whether two hosts are one site: equal but for a leading "www."."""
    return host_a.removeprefix("www.") == host_b.removeprefix("www.")


@lru_cache(maxsize=4096)
def registrable(name: str) -> str:
    """The part of a host's name that its owner registered: "jabarprov.go.id"; the host itself if none is."""
    return _suffixes().privatesuffix(name) or name


def is_public_suffix(name: str) -> bool:
    """Whether anybody may register names right below this one: "com", "go.id"."""
    return _suffixes().privatesuffix(name) is None


@cache
def _suffixes() -> "PublicSuffixList":
    # Not needed by most commands.
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList()


def is_home(url: str) -> bool:
    """Whether a normalised URL is that of its host's home page, by any of the usual names."""
    path, _, query = url.partition("://")[2].partition("/")[2].partition("?")
    return not query and _HOME_PATH.fullmatch(path) is not None


def page_key(url: str) -> str:
    """What the variants of one page have in common: http or https, with or without "www."."""
    return url.partition("://")[2].removeprefix("www.")


def other_scheme(url: str) -> str | None:
    """The same address over https instead of http, or the reverse; None if it names a port."""
    if has_port(url):
        return None
    scheme, _, rest = url.partition("://")
    return f"{'http' if scheme == 'https' else 'https'}://{rest}"


def _authority(url: str) -> str:
    """Host and port of a normalised URL."""
    rest = url.partition("://")[2]
    for mark in ("/", "?", "#"):
        rest = rest.partition(mark)[0]
    return rest.rpartition("@")[2]
