"""What agencies do to seem to publish: names, years and files without a document behind them."""

import re
from dataclasses import replace

from tests.metamorphic.captured import Captured, html, in_footer, in_main, matches
from tests.metamorphic.transformation import cosmetic, repair
from tests.metamorphic.transformations.services import empty_page, slug
from webaudit.demo.publications import tagged
from webaudit.model.evidence import Purpose

_HREF = re.compile(r'(<a\b[^>]*href="[^"]*\.pdf"[^>]*>)([^<]*)(</a>)', re.IGNORECASE)
_YEAR = re.compile(r"20\d\d")


def names(site: Captured) -> tuple[str, ...]:
    """What the law asks for, with the years that are right."""
    year = site.today.year
    return (
        *(f"Daftar Informasi Publik {year}", "LHKPN Kepala Dinas", f"Rencana Kerja {year}"),
        *(f"Rencana Strategis {year - 1}-{year + 3}", f"Dokumen Pelaksanaan Anggaran {year}"),
        *(f"Laporan Kinerja {year - 1}", f"Laporan Keuangan {year - 1}", f"Laporan PPID {year - 1}"),
        *("Tata Cara Permohonan Informasi", "Pengajuan Keberatan"),
        *("Informasi Setiap Saat", "Informasi Serta Merta", "Informasi yang Dikecualikan"),
    )


def with_file(site: Captured, path: str, body: bytes, *, status: int = 200, media: str = "pdf") -> Captured:
    """A file more, fetched; nobody links to it yet."""
    made = replace(
        site.home,
        url=site.url(path),
        purpose=Purpose.DOCUMENT,
        status=status,
        headers=(("content-type", "text/html" if media == "html" else "application/pdf"),),
        body=body,
        truncated=False,
        failure=None,
    )
    return site.with_exchanges((*site.exchanges, made))


def linked(site: Captured, body: bytes, *, status: int = 200, media: str = "pdf") -> Captured:
    """A link and a file for each name, all with this body."""
    links = "".join(f'<li><a href="/berkas/{slug(name)}.pdf">{name}</a></li>' for name in names(site))
    for name in names(site):
        site = with_file(site, f"/berkas/{slug(name)}.pdf", body, status=status, media=media)
    return site.at_home(lambda old: in_main(old, f"<ul>{links}</ul>"))


@cosmetic
def dead_documents(site: Captured) -> Captured:
    """Links to all documents that the law asks for, and none of the files is there."""
    return linked(site, b"<h1>Not Found</h1>", status=404, media="html")


@cosmetic
def empty_documents(site: Captured) -> Captured:
    """Links to all documents that the law asks for, and every file is empty."""
    return linked(site, b"")


@cosmetic
def blank_documents(site: Captured) -> Captured:
    """Links to all documents that the law asks for, and every file is a blank page."""
    return linked(site, tagged("").replace(b"BT /F1 18 Tf 72 720 Td () Tj ET", b" " * 31))


@cosmetic
def missing_documents_with_status_200(site: Captured) -> Captured:
    """Links to all documents that the law asks for, and for each the server says kindly that it is gone."""
    return linked(site, b"<title>404</title><h1>Halaman tidak ditemukan</h1>", media="html")


@cosmetic
def documents_behind_a_login(site: Captured) -> Captured:
    """Links to all documents that the law asks for, in folders that ask for an account."""
    door = "https://accounts.google.com/v3/signin/identifier"
    for number, name in enumerate(names(site)):
        url = f"https://drive.google.com/drive/folders/{number}"
        site = site.with_link(url, name).with_answer(url, status=302)
        moved = replace(site.external[-1], headers=(("location", door),), body=b"")
        site = replace(site, external=(*site.external[:-1], moved))
    return site.with_answer(door, document="<title>Sign in</title><form><input type=email></form>")


@cosmetic
def document_keywords(site: Captured) -> Captured:
    """The names and years of all documents in the footer of each page."""
    return site.rewritten(lambda old: in_footer(old, f"<p>{', '.join(names(site))}</p>"))


@cosmetic
def document_headings(site: Captured) -> Captured:
    """A heading for each document on the home page, and nothing below it."""
    headings = "".join(f"<h2>{name}</h2>" for name in names(site))
    return site.at_home(lambda old: in_main(old, headings))


@cosmetic
def document_title_pages(site: Captured) -> Captured:
    """A page for each document that only says its title, all of them linked from the home page."""
    for name in names(site):
        path = f"/dok/{slug(name)}"
        site = site.with_page(path, empty_page(name, f"{name}. " * 30)).with_link(path, name)
    return site


@cosmetic
def document_names_on_other_pages(site: Captured) -> Captured | None:
    """Links that are called like documents and lead to pages that the site has anyway."""
    page = next(iter(site.others), None)
    if page is None:
        return None
    for name in names(site):
        # A way to ask for information, or to the PPID, is a service, and has a page of its own to be proven.
        if "PPID" not in name and "Permohonan" not in name:
            site = site.with_link(page.url, name)
    return site


@cosmetic
def hidden_documents(site: Captured) -> Captured:
    """Files of the right names that no visitor can see the links of."""
    links = "".join(f'<a href="/berkas/{slug(name)}.pdf">{name}</a>' for name in names(site))
    for name in names(site):
        site = with_file(site, f"/berkas/{slug(name)}.pdf", tagged(name))
    return site.at_home(lambda old: in_main(old, f"<div hidden>{links}</div>"))


@cosmetic
def renamed_documents(site: Captured) -> Captured | None:
    """This year's number in the links to old files, whose names still say how old they are."""
    old = list(matches(site, r'href="[^"]*20\d\d[^"]*\.pdf"'))
    if not old:
        return None

    def renamed(link: re.Match[str]) -> str:
        mine = _YEAR.search(link[1])
        late = mine is not None and int(mine[0]) < site.today.year - 1
        return link[1] + (_YEAR.sub(str(site.today.year), link[2]) if late else link[2]) + link[3]

    return site.rewritten(lambda text: _HREF.sub(renamed, text), to=old)


@repair
def documents_published(site: Captured) -> Captured:
    """All documents that the law asks for, of the right years, as tagged files of the site's own."""
    links = "".join(f'<li><a href="/berkas/{slug(name)}.pdf">{name}</a></li>' for name in names(site))
    for name in names(site):
        site = with_file(site, f"/berkas/{slug(name)}.pdf", tagged(name))
    return site.at_home(lambda old: in_main(old, f"<ul>{links}</ul>"))


@repair
def documents_tagged(site: Captured) -> Captured | None:
    """Every PDF file that was fetched is made anew with text, tags, language and title."""
    files = [one for one in site.exchanges if one.purpose is Purpose.DOCUMENT and one.status == 200]
    if not files:
        return None
    return site.each(lambda one: replace(one, body=tagged("Dokumen")), to=files)


@repair
def documents_brought_home(site: Captured) -> Captured | None:
    """What lay in a cloud lies on the site's own host, as tagged files."""
    cloud = re.compile(r'href="https://drive\.google\.com/file/d/(\w+)/view"')
    pages = list(matches(site, cloud.pattern))
    if not pages:
        return None
    for key in sorted({key for page in pages for key in cloud.findall(html(page))}):
        site = with_file(site, f"/berkas/{key}.pdf", tagged("Dokumen"))
    urls = {page.url for page in pages}
    here = tuple(page for page in site.pages if page.url in urls)
    return site.rewritten(lambda old: cloud.sub(r'href="/berkas/\1.pdf"', old), to=here)
