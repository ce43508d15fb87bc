"""What a site offers: menus of real kinds, and all that only looks like a service."""

# ruff: noqa: E501 - a menu is easier to read as it was written

import pytest

from tests.evidence import SITE, page, readings
from webaudit.extract.inventory import MOST_PROOFS, inventory
from webaudit.model.evidence import Inventory
from webaudit.model.reading import ProofKind
from webaudit.model.site import Region

OWN = Region("Contoh", ("contohprov.go.id",), portals=("ppid.contohprov.go.id",))


def offered(*bodies: str, where: Region = OWN, url: str = SITE) -> Inventory:
    """The inventory of a site with these pages."""
    pages = [
        page(f"<html lang=id><title>Dinas</title><body>{body}", url=f"{url}{'p' * n}")
        for n, body in enumerate(bodies)
    ]
    return inventory(readings(*(one.reading for one in pages)), where)


def found(body: str) -> set[str]:
    """The subjects that one page of a site proves."""
    return {proof.subject for proof in offered(body).proofs}


def kinds(body: str, subject: str) -> list[ProofKind]:
    """The signs of one subject, strongest first."""
    return [proof.by for proof in offered(body).of(subject)]


@pytest.mark.parametrize(
    ("menu", "expected"),
    [
        pytest.param(
            """<nav><ul class="menu"><li><a href="/">Beranda</a><li><a href="/profil-dinas/">Profil Dinas</a>
            <li><a href="/visi-misi/">Visi &amp; Misi</a><li><a href="/struktur-organisasi/">Struktur Organisasi</a>
            <li><a href="/tugas-pokok-dan-fungsi/">Tugas Pokok dan Fungsi</a><li><a href="/category/berita/">Berita</a>
            <li><a href="/category/pengumuman/">Pengumuman</a><li><a href="/galeri-foto/">Galeri</a>
            <li><a href="/hubungi-kami/">Hubungi Kami</a></ul></nav>""",
            {"profil", "visi_misi", "struktur", "tupoksi", "berita", "pengumuman", "galeri", "kontak"},
            id="WordPress with names in its addresses",
        ),
        pytest.param(
            """<div id="main-menu"><a href="/?page_id=12">Profil</a><a href="/?page_id=14">Sejarah Singkat</a>
            <a href="/?cat=3">Berita &amp; Artikel</a><a href="/?page_id=44">Standar Pelayanan Publik</a>
            <a href="/?page_id=51">Maklumat Pelayanan</a><a href="/?page_id=60">Survei Kepuasan Masyarakat (SKM)</a></div>""",
            {"profil", "berita", "standar_pelayanan", "maklumat", "skm"},
            id="WordPress with numbers for addresses",
        ),
        pytest.param(
            """<ul class="nav menu"><li><a href="/index.php/profil/tugas-dan-fungsi">Tugas &amp; Fungsi</a>
            <li><a href="/index.php?option=com_content&amp;view=article&amp;id=7:struktur-organisasi&amp;catid=2">Bagan</a>
            <li><a href="/index.php/agenda">Agenda</a><li><a href="/index.php/tanya-jawab">Tanya Jawab</a></ul>""",
            {"tupoksi", "struktur", "agenda", "faq"},
            id="Joomla",
        ),
        pytest.param(
            """<nav><a href="/halaman/detail/selayang-pandang">Selayang Pandang</a>
            <a href="/page/read/3/profil-pejabat">Profil Pejabat</a><a href="/home/unduhan">Unduhan</a>
            <a href="/dokumen/renstra-2025-2029">Renstra</a><a href="/pengaduan">Pengaduan Masyarakat</a></nav>""",
            {"profil", "pimpinan", "unduhan", "renstra", "pengaduan"},
            id="CodeIgniter",
        ),
        pytest.param(
            """<nav><a href="/profil">Profil</a><a href="/bewara">Bewara</a><a href="/b">Béja</a>
            <a href="/palayanan">Palayanan Online</a><a href="/k">Kontak Urang</a><a href="/m">Milarian</a>
            <a href="/p">Pangaduan</a></nav>""",
            {"profil", "pengumuman", "berita", "layanan_online", "kontak", "pencarian", "pengaduan"},
            id="Sundanese",
        ),
        pytest.param(
            """<footer><a href="https://www.lapor.go.id"><img src="/img/logo1.png"></a>
            <a href="https://jdih.contohprov.go.id/"><img src="/a.png" alt="logo"></a>
            <a href="/link/4"><img src="/wp-content/uploads/2024/01/logo-lpse-300x100.png"></a>
            <a href="/link/5"><img src="x.jpg" alt="Satu Data Contoh"></a></footer>""",
            {"lapor", "pengaduan", "jdih", "lpse", "open_data"},
            id="logos without text",
        ),
        pytest.param(
            """<aside><a href="https://wbs.contohprov.go.id">Laporkan</a>
            <a href="https://sippn.menpan.go.id/instansi/1">SIPPN</a><a href="https://forms.gle/abc">Isi Survei SKM</a>
            <a href="https://csirt.contohprov.go.id">CSIRT</a><a href="https://elhkpn.kpk.go.id">e-LHKPN</a></aside>""",
            {"wbs", "sippn", "skm", "csirt", "lhkpn"},
            id="services elsewhere",
        ),
    ],
)
def test_menus(menu: str, expected: set[str]) -> None:
    """The entries of a menu are known by text, address, host or logo, whatever system wrote it."""
    assert expected - found(menu) == set()


@pytest.mark.parametrize(
    ("body", "subjects"),
    [
        pytest.param(
            '<a href="/p/9">Lapor Pajak</a><a href="/p/8">Lapor SPT Tahunan</a>',
            {"lapor", "pengaduan"},
            id="taxes",
        ),
        pytest.param(
            '<nav><a href="/laporan-kinerja">Laporan Kinerja</a></nav>',
            {"lapor", "pengaduan", "wbs"},
            id="a report",
        ),
        pytest.param(
            '<a href="/berita/7-lapor">Warga Lapor Lewat SP4N LAPOR Meningkat Tahun Ini</a>',
            {"lapor"},
            id="news",
        ),
        pytest.param(
            '<aside><h3>Berita</h3><a href="/2026/03/bimtek-ppid/">Diskominfo Gelar Bimtek PPID</a></aside>',
            {"ppid"},
            id="a headline beside the content",
        ),
        pytest.param(
            "<article><p>PPID, LAPOR, JDIH, LPSE, SKM, SIPPN, maklumat pelayanan, open data</p></article>",
            {"ppid", "lapor", "jdih", "lpse", "skm", "sippn", "maklumat", "open_data"},
            id="a list of keywords",
        ),
        pytest.param(
            '<nav><a href="#">PPID</a><a href="javascript:void(0)">JDIH</a><a href="/">LPSE</a></nav>',
            {"ppid", "jdih", "lpse"},
            id="entries that lead nowhere",
        ),
        pytest.param(
            '<div style="display: none"><a href="/ppid">PPID</a></div><p hidden><a href="/jdih">JDIH</a></p>'
            '<a style="position:absolute;left:-9999px" href="https://lapor.go.id">LAPOR</a>',
            {"ppid", "jdih", "lapor", "pengaduan"},
            id="hidden",
        ),
        pytest.param(
            '<footer><a href="https://jdih.kotacontoh.go.id">JDIH Kota Contoh</a>'
            '<a href="https://lpse.lainprov.go.id">LPSE</a></footer>',
            {"jdih", "lpse"},
            id="of another region",
        ),
        pytest.param(
            '<nav><a href="https://lain.contohprov.go.id/profil">Profil</a></nav>',
            {"profil"},
            id="another agency",
        ),
        pytest.param(
            '<nav><a href="/data">Data</a><a href="/layanan">Layanan</a><a href="/login">Login</a>'
            '<a href="/sop">SOP</a><a href="/ikm">IKM Binaan</a></nav>',
            {"open_data", "layanan_online", "standar_pelayanan", "skm"},
            id="words of many meanings",
        ),
        pytest.param(
            '<footer><a href="https://instagram.com/ppid.contoh">PPID</a></footer>',
            {"ppid"},
            id="a social account",
        ),
        pytest.param(
            '<nav><a href="/opd/9">Biro Pengadaan Barang dan Jasa</a><a href="/spm">Standar Pelayanan Minimal</a></nav>',
            {"lpse", "standar_pelayanan"},
            id="names of other things",
        ),
        pytest.param(
            '<footer><a href="https://www.facebook.com/">f</a><a href="https://twitter.com/share?u=x">t</a></footer>',
            {"social"},
            id="accounts that nobody has",
        ),
        pytest.param(
            '<form action="/masuk" method="post"><input name="username"><input name="pass" type="password"></form>',
            {"pencarian"},
            id="a form to log in",
        ),
    ],
)
def test_only_looks_like_it(body: str, subjects: set[str]) -> None:
    """News, keywords, dead entries, hidden links and the services of others are no proof."""
    assert found(body) & subjects == set()


@pytest.mark.parametrize(
    ("body", "subject", "kind"),
    [
        ('<a href="https://ppid.contohprov.go.id/">x</a>', "ppid", ProofKind.CENTRAL_PORTAL),
        ('<a href="https://ppid-dinas.contohprov.go.id/">x</a>', "ppid", ProofKind.HOST),
        ('<a href="/ppid/daftar">x</a>', "ppid", ProofKind.PATH),
        ('<a href="/x"><img src="ppid.png"></a>', "ppid", ProofKind.IMAGE),
        ('<a href="/x">PPID</a>', "ppid", ProofKind.TEXT),
        ('<nav><a href="/keterbukaan/informasi-publik">Informasi Publik</a></nav>', "ppid", ProofKind.PATH),
        ("<h1>Maklumat Pelayanan</h1>", "maklumat", ProofKind.PAGE),
        ("<p>Dengan ini kami menyatakan sanggup menyelenggarakan pelayanan", "maklumat", ProofKind.PHRASE),
        ("<h2>Hubungi Kami</h2>", "kontak", ProofKind.SECTION),
        ('<nav><a href="/#kontak">Kontak</a></nav>', "kontak", ProofKind.SECTION),
        ('<form><input type="search" name="x"></form>', "pencarian", ProofKind.FORM),
        ('<a href="https://wa.me/6281234567890">WhatsApp Pengaduan</a>', "pengaduan", ProofKind.REACH),
        ('<a href="mailto:aduan@contohprov.go.id">Kirim aduan</a>', "pengaduan", ProofKind.REACH),
        ("<footer>Senin s.d. Jumat 08.00 – 15.30 WIB</footer>", "jam_layanan", ProofKind.PHRASE),
        (
            '<table><tr><td>LHKPN Kepala Dinas<td><a href="/f/1.pdf">Unduh</a></table>',
            "lhkpn",
            ProofKind.TEXT,
        ),
        ('<a href="/wp-content/uploads/2026/01/RENJA_2026.pdf">Unduh</a>', "renja", ProofKind.PATH),
        ('<a href="https://www.instagram.com/dinas.contoh/">ig</a>', "social", ProofKind.HOST),
    ],
)
def test_kind(body: str, subject: str, kind: ProofKind) -> None:
    """Each proof says by what it is known."""
    assert kinds(body, subject) == [kind]


def test_strongest_first_and_bounded() -> None:
    """The proofs of a subject come strongest first, one for each address, and no more than are read."""
    links = "".join(f'<a href="/x/{n}">PPID</a><a href="/ppid/{n}">PPID</a>' for n in range(30))
    ranks = [proof.by.rank for proof in offered(links, links).of("ppid")]

    assert ranks == sorted(ranks)
    assert len(ranks) == MOST_PROOFS


def test_first_page_is_named() -> None:
    """A link that stands on all pages is said to be found on the first."""
    (proof,) = offered('<a href="/x">PPID</a>', '<a href="/x">PPID</a>').of("ppid")

    assert proof.found_on == SITE


def test_without_a_region() -> None:
    """Who belongs to whom is asked only where the list says it, and of sites that it is about."""
    body = '<a href="https://jdih.lainprov.go.id">JDIH</a>'

    assert offered(body, where=Region()).of("jdih")
    assert offered(body, url="https://dinas.duaprov.go.id/").of("jdih")
    assert not offered(body).of("jdih")
