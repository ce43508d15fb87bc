"""Sign: one thing in a page that tells of strangers, and whose host an address leads to."""

import re
from typing import NamedTuple

from lxml.html import HtmlElement

from webaudit.extract.urls import host, normalise, same_site

_FAMILIAR = re.compile(
    r"(?:^|\.)(?:instagram|facebook|twitter|x|youtube|tiktok|google|apple|whatsapp|linkedin|threads|telegram"
    r"|wa|t|youtu|bit)\.(?:com|net|me|be|org|ly)$"
)


class Sign(NamedTuple):
    """One sign of an injection.

    Attributes:
        place: key of the vocabulary's `places` or `structure`, "defacement", "takeover" or "vandal".
        what: the term or phrase; the host for what leads away.
        points: its weight there.
        element: where it stands; None for the page as a whole.
        telling: no honest text has it but a report.
    """

    place: str
    what: str
    points: float
    element: HtmlElement | None
    telling: bool = True


def away(own: str, address: str, base: str) -> str:
    """The host that an address leads to, if it is somebody else's; empty if not."""
    if not address or "//" not in address[:12]:
        return ""
    url = normalise(address, base)
    name = host(url) if url else ""
    return name if is_elsewhere(own, name) and not _FAMILIAR.search(name) else ""


def is_elsewhere(own: str, name: str) -> bool:
    """Whether a host is neither the site's, nor a sibling, nor any of the government's."""
    if "." not in name or same_site(own, name) or name.endswith(".go.id") or name.replace(".", "").isdigit():
        return False
    return own.split(".")[-2:] != name.split(".")[-2:]
