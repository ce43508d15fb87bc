"""Records of the home page's cost, and of a missing page, rebuilt from Exchanges."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from hashlib import blake2b
from itertools import islice

from webaudit.extract import records
from webaudit.extract.html import read_page
from webaudit.extract.resources import Wanted
from webaudit.extract.urls import host, same_site
from webaudit.model.evidence import Exchange, Home, Purpose
from webaudit.model.home_page import FirstBytes, HomeWeight, NotFound, Resource
from webaudit.model.plan import Plan
from webaudit.model.record import Failure

NOT_FOUND_REDIRECTS = 3
NOT_FOUND_CHARACTERS = 2_000
NOT_FOUND_LINKS = 50
MOST_COOKIES = 10
"""Of one file that a page loads."""
COOKIE_CHARACTERS = 500

_TEXT = ("text/", "javascript", "json", "xml", "font/ttf", "font/otf")


def first_bytes(home: Home | Failure, exchanges: Iterable[Exchange]) -> FirstBytes | Failure:
    """The times to the home page's first byte, at moments apart."""
    if isinstance(home, Failure):
        return home
    last = home.hops[-1]
    later = [e for e in exchanges if e.purpose in (Purpose.HALFWAY, Purpose.LAST)]
    if not later:
        return records.NOT_CAPTURED
    answered = (e.first_byte_ms for e in later if e.url == last.url and e.status == last.status)
    times = (last.first_byte_ms, *answered)
    return FirstBytes(last.url, tuple(time for time in times if time is not None))


def home_weight(
    home: Home | Failure, exchanges: Iterable[Exchange], wanted: Sequence[Wanted]
) -> HomeWeight | Failure:
    """What the home page makes a browser load.

    Args:
        wanted: the files that its HTML asks for.
    """
    if isinstance(home, Failure):
        return home
    answers = records.asked(exchanges, Purpose.RESOURCE)
    if wanted and not answers:
        return records.NOT_CAPTURED
    own = tuple(host(hop.url) for hop in home.hops)
    return HomeWeight(
        home.final_url,
        home.size_bytes,
        1 + len(wanted),
        tuple(_resource(one, own, answers[one.url]) for one in wanted if one.url in answers),
    )


def _resource(wanted: Wanted, own: Sequence[str], answer: Exchange) -> Resource:
    return Resource(
        url=wanted.url,
        kind=wanted.kind,
        own=any(same_site(host(wanted.url), one) for one in own),
        status=answer.status,
        size_bytes=_number(answer.header("content-length")),
        compressible=_is_compressible(answer),
        lifetime_seconds=_lifetime(answer),
        cookies=tuple(islice(_cookies(answer), MOST_COOKIES)),
    )


def _cookies(answer: Exchange) -> Iterator[str]:
    return (value[:COOKIE_CHARACTERS] for name, value in answer.headers if name == "set-cookie")


def _number(written: str | None) -> int | None:
    """A whole number of a header field; None if it is none, or absurd."""
    digits = (written or "").strip().strip('"')
    return int(digits) if digits.isascii() and digits.isdecimal() and len(digits) <= 15 else None


def _is_compressible(answer: Exchange) -> bool:
    """Whether a browser, which takes compression, may be sent less than was said."""
    coding = (answer.header("content-encoding") or "identity").strip().lower()
    kind = (answer.header("content-type") or "text/").lower()
    return coding == "identity" and any(mark in kind for mark in _TEXT)


def _lifetime(answer: Exchange) -> int | None:
    """How long a file may be kept without asking, as the server says (RFC 9111, 4.2.1)."""
    said = {
        name.strip(): value
        for part in ",".join(v for n, v in answer.headers if n == "cache-control").lower().split(",")
        for name, _, value in (part.partition("="),)
    }
    if "no-store" in said or "no-cache" in said:
        return 0
    if (seconds := _number(said.get("max-age"))) is not None:
        return seconds
    expires = answer.header("expires")
    if expires is None:
        return None
    end, start = _moment(expires), _moment(answer.header("date") or "") or answer.started_at
    # What is no date means that it has expired (RFC 9111, 5.3).
    return max(0, int((end - start).total_seconds())) if end else 0


def _moment(written: str) -> datetime | None:
    try:
        at = parsedate_to_datetime(written.strip()[:64])
        return at if at.tzinfo else at.replace(tzinfo=UTC)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def missing_url(plan: Plan, home_url: str) -> str:
    """An address beside the home page that cannot exist, the same whenever it is asked for."""
    return f"{home_url.partition('?')[0].rpartition('/')[0]}/{missing_name(plan)}"


def missing_name(plan: Plan) -> str:
    """A name that nobody has given to anything, drawn by the seed."""
    drawn = blake2b(f"{plan.seed} {plan.site.id} missing".encode("utf-8", "replace"), digest_size=10)
    return drawn.hexdigest()


def not_found(plan: Plan, exchanges: Sequence[Exchange]) -> NotFound | Failure:
    """What an address that cannot exist answers, redirects and all."""
    start = next((e.url for e in exchanges if e.purpose is Purpose.NOT_FOUND), None)
    if start is None:
        return records.NOT_CAPTURED
    by_url = records.asked(exchanges, Purpose.HOME, Purpose.NOT_FOUND)
    chain = records.hops(start, by_url, NOT_FOUND_REDIRECTS)
    last = by_url[chain[-1].url]
    page = None if last.status is None else read_page(last, plan.budget.html_bytes)
    if page is None:
        return NotFound(chain)
    reading = replace(
        page.reading,
        text=page.reading.text[:NOT_FOUND_CHARACTERS],
        links=page.reading.links[:NOT_FOUND_LINKS],
        dates=(),
    )
    return NotFound(chain, reading)
