"""`privacy-notice`: forms that ask who somebody is."""

import pytest

from tests.evidence import link_target, link_targets, page, reading, readings
from webaudit.checks.privacy.privacy_notice import privacy_notice
from webaudit.extract.personal import personal_forms
from webaudit.model.heads import Forms
from webaudit.model.reading import Reading

NOTICE = '<footer><a href="/privasi">Kebijakan Privasi</a></footer>'
NIK = '<form method="post"><input name="nik"><input name="nama"></form>'


def codes(
    html: str, url: str = "https://dinas.contohprov.go.id/", *others: Reading, gone: str = ""
) -> list[str]:
    """The code of each form that is a target; other pages were captured, or are gone."""
    forms = Forms(personal_forms(page(f'<html lang="id"><body>{html}', url=url)))
    asked = link_targets(*((link_target(f"404 {gone}"),) if gone else ()))
    return [one.code for one in privacy_notice(forms, readings(*others), asked)]


@pytest.mark.parametrize(
    "form",
    [
        NIK,
        '<form><input placeholder="Nomor KTP"></form>',
        '<form><input name="data[no_kk]"></form>',
        '<form><input name="nama"><input name="no_hp"></form>',
        '<form><input name="your-name"><input name="your-email"><textarea name="pesan"></textarea></form>',
        '<form><input id="pemohon"><textarea name="alamat"></textarea></form>',
    ],
)
def test_targets(form: str) -> None:
    """An identity number, or a name and a way to reach the person, makes a form a target."""
    assert codes(form) == ["notice-missing"]
    assert codes(form + NOTICE) == [""]


@pytest.mark.parametrize(
    "form",
    [
        '<form><input name="q" type="search"></form>',
        '<form><input name="email"><button>Langganan</button></form>',
        '<form><input name="nama"><input name="email"><input type="password" name="p"></form>',
        '<form><input type="hidden" name="nik"></form>',
        '<form><input name="teknik"></form>',
        '<form><select name="nama_bidang"></select></form>',
        '<p>Isi NIK Anda di loket</p><input name="x">',
    ],
)
def test_no_targets(form: str) -> None:
    """Searches, subscriptions, logins and fields that only sound alike are no targets."""
    assert codes(form) == []


@pytest.mark.parametrize(
    ("beside", "code"),
    [
        pytest.param(
            '<a href="/privasi" style="display:none">Privasi</a>', "notice-missing", id="hidden link"
        ),
        pytest.param("<p>Data pribadi</p>", "notice-missing", id="two words on the page"),
        pytest.param('<a href="/privacy-policy">Privacy</a>', "", id="in English"),
        pytest.param('<a href="/x">Pelindungan Data Pribadi</a>', "", id="by its text"),
    ],
)
def test_pretended_notice(beside: str, code: str) -> None:
    """A link that nobody sees, or bare words, are no notice."""
    assert codes(NIK + beside) == [code]


def test_notice_that_holds_nothing() -> None:
    """A page that only says its title, or is gone, is no notice; one that was not seen is given credit."""
    url = "https://dinas.contohprov.go.id/privasi"
    full = reading("Data Anda dipakai untuk menjawab aduan. " * 30, url=url)

    assert codes(NIK + NOTICE, url, reading("Privasi", url=url)) == ["notice-empty"]
    assert codes(NIK + NOTICE, url, full) == [""]
    assert codes(NIK + NOTICE, gone=url) == ["notice-empty"]
    assert codes(NIK + NOTICE) == [""]


def test_notice_in_the_form() -> None:
    """A sentence in the form that says what becomes of the data is a notice; a bare heading is none."""
    full = "Data pribadi Anda hanya dipakai untuk menjawab aduan dan dihapus setelah satu tahun."

    assert codes(f'<form><input name="nik"><p>{full}</p></form>') == [""]
    assert codes('<form><input name="nik"><h2>Data pribadi</h2></form>') == ["notice-missing"]


@pytest.mark.parametrize(
    ("action", "code"),
    [
        ("", ""),
        ("/kirim", ""),
        ("https://layanan.contohprov.go.id/kirim", ""),
        ("https://www.lapor.go.id/kirim", ""),
        ("https://docs.google.com/forms/d/e/x/formResponse", "foreign-host"),
    ],
)
def test_where_it_is_sent(action: str, code: str) -> None:
    """What is written goes to the government or to the site's own name."""
    assert codes(f'<form action="{action}"><input name="nik"></form>{NOTICE}') == [code]


def test_hospital_of_another_name() -> None:
    """A site that is not under go.id may send to its own name."""
    form = f'<form action="https://daftar.rsud.example/x"><input name="nik"></form>{NOTICE}'

    assert codes(form, "https://www.rsud.example/") == [""]
