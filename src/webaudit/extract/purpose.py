"""What links and frames lead to, as far as their addresses tell things apart."""

import re
from urllib.parse import parse_qsl, urlsplit

from lxml.html import HtmlElement

from webaudit.extract.urls import normalise

_SCRIPTED = re.compile(
    r"\s*(?:javascript:)?\s*(?:window\.|document\.|self\.)?location(?:\.href)?\s*=\s*(['\"])([^'\"\\]{1,2000})\1"
)
_FOLLOWED = re.compile(
    r"utm_|fbclid|gclid|ref|source|share|lang|sid|session|token|nonce|rand|time|v$|ver", re.I
)
"""Names of parameters that change nothing of what is shown, or nobody knows what."""

_EMBEDDED = re.compile(r"/embed/([\w-]+)/?")
"""The record of a player, as the great houses of videos write it."""

_MOST_FIELDS = 20


def click_target(link: HtmlElement, base: str) -> str:
    """Where a link leads, by its `href` or by a script in it that does no more; empty if nowhere else."""
    href = (link.get("href") or "").strip()
    if not href:
        scripted = _SCRIPTED.match((link.get("onclick") or "")[:3_000])
        href = scripted[2] if scripted else ""
    if not href or href.startswith("#") or href.lower().startswith(("javascript:", "mailto:", "tel:")):
        return ""
    return normalise(href, base) or ""


def other_record(one: str, other: str) -> bool:
    """Whether two addresses ask one program for different records, so that they can not show the same."""
    a, b = urlsplit(one), urlsplit(other)
    if a.netloc != b.netloc:
        return False
    if a.path != b.path:
        first, second = _EMBEDDED.fullmatch(a.path), _EMBEDDED.fullmatch(b.path)
        return first is not None and second is not None and first[1] != second[1]
    try:
        mine, theirs = (dict(parse_qsl(part.query[:2_000], max_num_fields=_MOST_FIELDS)) for part in (a, b))
    except ValueError:
        return False
    return any(
        not _FOLLOWED.match(name) and name in theirs and theirs[name] != value for name, value in mine.items()
    )
