"""`government-domain`: the official name, and nothing that merely looks like it."""

import pytest

from tests.evidence import region
from webaudit.checks.dns.government_domain import government_domain
from webaudit.model.finding import Outcome
from webaudit.model.site import Region, Site


@pytest.mark.parametrize(
    ("host", "code"),
    [
        pytest.param("dinkes.contohprov.go.id", "", id="an agency's"),
        pytest.param("contohprov.go.id", "", id="the province's"),
        pytest.param("a.b.contohprov.go.id", "", id="deeper"),
        pytest.param("www.dinkes.contohprov.go.id:8443", "", id="with a port"),
        pytest.param("dinkes.lainprov.go.id", "other-government", id="another province's"),
        pytest.param("dinkescontohprov.go.id", "other-government", id="no dot between"),
        pytest.param("notcontohprov.go.id", "other-government", id="a longer name"),
        pytest.param("dinkes-contoh.com", "foreign-domain", id="a company's"),
        pytest.param("dinkes.blogspot.com", "foreign-domain", id="a blog"),
        pytest.param("rsud.my.id", "foreign-domain", id="a private person's"),
        pytest.param("192.0.2.1", "foreign-domain", id="an address"),
        pytest.param("[2001:db8::1]", "foreign-domain", id="an address of IPv6"),
        pytest.param("logo.id", "foreign-domain", id="letters that happen to be so"),
        pytest.param("cargo.id", "foreign-domain", id="letters at the end of a word"),
        pytest.param("dinkes.contohprov-go.id", "look-alike", id="a hyphen for a dot"),
        pytest.param("dinkes.contohprov.go.id.layanan.test", "look-alike", id="the name in front"),
        pytest.param("go.id-verifikasi.test", "look-alike", id="the mark in front"),
        pytest.param("dinkes-goid.com", "look-alike", id="the mark without a dot"),
        pytest.param("contohprov.com", "look-alike", id="the province's name elsewhere"),
        pytest.param("c0ntohprov.com", "look-alike", id="a digit for a letter"),
        pytest.param("xn--contohrov-q3h.com", "look-alike", id="a letter of another script"),
        pytest.param("xn--zckzah.test", "foreign-domain", id="another script, and another name"),
        pytest.param("xn--99999999999.test", "foreign-domain", id="no script at all"),
        pytest.param("dinkes-contohprov.id", "look-alike", id="the province's name in a word"),
    ],
)
def test_outcome(host: str, code: str) -> None:
    """A go.id name of the province passes; others fail by what they are."""
    (verdict,) = government_domain(Site("a", f"https://{host}/"), region())

    assert (verdict.outcome, verdict.code) == (Outcome.FAILED if code else Outcome.PASSED, code)


@pytest.mark.parametrize(("host", "code"), [("a.b.example", ""), ("a.c.example", "foreign-domain")])
def test_made_up(host: str, code: str) -> None:
    """A province of names that nobody can have is an exercise, and its own are official."""
    (verdict,) = government_domain(Site("a", f"https://{host}/"), Region(suffixes=("b.example",)))

    assert verdict.code == code


@pytest.mark.parametrize("suffix", ["contohprov.com", "contohprov.id"])
def test_bought_suffix(suffix: str) -> None:
    """A domain that anybody can buy is not made official by naming it in the list."""
    (verdict,) = government_domain(Site("a", f"https://a.{suffix}/"), Region(suffixes=(suffix,)))

    assert verdict.outcome is Outcome.FAILED


def test_without_suffixes() -> None:
    """Where the list names no domain of the province, any go.id name is official."""
    (verdict,) = government_domain(Site("a", "https://dinkes.lainprov.go.id/"), Region())

    assert verdict.outcome is Outcome.PASSED
