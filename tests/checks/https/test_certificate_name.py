"""`certificate-name`: the certificate is the host's, and that of its www name."""

from dataclasses import replace

import pytest

from tests.evidence import certificate, tls
from webaudit.checks.https.certificate_name import certificate_name
from webaudit.extract.certificate_names import covers
from webaudit.model.finding import Outcome

HOST = "dinas.contohprov.go.id"


@pytest.mark.parametrize(
    ("names", "host", "covered"),
    [
        pytest.param((HOST,), HOST, True, id="equal"),
        pytest.param((HOST.upper() + ".",), HOST, True, id="in capitals, with the root's dot"),
        pytest.param(("lain.go.id", HOST), HOST, True, id="one of several"),
        pytest.param(("*.contohprov.go.id",), HOST, True, id="a star for one label"),
        pytest.param(("*.contohprov.go.id",), f"www.{HOST}", False, id="a star for two labels"),
        pytest.param(("*.contohprov.go.id",), "contohprov.go.id", False, id="a star for none"),
        pytest.param(("d*.contohprov.go.id",), HOST, False, id="a star within a label"),
        pytest.param((f"www.{HOST}",), HOST, False, id="the www name alone"),
        pytest.param((), HOST, False, id="no names: browsers do not read the subject"),
        pytest.param(("192.0.2.7",), "192.0.2.7", True, id="an address"),
        pytest.param(("*.0.2.7",), "192.0.2.7", False, id="a star in an address"),
        pytest.param(("2001:db8::1",), "2001:db8::1", True, id="an address of IPv6"),
    ],
)
def test_names(names: tuple[str, ...], host: str, covered: bool) -> None:
    """A star stands for the leftmost label, whole and alone (RFC 9525, 6.3)."""
    assert covers(names, host) is covered


@pytest.mark.parametrize(
    ("names", "twin", "twin_names", "code"),
    [
        pytest.param((HOST,), "", (), "", id="no www name"),
        pytest.param((HOST, f"www.{HOST}"), f"www.{HOST}", (HOST, f"www.{HOST}"), "", id="both"),
        pytest.param((HOST,), f"www.{HOST}", (f"www.{HOST}",), "", id="each its own"),
        pytest.param(("server12.example",), "", (), "wrong-host", id="another host's"),
        pytest.param((HOST,), f"www.{HOST}", (HOST,), "www-wrong-host", id="www forgotten"),
        pytest.param((HOST,), f"www.{HOST}", (), "www-no-san", id="www without any name"),
        pytest.param((), "", (), "no-san", id="no list of names"),
        pytest.param(("x.example",), f"www.{HOST}", ("x.example",), "wrong-host", id="neither"),
    ],
)
def test_outcome(names: tuple[str, ...], twin: str, twin_names: tuple[str, ...], code: str) -> None:
    """Each host has to show a certificate of its own name; the listed one counts first."""
    seen = replace(tls(0, certificate(names=names)), twin=twin, twin_names=twin_names)
    (verdict,) = certificate_name(seen)

    assert (verdict.outcome, verdict.code) == (Outcome.FAILED if code else Outcome.PASSED, code)


def test_both_hosts_are_named() -> None:
    """If neither host is named in its certificate, the message names both."""
    seen = replace(tls(0, certificate(names=("a", "b", "c", "d"))), twin=f"www.{HOST}", twin_names=("a",))
    (verdict,) = certificate_name(seen)

    assert verdict.values == {"names": "a, b, c, …", "hosts": f"{HOST}, www.{HOST}"}


def test_a_fault_of_the_chain_is_not_judged_here() -> None:
    """An expired or unknown certificate of the right name passes; and the other way round both fail."""
    (verdict,) = certificate_name(tls(10))

    assert verdict.outcome is Outcome.PASSED
