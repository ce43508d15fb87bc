"""What agencies do to seem busy all year round, and to hide what they copied or abandoned."""

import re
from dataclasses import replace
from datetime import timedelta

from tests.metamorphic.captured import Captured, html, in_footer, in_head, in_main, matches, with_html
from tests.metamorphic.transformation import cosmetic, repair
from tests.metamorphic.transformations.news import in_words, with_sitemap
from webaudit.extract.html import read_page
from webaudit.model.evidence import Purpose

MONTHS = 12
_NEWS = r"berita|news|artikel|article|diposting|<time"


@cosmetic
def last_change_in_footer(site: Captured) -> Captured:
    """A day of last week as that of the last change, at the foot of each page."""
    return site.rewritten(
        lambda old: in_footer(old, f"<p>Terakhir diperbarui pada {in_words(site, 5)} pukul 08.00 WIB</p>")
    )


@cosmetic
def published_today_to_machines(site: Captured) -> Captured | None:
    """Old articles that tell machines alone that they were published today."""
    old = [page for page in site.others if _shows_one_day(site, page.url)]
    at = f"{site.today.isoformat()}T08:00:00+07:00"
    signs = (
        f'<meta property="article:published_time" content="{at}"><script type="application/ld+json">'
        f'{{"@type": "NewsArticle", "datePublished": "{at}"}}</script>'
    )
    return site.rewritten(lambda page: in_head(page, signs), to=old) if old else None


def _shows_one_day(site: Captured, url: str) -> bool:
    """Whether a page shows readers a single day, beside a label, that is not of this month."""
    page = read_page(next(one for one in site.pages if one.url == url))
    signs = page.reading.dates if page else ()
    shown = {sign.at for sign in signs if sign.confidence >= 0.8 and sign.method in ("text", "time")}
    return len(shown) == 1 and all(f"{at:%Y-%m}" < f"{site.today:%Y-%m}" for at in shown)


@cosmetic
def sitemap_of_every_month(site: Captured) -> Captured | None:
    """A sitemap in which the pages were changed in one month after the other."""
    entries = "".join(
        f"<url><loc>{page.url}</loc><lastmod>{site.today - timedelta(30 * (number % MONTHS))}</lastmod></url>"
        for number, page in enumerate(site.pages)
    )
    return with_sitemap(site, entries)


@cosmetic
def feed_of_today(site: Captured) -> Captured:
    """A feed that gives every page of the site the day of the request."""
    day = site.today.isoformat()
    items = "".join(
        f"<item><title>Berita</title><link>{page.url}</link><pubDate>{day}</pubDate></item>"
        for page in (*site.pages, *site.pages[:2])
    )
    items += "".join(
        f"<item><link>{site.url(f'/{n}')}</link><pubDate>{day}</pubDate></item>" for n in range(3)
    )
    made = with_html(
        replace(site.home, url=site.url("/feed/"), purpose=Purpose.FEED),
        f"<rss><channel>{items}</channel></rss>",
    )
    kept = (one for one in site.exchanges if one.purpose is not Purpose.FEED)
    return site.with_exchanges((*kept, replace(made, headers=(("content-type", "application/rss+xml"),))))


@cosmetic
def events_of_every_month(site: Captured) -> Captured:
    """Events of every month of the year, past and to come, in an agenda on the home page."""
    events = "".join(
        f"<li>Rapat. Hari/Tanggal: {in_words(site, 30 * number)}. Tempat: Aula</li>"
        f"<li>Pelatihan, {10 + number} - {12 + number} {in_words(site, 30 * number).partition(' ')[2]}</li>"
        for number in range(MONTHS)
    )
    return site.at_home(lambda old: in_main(old, f"<h2>Agenda</h2><ul>{events}</ul>"))


@cosmetic
def deadlines_of_every_month(site: Captured) -> Captured:
    """Deadlines of every month of the year at the foot of the home page."""
    said = "".join(f"<p>Paling lambat {in_words(site, 30 * number)}</p>" for number in range(MONTHS))
    return site.at_home(lambda old: in_footer(old, said))


@cosmetic
def own_region_at_every_foot(site: Captured) -> Captured | None:
    """The own region's name over and over at the foot of pages that were copied from another's."""
    copied = list(matches(site, r"Pergub Banten"))
    said = f"<p>{'Pemerintah Provinsi Contoh. ' * 40}</p>"
    return site.rewritten(lambda old: in_footer(old, said), to=copied) if copied else None


@repair
def own_region_on_copied_page(site: Captured) -> Captured | None:
    """A page that was copied from another region's agency speaks of the own region."""
    copied = list(matches(site, r"Pergub Banten"))
    return site.rewritten(lambda old: old.replace("Banten", "Contoh"), to=copied) if copied else None


@repair
def news_of_every_month(site: Captured) -> Captured:
    """A list of twelve reports, one a month, on the home page."""
    rows = "".join(
        f"<li>Laporan kegiatan bulanan, <time>{in_words(site, 30 * number + 1)}</time></li>"
        for number in range(MONTHS)
    )
    return site.at_home(lambda old: in_main(old, f"<h2>Laporan bulanan</h2><ul>{rows}</ul>"))


@repair
def feed_of_news(site: Captured) -> Captured | None:
    """A feed with the news that the site shows."""
    items = ""
    for one in site.others:
        page = read_page(one)
        days = [sign.at for sign in page.reading.dates if sign.confidence >= 0.8] if page else []
        if days and re.search(_NEWS, html(one), re.IGNORECASE):
            items += f"<item><link>{one.url}</link><pubDate>{max(map(str, days))}</pubDate></item>"
    if not items:
        return None
    made = with_html(
        replace(site.home, url=site.url("/feed/"), purpose=Purpose.FEED),
        f"<rss><channel>{items}</channel></rss>",
    )
    return site.with_exchanges((*site.exchanges, replace(made, headers=(("content-type", "text/xml"),))))
