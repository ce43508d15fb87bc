"""`page-language-matches`: the text is not clearly in another language than is declared."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.page_language_matches import page_language_matches
from webaudit.model.finding import Outcome

P, F = Outcome.PASSED, Outcome.FAILED

INDONESIAN = (
    "Dinas ini melayani warga yang ingin mengurus izin usaha, dan tidak memungut biaya. Untuk itu warga "
    "dapat datang ke kantor pada hari kerja atau mengirim surat kepada kepala dinas. Setiap surat akan "
    "dijawab dalam tujuh hari, karena pelayanan adalah hak semua orang. Jika belum ada jawaban, warga "
    "bisa bertanya lagi. Pengaduan juga diterima melalui telepon dan surat elektronik, serta di loket "
    "dengan petugas yang ramah. Para pegawai telah dilatih agar tidak membedakan siapa pun, sehingga "
    "kami harap anda puas. Jadwal ini berlaku sejak awal tahun hingga ada perubahan yang diumumkan "
    "secara terbuka."
)
ENGLISH = (
    "This office serves the people who want a permit for their business, and it does not ask for money. "
    "You can come to the office on any working day or send a letter to the head of the department. Each "
    "letter will be answered in seven days, because it is the right of all people to be served. If "
    "there was no answer, you may ask again. We take complaints by telephone and by mail, and also at "
    "the counter, where our staff are friendly. They have been trained so that nobody is treated in "
    "another way than others are."
)
SUNDANESE = (
    "Ieu kantor ngalayanan warga nu hayang nyieun surat idin, jeung henteu menta bayaran. Pikeun eta "
    "warga tiasa datang ka kantor dina poe gawe atawa ngirim surat ka kapala dinas. Unggal surat bakal "
    "diwaler dina tujuh poe, sabab palayanan teh hak sadaya urang. Lamun acan aya waleran, warga tiasa "
    "naros deui."
)
MALAY = (
    "Pejabat ini memberi perkhidmatan kepada orang ramai yang ingin mendapatkan lesen, dan tidak "
    "mengenakan bayaran. Untuk itu anda boleh datang ke pejabat pada hari bekerja atau menghantar surat "
    "kepada ketua jabatan kerana setiap surat akan dijawab dalam tujuh hari. Apabila tiada jawapan, "
    "anda boleh bertanya lagi."
)
FRENCH = (
    "Ce service est ouvert à tous les habitants de la ville qui ont besoin d'une aide, et il ne demande "
    "pas d'argent. Vous pouvez venir au bureau ou envoyer une lettre pour le directeur dans les sept "
    "jours."
)


@pytest.mark.parametrize(
    ("language", "text", "outcomes"),
    [
        pytest.param("id", INDONESIAN, [P], id="Indonesian"),
        pytest.param("id-ID", INDONESIAN, [P], id="with a region"),
        pytest.param("en-US", INDONESIAN, [F], id="Indonesian as English"),
        pytest.param("id", ENGLISH, [F], id="English as Indonesian"),
        pytest.param("en", ENGLISH, [P], id="English"),
        pytest.param("ms", INDONESIAN, [P], id="Indonesian as Malay"),
        pytest.param("id", MALAY, [P], id="Malay as Indonesian"),
        pytest.param("su", INDONESIAN, [P], id="Indonesian as Sundanese"),
        pytest.param("id", SUNDANESE, [P], id="Sundanese as Indonesian"),
        pytest.param("en", SUNDANESE, [F], id="Sundanese as English"),
        pytest.param("en", FRENCH, [F], id="French as English"),
        pytest.param("id", f"{INDONESIAN} {ENGLISH}", [P], id="half in another language"),
        pytest.param("en", f"{INDONESIAN} {ENGLISH}", [P], id="more English than Indonesian"),
        pytest.param(
            "en", f"{INDONESIAN} Home about us contact the news of all services", [F], id="a menu in English"
        ),
        pytest.param("ar", INDONESIAN, [], id="a language whose words are not known"),
        pytest.param("", INDONESIAN, [], id="none declared"),
        pytest.param("en", "Beranda Profil Berita Layanan Kontak", [P], id="too little"),
        pytest.param("id", "Facebook Twitter Instagram " * 20, [P], id="names alone"),
    ],
)
def test_outcomes(language: str, text: str, outcomes: list[Outcome]) -> None:
    """A page fails only if its text is clearly in a language that is not of the declared one's family."""
    html = f'<html lang="{language}"><body><p>{text}</p></body></html>'

    assert [verdict.outcome for verdict in page_language_matches(page(html))] == outcomes


def test_marked_parts() -> None:
    """What declares another language is none of the page's own text."""
    html = f'<html lang="id"><body><p>{INDONESIAN}</p><div lang="en">{ENGLISH * 3}</div></body></html>'

    assert [verdict.outcome for verdict in page_language_matches(page(html))] == [P]


def test_names_the_language() -> None:
    """The verdict names the language of the text, of a family the one that fits best."""
    (verdict,) = page_language_matches(page(f'<html lang="en"><body><p>{SUNDANESE}</p></body></html>'))

    assert (verdict.values["declared"], verdict.values["other"]) == ("en", "su")
