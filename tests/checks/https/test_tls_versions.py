"""`tls-versions`: no protocol that browsers refuse."""

from dataclasses import replace

import pytest

from tests.evidence import tls
from webaudit.checks.https.tls_versions import tls_versions
from webaudit.model.finding import Outcome

ALL = ("TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3")


@pytest.mark.parametrize(
    ("accepted", "refused", "outcome", "code"),
    [
        pytest.param(ALL[2:], ALL[:2], Outcome.PASSED, "", id="both modern ones"),
        pytest.param(ALL[2:3], (*ALL[:2], ALL[3]), Outcome.PASSED, "", id="TLS 1.2 alone"),
        pytest.param(ALL[3:], ALL[:3], Outcome.PASSED, "", id="TLS 1.3 alone"),
        pytest.param(ALL, (), Outcome.FAILED, "weak-protocol", id="all"),
        pytest.param(ALL[1:], (), Outcome.FAILED, "weak-protocol", id="an old one, the oldest unseen"),
        pytest.param(ALL[:2], ALL[2:], Outcome.FAILED, "weak-protocol", id="old ones alone"),
        pytest.param(ALL[2:], ALL[1:2], Outcome.CANT_TELL, "unseen", id="the oldest could not be tried"),
        pytest.param(ALL[2:], (), Outcome.CANT_TELL, "unseen", id="neither could be tried"),
    ],
)
def test_outcome(accepted: tuple[str, ...], refused: tuple[str, ...], outcome: Outcome, code: str) -> None:
    """TLS 1.0 and 1.1 fail where they were seen, and are left open where they were not tried."""
    seen = replace(tls(protocol=accepted[-1]), accepted=accepted, refused=refused)
    (verdict,) = tls_versions(seen)

    assert (verdict.outcome, verdict.code) == (outcome, code)


def test_evidence_of_an_older_version() -> None:
    """A record that knows the protocol of one handshake alone leaves it open, unless that one is old."""
    (modern,), (old,) = tls_versions(tls()), tls_versions(tls(protocol="TLSv1.1"))

    assert modern.outcome is Outcome.CANT_TELL
    assert old.code == "weak-protocol"


def test_protocols_are_written_as_people_know_them() -> None:
    """OpenSSL's names are no one else's."""
    (verdict,) = tls_versions(replace(tls(), accepted=ALL))

    assert verdict.values == {"protocols": "TLS 1.0, TLS 1.1"}
