"""Check `privacy-notice`."""

from collections.abc import Iterator

from webaudit.extract.links import base_url
from webaudit.extract.personal import has_notice, personal_forms
from webaudit.extract.urls import host, normalise, registrable
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.page import Page
from webaudit.standards import indonesia

_OFFICIAL = (".go.id", ".desa.id", ".mil.id")


@check(
    id="privacy-notice",
    title="Forms that ask who somebody is say what becomes of the data",
    category=Category.PRIVACY,
    severity=Severity.SERIOUS,
    sources=(indonesia.UU_27_2022,),
    remedy="Write beside the form, or on a page that the footer links to, what the data are for, who "
    "sees them, how long they are kept and whom to ask. In WordPress: Settings, Privacy, makes "
    "such a page. Send forms to your own server, not to a foreign one.",
    since="0.3.0",
)
def privacy_notice(page: Page) -> Iterator[Verdict]:
    """Whoever hands over name, number and address has a right to know why, and to whom.

    Target: each form that asks for an identity number (NIK, KTP, KK, NPWP …), or for a name and a way to
        reach the person. Forms for logging in, searching and subscribing are none.
    Expectation: the form says what becomes of personal data, or the page links to a notice about privacy, and
        what is written goes to the government or to the site's own name.
    Limits: whether the notice says what the law asks for is left to people. Forms inside frames are not seen.

    Passed:
        ```html
        <form method="post"><input name="nama"><input name="email" type="email"></form>
        <footer><a href="/kebijakan-privasi">Kebijakan privasi</a></footer>
        ```

    Failed (notice-missing):
        ```html
        <form method="post"><input name="nik" placeholder="NIK"><input name="nama"></form>
        ```

    Failed (foreign-host):
        ```html
        <form action="https://formulir.example/kirim"><input name="nama"><input name="telp"></form>
        <footer><a href="/kebijakan-privasi">Kebijakan privasi</a></footer>
        ```
    """
    for form in personal_forms(page):
        foreign = _foreign(page, form.get("action", "").strip())
        if not has_notice(page, form):
            message = "the form asks for personal data and does not say what becomes of them"
            yield failed(form, "notice-missing", message)
        elif foreign:
            message = "the form sends personal data to {host}, neither the government's nor the site's own"
            yield failed(form, "foreign-host", message, host=foreign)
        else:
            yield passed(form)


def _foreign(page: Page, action: str) -> str:
    """The host that a form is sent to if it is a foreign one; else empty."""
    url = normalise(action, base_url(page.root, page.url)) if action else None
    name = host(url) if url else ""
    if not name or name.endswith(_OFFICIAL) or registrable(name) == registrable(host(page.url)):
        return ""
    return name
