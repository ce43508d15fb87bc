"""Check `official-mail`."""

from collections.abc import Iterator

from webaudit.extract.contact import site_contact
from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Inventory, Readings
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.standards import indonesia

FREE = (
    *("gmail.com", "googlemail.com", "yahoo.com", "yahoo.co.id", "ymail.com", "rocketmail.com"),
    *("hotmail.com", "outlook.com", "outlook.co.id", "live.com", "msn.com", "icloud.com", "aol.com"),
    *("proton.me", "protonmail.com", "gmx.com", "mail.com", "zoho.com", "yandex.com", "plasa.com"),
)
"""Domains under which anybody may open an address."""


@check(
    id="official-mail",
    title="Citizens write to an official mail address",
    category=Category.PRIVACY,
    severity=Severity.MODERATE,
    sources=(indonesia.PERMENKOMINFO_5_2015, indonesia.PERPRES_95_2018),
    remedy="Have the mail address of the agency opened under go.id (Diskominfo does it) and write it in "
    "the place of the free one, in the footer and on the page about the contact. In WordPress: "
    "Appearance, Widgets.",
    since="0.3.0",
    sole_target=True,
)
def official_mail(inventory: Inventory, readings: Readings) -> Iterator[Verdict]:
    """What citizens write of themselves should lie with the state, and not in somebody's private box.

    Nobody can tell a free address of the agency from one that a cheat has opened in its name.

    Target: the mail address that the pages about the contact, the home page and a few more show, if any.
    Expectation: one of them is under go.id, or under the site's own name.
    Limits: a site without any mail address is judged by `contact-details`. What stands in images is not read.

    Passed:
        ```json
        {"inventory": {}, "readings": {"pages": [{"url": "https://a.go.id/", "status": 200, "kind": "content",
            "text": "Surel: dinas@a.go.id"}]}}
        ```

    Failed (free-mail):
        ```json
        {"inventory": {}, "readings": {"pages": [{"url": "https://a.go.id/", "status": 200, "kind": "content",
            "text": "Surel: dinas.contoh@gmail.com"}]}}
        ```

    CantTell (other-mail):
        ```json
        {"inventory": {}, "readings": {"pages": [{"url": "https://a.go.id/", "status": 200, "kind": "content",
            "text": "Surel: info@mitra.example.com"}]}}
        ```
    """
    said = site_contact(inventory, readings)
    if not said.mail:
        return
    if said.official:
        yield passed(None)
    elif said.mail.rpartition("@")[2] in FREE:
        message = "the only mail address is a free one, {mail}"
        yield failed(None, "free-mail", message, mail=said.mail)
    else:
        message = "whether {mail} belongs to the agency is unknown"
        yield cant_tell(None, "other-mail", message, mail=said.mail)
