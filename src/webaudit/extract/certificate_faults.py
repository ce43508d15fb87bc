"""What is wrong with a chain of certificates, or with the handshake that should have shown one, by codes."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from webaudit.model.record import Failure, FailureReason, Stage
from webaudit.model.tls import Certificate

# X509_V_ERR_* of OpenSSL, x509_vfy.h: they are stable.
_BY_CODE = {
    2: "unknown-root",
    9: "not-yet-valid",
    10: "expired",
    18: "self-signed",
    19: "unknown-root",
    20: "unknown-root",
    21: "incomplete-chain",
    23: "revoked",
}
_UNKNOWN_ISSUER = 20

LEAST_TIME = timedelta(days=14)
"""For an office to notice and act; machines renew when a third of the lifetime is left."""

LEAST_BITS = {"RSA": 2048, "EC": 224}
"""NIST SP 800-57 part 1, table 2: 112 bits of security. Keys of DSA are in no browser any more."""

_BROKEN_HASHES = ("md2", "md4", "md5", "sha1")

_NOT_TLS = ("wrong version number", "http request", "unknown protocol", "record layer failure")
"""How OpenSSL names what is no TLS: it reads the first bytes as a version and a length."""

_NO_RECORD = ("packet length too long", "unexpected message", "bad record type", "invalid record")

_ALERTS = ("sslv3 alert", "tlsv1 ", "tlsv13 ", "unsupported protocol")
"""How OpenSSL begins to name what the server sends when it turns a handshake down."""

_WANTED = "certificate required"
"""In the detail of a failure: the server turns away who shows no certificate."""


def trust_fault(verify_code: int, chain: Sequence[Certificate], stapled: str = "") -> str:
    """The fault of a chain; empty if browsers trust it.

    Args:
        verify_code: of OpenSSL's verification.
        chain: as sent, the leaf first.
        stapled: what the authority's answer says.
    """
    fault = _BY_CODE.get(verify_code, "untrusted") if verify_code else ""
    if stapled == "revoked" and fault in ("", "expired", "not-yet-valid"):
        # The dates are told by another check.
        return "revoked"
    if verify_code == _UNKNOWN_ISSUER and chain:
        # Authorities sign no site by their root: one whose issuer is not sent lost its intermediate.
        leaf = chain[0]
        sent = any(other.subject == leaf.issuer for other in chain[1:])
        return "unknown-root" if sent or leaf.subject == leaf.issuer else "incomplete-chain"
    return fault


def handshake_fault(failure: Failure) -> str:
    """The fault that kept a certificate from being shown; empty if it says nothing of the server."""
    detail = failure.detail
    match failure.reason, failure.stage:
        case _ if _WANTED in detail:
            return "client-certificate"
        case FailureReason.TIMEOUT, Stage.TLS:
            return "handshake-stall"
        case FailureReason.RESET, Stage.TLS:
            return "handshake-refused"
        case ((FailureReason.REFUSED | FailureReason.TIMEOUT | FailureReason.RESET), _):
            return "no-https"
        case FailureReason.PROTOCOL, _:
            return "no-tls"
        case FailureReason.TLS, _:
            if any(mark in detail for mark in (*_NOT_TLS, *_NO_RECORD)):
                return "no-tls"
            return "handshake-refused" if detail.startswith(_ALERTS) else "no-handshake"
    return ""


def is_ending(leaf: Certificate, at: datetime) -> bool:
    """Whether a certificate should have been renewed by now."""
    return leaf.not_after - at < min(LEAST_TIME, (leaf.not_after - leaf.not_before) / 3)


def weak_keys(chain: Sequence[Certificate]) -> Iterator[Certificate]:
    """The certificates on the path from the leaf whose key can be found out, as far as keys are known."""
    for one in _path(chain):
        if one.key == "DSA" or 0 < one.key_bits < LEAST_BITS.get(one.key, 0):
            yield one


def weak_signatures(chain: Sequence[Certificate]) -> Iterator[Certificate]:
    """The certificates on the path from the leaf on which the signature can be forged."""
    # Nobody looks at the signature that a certificate puts on itself.
    return (one for one in _path(chain) if one.signed_with in _BROKEN_HASHES and one.subject != one.issuer)


def _path(chain: Sequence[Certificate]) -> Iterator[Certificate]:
    """The leaf and its issuers as far as they were sent, without a root; what else was sent does no harm."""
    rest = list(chain)
    one = rest.pop(0) if rest else None
    while one is not None:
        yield one
        issuer = one.issuer
        found = [other for other in rest if other.subject == issuer and other.subject != other.issuer]
        one = found[0] if found else None
        if one is not None:
            rest.remove(one)
