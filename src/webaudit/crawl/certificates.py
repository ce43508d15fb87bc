"""X.509 certificates, read from DER."""

from hashlib import sha256
from typing import Any

from webaudit.model.tls import Certificate

MAX_NAMES = 1_000
"""Of one certificate; authorities sign a few hundred at most."""

MAX_TEXT = 200


def certificate(der: bytes) -> Certificate:
    """One certificate, read.

    Raises:
        ValueError: it can not be read.
    """
    from cryptography import x509

    read = x509.load_der_x509_certificate(der)
    names: list[str] = []
    try:
        alternatives = read.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
        names += alternatives.get_values_for_type(x509.DNSName)
        names += [str(address) for address in alternatives.get_values_for_type(x509.IPAddress)]
    except (x509.ExtensionNotFound, x509.DuplicateExtension, ValueError):
        pass
    key, bits = _key(read)
    return Certificate(
        subject=_name(read, "subject"),
        issuer=_name(read, "issuer"),
        names=tuple(name[:MAX_TEXT] for name in names[:MAX_NAMES]),
        not_before=read.not_valid_before_utc,
        not_after=read.not_valid_after_utc,
        digest=f"sha256:{sha256(der).hexdigest()}",
        key=key,
        key_bits=bits,
        signed_with=_hash(read),
    )


def _key(read: Any) -> tuple[str, int]:
    """Kind and length of the public key; empty and 0 if it is of no kind that we know."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric import dsa, ec, ed448, ed25519, rsa

    try:
        key = read.public_key()
    except (ValueError, UnsupportedAlgorithm):
        return "", 0
    match key:
        case rsa.RSAPublicKey():
            return "RSA", key.key_size
        case ec.EllipticCurvePublicKey():
            return "EC", key.key_size
        case dsa.DSAPublicKey():
            return "DSA", key.key_size
        case ed25519.Ed25519PublicKey():
            return "Ed25519", 256
        case ed448.Ed448PublicKey():
            return "Ed448", 456
    return "", 0


def _hash(read: Any) -> str:
    """Name of the hash that the signature is made of; empty if it has none, or one that we do not know."""
    from cryptography.exceptions import UnsupportedAlgorithm

    try:
        algorithm = read.signature_hash_algorithm
    except (ValueError, UnsupportedAlgorithm):
        return ""
    return str(algorithm.name) if algorithm is not None else ""


def _name(read: Any, which: str) -> str:
    try:
        return str(getattr(read, which).rfc4514_string())[:MAX_TEXT]
    except ValueError:
        return ""
