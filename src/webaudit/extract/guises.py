"""Guises: what is sent to seem a search engine or its visitor, and the record of what came."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice
from urllib.parse import unquote

from webaudit.extract.html import read_page
from webaudit.extract.injection import injection
from webaudit.extract.planted import TELLING, planted
from webaudit.extract.records import NOT_CAPTURED, REDIRECTS, asked
from webaudit.extract.spam import spam
from webaudit.extract.urls import host, normalise, registrable
from webaudit.model.evidence import Exchange, Home, Purpose
from webaudit.model.guises import Compared, Guise, Guises, Look
from webaudit.model.record import Failure

CRAWLER = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"
"""Stands before our own name: scripts that cloak look for a part of it, and people read both."""

PHONE = "Mozilla/5.0 (Linux; Android 14; Mobile) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36"
"""Likewise."""

REFERRER = "https://www.google.com/"

MOST_PAGES = 2
"""Pages with suspicious names, beside the home page."""

GUISES = {
    Purpose.AS_CRAWLER: Guise.CRAWLER,
    Purpose.AS_SEARCHER: Guise.SEARCHER,
    Purpose.AS_PHONE: Guise.PHONE,
}


def suspicious(urls: Iterable[str], own: str) -> tuple[str, ...]:
    """The first addresses with names of gambling pages, of those that no visitor can make."""
    found = planted(((url, "") for url in urls), own)
    return tuple(islice((one.url for one in found if not one.visitors), MOST_PAGES))


def guises(home: Home | Failure, exchanges: Sequence[Exchange], most: int) -> Guises | Failure:
    """What pages answered in each guise, beside what they answer everybody.

    Args:
        exchanges: with the bodies of what is compared.
        most: bytes of a page that are read.
    """
    if isinstance(home, Failure):
        return home
    disguised = [exchange for exchange in exchanges if exchange.purpose in GUISES]
    if not disguised:
        return NOT_CAPTURED
    pages = asked(exchanges, Purpose.HOME, Purpose.PAGE)
    again = [e for e in exchanges if e.purpose in (Purpose.HALFWAY, Purpose.LAST) and e.url == home.final_url]
    looks: dict[str, Look] = {}
    compared = []
    for exchange in disguised:
        plain = pages.get(exchange.url)
        if plain is None or plain.status is None:
            continue
        # The home page is rotated by many sites: what it shows to everybody at another time is no disguise.
        others = again if exchange.url == home.final_url else []
        seen = tuple(_look(one, most, looks) for one in (plain, *others) if one.status is not None)
        agent = next((value for name, value in exchange.request_headers if name == "user-agent"), "")
        look = _look(exchange, most, looks)
        compared.append(Compared(exchange.url, GUISES[exchange.purpose], agent, look, seen))
    return Guises(tuple(compared)) if compared else NOT_CAPTURED


def _look(exchange: Exchange, most: int, looks: dict[str, Look]) -> Look:
    """What an answer shows; equal answers of one address are read once."""
    away = _away(exchange)
    key = f"{exchange.url} {exchange.status} {away} {exchange.digest}"
    if (known := looks.get(key)) is not None:
        return known
    # As if at the root: the address's own words are the same for everybody.
    at_root = replace(exchange, url=normalise("/", exchange.url) or exchange.url)
    page = None if exchange.status is None or away else read_page(at_root, most, brief=True)
    if page is not None:
        found = injection(page)
        look = Look(
            exchange.status,
            page.reading.kind,
            page.reading.title[:200],
            found.signs[0].what[:80] if found.signs else "",
            round(found.score, 1),
            found.is_certain,
            digest=exchange.digest,
        )
    else:
        hits = spam(unquote(exchange.header("location") or "")[:500], name=True) if away else ()
        points = sum(hit.points for hit in hits)
        sign = hits[0].term if hits else ""
        look = Look(exchange.status, None, "", sign, points, points >= TELLING, away, exchange.digest)
    return looks.setdefault(key, look)


def _away(exchange: Exchange) -> str:
    """The host of another's that a redirect leads to."""
    if exchange.status not in REDIRECTS:
        return ""
    target = normalise(exchange.header("location") or "", exchange.url)
    name = host(target) if target else ""
    return "" if registrable(name) == registrable(host(exchange.url)) else name
