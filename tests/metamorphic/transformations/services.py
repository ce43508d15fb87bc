"""What agencies do to seem to serve: words and pages where a service should be."""

from tests.metamorphic.captured import Captured, at_end, html, in_footer, in_head, matches, with_header
from tests.metamorphic.transformation import cosmetic, repair
from webaudit.model.record import Failure, FailureReason

KEYWORDS = (
    "PPID, Permohonan Informasi Publik, SP4N-LAPOR!, Pengaduan, Maklumat Pelayanan, Standar Pelayanan, "
    "Survei Kepuasan "
    "Masyarakat, Kontak, Alamat, Telepon, WhatsApp, Jam Layanan, Struktur Organisasi, Visi dan Misi, "
    "Renstra, LKjIP, "
    "LHKPN, JDIH, LPSE, Daftar Informasi Publik, Informasi Berkala, Informasi Serta Merta, Kebijakan "
    "Privasi, Open Data"
)
"""Everything that a check may look for, in words."""

TOPICS = (
    *("PPID", "Permohonan Informasi Publik", "Pengaduan", "Maklumat Pelayanan", "Standar Pelayanan"),
    *(
        "Survei Kepuasan Masyarakat",
        "Kontak",
        "Struktur Organisasi",
        "Visi dan Misi",
        "Renstra",
        "LKjIP",
        "LHKPN",
    ),
    *(
        "JDIH",
        "Daftar Informasi Publik",
        "Kebijakan Privasi",
        "Open Data",
        "Aksesibilitas",
        "FAQ",
        "Peta Situs",
    ),
)
"""Pages that a site should have, by their titles."""


def empty_page(title: str, text: str = "") -> str:
    """A page in which nothing is wrong, and hardly anything is there."""
    return (
        '<!doctype html><html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width='
        f'device-width, initial-scale=1"><title>{title}</title></head><body><main><h1>{title}</h1>'
        f"{f'<p>{text}</p>' if text else ''}</main></body></html>"
    )


def slug(title: str) -> str:
    """The path of a page of this title."""
    return "-".join(title.lower().split())


@cosmetic
def keyword_page(site: Captured) -> Captured:
    """A page that names every service, linked from the home page, and offers none."""
    return site.with_page("/informasi", empty_page("Informasi", KEYWORDS)).with_link(
        "/informasi", "Informasi"
    )


@cosmetic
def keyword_footer(site: Captured) -> Captured:
    """The names of all services in the footer of each page."""
    return site.rewritten(lambda old: in_footer(old, f"<p>{KEYWORDS}</p>"))


@cosmetic
def keyword_metas(site: Captured) -> Captured:
    """The names of all services in the keywords and the description for machines."""
    metas = "".join(f'<meta name="{name}" content="{KEYWORDS}">' for name in ("keywords", "description"))
    return site.rewritten(lambda old: in_head(old, metas))


@cosmetic
def keyword_comment(site: Captured) -> Captured:
    """The names of all services in a comment, a template and a script."""
    unseen = (
        f"<!-- {KEYWORDS} --><template>{KEYWORDS}</template>"
        f'<script type="application/ld+json">{{"keywords": "{KEYWORDS}"}}</script>'
    )
    return site.rewritten(lambda old: at_end(old, unseen))


@cosmetic
def empty_ppid_page(site: Captured) -> Captured:
    """A page “PPID” with its title alone, linked from the home page."""
    return site.with_page("/ppid-dinas", empty_page("PPID")).with_link("/ppid-dinas", "PPID")


@cosmetic
def thin_ppid_page(site: Captured) -> Captured:
    """A page “PPID” of ten words, linked from the home page."""
    text = "Selamat datang di laman PPID kami. Informasi akan segera tersedia."
    return site.with_page("/ppid-dinas", empty_page("PPID", text)).with_link("/ppid-dinas", "PPID")


@cosmetic
def title_only_pages(site: Captured) -> Captured:
    """A page for each topic that only says its title, all of them linked from the home page."""
    for title in TOPICS:
        path = f"/halaman/{slug(title)}"
        site = site.with_page(path, empty_page(title)).with_link(path, title)
    return site


@cosmetic
def repeated_title_pages(site: Captured) -> Captured:
    """A page for each topic that says its title again and again."""
    for title in TOPICS:
        path = f"/halaman/{slug(title)}"
        site = site.with_page(path, empty_page(title, f"{title}. " * 40)).with_link(path, title)
    return site


@cosmetic
def dead_service_list(site: Captured) -> Captured:
    """Links to services that do not exist, on the site's own host."""
    for title in TOPICS:
        path = f"/layanan-daring/{slug(title)}"
        site = site.with_link(path, title).with_answer(site.url(path), status=404)
    return site


@cosmetic
def silent_service_hosts(site: Captured) -> Captured:
    """Links to hosts named as services that nobody has registered."""
    for name in ("ppid", "lapor", "jdih", "lpse", "sippn"):
        url = f"https://{name}.belum-ada.contohprov.go.id/"
        gone = Failure(FailureReason.DNS)
        site = site.with_link(url, name.upper()).with_answer(url, status=None, failure=gone)
    return site


@cosmetic
def service_names_lead_home(site: Captured) -> Captured:
    """Links named as services, all of which lead to the home page."""
    links = "".join(f'<li><a href="/">{title}</a>' for title in TOPICS)
    return site.rewritten(lambda old: in_footer(old, f"<ul>{links}</ul>"))


@cosmetic
def service_paths_redirect_home(site: Captured) -> Captured:
    """Links to addresses named as services, which redirect to the home page."""
    for title in TOPICS:
        path = f"/{slug(title)}-kami"
        site = site.with_link(path, title).with_answer(site.url(path), status=302)
        *rest, last = site.exchanges
        site = site.with_exchanges((*rest, with_header(last, "location", site.home.url)))
    return site


@cosmetic
def service_anchors(site: Captured) -> Captured:
    """Links named as services that lead nowhere: fragments and scripts."""
    links = "".join(
        f'<li><a href="#{slug(title)}">{title}</a><li><a href="javascript:void(0)">{title}</a>'
        for title in TOPICS
    )
    return site.rewritten(lambda old: in_footer(old, f"<ul>{links}</ul>"))


def _hidden(style: str) -> str:
    links = "".join(
        f'<a href="/ppid-dinas">{title}</a> ' for title in ("PPID", "Pengaduan", "LAPOR", "Kontak")
    )
    return f"<div {style}>{links}{KEYWORDS}</div>"


def _with_hidden(site: Captured, style: str) -> Captured:
    page = empty_page("PPID", KEYWORDS)
    return site.with_page("/ppid-dinas", page).rewritten(
        lambda old: in_footer(old, _hidden(style)), to=(site.home,)
    )


@cosmetic
def links_not_displayed(site: Captured) -> Captured:
    """Links to services in a block that is not displayed."""
    return _with_hidden(site, 'style="display:none"')


@cosmetic
def links_hidden_by_attribute(site: Captured) -> Captured:
    """Links to services in a block with the attribute `hidden`."""
    return _with_hidden(site, "hidden")


@cosmetic
def links_off_screen(site: Captured) -> Captured:
    """Links to services far to the left of the screen."""
    return _with_hidden(site, 'style="position:absolute;left:-9999px"')


@cosmetic
def links_white_on_white(site: Captured) -> Captured:
    """Links to services in the colour of the paper."""
    return _with_hidden(site, 'style="color:#fff;background:#fff"')


@cosmetic
def links_of_no_size(site: Captured) -> Captured:
    """Links to services in letters of no size."""
    return _with_hidden(site, 'style="font-size:0"')


@cosmetic
def links_hidden_from_readers(site: Captured) -> Captured:
    """Links to services that assistive technology is told to skip."""
    return _with_hidden(site, 'aria-hidden="true"')


@repair
def ppid_page(site: Captured) -> Captured:
    """A page of the PPID with its officer, its way and its hours, linked from the home page."""
    text = (
        "Pejabat Pengelola Informasi dan Dokumentasi melayani permohonan informasi publik setiap hari "
        "kerja pukul "
        "08.00 sampai 15.00 di Jalan Merdeka Nomor 1. Pemohon mengisi formulir, melampirkan salinan "
        "kartu tanda "
        "penduduk, dan menerima jawaban paling lambat sepuluh hari kerja setelah permohonan diterima. "
        "Bila keberatan, "
        "pemohon dapat menulis kepada atasan PPID dalam tiga puluh hari kerja, dan selanjutnya kepada "
        "Komisi Informasi. "
        "Biaya penyalinan ditanggung pemohon. Telepon (022) 4230001, surel ppid@contohprov.go.id."
    )
    return site.with_page("/ppid-dinas", empty_page("PPID Dinas", text)).with_link("/ppid-dinas", "PPID")


@repair
def complaint_link(site: Captured) -> Captured:
    """A link to SP4N-LAPOR!, which answers."""
    return site.with_link("https://www.lapor.go.id/", "SP4N-LAPOR!").with_answer(
        "https://www.lapor.go.id/", document=empty_page("SP4N-LAPOR!", "Sampaikan laporan Anda.")
    )


@repair
def contact(site: Captured) -> Captured:
    """Address, telephone and mail in the footer of each page."""
    address = (
        "<address>Jalan Merdeka Nomor 1, Kota Contoh 40111<br>Telepon "
        '<a href="tel:+62224230001">(022) 4230001</a><br>Surel '
        '<a href="mailto:dinas@contohprov.go.id">dinas@contohprov.go.id</a></address>'
    )
    return site.rewritten(lambda old: in_footer(old, address))


@repair
def dead_link_removed(site: Captured) -> Captured | None:
    """The links that lead nowhere are taken out."""
    dead = {one.url for one in site.exchanges if one.status in (404, 410)}
    paths = {url.removeprefix(site.url("/").rstrip("/")) for url in dead} | dead
    pages = [page for page in site.pages if any(f'"{path}"' in html(page) for path in paths)]
    if not pages:
        return None

    def without(old: str) -> str:
        for path in sorted(paths):
            old = old.replace(f'<a href="{path}"', "<span").replace(f"<a href={path}>", "<span>")
        return old

    return site.rewritten(without, to=pages)


@repair
def sample_text_removed(site: Captured) -> Captured | None:
    """Lorem ipsum gives way to what the page is about."""
    pages = list(matches(site, "lorem ipsum"))
    if not pages:
        return None
    real = "Petugas melayani warga di loket setiap hari kerja pukul 08.00 sampai 15.00"
    return site.rewritten(
        lambda old: old.replace("Lorem ipsum dolor sit amet", real).replace(
            "lorem ipsum dolor sit amet", real
        ),
        to=pages,
    )
