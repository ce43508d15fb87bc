"""`security-contact`: security.txt that holds, or a link to a CSIRT."""

import pytest

from tests.evidence import exchange, failure, link_target, link_targets, moment, reading, readings
from webaudit.checks.integrity.security_contact import security_contact
from webaudit.extract.security_txt import security_txt, security_txt_url
from webaudit.model.evidence import Inventory, Portals, Purpose
from webaudit.model.finding import Outcome
from webaudit.model.heads import SecurityTxt
from webaudit.model.reading import PageKind, Proof, ProofKind
from webaudit.model.record import Failure

URL = "https://dinas.contohprov.go.id/.well-known/security.txt"
CSIRT = Proof("csirt", ProofKind.HOST, "https://csirt.contohprov.go.id/")
KINDS = {403: PageKind.BLOCKED, 404: PageKind.ERROR}
NOT_ASKED = failure("budget")
SAYS = Proof("csirt", ProofKind.PHRASE, "https://dinas.contohprov.go.id/")


def said(body: str, status: int = 200, *proofs: Proof) -> tuple[Outcome, str]:
    """What is said of a file, read as an audit reads it; the capture is of July 2026."""
    answer = exchange(body, url=URL, status=status, purpose=Purpose.SECURITY_TXT)
    return asked(security_txt([answer]), *proofs)


def asked(file: SecurityTxt | Failure, *proofs: Proof, csirt: int = 200) -> tuple[Outcome, str]:
    """The same of a record; the CSIRT that is linked answers with a status."""
    targets = link_targets(
        link_target(f"{csirt} {CSIRT.url}", internal=False, kind=KINDS.get(csirt, PageKind.CONTENT))
    )
    (verdict,) = security_contact(
        file, Inventory(proofs), readings(reading("a")), targets, Portals(), moment()
    )
    return verdict.outcome, verdict.code


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("Contact: mailto:csirt@a.go.id\nExpires: 2027-01-01T00:00:00Z\n", ""),
        ("# halo\n\nCONTACT: https://a.go.id/lapor\r\nexpires: 2027-01-01T00:00:00+07:00\r\n", ""),
        ("Contact: tel:+62-22-1\nExpires: 2026-07-04T00:00:00Z", "expired"),
        ("Contact: csirt@a.go.id\nExpires: 2027-01-01T00:00:00Z", "contact-missing"),
        ("Contact: http://a.go.id/lapor\nExpires: 2027-01-01T00:00:00Z", "contact-missing"),
        ("Contact: mailto:a@a.go.id", "expires-missing"),
        ("Contact: mailto:a@a.go.id\nExpires: 31 Desember 2027", "expires-missing"),
        ("Contact: mailto:a@a.go.id\nExpires: 2027-02-31T00:00:00Z", "expires-missing"),
        (
            "Contact: mailto:a@a.go.id\nExpires: 2027-01-01T00:00:00Z\nExpires: 2028-01-01T00:00:00Z",
            "expires-missing",
        ),
        ("<html>Contact: mailto:a@a.go.id\nExpires: 2027-01-01T00:00:00Z", "security-txt-missing"),
        ("", "security-txt-missing"),
        ("halo", "security-txt-missing"),
    ],
)
def test_file(body: str, code: str) -> None:
    """The file names a way to report and a day to come, once; a page of HTML is none."""
    assert said(body) == (Outcome.FAILED if code else Outcome.PASSED, code)


@pytest.mark.parametrize(
    ("status", "outcome", "code"),
    [
        (404, Outcome.FAILED, "security-txt-missing"),
        (403, Outcome.CANT_TELL, "unclear"),
        (503, Outcome.CANT_TELL, "unclear"),
    ],
)
def test_no_file(status: int, outcome: Outcome, code: str) -> None:
    """A refusal says nothing of what is there."""
    assert said("", status) == (outcome, code)


def test_link_to_a_csirt() -> None:
    """A link to a CSIRT does as well; the word alone does not."""
    assert said("", 404, CSIRT) == (Outcome.PASSED, "csirt-link")
    assert said("", 404, SAYS) == (Outcome.FAILED, "security-txt-missing")
    assert asked(NOT_ASKED, CSIRT, csirt=404) == (Outcome.CANT_TELL, "unclear")
    assert asked(NOT_ASKED, CSIRT, csirt=403) == (Outcome.CANT_TELL, "csirt-unclear")


def test_not_asked() -> None:
    """What was not asked is open."""
    assert asked(NOT_ASKED) == (Outcome.CANT_TELL, "unclear")


def test_address() -> None:
    """The file belongs at one place of the host, over https."""
    assert security_txt_url("http://dinas.contohprov.go.id/id/") == URL
