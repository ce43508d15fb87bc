"""`dangling-cname`: names that somebody else could take."""

import pytest

from tests.evidence import dns
from webaudit.checks.integrity.dangling_cname import dangling_cname
from webaudit.model.dns import Name
from webaudit.vocabulary.takeovers import service_of

OWN = Name("dinas.contohprov.go.id", True, (), ("192.0.2.1",), ())


def other(end: str, *, exists: bool | None = False, owned: bool | None = True) -> Name:
    """The www name, which stands for another."""
    return Name("www.dinas.contohprov.go.id", exists, ("mid.test", end), owned=owned)


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        pytest.param(other("a.azurewebsites.net", exists=True), [""], id="a place that is held"),
        pytest.param(
            other("pengguna.github.io", exists=True), ["personal-place"], id="a place of anybody's own"
        ),
        pytest.param(other("pengguna.github.io"), ["takeover-service"], id="such a place that is free"),
        pytest.param(other("a.azurewebsites.net"), ["takeover-service"], id="a place at a service"),
        pytest.param(other("a.azurewebsites.net", owned=None), ["takeover-service"], id="nobody said whose"),
        pytest.param(other("a.azurewebsites.net", owned=False), ["takeover-service"], id="its own suffix"),
        pytest.param(other("x.lainprov.go.id", owned=False), ["dangling"], id="not for everybody"),
        pytest.param(other("kantor.test", owned=False), ["takeover-domain"], id="a domain for sale"),
        pytest.param(other("lama.contohprov.go.id"), ["dangling"], id="an own name that is gone"),
        pytest.param(other("x.test", owned=None), ["dangling"], id="nobody said whose, elsewhere"),
        pytest.param(other("x.test", exists=None), [], id="silence"),
        pytest.param(Name("www.dinas.contohprov.go.id", False), [], id="no such name, and no alias"),
    ],
)
def test_outcome(name: Name, codes: list[str]) -> None:
    """An alias has to lead to something; by whom its end can be taken is told."""
    assert [verdict.code for verdict in dangling_cname(dns(OWN, name))] == codes


@pytest.mark.parametrize(
    ("name", "service"),
    [
        ("x.azurewebsites.net", "Azure App Service"),
        ("X.AzureWebsites.net.", "Azure App Service"),
        ("a.b.trafficmanager.net", "Azure Traffic Manager"),
        ("notazurewebsites.net", ""),
        ("azurewebsites.net.example", ""),
    ],
)
def test_service(name: str, service: str) -> None:
    """A service is known by the end of the name, label by label."""
    assert service_of(name) == service
