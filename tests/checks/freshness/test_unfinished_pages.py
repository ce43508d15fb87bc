"""`unfinished-pages`: pages that say of themselves that they are not ready."""

import pytest

from tests.evidence import page
from webaudit.checks.freshness.unfinished_pages import unfinished_pages
from webaudit.model.finding import Outcome

LONG = "<p>" + "Dinas melayani warga di seluruh kabupaten dan kota setiap hari kerja. " * 12


@pytest.mark.parametrize(
    ("html", "code"),
    [
        pytest.param(
            "<title>Layanan | Dinas</title><h1>Coming Soon</h1>" + LONG, "under-construction", id="heading"
        ),
        pytest.param(
            "<title>Under Construction - Dinas</title>" + LONG, "under-construction", id="part of a title"
        ),
        pytest.param(
            "<title>Dinas</title><p>Halaman ini sedang dalam pengembangan",
            "under-construction",
            id="short page",
        ),
        pytest.param("<title>Dinas</title><p>Belum ada data", "no-content", id="no data, nothing else"),
        pytest.param("<title>Berita - Dinas</title><h1>Belum ada berita</h1>", "no-content", id="no news"),
        pytest.param(
            "<title>Dinas</title><p>Mohon maaf, website sedang maintenance", "under-construction", id="both"
        ),
        pytest.param(
            "<title>Dinas</title>" + LONG + "<br>Notice: Undefined variable: judul in /home/x.php",
            "program-error",
            id="a notice of PHP",
        ),
        pytest.param("<title>Index of /berkas</title>" + LONG, "server-page", id="listing"),
        pytest.param(
            "<title>Apache2 Ubuntu Default Page: It works</title>" + LONG, "server-page", id="server's page"
        ),
        pytest.param(
            "<title>Dinas</title>" + LONG + "<b>Fatal error</b>: Uncaught Error: in x.php",
            "program-error",
            id="PHP",
        ),
        pytest.param(
            "<title>Kesalahan dalam menyambungkan ke basis data</title><h1>Dinas</h1>"
            "<p>Kesalahan dalam menyambungkan ke basis data",
            "program-error",
            id="WordPress without its database",
        ),
    ],
)
def test_unfinished(html: str, code: str) -> None:
    """A page that says it in its title, its main heading or as its only text fails, with the kind as code."""
    (verdict,) = unfinished_pages(page(html))

    assert (verdict.outcome, verdict.code) == (Outcome.FAILED, code)


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<title>Dinas</title>" + LONG, id="an ordinary page"),
        pytest.param("<title>Coming Soon: Festival Film Pelajar 2026</title>" + LONG, id="an event"),
        pytest.param(
            "<title>Dinas</title><h1>Konser Segera Hadir</h1>", id="a short announcement of an event"
        ),
        pytest.param(
            "<title>Stasiun Baru Segera Hadir di Kota Bandung Tahun Depan</title>" + LONG, id="a headline"
        ),
        pytest.param(
            "<title>Dinas</title>" + LONG + "<p>Belum ada data korban banjir", id="a sentence in an article"
        ),
        pytest.param(
            "<title>Dinas</title><h1>Jembatan dalam Perbaikan, Warga Diminta Memutar</h1>" + LONG,
            id="a repair",
        ),
        pytest.param("<title>Jalan Sedang Diperbaiki</title>" + LONG, id="a road under repair"),
        pytest.param(
            "<title>Dinas</title>" + LONG + "<aside>Belum ada pengumuman</aside>", id="an empty box beside it"
        ),
        pytest.param(
            "<title>Tidak Ada Data Pribadi yang Bocor, Tegas Kepala Dinas</title>" + LONG, id="a statement"
        ),
        pytest.param("<title>Dinas</title><script>var t='sqlstate['</script>" + LONG, id="inside a script"),
        pytest.param(
            "<title>Sample Page</title><p>Lorem ipsum dolor sit amet" + LONG, id="sample text, another matter"
        ),
    ],
)
def test_finished(html: str) -> None:
    """An article that uses the words, and an announcement, pass."""
    (verdict,) = unfinished_pages(page(html))

    assert verdict.outcome is Outcome.PASSED
