"""What agencies do to seem up to date: dates without anything new."""

import re
from dataclasses import replace
from datetime import timedelta

from tests.metamorphic.captured import (
    Captured,
    at_end,
    html,
    in_footer,
    in_head,
    in_main,
    matches,
    with_html,
)
from tests.metamorphic.transformation import cosmetic, repair
from tests.metamorphic.transformations.services import empty_page
from webaudit.extract.html import read_page
from webaudit.model.evidence import Purpose

_MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)
_NEWS = r"berita|news|artikel|article|diposting|<time"


def in_words(site: Captured, days_ago: int = 0) -> str:
    """A day before the capture, as people write it."""
    day = site.today - timedelta(days=days_ago)
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def is_stale(site: Captured) -> bool:
    """Whether all that the pages date is older than the year before the capture, and something is dated."""
    read = (read_page(page) for page in site.pages)
    years = [sign.at.year for page in read if page for sign in page.reading.dates if sign.confidence >= 0.5]
    return bool(years) and max(years) < site.today.year - 1


@cosmetic
def todays_date_in_footer(site: Captured) -> Captured:
    """Today's date at the foot of each page."""
    return site.rewritten(lambda old: in_footer(old, f"<p>{in_words(site)}</p>"))


@cosmetic
def todays_date_on_home_page(site: Captured) -> Captured:
    """Today's date at the foot of the home page alone, said to be that of the last change."""
    return site.at_home(lambda old: in_footer(old, f"<p>Terakhir diperbarui: {in_words(site)}</p>"))


@cosmetic
def clock_widget(site: Captured) -> Captured:
    """A clock beside the menu of each page."""
    clock = f'<div id="jam" class="widget tanggal">Hari ini: {in_words(site)}, pukul 09.15 WIB</div>'
    return site.rewritten(lambda old: re.sub(r"(<body[^>]*>)", rf"\1{clock}", old, count=1))


@cosmetic
def clock_element(site: Captured) -> Captured:
    """A clock, marked up as a time of today, at the foot of the home page."""
    clock = f'<time datetime="{site.today.isoformat()}">{in_words(site)}</time>'
    return site.at_home(lambda old: in_footer(old, clock))


@cosmetic
def current_copyright_year(site: Captured) -> Captured | None:
    """This year in the copyright notice, on a site that has had nothing new for years."""
    if not is_stale(site):
        return None
    year = str(site.today.year)

    def renewed(old: str) -> str:
        new = re.sub(r"((?:©|&copy;|Copyright)\s*)\d{4}", rf"\g<1>{year}", old)
        return in_footer(new, f"<p>© {year} Dinas Contoh</p>")

    return site.rewritten(renewed)


@cosmetic
def time_elements_of_today(site: Captured) -> Captured | None:
    """Old articles whose time elements say today to machines, and the old day to readers."""
    day = site.today.isoformat()
    pages = list(matches(site, r"<time\b[^>]*>[^<]*\d{4}"))
    if not pages:
        return None
    return site.rewritten(lambda old: re.sub(r'datetime="[^"]*"', f'datetime="{day}"', old), to=pages)


@cosmetic
def hidden_time_of_today(site: Captured) -> Captured | None:
    """Old articles with a time element of today that nobody sees."""
    pages = [page for page in matches(site, _NEWS) if page.url != site.home.url]
    if not pages:
        return None
    unseen = f'<time datetime="{site.today.isoformat()}" style="display:none">{in_words(site)}</time>'
    return site.rewritten(lambda old: in_main(old, unseen), to=pages[:1])


@cosmetic
def modified_today(site: Captured) -> Captured | None:
    """Old articles that tell machines alone that they were changed today."""
    pages = [page for page in matches(site, _NEWS) if page.url != site.home.url]
    if not pages:
        return None
    at = f"{site.today.isoformat()}T08:00:00+07:00"
    signs = (
        f'<meta property="article:modified_time" content="{at}"><meta property="og:updated_time" '
        f'content="{at}">'
        f'<script type="application/ld+json">{{"@type": "NewsArticle", "dateModified": "{at}"}}</script>'
    )
    return site.rewritten(lambda old: in_head(old, signs), to=pages[:1])


@cosmetic
def sitemap_of_today(site: Captured) -> Captured | None:
    """A sitemap in which all pages were changed today."""
    day = site.today.isoformat()
    entries = "".join(f"<url><loc>{page.url}</loc><lastmod>{day}</lastmod></url>" for page in site.pages)
    return with_sitemap(site, entries)


@cosmetic
def sitemap_of_this_week(site: Captured) -> Captured | None:
    """A sitemap in which every page was changed on another day of this week."""
    entries = "".join(
        f"<url><loc>{page.url}</loc><lastmod>{site.today - timedelta(days=number % 7)}</lastmod></url>"
        for number, page in enumerate(site.pages)
    )
    return with_sitemap(site, entries)


def with_sitemap(site: Captured, entries: str) -> Captured | None:
    """The sitemap written anew; a site that had none would be the better for one."""
    asked = (one for one in site.exchanges if one.purpose is Purpose.SITEMAP)
    if not any("<urlset" in html(one) for one in asked):
        return None
    body = (
        f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</urlset>'
    )
    made = with_html(replace(site.home, url=site.url("/sitemap.xml"), purpose=Purpose.SITEMAP), body)
    made = replace(made, headers=(("content-type", "application/xml"),))
    kept = (one for one in site.exchanges if one.purpose is not Purpose.SITEMAP)
    return site.with_exchanges((*kept, made))


@cosmetic
def news_of_tomorrow(site: Captured) -> Captured:
    """News that is dated in the future."""
    days = "".join(
        f'<article><h2>Rencana</h2><time datetime="{site.today + timedelta(days=days)}">'
        f"{in_words(site, -days)}</time></article>"
        for days in (1, 2, 30, 400)
    )
    return site.at_home(lambda old: re.sub(r"(<body[^>]*>)", rf"\1{days}", old, count=1))


@cosmetic
def deadline_of_today(site: Captured) -> Captured:
    """A deadline, a period and an anniversary that touch today, on the home page."""
    day = in_words(site)
    said = f"<p>Batas akhir pendaftaran {day}.</p><p>1 Januari 2019 s.d. {day}</p><p>Jadwal: {day}</p>"
    return site.rewritten(lambda old: at_end(old, said), to=(site.home,))


def article(site: Captured, days_ago: int = 0) -> str:
    """A piece of news of its own, some days old."""
    text = (
        "Dinas membuka loket keliling di tiga kecamatan. Warga dapat mengurus surat keterangan tanpa "
        "datang ke kantor. "
        "Loket buka setiap Selasa dan Kamis pukul 09.00 sampai 14.00, dan dilayani dua petugas. Pada "
        "pekan pertama "
        "tercatat 214 permohonan, yang seluruhnya selesai pada hari yang sama."
    )
    day = site.today - timedelta(days=days_ago)
    dated = f'<time datetime="{day}">{in_words(site, days_ago)}</time>'
    page = empty_page("Loket Keliling Dibuka di Tiga Kecamatan", text)
    preview = (
        '<meta property="og:title" content="Loket Keliling"><meta property="og:image" '
        f'content="{site.url("/loket.jpg")}"></head>'
    )
    return page.replace("</h1>", f"</h1><p>Diposting {dated}</p>").replace("</head>", preview)


@repair
def new_article(site: Captured) -> Captured:
    """A piece of news of two days ago, linked from the home page."""
    path = "/berita/loket-keliling"
    return site.with_page(path, article(site, 2)).with_link(path, "Loket Keliling Dibuka di Tiga Kecamatan")


@repair
def new_article_and_copyright_year(site: Captured) -> Captured:
    """A piece of news, and this year in the footer."""
    year = str(site.today.year)
    fresh = new_article(site)
    assert fresh is not None
    return fresh.rewritten(lambda old: re.sub(r"((?:©|&copy;|Copyright)\s*)\d{4}", rf"\g<1>{year}", old))
