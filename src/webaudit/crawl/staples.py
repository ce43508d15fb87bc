"""Answers of authorities that servers staple to their certificates (OCSP, RFC 6960), verified."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

from webaudit.crawl.first_flight import FirstFlight

AHEAD = timedelta(minutes=5)
"""How far an authority's clock may be ahead of ours."""

MOST_CERTIFICATES = 5
"""In an answer; one is usual."""


def stapled_status(flight: FirstFlight, at: datetime, roots: Callable[[], Sequence[bytes]]) -> str:
    """What the stapled answer says of the certificate beside it.

    Args:
        at: when it came.
        roots: certificates in DER that may have issued the leaf themselves.

    Returns:
        "good", "revoked" or "unknown"; empty if it speaks of another certificate or another time, or is not
        signed by the authority that issued the certificate or by whom that has charged with it (4.2.2.2).
    """
    from cryptography import x509
    from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
    from cryptography.x509 import ocsp

    if not flight.stapled or not flight.chain:
        return ""
    try:
        answer = ocsp.load_der_ocsp_response(flight.stapled)
        if answer.response_status is not ocsp.OCSPResponseStatus.SUCCESSFUL:
            return ""
        leaf = x509.load_der_x509_certificate(flight.chain[0])
        issuer = _issuer(leaf, flight.chain[1:]) or _issuer(leaf, roots())
        said = [one for one in answer.responses if one.serial_number == leaf.serial_number]
        if issuer is None or not said or not _is_about(said[0], leaf, issuer, at):
            return ""
        signers = (issuer, *(one for one in answer.certificates[:MOST_CERTIFICATES]))
        if not any(_may_sign(one, issuer, at) and _has_signed(one, answer) for one in signers):
            return ""
        return said[0].certificate_status.name.lower()
    except (ValueError, TypeError, InvalidSignature, UnsupportedAlgorithm):
        return ""


def _issuer(leaf: Any, candidates: Sequence[bytes]) -> Any:
    """The certificate that has signed the leaf; None if it is not among them."""
    from cryptography import x509

    for der in candidates:
        try:
            one = x509.load_der_x509_certificate(der)
            if one.subject == leaf.issuer and _is_issued(leaf, one):
                return one
        except ValueError:
            continue
    return None


def _is_issued(one: Any, issuer: Any) -> bool:
    from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm

    try:
        one.verify_directly_issued_by(issuer)
    except (ValueError, TypeError, InvalidSignature, UnsupportedAlgorithm):
        return False
    return True


def _is_about(said: Any, leaf: Any, issuer: Any, at: datetime) -> bool:
    """Whether one answer is about this certificate of this issuer, and holds at this time."""
    from cryptography.x509 import ocsp

    asked = ocsp.OCSPRequestBuilder().add_certificate(leaf, issuer, said.hash_algorithm).build()
    same = (said.issuer_name_hash, said.issuer_key_hash) == (asked.issuer_name_hash, asked.issuer_key_hash)
    end = said.next_update_utc
    return same and said.this_update_utc <= at + AHEAD and (end is None or at <= end)


def _may_sign(one: Any, issuer: Any, at: datetime) -> bool:
    """Whether a certificate is the issuer's, or one that the issuer has charged with answers."""
    from cryptography import x509
    from cryptography.x509.oid import ExtendedKeyUsageOID

    if one == issuer:
        return True
    try:
        usage = one.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    except (x509.ExtensionNotFound, x509.DuplicateExtension):
        return False
    charged = ExtendedKeyUsageOID.OCSP_SIGNING in usage
    return charged and one.not_valid_before_utc <= at <= one.not_valid_after_utc and _is_issued(one, issuer)


def _has_signed(one: Any, answer: Any) -> bool:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec, ed448, ed25519, padding, rsa

    digest, signature, signed = answer.signature_hash_algorithm, answer.signature, answer.tbs_response_bytes
    if isinstance(digest, (hashes.MD5, hashes.SHA1)):
        # Anybody could have made it.
        return False
    try:
        match one.public_key():
            case rsa.RSAPublicKey() as key:
                key.verify(signature, signed, padding.PKCS1v15(), digest)
            case ec.EllipticCurvePublicKey() as key:
                key.verify(signature, signed, ec.ECDSA(digest))
            case ed25519.Ed25519PublicKey() | ed448.Ed448PublicKey() as key:
                key.verify(signature, signed)
            case _:
                return False
    except InvalidSignature:
        return False
    return True
