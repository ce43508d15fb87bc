"""What agencies do to seem to answer: success with nothing behind it, and headings without text."""

from tests.metamorphic.captured import Captured, in_footer
from tests.metamorphic.transformation import cosmetic, repair
from tests.metamorphic.transformations.services import TOPICS, empty_page, slug

PARTS = "Persyaratan, prosedur, jangka waktu, biaya, produk layanan, pengaduan, nilai IKM 2026 99,99"
"""The six parts of a standard and the result of a survey, in words."""


def _answering(site: Captured, document: str) -> Captured:
    """A link for each topic, to an address of the site that answers with a document."""
    for title in TOPICS:
        path = f"/jawaban/{slug(title)}"
        site = site.with_link(path, title).with_answer(site.url(path), document=document)
    return site


@cosmetic
def blank_answers(site: Captured) -> Captured:
    """Links to services that answer with success and a blank page."""
    return _answering(site, '<!doctype html><html lang="id"><title>Layanan</title><body></body></html>')


@cosmetic
def answers_under_construction(site: Captured) -> Captured:
    """Links to services that answer with success, and that they are not ready."""
    return _answering(site, empty_page("Layanan", "Halaman sedang dalam pengembangan."))


@cosmetic
def broken_answers(site: Captured) -> Captured:
    """Links to services that answer with success, and with the error of a program."""
    return _answering(site, empty_page("Layanan", "SQLSTATE[HY000] [2002] Connection refused"))


@cosmetic
def answers_behind_a_login(site: Captured) -> Captured:
    """Links to services that nobody sees without an account."""
    form = '<form>Nama <input name="u"> Sandi <input type="password" name="p"><button>Masuk</button></form>'
    return _answering(site, empty_page("Masuk", form))


@cosmetic
def words_of_a_standard(site: Captured) -> Captured:
    """A page “Standar Pelayanan” that lists the words of its six parts, linked from the home page."""
    page = empty_page("Standar Pelayanan", PARTS)
    return site.with_page("/standar-kata", page).with_link("/standar-kata", "Standar Pelayanan")


@cosmetic
def headings_without_text(site: Captured) -> Captured:
    """A page “Tentang” of headings alone: vision, mission, duties, structure."""
    heads = "".join(f"<h2>{one}</h2>" for one in ("Visi", "Misi", "Tugas dan Fungsi", "Struktur Organisasi"))
    page = empty_page("Tentang", heads)
    return site.with_page("/tentang-judul", page).with_link("/tentang-judul", "Tentang")


@cosmetic
def icons_of_nobody(site: Captured) -> Captured:
    """Icons of social networks that lead to no account."""
    icons = "".join(
        f'<a href="https://{host}/" aria-label="{host}"></a>' for host in ("facebook.com", "x.com")
    )
    return site.rewritten(lambda old: in_footer(old, icons))


@repair
def standard_of_a_service(site: Captured) -> Captured:
    """A standard of service in all six parts, as sentences, linked from the home page."""
    text = (
        "Persyaratan: ijazah terakhir yang dilegalisasi dan pasfoto berlatar merah untuk blangko. "
        "Prosedur: berkas dititipkan pada kotak hijau, lalu dicocokkan oleh juru arsip dengan buku besar. "
        "Jangka waktu: tujuh hari kerja yang dihitung sejak kuitansi dicap. "
        "Biaya: gratis bagi yatim piatu, selebihnya sesuai tarif perda. "
        "Produk: blangko bermeterai yang dijilid dengan benang. Pengaduan: loket dua."
    )
    page = empty_page("Standar Pelayanan Rekomendasi", text)
    return site.with_page("/standar-rekomendasi", page).with_link("/standar-rekomendasi", "Standar Pelayanan")
