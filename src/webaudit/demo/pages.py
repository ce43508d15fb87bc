"""The pages of an agency that keeps a site of its own."""

import json
from collections.abc import Mapping
from datetime import date, timedelta
from html import escape

from webaudit.demo.agency import REGION, Agency
from webaudit.demo.content import Content, News, Service
from webaudit.demo.document import Document
from webaudit.demo.duties import (
    ACCESS_PATH,
    access,
    duties,
    objections,
    questions,
    requests,
    standards,
    vision,
)
from webaudit.demo.injection import DOORWAY_PATH, doorway, hijacked
from webaudit.demo.layout import frame, long_date, picture, slug
from webaudit.demo.places import PORTAL_HOST
from webaudit.demo.publications import Publication, publications

_GAPS_DAYS = (0, 2, 6, 11, 19)
"""How much older than the newest each article is."""

_FILLER = (
    "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et "
    "dolore magna aliqua. Ut enim ad minim veniam, quis nostrud exercitation ullamco laboris nisi ut aliquip "
    "ex ea commodo consequat."
)


def pages(agency: Agency, today: date) -> Mapping[str, str]:
    """The HTML of each page by its path; none if the agency has no content."""
    documents = _documents(agency, today)
    paths = frozenset(documents)
    whole = {
        path: frame(agency, title=said.title, main=said.main, paths=paths, today=today, head=said.head)
        for path, said in documents.items()
    }
    if agency.condition.injected:
        whole["/"] = hijacked(whole["/"], agency)
        whole[DOORWAY_PATH] = doorway(agency)
    return whole


def sitemap(agency: Agency, today: date) -> str:
    """The sitemap (sitemaps.org 0.9) of the agency's pages."""
    documents = _documents(agency, today)
    changes: dict[str, date | None] = {path: said.changed for path, said in documents.items()}
    if agency.condition.injected:
        changes[DOORWAY_PATH] = None
    entries = "".join(
        f"<url><loc>{agency.origin}{path}</loc>"
        + (f"<lastmod>{changed.isoformat()}</lastmod>" if changed else "")
        + "</url>\n"
        for path, changed in changes.items()
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{entries}</urlset>\n'
    )


def article_days(agency: Agency, today: date) -> tuple[date, ...]:
    """The day of each article, newest first."""
    newest = today - timedelta(days=agency.condition.news_age_days)
    count = len(agency.content.news) if agency.content else 0
    return tuple(newest - timedelta(days=gap) for gap in _GAPS_DAYS[:count])


def _documents(agency: Agency, today: date) -> Mapping[str, Document]:
    """All pages, by path."""
    said = agency.content
    if said is None:
        return {}
    days = article_days(agency, today)
    found = {
        "/": _home(agency, said, days),
        "/profil": _profile(agency, said),
        "/layanan": Document("Layanan Publik", _service_list(agency, said)),
        "/berita": Document(
            "Berita", "<h1>Kabar Terbaru</h1>\n" + _cards(agency, said, days, "h2") + _archive(days), days[0]
        ),
        "/kontak": _contact(agency),
        "/profil/visi-misi": vision(agency, said),
        "/profil/tugas-dan-fungsi": duties(agency, said),
        "/standar-pelayanan": standards(agency, today.year - 1),
        "/faq": questions(agency),
        ACCESS_PATH: access(agency),
    }
    found.update({_service_path(one): _service(agency, one) for one in said.services})
    found.update(
        {_news_path(one): _article(agency, said, one, day) for one, day in zip(said.news, days, strict=False)}
    )
    papers = publications(agency, today)
    found["/dokumen"] = _document_list(agency, papers)
    if agency.condition.ppid:
        found["/ppid"] = _openness(agency, papers)
        found["/ppid/tata-cara-permohonan-informasi"] = requests(agency)
        found["/ppid/pengajuan-keberatan"] = objections(agency)
    if said.gallery:
        found["/galeri"] = _gallery(agency, said)
    return found


def _service_path(service: Service) -> str:
    return f"/layanan/{slug(service.name)}"


def _news_path(news: News) -> str:
    return f"/berita/{slug(news.title)}"


def _home(agency: Agency, said: Content, days: tuple[date, ...]) -> Document:
    services = "\n".join(
        f'<li><h3><a href="{_service_path(one)}">{escape(one.name)}</a></h3><p>{escape(one.summary)}</p></li>'
        for one in said.services
    )
    main = f"""\
<h1>Selamat datang di laman {escape(agency.name)}</h1>
<p>{escape(agency.name)} {escape(said.duty)} di {REGION}. Melalui laman ini warga dapat membaca kabar terbaru,
mengetahui syarat dan waktu setiap layanan, serta menghubungi kami.</p>
<blockquote><p>“{escape(said.quote)}”</p><p>{escape(said.head)}, Kepala
{escape(agency.short_name)}</p></blockquote>
<h2>Layanan kami</h2>
<ul class="cards">
{services}
</ul>
<h2>Kabar terbaru</h2>
{_cards(agency, said, days, "h3")}"""
    return Document("Beranda", main, days[0])


def _cards(agency: Agency, said: Content, days: tuple[date, ...], heading: str) -> str:
    """Articles in short, with a picture each; `heading` is the element of their titles."""
    cards = "\n".join(
        f"<li>{picture(agency, one.title)}\n"
        f'<{heading}><a href="{_news_path(one)}">{escape(one.title)}</a></{heading}>\n'
        f'<time datetime="{day.isoformat()}">{long_date(day)}</time>\n<p>{escape(one.lead)}</p></li>'
        for one, day in zip(said.news, days, strict=False)
    )
    return f'<ul class="cards">\n{cards}\n</ul>'


def _archive(days: tuple[date, ...]) -> str:
    """What came out before, one report a month for a year."""
    lines = "".join(
        f'<li>Laporan kegiatan bulanan, <time datetime="{day.isoformat()}">{long_date(day)}</time></li>\n'
        for day in (days[-1] - timedelta(days=30 * number) for number in range(1, 13))
    )
    return f"\n<h2>Arsip laporan bulanan</h2>\n<ul>\n{lines}</ul>"


def _article(agency: Agency, said: Content, news: News, day: date) -> Document:
    told = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": news.title,
        "datePublished": f"{day.isoformat()}T09:00:00+07:00",
        "author": {"@type": "GovernmentOrganization", "name": f"{agency.name} {REGION}"},
    }
    # "</script>" in a title would end the element early.
    data = json.dumps(told, ensure_ascii=False).replace("<", "\\u003c")
    main = f"""\
<article>
<h1>{escape(news.title)}</h1>
<p>Oleh Tim Redaksi {escape(agency.short_name)},
<time datetime="{day.isoformat()}">{long_date(day)}</time></p>
{picture(agency, news.title)}
<p>{escape(news.lead)}</p>
<p>Kepala {escape(agency.name)}, {escape(said.head)}, menyampaikan terima kasih kepada warga dan semua
pihak yang
turut bekerja. “{escape(said.quote)}”</p>
<p>Kegiatan ini dilaksanakan bersama pemerintah kabupaten dan kota, perguruan tinggi, serta kelompok warga.
Keterangan lebih lanjut dapat diperoleh di kantor {escape(agency.short_name)} pada hari dan jam kerja.</p>
</article>
<p><a href="/berita">Semua kabar</a></p>"""
    return Document(news.title, main, day, f'<script type="application/ld+json">{data}</script>\n')


def _profile(agency: Agency, said: Content) -> Document:
    main = f"""\
<h1>Profil {escape(agency.name)}</h1>
<p>{escape(agency.name)} dibentuk dengan peraturan daerah dan bertugas {escape(said.duty)}. Dalam
melaksanakan tugas
itu {escape(agency.short_name)} menyusun kebijakan teknis, membina unit kerja, dan melaporkan hasilnya kepada
gubernur melalui sekretaris daerah.</p>
<h2>Pimpinan</h2>
{picture(agency, "Potret " + said.head)}
<p>{escape(said.head)} memimpin {escape(agency.short_name)} bersama seorang sekretaris dan para kepala
bidang.</p>
<ul><li><a href="/profil/tugas-dan-fungsi">Struktur organisasi</a></li>
<li><a href="/profil/tugas-dan-fungsi">Tugas dan fungsi</a></li>
<li><a href="/profil/visi-misi">Visi dan misi</a></li></ul>"""
    return Document("Profil", main)


def _service_list(agency: Agency, said: Content) -> str:
    items = "\n".join(
        f'<li><a href="{_service_path(one)}">{escape(one.name)}</a>: {escape(one.summary)}</li>'
        for one in said.services
    )
    return (
        f"<h1>Layanan Publik</h1>\n<p>{escape(agency.name)} menyelenggarakan layanan berikut. Semua layanan "
        "tidak dipungut biaya kecuali yang diatur dengan peraturan daerah; lihat "
        f'<a href="/standar-pelayanan">standar pelayanan</a>.</p>\n<ul>\n{items}\n</ul>'
    )


def _service(agency: Agency, service: Service) -> Document:
    needs = "".join(f"<li>{escape(need)}</li>" for need in service.needs)
    form = (
        '<p><a href="/unduh/formulir-permohonan.docx">Unduh formulir permohonan (DOCX)</a></p>'
        if agency.condition.dead_link
        else "<p>Formulir permohonan tersedia di loket dan dapat diminta melalui "
        '<a href="/kontak">kontak kami</a>.</p>'
    )
    steps = (
        f"<p>{_FILLER}</p>"
        if agency.condition.placeholder and agency.content and service == agency.content.services[-1]
        else "<ol><li>Pemohon menyerahkan berkas di loket.</li><li>Petugas memeriksa kelengkapan berkas.</li>"
        "<li>Pemohon menerima tanda terima dan hasil layanan.</li></ol>"
    )
    main = f"""\
<h1>{escape(service.name)}</h1>
<p>{escape(service.summary)}</p>
<h2>Syarat</h2>
<ul>{needs}</ul>
<h2>Alur</h2>
{steps}
<h2>Waktu dan biaya</h2>
<p>Waktu penyelesaian: {escape(service.takes)}. Biaya: gratis.</p>
{form}"""
    return Document(service.name, main)


def _openness(agency: Agency, papers: tuple[Publication, ...]) -> Document:
    lists = "".join(f'<li><a href="{one.href}">{escape(one.title)} (PDF)</a></li>' for one in papers)
    main = f"""\
<h1>Pejabat Pengelola Informasi dan Dokumentasi</h1>
<p>{escape(agency.name)} menyediakan informasi publik sesuai Undang-Undang Nomor 14 Tahun 2008 tentang
Keterbukaan
Informasi Publik. Permohonan diajukan melalui <a href="https://{PORTAL_HOST}/">portal PPID {REGION}</a>
dan dijawab
paling lambat sepuluh hari kerja.</p>
<ul><li><a href="/ppid/tata-cara-permohonan-informasi">Tata cara permohonan informasi</a></li>
<li><a href="/ppid/pengajuan-keberatan">Pengajuan keberatan</a></li></ul>
<h2>Informasi berkala</h2>
<ul>{lists}</ul>"""
    return Document("PPID Pelaksana", main)


def _document_list(agency: Agency, papers: tuple[Publication, ...]) -> Document:
    rows = "\n".join(f'<li><a href="{one.href}">{escape(one.title)} (PDF)</a></li>' for one in papers)
    main = (
        f"<h1>Dokumen</h1>\n<p>Dokumen perencanaan dan pelaporan {escape(agency.name)} dapat diunduh tanpa "
        f"mendaftar dan digunakan kembali dengan menyebut sumbernya.</p>\n<ul>\n{rows}\n</ul>"
    )
    return Document("Dokumen", main)


def _gallery(agency: Agency, said: Content) -> Document:
    figures = "\n".join(
        f"<figure>{picture(agency, caption)}<figcaption>{escape(caption)}</figcaption></figure>"
        for caption in said.gallery
    )
    main = (
        f"<h1>Galeri</h1>\n<p>Gambar kegiatan {escape(agency.name)} bersama warga di berbagai daerah.</p>\n"
        f'<div class="cards">\n{figures}\n</div>'
    )
    return Document("Galeri", main)


def _contact(agency: Agency) -> Document:
    main = f"""\
<h1>Kontak</h1>
<p>Warga dapat datang langsung, menelepon, atau menulis surel. Setiap pertanyaan dijawab paling lambat
dua hari
kerja. Aduan tentang layanan dapat pula disampaikan melalui SP4N-LAPOR!.</p>
<h2>Jam layanan</h2>
<table><tr><th scope="row">Senin sampai Kamis</th><td>08.00–16.00</td></tr>
<tr><th scope="row">Jumat</th><td>08.00–15.00</td></tr></table>
<p>Kantor {escape(agency.name)} dilengkapi bidang miring, lajur pemandu, dan petugas yang mengerti bahasa
isyarat.</p>"""
    return Document("Kontak", main)
