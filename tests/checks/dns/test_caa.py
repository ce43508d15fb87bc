"""`caa`: who may issue certificates."""

from collections.abc import Sequence

import pytest

from tests.evidence import dns
from webaudit.checks.dns.caa import caa
from webaudit.model.dns import Name
from webaudit.model.finding import Outcome


@pytest.mark.parametrize(
    ("records", "outcome"),
    [
        pytest.param(["0 issue letsencrypt.org"], Outcome.PASSED, id="one"),
        pytest.param(["128 issue ;"], Outcome.PASSED, id="nobody"),
        pytest.param(["0 iodef mailto:a@b.test", "0 issuewild ca.test"], Outcome.PASSED, id="for a star"),
        pytest.param(["0 iodef mailto:a@b.test"], Outcome.FAILED, id="where to complain alone"),
        pytest.param(["0"], Outcome.FAILED, id="broken"),
        pytest.param([], Outcome.FAILED, id="none"),
        pytest.param(None, Outcome.CANT_TELL, id="nobody said"),
    ],
)
def test_outcome(records: Sequence[str] | None, outcome: Outcome) -> None:
    """A record has to name who may issue, be it nobody."""
    (verdict,) = caa(dns(caa=records))

    assert verdict.outcome is outcome


def test_no_host() -> None:
    """A host that DNS does not know is no target."""
    assert list(caa(dns(Name("a", False)))) == []
