"""What a page asks of a person, and what it says of that person's rights."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from webaudit.model.page import Page

_FIELDS = 60
_TEXT_CHARACTERS = 4_000
_MOST_FORMS = 30

_IDENTITY = re.compile(
    r"(?:^|[^a-z])(?:nik|no_?ktp|nomor_?ktp|ktp|npwp|no_?kk|nomor_?kk|kartu_keluarga|paspor|passport|nip|nisn"
    r"|no_?identitas|nomor_?identitas|identitas)(?:[^a-z]|$)"
)
_PERSON = re.compile(
    r"(?:^|[^a-z])(?:nama|name|nama_?lengkap|fullname|full_name|your-name|pemohon|pelapor|author)(?:[^a-z]|$)"
)
_REACH = re.compile(
    r"(?:^|[^a-z])(?:e?-?mail|surel|telp|tlp|telepon|phone|hp|no_?hp|whatsapp|wa|no_?wa|nomor_?wa|alamat|address"
    r"|your-email|handphone|ponsel|tgl_?lahir|tanggal_?lahir)(?:[^a-z]|$)"
)
_NOTICE = re.compile(
    r"kebijakan privasi|pemberitahuan privasi|privacy (?:policy|notice)|pel[ie]ndungan data pribadi"
    r"|perlindungan data pribadi|data pribadi|personal data"
)
_LINK = re.compile(r"privasi|privacy|pel[ie]ndungan data|perlindungan data|data pribadi")
_LEAST_WORDS = 8
"""Of a sentence that says what becomes of the data."""

_NOT_ASKED = (
    "hidden",
    "submit",
    "button",
    "image",
    "reset",
    "checkbox",
    "radio",
    "file",
    "search",
    "password",
)


def personal_forms(page: Page) -> Iterator[HtmlElement]:
    """The forms that ask who somebody is: an identity number, or a name and how to reach the person.

    Forms for logging in are none, nor searches and subscriptions, which ask for one thing.
    """
    for form in islice(page.elements("form"), _MOST_FORMS):
        asked = " | ".join(_asked(form))
        if "password" in asked:
            continue
        if _IDENTITY.search(asked) or (_PERSON.search(asked) and _REACH.search(asked)):
            yield form


def _asked(form: HtmlElement) -> Iterator[str]:
    """The names of what the form's fields ask for, in lower case."""
    for field in islice(form.iter("input", "textarea", "select"), _FIELDS):
        kind = field.get("type", "").strip().lower()
        if kind == "password":
            yield "password"
        elif kind not in _NOT_ASKED:
            for attribute in ("name", "id", "placeholder", "aria-label"):
                if value := field.get(attribute):
                    yield value[:80].lower().replace(" ", "_")


def has_notice(page: Page, form: HtmlElement) -> bool:
    """Whether the form says what becomes of the data, or the page leads to a notice about privacy."""
    if any(
        not link.hidden and _LINK.search(f"{link.text} {link.url}".lower()) for link in page.reading.links
    ):
        return True
    text = " ".join(islice(form.itertext("*"), 400))[:_TEXT_CHARACTERS].lower()
    found = _NOTICE.search(text)
    if found is None:
        return False
    sentence = re.split(r"[.!?\n]", text[max(0, found.start() - 200) : found.end() + 200])
    return any(_NOTICE.search(part) and len(part.split()) >= _LEAST_WORDS for part in sentence)
