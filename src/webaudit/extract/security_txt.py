"""security.txt, by which researchers learn whom to tell of a hole (RFC 9116)."""

import re
from collections.abc import Iterable
from datetime import datetime

from webaudit.extract import records
from webaudit.extract.body import decode_body
from webaudit.extract.urls import normalise
from webaudit.model.evidence import Exchange, Purpose
from webaudit.model.heads import SecurityTxt
from webaudit.model.record import Failure

PATH = "/.well-known/security.txt"
MAX_BYTES = 32_768
REDIRECTS = 3
MOST_FIELDS = 50
VALUE_CHARACTERS = 500

_FIELD = re.compile(r"([A-Za-z][A-Za-z0-9-]{0,40}):[ \t]*(\S.*)")
_MOMENT = re.compile(
    r"(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d:\d\d)(?:\.\d{1,9})?(?:[Zz]|([+-]\d\d:?\d\d))", re.ASCII
)


def security_txt_url(home_url: str) -> str:
    """Where the file of the home page's host has to be: over https (RFC 9116, 3)."""
    found = normalise(PATH, home_url) or home_url
    return f"https{found.removeprefix('http')}" if found.startswith("http:") else found


def security_txt(exchanges: Iterable[Exchange]) -> SecurityTxt | Failure:
    """What the file's address answered, redirects and all."""
    by_url = records.asked(exchanges, Purpose.SECURITY_TXT)
    if not by_url:
        return records.NOT_CAPTURED
    chain = records.hops(next(iter(by_url)), by_url, REDIRECTS)
    last = chain[-1]
    if last.status is None:
        return last.failure or records.NOT_CAPTURED
    answer = by_url[last.url]
    kind = (answer.header("content-type") or "").partition(";")[0].strip().lower()
    text = ""
    if last.status == 200:
        text = decode_body(answer, MAX_BYTES).data.decode("utf-8", "replace")
    return SecurityTxt(
        last.url, last.status, last.url.startswith("https:"), _fields(text), kind == "text/plain"
    )


def _fields(text: str) -> tuple[tuple[str, str], ...]:
    """The fields; none if it is a page of HTML, as many servers answer to whatever is asked."""
    if text.lstrip()[:1] == "<":
        return ()
    found = (_FIELD.fullmatch(line.strip()) for line in text.splitlines())
    fields = [(one[1].lower(), one[2].strip()[:VALUE_CHARACTERS]) for one in found if one]
    return tuple(fields[:MOST_FIELDS])


def expiry(written: str) -> datetime | None:
    """The moment of an Expires field (RFC 3339); None if it is none."""
    match = _MOMENT.fullmatch(written.strip())
    if match is None:
        return None
    try:
        return datetime.fromisoformat(f"{match[1]}T{match[2]}{match[3] or '+00:00'}")
    except ValueError:
        return None
