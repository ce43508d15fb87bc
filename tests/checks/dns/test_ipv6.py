"""`ipv6`: an address that the newest networks can reach."""

import pytest

from tests.evidence import dns
from webaudit.checks.dns.ipv6 import ipv6
from webaudit.model.dns import Name
from webaudit.model.finding import Outcome

V4, V6 = ("192.0.2.1",), ("2001:db8::1",)


@pytest.mark.parametrize(
    ("name", "outcomes"),
    [
        pytest.param(Name("a", True, (), V4, V6), [Outcome.PASSED], id="both"),
        pytest.param(Name("a", True, (), (), V6), [Outcome.PASSED], id="IPv6 alone"),
        pytest.param(Name("a", True, (), V4, ()), [Outcome.FAILED], id="IPv4 alone"),
        pytest.param(Name("a", True, (), V4, None), [Outcome.CANT_TELL], id="nobody said"),
        pytest.param(Name("a", False), [], id="no such name"),
        pytest.param(Name("a", None), [], id="silence"),
    ],
)
def test_outcome(name: Name, outcomes: list[Outcome]) -> None:
    """A host that DNS knows has to have one; of any other nothing is said."""
    assert [verdict.outcome for verdict in ipv6(dns(name))] == outcomes
