"""What a page asks of a person, and what it says of that person's rights."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from webaudit.extract.base import base_of
from webaudit.extract.urls import GOVERNMENT, host, normalise, registrable
from webaudit.model.heads import PersonalForm
from webaudit.model.page import Page

_MOST_NOTICES = 5

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


def personal_forms(page: Page) -> tuple[PersonalForm, ...]:
    """The forms that ask who somebody is: an identity number, or a name and how to reach the person.

    Forms for logging in are none, nor searches and subscriptions, which ask for one thing.
    """
    found = [form for form in islice(page.elements("form"), _MOST_FORMS) if _is_personal(form)]
    if not found:
        return ()
    notices = tuple(dict.fromkeys(_notices(page)))[:_MOST_NOTICES]
    return tuple(
        PersonalForm(page.locate(form), _says(form), notices, _sent_to(page, form)) for form in found
    )


def _is_personal(form: HtmlElement) -> bool:
    asked = " | ".join(_asked(form))
    if "password" in asked:
        return False
    return bool(_IDENTITY.search(asked) or (_PERSON.search(asked) and _REACH.search(asked)))


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


def _notices(page: Page) -> Iterator[str]:
    """Addresses of what the page links to as a notice about privacy."""
    for link in page.reading.links:
        if link.url and not link.hidden and _LINK.search(f"{link.text} {link.url}".lower()):
            yield link.url


def _says(form: HtmlElement) -> bool:
    """Whether a sentence of the form says what becomes of personal data."""
    text = " ".join(islice(form.itertext("*"), 400))[:_TEXT_CHARACTERS].lower()
    found = _NOTICE.search(text)
    if found is None:
        return False
    sentences = re.split(r"[.!?\n]", text[max(0, found.start() - 200) : found.end() + 200])
    return any(_NOTICE.search(one) and len(one.split()) >= _LEAST_WORDS for one in sentences)


def _sent_to(page: Page, form: HtmlElement) -> str:
    """The host that a form is sent to if it is a foreign one; else empty."""
    action = form.get("action", "").strip()
    url = normalise(action, base_of(page)) if action else None
    name = host(url) if url else ""
    if not name or name.endswith(GOVERNMENT) or registrable(name) == registrable(host(page.url)):
        return ""
    return name
