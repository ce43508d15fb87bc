"""`ppid-contact`: how and when the PPID can be reached, on its own page."""

import pytest

from tests.checks.offers import SENTENCES
from tests.evidence import SITE, link_target, page, readings, region
from webaudit.checks.services.ppid_contact import ppid_contact
from webaudit.extract.inventory import inventory
from webaudit.model.evidence import Portals
from webaudit.model.finding import Outcome, Verdict

REACH, HOURS = "Telepon (022) 4230001", "Senin - Jumat pukul 08.00 - 15.00 WIB"
PORTAL = "https://ppid.contohprov.go.id/"


def judged(home: str, ppid: str = "", portals: Portals | None = None) -> list[Verdict]:
    """The verdicts on a site of a home page and maybe a page of the PPID."""
    bodies = {"": home, **({"ppid": ppid} if ppid else {})}
    pages = readings(
        *(page(f"<html lang=id><body>{body}", url=SITE + path).reading for path, body in bodies.items())
    )
    offers = inventory(pages, region("ppid.contohprov.go.id"))
    return list(ppid_contact(offers, pages, portals or Portals()))


@pytest.mark.parametrize(
    ("said", "outcome", "code"),
    [
        (f"{REACH}. {HOURS}", Outcome.PASSED, ""),
        (f"Surel ppid@contohprov.go.id. {HOURS}", Outcome.PASSED, ""),
        (REACH, Outcome.FAILED, "hours-missing"),
        (HOURS, Outcome.FAILED, "contact-missing"),
        ("", Outcome.FAILED, "absent"),
    ],
)
def test_outcome(said: str, outcome: Outcome, code: str) -> None:
    """Contact and hours both have to stand there."""
    (verdict,) = judged('<nav><a href="/ppid">PPID</a></nav>', f"<h1>PPID</h1><p>{SENTENCES} {said}")

    assert (verdict.outcome, verdict.code) == (outcome, code)


def test_elsewhere() -> None:
    """A PPID on another host was not read; a central portal, and a site without a PPID, are no target."""
    alive = Portals({"ppid.contohprov.go.id": link_target(f"200 {PORTAL}", internal=False)})
    other = judged('<a href="https://ppid.dinas.contohprov.go.id/">PPID</a>')

    assert [one.code for one in other] == ["unread"]
    assert judged(f'<a href="{PORTAL}">PPID</a>', portals=alive) == []
    assert judged("<p>Selamat datang") == []
