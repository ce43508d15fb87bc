"""`certificate-trust`: each fault of a certificate has a name."""

from dataclasses import replace

import pytest

from tests.evidence import certificate, failure, home, tls
from webaudit.checks.https.certificate_trust import certificate_trust
from webaudit.model.evidence import Home
from webaudit.model.finding import Outcome
from webaudit.model.reading import PageKind
from webaudit.model.record import Failure
from webaudit.model.tls import Tls

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
        pytest.param(24, "untrusted", id="any other"),
    ],
)
def test_fault(verify_code: int, code: str) -> None:
    """Every code of OpenSSL's verification but 0 fails, with a stable name."""
    (verdict,) = certificate_trust(tls(verify_code, message="reason"), AT_HTTP)

    assert (verdict.outcome, verdict.code) == (Outcome.FAILED, code)


def test_other_certificates_complete_no_chain() -> None:
    """A leaf whose issuer is not sent is incomplete, whatever else is sent."""
    other = replace(certificate(), subject="CN=Other", issuer="CN=Other")
    (verdict,) = certificate_trust(tls(20, certificate(), other), AT_HTTP)

    assert verdict.code == "incomplete-chain"


@pytest.mark.parametrize(("verify_code", "code"), [(0, "revoked"), (10, "revoked"), (18, "self-signed")])
def test_revoked(verify_code: int, code: str) -> None:
    """A stapled answer that says so revokes what would else be trusted, or has merely expired."""
    (verdict,) = certificate_trust(replace(tls(verify_code), stapled="revoked"), AT_HTTP)

    assert verdict.code == code


@pytest.mark.parametrize("status", [400, 403])
def test_error_for_want_of_a_certificate(status: int) -> None:
    """A server that wants a certificate, and answers with an error, lets nobody else in."""
    start = home(f"{status} https://dinas.contohprov.go.id/", kind=PageKind.ERROR)
    (wanting,) = certificate_trust(replace(tls(), asks_certificate=True), start)
    (other,) = certificate_trust(tls(), start)

    assert wanting.code == "client-certificate"
    assert other.outcome is Outcome.PASSED


def test_a_certificate_that_is_only_wished_for() -> None:
    """A server that asks for a certificate and answers all the same shuts nobody out."""
    (verdict,) = certificate_trust(replace(tls(), asks_certificate=True), home())

    assert verdict.outcome is Outcome.PASSED


def test_chain_with_unknown_issuer() -> None:
    """A whole chain whose root is unknown is not said to be incomplete."""
    issuer = replace(certificate(), subject="CN=Example CA", issuer="CN=Unknown Root")
    (verdict,) = certificate_trust(tls(20, certificate(), issuer), AT_HTTP)

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
        pytest.param(failure("protocol"), AT_HTTP, Outcome.FAILED, "no-tls", id="no TLS at 443"),
        pytest.param(failure("not-captured"), AT_HTTP, Outcome.CANT_TELL, "not-looked", id="not asked"),
        pytest.param(failure("our-network"), AT_HTTP, Outcome.CANT_TELL, "not-looked", id="our fault"),
    ],
)
def test_outcome(evidence: Tls | Failure, start: Home | Failure, outcome: Outcome, code: str) -> None:
    """A site that answers over http alone fails; one that does not answer at all is judged elsewhere."""
    (verdict,) = certificate_trust(evidence, start)

    assert (verdict.outcome, verdict.code) == (outcome, code)
