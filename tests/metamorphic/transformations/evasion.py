"""What agencies do so that the auditor sees less, or sees much that is nothing."""

import re
from dataclasses import replace
from datetime import timedelta

from tests.metamorphic.captured import Captured, html, in_footer, in_head, with_header, with_html
from tests.metamorphic.transformation import cosmetic, evasion, withdrawal
from tests.metamorphic.transformations.services import empty_page
from webaudit.checks import catalogue
from webaudit.model.evidence import Exchange, Purpose
from webaudit.model.site import Waiver

PAGES = 60
"""Of a flood; a crawl reads fifty of a site at most."""

_SHELL = (
    '<!doctype html><html lang="id"><head><title>Dinas</title></head><body><div id="root"></div>'
    '<script src="/app.js"></script></body></html>'
)
_LOGIN = (
    '<!doctype html><html lang="id"><head><title>Masuk</title></head><body><form method="post"><label>Nama '
    '<input name="u"></label><label>Sandi <input type="password" '
    'name="p"></label><button>Masuk</button></form></body></html>'
)
_FORBIDDEN = "<html lang=id><title>403 Forbidden</title><h1>Forbidden</h1></html>"


@evasion
def shell_pages(site: Captured) -> Captured:
    """Every page is empty until a script fills it."""
    return site.rewritten(lambda _: _SHELL)


@evasion
def shell_behind_home(site: Captured) -> Captured | None:
    """Every page but the home page is empty until a script fills it."""
    return site.rewritten(lambda _: _SHELL, to=site.others) if site.others else None


@evasion
def shell_with_footer(site: Captured) -> Captured:
    """Every page is empty until a script fills it, but for a long footer."""
    footer = (
        "<footer>" + "Dinas Contoh, Jalan Merdeka Nomor 1, Kota Contoh, telepon dan surel. " * 4 + "</footer>"
    )
    return site.rewritten(lambda _: _SHELL.replace("</body>", f"{footer}</body>"))


@evasion
def login_behind_home(site: Captured) -> Captured | None:
    """Every page but the home page asks for an account."""
    return site.rewritten(lambda _: _LOGIN, to=site.others) if site.others else None


@evasion
def auditor_blocked(site: Captured) -> Captured | None:
    """The auditor is turned away from every page but the home page."""
    return _refused(site, 403)


@evasion
def auditor_slowed(site: Captured) -> Captured | None:
    """The auditor is told to come back later on every page but the home page."""
    return _refused(site, 429)


def _refused(site: Captured, status: int) -> Captured | None:
    if not site.others:
        return None
    return site.each(lambda one: replace(with_html(one, _FORBIDDEN), status=status), to=site.others)


@evasion
def robots_closed(site: Captured) -> Captured:
    """robots.txt asks every crawler to stay out, and so the home page alone is read."""
    rules = replace(
        site.home,
        url=site.url("/robots.txt"),
        purpose=Purpose.ROBOTS,
        headers=(("content-type", "text/plain"),),
        body=b"User-agent: *\nDisallow: /\n",
    )
    gone = (Purpose.PAGE, Purpose.ROBOTS, Purpose.SITEMAP, Purpose.LINK_TARGET)
    return site.with_exchanges((*(one for one in site.exchanges if one.purpose not in gone), rules))


@cosmetic
def not_indexed(site: Captured) -> Captured:
    """Every page asks search engines to forget it, in its head and in a response field."""
    asked = site.rewritten(lambda old: in_head(old, '<meta name="robots" content="noindex, nofollow">'))
    return asked.each(lambda one: with_header(one, "x-robots-tag", "none"), to=asked.pages)


@evasion
def waivers_for_everything(site: Captured) -> Captured:
    """The organiser waives every check that there is."""
    until = site.today + timedelta(days=30)
    waivers = tuple(Waiver(check.id, "migrasi", "panitia", until) for check in catalogue().checks)
    plan = site.snapshot.plan
    excused = replace(plan, site=replace(plan.site, waivers=waivers))
    return replace(site, snapshot=replace(site.snapshot, plan=excused))


@withdrawal
def pages_as_downloads(site: Captured) -> Captured | None:
    """Every page but the home page is served as a file to be saved."""
    if not site.others:
        return None
    return site.each(lambda one: with_header(one, "content-type", "application/pdf"), to=site.others)


@withdrawal
def failing_pages_unlinked(site: Captured) -> Captured | None:
    """Nothing leads any more to the pages that have an image without alternative, or no language or title."""
    bad = re.compile(
        r"<img\b(?![^>]*\balt\b)|<html>|<html\b(?![^>]*lang)|<title>\s*</title>|lorem ipsum", re.I
    )
    gone = {id(page) for page in site.others if bad.search(html(page))}
    return site.with_exchanges(one for one in site.exchanges if id(one) not in gone) if gone else None


@withdrawal
def all_but_home_unlinked(site: Captured) -> Captured | None:
    """Nothing leads any more to any page but the home page."""
    gone = set(map(id, site.others))
    return site.with_exchanges(one for one in site.exchanges if id(one) not in gone) if gone else None


@cosmetic
def duplicated_home_page(site: Captured) -> Captured:
    """The home page under sixty other addresses."""
    document = html(site.home)
    return _flooded(site, "salinan", [document] * PAGES)


@cosmetic
def duplicated_best_page(site: Captured) -> Captured:
    """The longest page under sixty other addresses."""
    document = html(max(site.pages, key=lambda page: len(html(page))))
    return _flooded(site, "salinan", [document] * PAGES)


@cosmetic
def empty_pages(site: Captured) -> Captured:
    """Sixty pages with a language, a title and nothing in them."""
    return _flooded(site, "halaman", [empty_page(f"Halaman {number}") for number in range(PAGES)])


@cosmetic
def trivial_pages(site: Captured) -> Captured:
    """Sixty pages in which nothing is wrong, with a sentence each."""
    pages = [
        empty_page(f"Kegiatan {number}", f"Kegiatan nomor {number} berjalan lancar.")
        for number in range(PAGES)
    ]
    return _flooded(site, "kegiatan", pages)


@cosmetic
def trivial_pages_with_images(site: Captured) -> Captured:
    """Sixty pages of a sentence and an image that is described."""
    pages = [
        empty_page(
            f"Foto {number}", f'<img src="/foto-{number}.jpg" alt="Kegiatan warga {number}"> Foto {number}.'
        )
        for number in range(PAGES)
    ]
    return _flooded(site, "foto", pages)


@cosmetic
def spun_pages(site: Captured) -> Captured:
    """Sixty pages that say the same at length, but for a number."""
    text = (
        "Dinas melaksanakan kegiatan nomor {0} bersama masyarakat dengan tertib dan lancar. Kegiatan "
        "{0} dihadiri tokoh "
        "masyarakat, pemuda, dan perangkat desa. Kepala dinas berharap kegiatan {0} bermanfaat bagi "
        "semua pihak. Acara "
        "ditutup dengan doa bersama dan foto bersama seluruh peserta yang hadir pada kesempatan tersebut."
    )
    pages = [empty_page(f"Kegiatan {number}", text.format(number)) for number in range(PAGES)]
    return _flooded(site, "kegiatan", pages)


@cosmetic
def padded_pages(site: Captured) -> Captured:
    """Sixty pages of lorem ipsum."""
    text = "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt. " * 10
    return _flooded(site, "artikel", [empty_page(f"Artikel {number}", text) for number in range(PAGES)])


def _flooded(site: Captured, folder: str, documents: list[str]) -> Captured:
    """The site with all these pages."""
    made: list[Exchange] = [
        with_html(
            replace(site.home, url=site.url(f"/{folder}/{number}"), purpose=Purpose.PAGE, status=200),
            document,
        )
        for number, document in enumerate(documents)
    ]
    return site.with_exchanges((*site.exchanges, *made))


@cosmetic
def security_in_words(site: Captured) -> Captured:
    """Pages that say how secure they are."""
    said = (
        "<p>Situs ini aman: HTTPS, HSTS, TLS 1.3, Content-Security-Policy, ISO 27001, BSSN, 100% SECURE.</p>"
    )
    return site.rewritten(lambda old: in_footer(old, said))


@cosmetic
def empty_security_headers(site: Captured) -> Captured:
    """Response fields that name protection and protect nothing."""
    fields = {
        "strict-transport-security": "max-age=0",
        "content-security-policy": "default-src * data: blob: 'unsafe-inline' 'unsafe-eval'",
        "x-content-type-options": "yes",
        "x-frame-options": "ALLOWALL",
        "referrer-policy": "unsafe-url",
        "x-security": "protected",
    }

    def dressed(one: Exchange) -> Exchange:
        for name, value in fields.items():
            if one.header(name) is None:
                one = with_header(one, name, value)
        return one

    return site.each(dressed, to=site.exchanges)


@cosmetic
def security_by_meta(site: Captured) -> Captured:
    """Protection written into the page, where no browser looks for it."""
    metas = (
        '<meta http-equiv="strict-transport-security" content="max-age=31536000">'
        '<meta http-equiv="x-frame-options" content="DENY"><meta http-equiv="x-content-type-options" '
        'content="nosniff">'
    )
    return site.rewritten(lambda old: in_head(old, metas))
