"""How citizens reach an agency: address, telephone, mail, hours, out of what its pages say."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from webaudit.extract.proofs import address
from webaudit.extract.urls import GOVERNMENT, host
from webaudit.model.evidence import Inventory, Readings
from webaudit.model.reading import ProofKind, Reading

_PAGE_CHARACTERS = 30_000
"""At each end of a page's text; contacts stand in the header or the footer."""

_DAY = (
    r"(?:senin|selasa|rabu|kamis|jum['’`]?at|sabtu|minggu|monday|tuesday|friday"
    r"|senén|salasa|rebo|kemis|jumaah)"
)
_TO = r"(?:-|–|—|s\s*/\s*d|s\.?\s?d\.?|sampai(?: dengan)?|hingga|to|until|nepi ka)"
_TIME = r"(?:[01]?\d|2[0-3])[.:][0-5]\d"
_RANGE = re.compile(rf"{_TIME}\s*(?:wib|wita|wit)?\s*{_TO}\s*{_TIME}")
_HOURS = re.compile(
    # Days from one to another, each day with its own hours, or a label.
    rf"(?:{_DAY}\s*{_TO}\s*{_DAY}|{_DAY}\s*,\s*{_DAY}|{_DAY}\W{{0,3}}{_RANGE.pattern}\W{{0,5}}{_DAY}"
    r"|setiap hari kerja|hari kerja|24 jam|jam (?:layanan|pelayanan|operasional|kerja|buka)"
    r"|waktu (?:layanan|pelayanan|operasional)|jadwal (?:layanan|pelayanan)|opening hours|office hours)"
    rf"[^\n]{{0,60}}?{_RANGE.pattern}(?:\s*(?:wib|wita|wit))?"
)
_MINUTES = re.compile(r"[.:][0-5]\d")
_PAGES = 8
"""That are read of a site."""

_HOUR_DIGITS = 2
_MOST_RANGES = 100
_BEFORE = 140
"""Characters before a range of time in which its days or its label stand."""

_MAIL = re.compile(
    r"[a-z0-9][a-z0-9._%+-]{0,63}(?:@|\s?[\[(]\s?(?:at|@)\s?[\])]\s?)(?:[a-z0-9-]{1,63}\.)+[a-z]{2,10}"
)
_SIGN = re.compile(r"[\[(]\s?(?:at|@)\s?[\])]|@")
_SIGNS = ("@", "(at", "[at", "( at", "[ at")
"""One of them is in each, at most two characters from its start."""

_LOCAL_CHARACTERS, _DOMAIN_CHARACTERS = 66, 255
"""At most before and behind the sign (RFC 5321, 4.5.3.1), a blank counted in."""

_AT = re.compile(r"\s?[\[(]\s?(?:at|@)\s?[\])]\s?")
_OFFICIAL = (*GOVERNMENT, "@go.id")
# The signs with which a number or an address can begin come first, to be found fast.
_PHONE = re.compile(
    r"[+(01](?<![\d.,/-].)(?:(?<=\+)62|(?<=\()(?:\+62\)|0\d{2,3}\))|(?<=0)\d{2,3}|(?<=1)(?:-?500|4\d{3}))"
    r"[\s.–-]?(?:\(?\d{2,4}\)?[\s.–-]?){1,4}(?![\d/])"
)
_PHONE_LABEL = re.compile(
    r"(?:telp|tlp|telepon|telpon|phone|hotline|call center|whatsapp|wa|hp|fax|faks)\b"
    r"[^\d+(]{0,12}[+(\d][\d\s().–-]{5,}"
)
# In small letters "jalan" is any road of the news.
_ADDRESS = re.compile(
    r"[JKG](?<!\w.)(?:(?<=J)(?:[Ll]n?\b\.?|ALAN|alan)|(?<=K)omp(?:leks?|\.)|(?<=G)(?:edung|d\.))\s+"
    r"[A-Z0-9][^@|]{3,160}"
)
_ADDRESS_SURE = re.compile(
    r"\b[1-9]\d{4}\b|\bno(?:mor|\.)?\s*\.?\s*\d|\bkel(?:urahan\b|\.)|\bkec(?:amatan\b|\.)|\bkm\b\.?\s*\d"
    r"|\blantai\b|\blt\.|\bblok\b|\brt\b",
    re.IGNORECASE,
)
_ADDRESS_SHORT = re.compile(r"J[Ll]n?\b\.?\s.{3,60}?(?:\d|\b(?:Kota|Kab|Kabupaten|Bandung)\b)")
_CLOUDFLARE = re.compile(r"/cdn-cgi/l/email-protection#([0-9a-f]{6,200})")


class Contact(NamedTuple):
    """What a site says of the ways to its agency; empty where it says nothing.

    Attributes:
        address: of the building, as written.
        phone: a number, as written or linked.
        mail: an official address, else the first of any provider.
        official: whether the mail address is the government's or under the site's own name.
    """

    address: str = ""
    phone: str = ""
    mail: str = ""
    official: bool = False


def site_contact(inventory: Inventory, readings: Readings) -> Contact:
    """What a site says on the pages about the contact, then on the home page and what is nearest to it."""
    about = {proof.url for proof in inventory.of("kontak") if proof.by is not ProofKind.SECTION}
    pages = [page for page in readings.content if not address(page.url).article]
    pages.sort(key=lambda page: (page.url not in about, page.url.rstrip("/").count("/"), page.url))
    return contact(pages[:_PAGES])


def contact(pages: Iterable[Reading]) -> Contact:
    """The first of each kind on the pages, in their order; an official mail address before any other.

    Mail under the site's own name, or one above it, is official too: some hospitals are not under go.id.
    """
    found = Contact()
    for page in pages:
        here = _on_page(page)
        better = here.official or not found.mail
        found = Contact(
            address=found.address or here.address,
            phone=found.phone or here.phone,
            mail=here.mail if better and not found.official and here.mail else found.mail,
            official=found.official or here.official,
        )
        if found.address and found.phone and found.official:
            break
    return found


def _on_page(page: Reading) -> Contact:
    written = _written(page.text)
    mails, phone = [], ""
    for link in page.links:
        if link.hidden:
            continue
        href = link.href.lower()
        if href.startswith("mailto:"):
            mails += _mails(href[7:].partition("?")[0])
        elif href.startswith("tel:") or "wa.me/" in href or "phone=" in href:
            digits = re.sub(r"\D", "", href)
            phone = phone or (digits if 5 <= len(digits) <= 15 else "")
        elif coded := _CLOUDFLARE.search(href):
            mails += _mails(_decoded(coded[1]))
    mails += written.mails
    own = "." + host(page.url).removeprefix("www.")
    official = next(
        (one for one in mails if one.endswith(_OFFICIAL) or own.endswith("." + one.rpartition("@")[2])), ""
    )
    return Contact(
        address=written.address,
        phone=phone or written.phone,
        mail=official or (mails[0] if mails else ""),
        official=bool(official),
    )


class _Written(NamedTuple):
    """What a text says of the ways to an agency; of mail addresses, all."""

    address: str
    phone: str
    mails: tuple[str, ...]


# Several checks ask the same few pages.
@lru_cache(maxsize=32)
def _written(text: str) -> _Written:
    ends = _ends(text)
    low = ends.lower()
    said = _PHONE.search(low) or _PHONE_LABEL.search(low)
    places = _ADDRESS.finditer(ends)
    place = next(
        (one for one in places if _ADDRESS_SURE.search(one[0]) or _ADDRESS_SHORT.match(one[0])), None
    )
    return _Written(
        address=place[0].strip()[:100] if place else "",
        phone=said[0].strip()[:40] if said and sum(map(str.isdigit, said[0])) >= 5 else "",
        mails=tuple(_mails(low)),
    )


def _mails(text: str) -> list[str]:
    """The addresses in a text; looked for around their sign alone, for the expression tries every letter."""
    places = [at for sign in _SIGNS if (at := text.find(sign)) >= 0]
    if not places:
        return []
    found: list[str] = []
    end = 0
    for sign in _SIGN.finditer(text, max(0, min(places) - 2)):
        match = _MAIL.search(
            text, max(end, sign.start() - _LOCAL_CHARACTERS), sign.end() + _DOMAIN_CHARACTERS
        )
        if match:
            found.append(_AT.sub("@", match[0]))
            end = match.end()
    return found


def _decoded(coded: str) -> str:
    """A mail address that Cloudflare hid from robots."""
    values = [int(coded[at : at + 2], 16) for at in range(0, len(coded) - 1, 2)]
    return "".join(chr(value ^ values[0]) for value in values[1:])


def _ends(text: str) -> str:
    return (
        text if len(text) <= 2 * _PAGE_CHARACTERS else f"{text[:_PAGE_CHARACTERS]} {text[-_PAGE_CHARACTERS:]}"
    )


def service_hours(text: str) -> str:
    """The hours of service that a text tells, with their days or label; empty if it tells none."""
    ends = _ends(text)
    # Most pages tell no time of day, and the search for its minutes is four times as fast.
    minutes = _MINUTES.search(ends)
    if minutes is None:
        return ""
    low = ends.lower()
    for times in islice(_RANGE.finditer(low, max(0, minutes.start() - _HOUR_DIGITS)), _MOST_RANGES):
        start = max(0, times.start() - _BEFORE)
        if found := _HOURS.search(low, start, times.end() + 5):
            return found[0][:160]
    return ""
