"""Forms that cannot be sent: only what is certain."""

import pytest

from tests.checks.offers import SENTENCES, offer
from tests.evidence import page
from webaudit.checks.services.complaint_channel import complaint_channel
from webaudit.extract.forms import has_dead_form

FIELDS = '<label>Nama <input name="nama"></label><textarea name="isi"></textarea>'
SEND = "<button>Kirim</button>"


@pytest.mark.parametrize(
    ("form", "dead"),
    [
        (f"<form>{FIELDS}</form>", True),
        (f'<form action="http://localhost/kirim.php">{FIELDS}{SEND}</form>', True),
        (f'<form action="https://">{FIELDS}{SEND}</form>', True),
        (f"<form>{FIELDS}{SEND}</form>", False),
        (f'<form action="/kirim">{FIELDS}<input type="submit"></form>', False),
        (f'<form action="#">{FIELDS}<a href="#">Kirim</a></form>', False),
        (f'<form>{FIELDS}<div role="button">Kirim</div></form>', False),
        (f'<form id="f">{FIELDS}</form><button form="f">Kirim</button>', False),
        (f"<form>{FIELDS}</form><form>{FIELDS}{SEND}</form>", False),
        ('<form role="search"><input name="kata"></form><form><input name="q"></form>', False),
        ("<p>Tanpa formulir", False),
    ],
)
def test_dead(form: str, dead: bool) -> None:
    """A form to write in needs something to press and an address of somebody; a search is none."""
    assert has_dead_form(page(f"<html lang=id><body>{form}").root) is dead


def test_complaints() -> None:
    """A page that is a dead form is no channel; one that says more may name another way."""
    menu = '<nav><a href="/pengaduan">Pengaduan</a></nav>'
    form = f"<h1>Pengaduan</h1><p>Tulis aduan Anda di bawah ini.</p><form>{FIELDS}</form>"
    alone, beside, alive = (
        offer(complaint_channel, menu, pengaduan=body)
        for body in (
            form,
            form + SENTENCES,
            form.replace("</form>", f"{SEND}</form>") + "Petugas membaca aduan.",
        )
    )

    assert [alone.code, beside.code] == ["dead-form", "path"]
    assert alive.code != "dead-form"
