"""What the example server answers: host, scheme and path to an Answer."""

import gzip
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from html import escape

from webaudit.demo.agency import Agency, Front, Papers, PlainHttp
from webaudit.demo.layout import STYLE, drawing
from webaudit.demo.pages import pages, sitemap
from webaudit.demo.places import CENTRAL_HOSTS, CLOUD_HOST, GAMBLING_HOSTS, LAPOR_HOST
from webaudit.demo.publications import publications, scanned, tagged
from webaudit.demo.standins import (
    APP_SCRIPT,
    SHELL,
    central,
    challenge,
    cloud,
    explanation,
    lapor,
    not_found,
)
from webaudit.extract.security_txt import PATH as SECURITY_TXT

_HTML = "text/html; charset=utf-8"
_COMPRESSIBLE = ("text/", "application/xml", "image/svg")
_SMALL_BYTES = 500
"""A body below it is not worth compressing."""

Fields = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Answer:
    """One response.

    Attributes:
        fields: header fields besides those of the framing.
        wait_seconds: until its first byte is sent.
    """

    status: int
    body: bytes = b""
    kind: str = _HTML
    fields: Fields = ()
    wait_seconds: float = 0.0

    @cached_property
    def compressed(self) -> bytes | None:
        """The body by gzip; None if it would gain nothing."""
        if len(self.body) < _SMALL_BYTES or not self.kind.startswith(_COMPRESSIBLE):
            return None
        return gzip.compress(self.body, compresslevel=6, mtime=0)


Site = Callable[[str, str], Answer]
"""Scheme and path, without query, to an answer."""


def sites(agencies: tuple[Agency, ...], today: date) -> Mapping[str, Site]:
    """All hosts that are answered for, and what answers."""
    found: dict[str, Site] = {}
    for agency in agencies:
        for host in agency.hosts:
            found[host] = _AgencySite(agency, host, today)
    found[LAPOR_HOST] = _forced(LAPOR_HOST, lapor())
    found.update({host: _forced(host, central(service)) for service, host in CENTRAL_HOSTS.items()})
    found[CLOUD_HOST] = _forced(CLOUD_HOST, cloud())
    for host in GAMBLING_HOSTS:
        found[host] = _forced(host, explanation())
    return found


def _forced(host: str, html: str) -> Site:
    """A site of one page, whatever the path, on https alone."""
    whole = Answer(200, html.encode())

    def answer(scheme: str, path: str) -> Answer:
        return whole if scheme == "https" else _redirect(f"https://{host}{path}")

    return answer


class _AgencySite:
    """The answers of one agency on one of its hosts; what it serves is made when first asked for."""

    def __init__(self, agency: Agency, host: str, today: date) -> None:
        self._agency = agency
        self._host = host
        self._today = today

    def __call__(self, scheme: str, path: str) -> Answer:
        condition = self._agency.condition
        if self._host != self._agency.home_host:
            # The move was configured years ago, with http: from there it is one more step to https.
            return _redirect(f"http://{self._agency.home_host}{path}")
        if scheme == "http" and condition.plain_http is PlainHttp.REDIRECTED:
            return _redirect(f"https://{self._host}{path}")
        if condition.front is Front.CHALLENGE:
            return _CHALLENGE
        if path.startswith("/gambar/") and path.endswith(".svg"):
            return Answer(200, drawing(path).encode(), "image/svg+xml", _KEPT)
        if len(path) > 1 and path.rstrip("/") in self._answers:
            path = path.rstrip("/")
        missing = self._answers["/"] if condition.front is Front.SHELL else self._not_found
        return self._answers.get(path, missing)

    @cached_property
    def _answers(self) -> Mapping[str, Answer]:
        """All that is served, by path."""
        agency, condition = self._agency, self._agency.condition
        found = {
            "/robots.txt": Answer(200, _robots(agency).encode(), "text/plain; charset=utf-8"),
            "/favicon.ico": Answer(200, drawing(agency.id).encode(), "image/svg+xml"),
        }
        if condition.front is Front.SHELL:
            found["/"] = Answer(200, SHELL.encode(), fields=_SECURE)
            found["/app.js"] = Answer(200, APP_SCRIPT.encode(), "text/javascript; charset=utf-8", _KEPT)
            return found
        for path, html in pages(agency, self._today).items():
            found[path] = Answer(
                200, html.encode(), fields=_SECURE, wait_seconds=condition.first_byte_seconds
            )
        found["/aset/gaya.css"] = Answer(200, STYLE.encode(), "text/css; charset=utf-8", _KEPT)
        found[SECURITY_TXT] = Answer(200, _security_txt(agency, self._today), "text/plain; charset=utf-8")
        found["/sitemap.xml"] = Answer(200, sitemap(agency, self._today).encode(), "application/xml")
        made = scanned if condition.papers is Papers.SCANNED else tagged
        for one in publications(agency, self._today):
            if one.path:
                found[one.path] = Answer(200, made(f"{one.title} {agency.name}"), "application/pdf")
        return found

    @cached_property
    def _not_found(self) -> Answer:
        return Answer(404, not_found(self._agency.name).encode())


def _robots(agency: Agency) -> str:
    """The site's robots.txt (RFC 9309)."""
    if not agency.condition.crawling:
        return "User-agent: *\nDisallow: /\n"
    sitemap_line = f"Sitemap: {agency.origin}/sitemap.xml\n" if agency.content else ""
    return f"User-agent: *\nDisallow: /admin/\n{sitemap_line}"


def _security_txt(agency: Agency, today: date) -> bytes:
    """Whom to tell of a hole (RFC 9116)."""
    end = today + timedelta(days=180)
    return f"Contact: mailto:csirt@{agency.home_host}\nExpires: {end.isoformat()}T00:00:00Z\n".encode()


def _redirect(url: str) -> Answer:
    """Moved for good."""
    body = f'<!doctype html><title>Pindah</title><p><a href="{escape(url)}">{escape(url)}</a></p>'
    return Answer(301, body.encode(), fields=(("Location", url),))


_SECURE: Fields = (
    ("Strict-Transport-Security", "max-age=31536000"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "SAMEORIGIN"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    (
        "Content-Security-Policy",
        "default-src 'self'; style-src 'self' 'unsafe-inline'; object-src 'none'; frame-ancestors 'self'",
    ),
)

_KEPT: Fields = (("Cache-Control", "public, max-age=31536000"),)

_CHALLENGE = Answer(
    403,
    challenge().encode(),
    fields=(("Server", "cloudflare"), ("CF-RAY", "8f00d00d00d00d00-CGK"), ("CF-Mitigated", "challenge")),
)
