"""`dmarc`: what becomes of forged mail (RFC 7489)."""

import pytest

from tests.evidence import dns
from webaudit.checks.dns.dmarc import dmarc
from webaudit.model.dns import Mail, Texts

HOST, ZONE = "dinas.contohprov.go.id", "contohprov.go.id"


def code(*found: Texts, domain: str = ZONE) -> str:
    """What is said of a domain with these records."""
    (verdict,) = dmarc(dns(mail=Mail(domain, ("mx.test",), (), found)))
    return verdict.code or verdict.outcome.value


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(("v=DMARC1; p=reject",), "passed", id="reject"),
        pytest.param(("v=DMARC1;p=Quarantine;rua=mailto:a@b.test",), "passed", id="quarantine"),
        pytest.param(("v=DMARC1; p=none",), "dmarc-none", id="watches"),
        pytest.param(("v=DMARC1; p=none; sp=reject",), "dmarc-none", id="others' mail alone"),
        pytest.param(("v=DMARC1; rua=mailto:a@b.test",), "dmarc-broken", id="no policy"),
        pytest.param(("v=DMARC1; p=block",), "dmarc-broken", id="an unknown one"),
        pytest.param((), "dmarc-missing", id="none"),
        pytest.param(("v=DMARC1; p=reject", "v=DMARC1; p=none"), "dmarc-several", id="two"),
        pytest.param(None, "unseen", id="nobody said"),
    ],
)
def test_own(texts: tuple[str, ...] | None, expected: str) -> None:
    """One record with a policy that turns forged mail away passes."""
    assert code(Texts(ZONE, texts)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("v=DMARC1; p=reject", "passed"),
        ("v=DMARC1; p=reject; sp=none", "dmarc-none"),
        ("v=DMARC1; p=none; sp=quarantine", "passed"),
    ],
)
def test_of_the_domain_above(text: str, expected: str) -> None:
    """The record of the domain above holds for those below, with its own word for them."""
    assert code(Texts(HOST, ()), Texts(ZONE, (text,)), domain=HOST) == expected


def test_no_mail() -> None:
    """A domain that takes no mail is no target."""
    assert list(dmarc(dns())) == []
