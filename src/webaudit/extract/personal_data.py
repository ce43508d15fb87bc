"""What files tell of citizens, counted and masked at once: no number ever leaves here."""

import re

from webaudit.extract.file_text import file_text
from webaudit.extract.identity_numbers import identity_numbers
from webaudit.extract.old_office import is_old_office
from webaudit.extract.pdf import pdf_text
from webaudit.extract.telephones import mobile_numbers
from webaudit.model.document import Pdf, PersonalData
from webaudit.model.record import Failure

_CHARACTERS = 2_000_000
_LISTS = re.compile(
    r"(?<![a-z])(?:nik|ktp|kk|bansos|bpnt|blt|pkh|dtks|penerima|bantuan|daftar|data|peserta|calon|lulus|kelulusan|hasil|seleksi"
    r"|nama|warga|penduduk|pemilih|dpt|pelamar|pemohon|lampiran|rekap|siswa|guru|pegawai|honorer|p3k|pppk|cpns)"
    r"(?![a-z])"
)
"""Words in the name of a file that may be a list of people."""


def personal_data(data: bytes, url: str, pdf: Pdf | Failure | None) -> PersonalData | None:
    """What an opened file tells of citizens; None if its text was not read.

    Args:
        url: its name says whether a PDF, whose text is costly to read, may be a list of people.
        pdf: what it says of itself, if it is one.
    """
    if pdf is None:
        text = file_text(data, url)
    elif isinstance(pdf, Pdf) and pdf.text and _LISTS.search(f"{url} {pdf.title}".lower()):
        text = pdf_text(data)
    else:
        return None
    if text is None:
        return None
    numbers = identity_numbers(text, _CHARACTERS)
    return PersonalData(numbers.count, numbers.example, mobile_numbers(text), is_old_office(data))
