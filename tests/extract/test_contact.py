"""How an agency is reached: addresses, numbers and hours as footers write them, and what is none."""

import pytest

from tests.evidence import SITE, page
from webaudit.extract.contact import contact, service_hours
from webaudit.model.reading import Reading


def read(body: str, url: str = SITE) -> Reading:
    """The reading of a page with this body."""
    return page(f"<html lang=id><title>Dinas</title><body>{body}", url=url).reading


@pytest.mark.parametrize(
    "text",
    [
        "Senin - Jumat: 08.00 - 16.00 WIB",
        "Senin s.d. Kamis 07.30–16.00, Jum'at 07.30–16.30",
        "Senin s/d Jumat pukul 08:00 s/d 15:00",
        "Jam Pelayanan: 08.00 WIB - 15.00 WIB",
        "Waktu Layanan Hari kerja 08.00 sampai dengan 14.00",
        "Senin-Jum’at 08.00 WIB – 16.00 WIB",
        "Monday - Friday 8:00 to 16:00",
        "Senén nepi ka Jumaah 08.00 - 15.00",
    ],
)
def test_hours(text: str) -> None:
    """A range of days or a label beside a range of time tells the hours."""
    assert service_hours(f"Alamat kami. {text} Hak cipta")


@pytest.mark.parametrize(
    "text",
    [
        "Rapat digelar Senin, 3 Juli 2026 pukul 09.00 sampai 11.00 di aula",
        "Jam Layanan",
        "Senin - Jumat",
        "Diposting 08.00 - 10.30 oleh admin",
        "Konser pukul 19.00 - 22.00",
    ],
)
def test_no_hours(text: str) -> None:
    """An event, a label alone, and a time alone tell none."""
    assert service_hours(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Jl. Otista No.278, Sukagalih, Kec. Tarogong Kidul",
        "Jalan Pasteur Nomor 25 Bandung 40171",
        "Jln. Soekarno Hatta 705 Bandung",
        "Gedung Sate Lantai 3, Kota Bandung",
        "Jl. Diponegoro Kota Contoh",
        "JALAN MERDEKA NO. 5",
    ],
)
def test_address(text: str) -> None:
    """A street with a number, a postcode, a district or a town is an address."""
    assert contact([read(f"<footer>{text}</footer>")]).address


@pytest.mark.parametrize(
    "text",
    [
        "Perbaikan Jalan Provinsi Rusak Dimulai Pekan Depan",
        "jalan sepanjang 12000 meter",
        "Gedung baru diresmikan",
    ],
)
def test_no_address(text: str) -> None:
    """A road of the news is none."""
    assert contact([read(f"<p>{text}</p>")]).address == ""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Telp. (022) 4264813", True),
        ("Telepon: 022-7310020", True),
        ("+62 22 426 4813", True),
        ("WA 0812 3456 7890", True),
        ('<a href="tel:0224264813">Hubungi</a>', True),
        ('<a href="https://wa.me/6281234567890">Chat</a>', True),
        ("Call Center 1500-123", True),
        ("Call center 112345", True),
        ("NIP 19650101 199003 1 001", False),
        ("Nomor 045/123/2026", False),
        ("Bandung 40115", False),
        ("08.00 - 16.00 WIB", False),
        ('<a href="https://api.whatsapp.com/send?text=Bagikan">Bagikan</a>', False),
        ('<p style="display:none">Telp. (022) 4264813</p>', False),
    ],
)
def test_phone(body: str, expected: bool) -> None:
    """A number is a telephone by its form, its label or its link."""
    assert bool(contact([read(body)]).phone) is expected


@pytest.mark.parametrize(
    ("body", "mail", "official"),
    [
        ("dinas@contohprov.go.id", "dinas@contohprov.go.id", True),
        (
            '<a href="mailto:info@dinas.contohprov.go.id?subject=x">Surel</a>',
            "info@dinas.contohprov.go.id",
            True,
        ),
        ("dinas[at]contohprov.go.id", "dinas@contohprov.go.id", True),
        ("dinas.contoh@gmail.com", "dinas.contoh@gmail.com", False),
        ("dinas.contoh@gmail.com dinas@contohprov.go.id", "dinas@contohprov.go.id", True),
        ('<a href="/cdn-cgi/l/email-protection#00610062">x</a>', "", False),
        ("tidak ada @ surel", "", False),
    ],
)
def test_mail(body: str, mail: str, official: bool) -> None:
    """Mail under go.id is official, and goes before that of a free provider."""
    said = contact([read(body)])

    assert (said.mail, said.official) == (mail, official)


def test_cloudflare() -> None:
    """The mail address that Cloudflare hides from robots is the one that visitors see."""
    key, mail = 0x5A, "info@contohprov.go.id"
    coded = f"{key:02x}" + "".join(f"{ord(letter) ^ key:02x}" for letter in mail)

    assert contact([read(f'<a href="/cdn-cgi/l/email-protection#{coded}">x</a>')]).mail == mail


def test_own_name() -> None:
    """A hospital outside go.id has its official mail under its own name."""
    said = contact([read("info@rsudcontoh.or.id", url="https://www.rsudcontoh.or.id/")])

    assert said.official


def test_first_of_each_kind() -> None:
    """What one page lacks another may say; an official address replaces a free one."""
    said = contact(
        [read("Jl. Satu No. 1, dinas@gmail.com"), read("dinas@contohprov.go.id, Telp. (022) 4264813")]
    )

    assert said.address.startswith("Jl. Satu")
    assert said.official
    assert said.phone
