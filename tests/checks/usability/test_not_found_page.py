"""`not-found-page`: a missing address is said to be missing, and a way back is shown."""

import pytest

from tests.evidence import SITE, home, hops, link, reading
from webaudit.checks.usability.not_found_page import not_found_page
from webaudit.model.finding import Outcome
from webaudit.model.home_page import NotFound
from webaudit.model.reading import PageKind, Reading

MISSING = f"{SITE}9f31c0"
BACK = link(SITE, "Beranda")


def shown(
    text: str, *links: str, kind: PageKind = PageKind.ERROR, title: str = "404", status: int = 404
) -> Reading:
    """The page that came."""
    back = [link(url) for url in links]
    return reading(text, url=MISSING, title=title, kind=kind, status=status, links=back)


def code(chain: str, page: Reading | None) -> tuple[Outcome, str]:
    """What is said of an answer."""
    (verdict,) = not_found_page(NotFound(hops(chain), page), home())
    return verdict.outcome, verdict.code


MENU = "Beranda Profil Layanan Berita Kontak"
APACHE = "Not Found The requested URL was not found on this server. Apache/2.4 Server Port 443"
WORDPRESS = "Oops! That page can't be found. It looks like nothing was found. Try a search?"
LITESPEED = (
    "404 Not Found The resource requested could not be found on this server! Proudly powered by LiteSpeed"
)


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        pytest.param(shown("Halaman tidak ditemukan", SITE), "", id="in Indonesian, with a way home"),
        pytest.param(shown("Maaf, tidak ada", f"{SITE}berita"), "", id="with a link to another page"),
        pytest.param(shown("Maaf, tidak ada", "https://www.dinas.contohprov.go.id/"), "", id="under www"),
        pytest.param(shown(f"{MENU} {WORDPRESS}", SITE), "", id="foreign words under an Indonesian menu"),
        pytest.param(shown("404", SITE), "", id="no words at all, but a link"),
        pytest.param(shown("Kaca teu kapanggih", SITE), "", id="in Sundanese"),
        pytest.param(shown(WORDPRESS, SITE), "foreign-language", id="in English"),
        pytest.param(shown("Halaman tidak ditemukan"), "way-back-missing", id="no link"),
        pytest.param(
            shown("Halaman tidak ditemukan", "https://wordpress.org/"), "way-back-missing", id="away"
        ),
        pytest.param(shown("word " * 200), "way-back-missing", id="long, no link"),
        pytest.param(shown(APACHE), "bare-error", id="Apache"),
        pytest.param(shown("404 Not Found nginx"), "bare-error", id="nginx"),
        pytest.param(
            shown(LITESPEED, "https://www.litespeedtech.com/error-page"), "bare-error", id="LiteSpeed"
        ),
        pytest.param(shown("", title=""), "bare-error", id="an empty page"),
        pytest.param(None, "bare-error", id="no page"),
    ],
)
def test_page(page: Reading | None, expected: str) -> None:
    """Of a page with status 404 language and way back decide."""
    outcome = Outcome.FAILED if expected else Outcome.PASSED

    assert code(f"404 {MISSING}", page) == (outcome, expected)
    assert code(f"410 {MISSING}", page) == (outcome, expected)


GOOD = shown("Halaman tidak ditemukan", SITE)


@pytest.mark.parametrize(
    ("chain", "page", "outcome", "expected"),
    [
        pytest.param(f"200 {MISSING}", GOOD, Outcome.FAILED, "soft-404-status", id="all is well"),
        pytest.param(
            f"200 {MISSING}", shown("", kind=PageKind.SHELL), Outcome.FAILED, "soft-404-status", id="shell"
        ),
        pytest.param(
            f"302 {MISSING}\n200 {SITE}404", GOOD, Outcome.FAILED, "soft-404-status", id="led to a page"
        ),
        pytest.param(f"302 {MISSING}\n404 {SITE}404", GOOD, Outcome.PASSED, "", id="led to an error page"),
        pytest.param(f"301 {MISSING}\n200 {SITE}", None, Outcome.FAILED, "redirects-home", id="led home"),
        pytest.param(
            f"301 {MISSING} -> {SITE}", None, Outcome.FAILED, "redirects-home", id="led home, not followed"
        ),
        pytest.param(
            f"301 {MISSING} -> http://www.dinas.contohprov.go.id/",
            None,
            Outcome.FAILED,
            "redirects-home",
            id="led to a variant of home",
        ),
        pytest.param(
            f"301 {MISSING} -> https://lain.example/", None, Outcome.CANT_TELL, "unclear", id="led away"
        ),
        pytest.param(f"503 {MISSING}", GOOD, Outcome.CANT_TELL, "unclear", id="trouble"),
        pytest.param(
            f"403 {MISSING}", shown("", kind=PageKind.BLOCKED), Outcome.CANT_TELL, "unclear", id="turned away"
        ),
        pytest.param(
            f"404 {MISSING}", shown("", kind=PageKind.BLOCKED), Outcome.CANT_TELL, "unclear", id="firewall"
        ),
        pytest.param(
            f"200 {MISSING}", shown("", kind=PageKind.PARKED), Outcome.CANT_TELL, "unclear", id="parked"
        ),
        pytest.param(f"timeout {MISSING}", None, Outcome.CANT_TELL, "unclear", id="silence"),
    ],
)
def test_answer(chain: str, page: Reading | None, outcome: Outcome, expected: str) -> None:
    """A status of success, and a redirect to the home page, say nothing of what is missing."""
    assert code(chain, page) == (outcome, expected)
