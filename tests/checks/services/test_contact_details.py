"""`contact-details`: address, telephone and official mail, on the pages where they are looked for."""

import pytest

from tests.evidence import SITE, page, readings, region
from webaudit.checks.services.contact_details import contact_details
from webaudit.extract.inventory import inventory
from webaudit.model.finding import Outcome, Verdict

ADDRESS, PHONE, MAIL = "Jl. Merdeka No. 5, Kec. Satu", "Telp. (022) 4264813", "dinas@contohprov.go.id"


def asked(**bodies: str) -> Verdict:
    """The verdict on a site with these pages by path."""
    pages = readings(
        *(
            page(f"<html lang=id><title>{path}</title><body>{body}", url=f"{SITE}{path}").reading
            for path, body in bodies.items()
        )
    )
    (verdict,) = contact_details(inventory(pages, region()), pages)
    return verdict


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (f"{PHONE} {MAIL}", "address-missing"),
        (f"{ADDRESS} {MAIL}", "phone-missing"),
        (f"{ADDRESS}, {PHONE}", "mail-missing"),
        (f"{ADDRESS}, {PHONE}, dinas@gmail.com", "free-mail"),
        (ADDRESS, "incomplete"),
        ("Selamat datang di situs kami", "absent"),
        (f'<div style="display:none">{ADDRESS}, {PHONE}, {MAIL}</div>', "absent"),
    ],
)
def test_missing(text: str, code: str) -> None:
    """What is missing is named; what no visitor sees is missing."""
    assert (asked(beranda=text).outcome, asked(beranda=text).code) == (Outcome.FAILED, code)


def test_whole() -> None:
    """The three may stand on different pages."""
    verdict = asked(beranda=f"<footer>{ADDRESS}</footer>", kontak=f"<h1>Kontak</h1>{PHONE}, {MAIL}")

    assert verdict.outcome is Outcome.PASSED


def test_contact_page_is_read_first() -> None:
    """However many pages there are, the one about the contact is read; an article never is."""
    others = {f"a{number}": "" for number in range(20)}
    article = {"berita/7-alamat-baru-kantor-dinas": f"{ADDRESS}, {PHONE}, {MAIL}"}

    assert (
        asked(**others, **{"kontak/z": "", "kontak": f"{ADDRESS}, {PHONE}, {MAIL}"}).outcome is Outcome.PASSED
    )
    assert asked(**others, **article).code == "absent"
