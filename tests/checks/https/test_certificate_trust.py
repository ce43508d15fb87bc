"""`certificate-trust`: each fault of a certificate has a name."""

import pytest

from tests.evidence import certificate, failure, home, tls
from webaudit.checks.https.certificate_trust import certificate_trust
from webaudit.model.evidence import Home, Tls
from webaudit.model.finding import Outcome
from webaudit.model.record import Failure

AT_HTTP = home("200 http://a.example/")
DEAD = failure("timeout")


@pytest.mark.parametrize(
    ("verify_code", "code"),
    [
        pytest.param(9, "not-yet-valid", id="X509_V_ERR_CERT_NOT_YET_VALID"),
        pytest.param(10, "expired", id="X509_V_ERR_CERT_HAS_EXPIRED"),
        pytest.param(18, "self-signed", id="X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT"),
        pytest.param(19, "unknown-root", id="X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN"),
        pytest.param(20, "incomplete-chain", id="X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY"),
        pytest.param(21, "incomplete-chain", id="X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE"),
        pytest.param(23, "revoked", id="X509_V_ERR_CERT_REVOKED"),
        pytest.param(62, "untrusted", id="X509_V_ERR_HOSTNAME_MISMATCH, in evidence of version 0.1.0"),
        pytest.param(66, "weak", id="X509_V_ERR_EE_KEY_TOO_SMALL"),
        pytest.param(24, "untrusted", id="any other"),
    ],
)
def test_fault(verify_code: int, code: str) -> None:
    """Every code of OpenSSL's verification but 0 fails, with a stable name."""
    (verdict,) = certificate_trust(tls(verify_code, message="reason"), AT_HTTP)

    assert (verdict.outcome, verdict.code) == (Outcome.FAILED, code)


def test_chain_with_unknown_issuer() -> None:
    """A whole chain whose root is unknown is not said to be incomplete."""
    (verdict,) = certificate_trust(tls(20, certificate(), certificate()), AT_HTTP)

    assert verdict.code == "unknown-root"


@pytest.mark.parametrize(
    ("evidence", "start", "outcome", "code"),
    [
        pytest.param(tls(0), home(), Outcome.PASSED, "", id="good"),
        pytest.param(failure("refused"), AT_HTTP, Outcome.FAILED, "no-https", id="http alone"),
        pytest.param(failure("timeout"), AT_HTTP, Outcome.FAILED, "no-https", id="https port filtered"),
        pytest.param(
            failure("refused"), DEAD, Outcome.CANT_TELL, "not-looked", id="an outage is judged elsewhere"
        ),
        pytest.param(failure("tls"), DEAD, Outcome.FAILED, "no-handshake", id="broken handshake"),
        pytest.param(failure("protocol"), AT_HTTP, Outcome.FAILED, "no-handshake", id="no TLS at 443"),
        pytest.param(failure("not-captured"), AT_HTTP, Outcome.CANT_TELL, "not-looked", id="not asked"),
        pytest.param(failure("our-network"), AT_HTTP, Outcome.CANT_TELL, "not-looked", id="our fault"),
    ],
)
def test_outcome(evidence: Tls | Failure, start: Home | Failure, outcome: Outcome, code: str) -> None:
    """A site that answers over http alone fails; one that does not answer at all is judged elsewhere."""
    (verdict,) = certificate_trust(evidence, start)

    assert (verdict.outcome, verdict.code) == (outcome, code)
