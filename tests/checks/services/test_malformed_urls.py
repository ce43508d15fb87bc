"""`malformed-urls`: addresses are written so that browsers and citizens get there."""

import pytest

from tests.evidence import SITE, page, readings
from webaudit.checks.services.malformed_urls import malformed_urls
from webaudit.model.finding import Location, Outcome


def code(href: str, url: str = SITE) -> str:
    """The code for a link that is written so, read by the same code as on an audit."""
    shown = page(f'<body><a href="{href}">Tautan</a>', url=url)
    (verdict,) = malformed_urls(readings(shown.reading))
    return verdict.code


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("http://https://lapor.go.id", "scheme-broken"),
        ("https://http//lapor.go.id", "scheme-broken"),
        ("https://https:/lapor.go.id", "scheme-broken"),
        ("http:/lapor.go.id", "scheme-broken"),
        ("https//lapor.go.id", "scheme-broken"),
        ("ttps://lapor.go.id", "scheme-broken"),
        ("htps://lapor.go.id", "scheme-broken"),
        ("https:\\\\lapor.go.id", "scheme-broken"),
        ("www.lapor.go.id", "scheme-missing"),
        ("lapor.go.id/aduan", "scheme-missing"),
        ("facebook.com/dinkes", "scheme-missing"),
        ("dinkes@jabarprov.go.id", "scheme-missing"),
        ("{{ item.url }}", "template-unfilled"),
        ("https://a.example/${slug}", "template-unfilled"),
        ("%link%", "template-unfilled"),
        ("/berita/undefined", "template-unfilled"),
        ("http://example.com", "placeholder-host"),
        ("https://www.yourdomain.com/kontak", "placeholder-host"),
        ("\\\\server\\bagian\\surat.pdf", "not-public"),
        ("http://localhost:8000/x", "not-public"),
        ("http://127.0.0.1/x", "not-public"),
        ("http://192.168.10.4/absen", "not-public"),
        ("http://10.1.2.3/", "not-public"),
        ("http://[::1]/", "not-public"),
        ("http://simpeg.local/", "not-public"),
        ("http://dinkes.test/", "not-public"),
        ("http://server/absen", "not-public"),
        ("file:///C:/Users/admin/surat.pdf", "not-public"),
        ("C:\\Users\\admin\\surat.pdf", "not-public"),
        ("https://surat elektronik/", "no-address"),
        ("https://", "no-address"),
    ],
)
def test_malformed(href: str, expected: str) -> None:
    """Slips of the pen, addresses of the office, and templates that were not filled in."""
    assert code(href) == expected


@pytest.mark.parametrize(
    "href",
    [
        "https://lapor.go.id/",
        "//cdn.example.com/x",
        "/unduh/dokumen rencana strategis.pdf",
        "unduh/laporan.com.pdf",
        "profil.html",
        "index.php?url=http://b.example/",
        "https://web.archive.org/web/2020/https://a.example/",
        "https://www.facebook.com/sharer.php?u=http://a.example",
        "mailto:dinkes@jabarprov.go.id",
        "tel:022123456",
        "#isi",
        "javascript:void(0)",
        "https://8.8.8.8/",
        "/penerimaan%20siswa",
        "berita/null-dan-void",
        "whatsapp://send?text=https://a.example",
    ],
)
def test_well_formed(href: str) -> None:
    """What browsers read as it was meant passes."""
    assert code(href) == ""


def test_a_site_of_the_office_links_itself() -> None:
    """Who audits a site that is not public yet is not told so for each of its links."""
    assert code("http://dinkes.test/profil", url="http://dinkes.test/") == ""
    assert code("http://absen.test/", url="http://dinkes.test/") == "not-public"


def test_one_cause_for_a_menu() -> None:
    """A link that stands on every page is told once, with the first page it stands on."""
    pages = [page('<a href="www.lapor.go.id">Lapor</a>', url=f"{SITE}{n}").reading for n in range(3)]
    (verdict,) = malformed_urls(readings(*pages))

    assert verdict.outcome is Outcome.FAILED
    assert verdict.here == Location(f"{SITE}0", snippet="www.lapor.go.id")
