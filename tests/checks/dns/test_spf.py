"""`spf`: who may send mail, as receivers read it (RFC 7208)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.evidence import dns
from webaudit.checks.dns.spf import spf
from webaudit.extract.spf import is_policy, policy
from webaudit.model.dns import Mail, Texts
from webaudit.model.finding import Outcome

DOMAIN = "contohprov.go.id"


def code(*own: str, **others: str) -> str:
    """What is said of a domain with these policies, where others have theirs."""
    texts = (Texts(DOMAIN, own), *(Texts(f"{name}.test", (text,)) for name, text in others.items()))
    (verdict,) = spf(dns(mail=Mail(DOMAIN, ("mx.test",), texts)))
    return verdict.code or verdict.outcome.value


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        pytest.param("v=spf1 -all", "passed", id="nobody"),
        pytest.param("v=spf1 mx ~all", "passed", id="softly"),
        pytest.param("V=SPF1 IP4:192.0.2.0/24 A:a.test/24//64 -ALL", "passed", id="in capitals"),
        pytest.param("v=spf1 ip6:2001:db8::/32 exists:%{i}.a.test -all exp=why.test", "passed", id="rare"),
        pytest.param("v=spf1 +all", "spf-open", id="everybody"),
        pytest.param("v=spf1 all", "spf-open", id="everybody, without a sign"),
        pytest.param("v=spf1 mx ?all", "spf-neutral", id="perhaps"),
        pytest.param("v=spf1 mx", "spf-neutral", id="no end"),
        pytest.param("v=spf1", "spf-neutral", id="nothing"),
        pytest.param("v=spf1 ipv4:192.0.2.1 -all", "spf-broken", id="a word that is none"),
        pytest.param("v=spf1 include: -all", "spf-broken", id="nothing included"),
        pytest.param("v=spf1 192.0.2.1 -all", "spf-broken", id="a bare address"),
        pytest.param("v=spf1 -all nonsense!", "passed", id="behind the end"),
        pytest.param("v=spf1 " + "a " * 10 + "-all", "passed", id="ten lookups"),
        pytest.param("v=spf1 " + "a " * 11 + "-all", "spf-lookups", id="eleven"),
        pytest.param(f"v=spf1 include:{DOMAIN} -all", "spf-lookups", id="a circle"),
        pytest.param(f"v=spf1 redirect={DOMAIN}", "spf-lookups", id="a circle of redirects"),
        pytest.param("v=spf1 redirect=%{d}.a.test", "unseen", id="a macro"),
    ],
)
def test_one(own: str, expected: str) -> None:
    """One record is read term by term, up to `all`."""
    assert code(own) == expected


def test_missing_and_several() -> None:
    """Receivers heed exactly one record."""
    assert code() == "spf-missing"
    assert code("v=spf1 -all", "v=spf1 mx -all") == "spf-several"


def test_included() -> None:
    """What is included costs too; whom it lets in is not the domain's last word."""
    six = "v=spf1 a a a a a a ?all"

    assert code("v=spf1 include:x.test -all", x=six) == "passed"
    assert code("v=spf1 include:x.test include:y.test -all", x=six, y=six) == "spf-lookups"


def test_redirected() -> None:
    """A redirect has the last word, unless there is one already."""
    assert code("v=spf1 redirect=x.test", x="v=spf1 -all") == "passed"
    assert code("v=spf1 redirect=x.test", x="v=spf1 +all") == "spf-open"
    assert code("v=spf1 redirect=x.test -all", x="v=spf1 +all") == "passed"


def test_unseen() -> None:
    """What nobody said is left open."""
    (own,) = spf(dns(mail=Mail(DOMAIN, ("mx.test",), (Texts(DOMAIN, None),))))
    redirected = (Texts(DOMAIN, ("v=spf1 redirect=x.test",)), Texts("x.test", None))
    (other,) = spf(dns(mail=Mail(DOMAIN, ("mx.test",), redirected)))

    assert (own.outcome, other.outcome) == (Outcome.CANT_TELL, Outcome.CANT_TELL)


def test_no_mail() -> None:
    """A domain that takes no mail is no target."""
    assert list(spf(dns())) == []


@pytest.mark.parametrize(
    ("text", "is_one"), [("v=spf1", True), ("v=spf1 -all", True), ("v=spf10 -all", False), ("spf1", False)]
)
def test_is_policy(text: str, is_one: bool) -> None:
    """The version is a word of its own (RFC 7208, 4.5)."""
    assert is_policy(text) is is_one


@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    """Whatever a domain says can be read."""
    code(f"v=spf1 {text}")

    assert policy(text).lookups >= 0
