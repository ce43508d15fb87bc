"""Check `contact-details`."""

from collections.abc import Iterator

from webaudit.extract.contact import site_contact
from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Inventory, Readings
from webaudit.model.finding import Verdict, failed, passed
from webaudit.standards import indonesia


@check(
    id="contact-details",
    title="Address, telephone and official mail are published",
    category=Category.SERVICES,
    severity=Severity.SERIOUS,
    sources=(indonesia.UU_25_2009, indonesia.PANDUAN_2003),
    remedy="Write the address, a telephone number and a mail address under go.id as text into the footer of "
    "every page. In WordPress: Appearance, Widgets, Footer.",
    since="0.2.0",
    sole_target=True,
)
def contact_details(inventory: Inventory, readings: Readings) -> Iterator[Verdict]:
    """Who can not solve a matter on the site must be able to call, to write, or to come.

    Target: the site, once; the pages about the contact, the home page and a few more are read.
    Expectation: they show the address of the office, a telephone or WhatsApp number, and a mail address under
        go.id or the site's own name. A free provider's mail alone does not do: anybody can open one in the
        agency's name, and it is lost with whoever opened it.
    Limits: whether anybody answers is left to people. What stands in images alone is not read.

    Passed:
        ```json
        {"inventory": {}, "readings": {"pages": [{"url": "https://a.go.id/", "status": 200, "kind": "content",
            "text": "Jl. Satu No. 1, Kec. Dua. Telp. (022) 4264813. Surel: dinas@a.go.id"}]}}
        ```

    Failed (absent, address-missing, phone-missing, mail-missing, free-mail, incomplete):
        ```json
        {"inventory": {}, "readings": {"pages": [{"url": "https://a.go.id/", "status": 200, "kind": "content",
            "text": "Selamat datang"}]}}
        {"inventory": {}, "readings": {"pages": [{"url": "https://a.go.id/", "status": 200, "kind": "content",
            "text": "Telp. (022) 4264813. Surel: dinas@a.go.id"}]}}
        {"inventory": {}, "readings": {"pages": [{"url": "https://a.go.id/", "status": 200, "kind": "content",
            "text": "Jl. Satu No. 1, Kec. Dua. Surel: dinas@a.go.id"}]}}
        {"inventory": {}, "readings": {"pages": [{"url": "https://a.go.id/", "status": 200, "kind": "content",
            "text": "Jl. Satu No. 1, Kec. Dua. Telp. (022) 4264813"}]}}
        {"inventory": {}, "readings": {"pages": [{"url": "https://a.go.id/", "status": 200, "kind": "content",
            "text": "Jl. Satu No. 1, Kec. Dua. Telp. (022) 4264813. Surel: dinas@gmail.com"}]}}
        {"inventory": {}, "readings": {"pages": [{"url": "https://a.go.id/", "status": 200, "kind": "content",
            "text": "Telp. (022) 4264813"}]}}
        ```
    """
    said = site_contact(inventory, readings)
    missing = (not said.address) + (not said.phone) + (not said.mail)
    if missing == 3:
        yield failed(None, "absent", "no address, telephone number or mail address was found")
    elif missing == 2:
        yield failed(None, "incomplete", "of address, telephone number and mail address only one was found")
    elif not said.address:
        yield failed(None, "address-missing", "the address of the office was not found")
    elif not said.phone:
        yield failed(None, "phone-missing", "a telephone or WhatsApp number was not found")
    elif not said.mail:
        yield failed(None, "mail-missing", "a mail address was not found")
    elif not said.official:
        message = "the mail address {mail} is not the government's (go.id)"
        yield failed(None, "free-mail", message, mail=said.mail)
    else:
        yield passed(None)
