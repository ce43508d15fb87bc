"""`dnssec`: signed from above, and down to the host."""

import pytest

from tests.evidence import dns
from webaudit.checks.dns.dnssec import dnssec
from webaudit.model.dns import Name
from webaudit.model.finding import Outcome


@pytest.mark.parametrize(
    ("delegation", "answers", "bogus", "outcome", "code"),
    [
        pytest.param(True, True, False, Outcome.PASSED, "", id="signed"),
        pytest.param(False, False, False, Outcome.FAILED, "unsigned", id="not signed"),
        pytest.param(False, True, False, Outcome.FAILED, "unsigned", id="signed, but nobody can tell"),
        pytest.param(True, False, True, Outcome.FAILED, "bogus", id="wrong"),
        pytest.param(True, False, False, Outcome.CANT_TELL, "unseen", id="a server that hides signatures"),
        pytest.param(None, True, False, Outcome.CANT_TELL, "unseen", id="nobody said"),
    ],
)
def test_outcome(delegation: bool | None, answers: bool, bogus: bool, outcome: Outcome, code: str) -> None:
    """Both ends of the chain are needed; wrong signatures are worse than none."""
    seen = dns(delegation_signed=delegation, answers_signed=answers, bogus=bogus)
    (verdict,) = dnssec(seen)

    assert (verdict.outcome, verdict.code) == (outcome, code)


def test_no_host() -> None:
    """A host that does not exist is no target."""
    assert list(dnssec(dns(Name("a", False)))) == []
