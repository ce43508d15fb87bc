"""`exposed-files`: folders, error reports and files that the site itself shows."""

import pytest

from tests.evidence import failure, hops, link_target, link_targets, reading, readings
from webaudit.checks.integrity.exposed_files import exposed_files
from webaudit.model.finding import Outcome
from webaudit.model.home_page import NotFound
from webaudit.model.reading import PageKind, Reading

NONE = failure("budget")


def codes(*pages: Reading, missing: Reading | None = None, links: str = "") -> list[tuple[Outcome, str]]:
    """What is said of pages, of a missing one, and of a linked file as `hops` reads it."""
    target = link_target(links, kind=PageKind.NOT_HTML) if links else None
    found = exposed_files(
        readings(*pages),
        NotFound(hops("404 https://a.example/x"), missing) if missing else NONE,
        link_targets(*((target,) if target else ())),
    )
    return [(one.outcome, one.code) for one in found]


@pytest.mark.parametrize(
    ("title", "text", "code"),
    [
        ("Index of /uploads", "Index of /uploads Name Last modified Size Description Parent Directory", True),
        ("Index of /berkas/", "../ laporan.pdf 12-Jan-2026", True),
        (
            "dinas.contohprov.go.id - /unggahan/",
            "[To Parent Directory] 1/5/2026 9:12 AM 2841 data.xlsx",
            True,
        ),
        ("Directory Listing For [/berkas/]", "Filename Size Last Modified laporan.pdf 12 kb", True),
        ("Dinas - /profil", "Terakhir diperbarui 2026", False),
        ("Indeks Kepuasan Masyarakat", "Last modified 2026", False),
        ("Index of /jurnal", "Daftar jurnal ilmiah yang terbit tahun ini", False),
    ],
)
def test_listings(title: str, text: str, code: bool) -> None:
    """A listing has the server's own title and columns; a page about an index has not."""
    expected = (Outcome.FAILED, "directory-listing") if code else (Outcome.PASSED, "")

    assert codes(reading(text, title=title)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Selamat datang Warning: include(a.php): failed to open stream in /var/www/html/index.php on line 3",
        "Fatal error: Uncaught Error in C:\\xampp\\htdocs\\site\\index.php:12 Stack trace",
        "Server Error in '/' Application. Object reference not set. Stack Trace: [NullReferenceException]",
        "Whoops, looks like something went wrong. QueryException in Connection.php",
        "You're seeing this error because you have DEBUG = True in your Django settings file.",
        "A Database Error Occurred Error Number: 1146",
        "SQLSTATE[42S02]: Base table or view not found",
        "Whoops! There was an error. ErrorException (E_NOTICE) Undefined variable: berita",
        "Internal Server Error LARAVEL 11.4 PHP 8.3 Undefined variable $a Stack trace app/Kernel.php",
        "ErrorException APPPATH/Controllers/Berita.php at line 31",
        "CRITICAL Uncaught SYSTEMPATH/CodeIgniter.php(455)",
        "WordPress database error: [Table 'dinas.wp_posts' doesn't exist] for query SELECT * FROM wp_posts",
        "Invalid Configuration – yii\\base\\InvalidConfigException",
        "HTTP Status 500 – Internal Server Error Type Exception Report Message null "
        "java.lang.NullPointerException at id.go.dinas.Beranda.buka(Beranda.java:12)",
        "Action Controller: Exception caught NoMethodError in BeritaController#index",
        "TypeError: Cannot read properties of undefined at Layer.handle (/srv/app/express/x.js:95:5)",
        "[Microsoft][ODBC SQL Server Driver] Syntax error",
        "ORA-00942: table or view does not exist",
    ],
)
def test_error_reports(text: str) -> None:
    """Words of programs to their makers are told, on a page or in place of a missing one."""
    assert codes(reading(text)) == [(Outcome.FAILED, "debug-page")]
    assert codes(reading("Selamat datang"), missing=reading(text)) == [(Outcome.FAILED, "debug-page")]


@pytest.mark.parametrize(
    "text",
    [
        "Warning: harga cabai naik di pasar pada minggu ini",
        "Whoops, halaman tidak ditemukan. Kembali ke beranda.",
        "HTTP Status 404 – Not Found Apache Tomcat/9.0.80",
        "Aplikasi ini dibuat dengan Laravel 11 dan Node.js, server.js dijalankan oleh Diskominfo",
        "Formulir ORA-1 untuk organisasi masyarakat",
        "Panduan: tulis display_errors = Off agar pesan Fatal error tidak tampil kepada pengunjung situs",
        "Cara mengatasi SQLSTATE[42S02] pada aplikasi e-kinerja. " + "Langkah demi langkah. " * 120,
    ],
)
def test_articles_about_errors(text: str) -> None:
    """Who writes about an error does not show one."""
    assert codes(reading(text)) == [(Outcome.PASSED, "")]


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        ("200 https://dinas.contohprov.go.id/backup/db.sql.gz", (Outcome.FAILED, "file-exposed")),
        ("200 https://dinas.contohprov.go.id/.git/config", (Outcome.FAILED, "file-exposed")),
        ("404 https://dinas.contohprov.go.id/db.sql", (Outcome.PASSED, "")),
        ("timeout https://dinas.contohprov.go.id/db.sql", (Outcome.CANT_TELL, "file-unclear")),
        ("200 https://dinas.contohprov.go.id/laporan.zip", (Outcome.PASSED, "")),
        ("200 https://dinas.contohprov.go.id/belajar-sql", (Outcome.PASSED, "")),
    ],
)
def test_linked_files(links: str, expected: tuple[Outcome, str]) -> None:
    """A linked file that nobody means to publish is told if it answered."""
    assert codes(reading("Selamat datang"), links=links) == [expected]
