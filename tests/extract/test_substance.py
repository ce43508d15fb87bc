"""Pages that say nothing of their own."""

from tests.evidence import SITE, link, reading
from webaudit.extract.substance import FEW_PAGES, thin_pages
from webaudit.model.reading import Reading

FRAME = "Beranda Profil Layanan Kontak Jalan Merdeka Nomor Satu Kota Contoh"
STORIES = (
    "Bupati meresmikan jembatan gantung di dusun terpencil, dan warga menyambutnya dengan kenduri serta "
    "wayang.",
    "Penyuluh mendata sawah kering untuk bantuan benih, pupuk, dan pompa yang dijanjikan gubernur tahun "
    "lalu.",
    "Kartu kuning pencari kerja diterbitkan gratis pada loket ketiga dengan membawa ijazah dan pasfoto "
    "berwarna.",
)


def site(*texts: str) -> list[Reading]:
    """A home page, and pages with these texts within the same frame."""
    pages = [reading(FRAME, url=SITE)]
    return [*pages, *(reading(f"{FRAME} {text}", url=f"{SITE}{number}") for number, text in enumerate(texts))]


def thin(*texts: str) -> frozenset[str]:
    """The numbers of those that are thin."""
    return frozenset(url.removeprefix(SITE) for url in thin_pages(site(*texts), SITE))


def test_stories() -> None:
    """A page with some sentences of its own is none, though a frame stands around them."""
    assert thin(*STORIES) == frozenset()


def test_title_alone() -> None:
    """A frame around a heading and a greeting says nothing."""
    assert thin(*STORIES, "PPID", "Selamat datang di laman PPID kami.") == {"3", "4"}


def test_numbers_set_nothing_apart() -> None:
    """Pages that differ by a number or a name say the same."""
    many = tuple(f"Kegiatan {number} {STORIES[0]}" for number in range(FEW_PAGES + 1))

    assert thin(*many) == {str(number) for number in range(FEW_PAGES + 1)}


def test_copies() -> None:
    """Of two pages with the same words neither counts; the home page always does."""
    home = reading(STORIES[0], url=SITE)
    copies = [reading(STORIES[0], url=f"{SITE}{name}") for name in ("a", "b")]

    assert thin_pages([home, *copies], SITE) == {f"{SITE}a", f"{SITE}b"}


def test_keywords() -> None:
    """Names in a row are no sentences; with a link of their own they may be a list."""
    names = (
        "Renstra, Lakip, Maklumat, Pengaduan, Survei, Pejabat, Struktur, Regulasi, Statistik, Galeri, Arsip"
    )
    listed = reading(names, url=f"{SITE}b", links=[link(f"{SITE}b"), link(f"{SITE}renstra.pdf")])

    assert thin(names) == {"0"}
    assert thin_pages([*site(*STORIES), listed], SITE) == frozenset()


def test_more_pages_make_none_thick() -> None:
    """Whatever is added, a thin page stays thin."""
    before = thin(STORIES[0], "PPID", "Kontak kami")

    assert before <= thin(STORIES[0], "PPID", "Kontak kami", *STORIES[1:], *(f"x{n}" for n in range(200)))
