"""A forge of certificates, as good or as bad as a test wants them."""

import ssl
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509 import ocsp
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from webaudit.crawl.clock import utc_now

Key = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey

DAY = timedelta(days=1)
NOW = utc_now()
FOREVER = (-3650.0, 3650.0)

_SHA_256 = bytes.fromhex("06092a864886f70d01010b")
_SHA_1 = bytes.fromhex("06092a864886f70d010105")
"""The names of RSA's signatures, which are equally long."""


@dataclass(frozen=True)
class Made:
    """A certificate with its key."""

    der: bytes
    key: Key

    @property
    def certificate(self) -> x509.Certificate:
        """The certificate, read."""
        return x509.load_der_x509_certificate(self.der)

    @property
    def pem(self) -> bytes:
        """The certificate as text."""
        return ssl.DER_cert_to_PEM_cert(self.der).encode()

    @property
    def key_pem(self) -> bytes:
        """The key as text."""
        return self.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def curve() -> Key:
    """A new key, quickly made."""
    return ec.generate_private_key(ec.SECP256R1())


def numbers(bits: int) -> Key:
    """A new key of RSA."""
    return rsa.generate_private_key(65537, bits)


def issue(
    subject: str,
    issuer: Made | None,
    *names: str,
    days: tuple[float, float] = (-10.0, 80.0),
    key: Key | None = None,
    authority: bool = False,
    answers: bool = False,
) -> Made:
    """A certificate; without an issuer one that signs itself.

    Args:
        names: of hosts; none leaves the list of names out.
        days: from when to when it is valid, counted from now.
        answers: it may sign answers about certificates in its issuer's stead.
    """
    own = key or curve()
    signer = issuer.key if issuer else own
    subject_name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, subject)])
    built = (
        x509.CertificateBuilder()
        .subject_name(subject_name)
        .issuer_name(issuer.certificate.subject if issuer else subject_name)
        .public_key(own.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(_at(days[0]))
        .not_valid_after(_at(days[1]))
        .add_extension(x509.BasicConstraints(authority, None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(own.public_key()), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key()), critical=False
        )
    )
    if names:
        alternatives = x509.SubjectAlternativeName([x509.DNSName(name) for name in names])
        built = built.add_extension(alternatives, critical=False)
    if answers:
        usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.OCSP_SIGNING])
        built = built.add_extension(usage, critical=False)
    signed = built.sign(signer, hashes.SHA256())
    return Made(signed.public_bytes(Encoding.DER), own)


def with_sha_1(made: Made, issuer: Made) -> Made:
    """The same certificate, signed with SHA-1, which the library refuses to do by itself."""
    assert isinstance(issuer.key, rsa.RSAPrivateKey)
    body = made.certificate.tbs_certificate_bytes.replace(_SHA_256, _SHA_1)
    signature = issuer.key.sign(body, padding.PKCS1v15(), hashes.SHA1())
    algorithm = _element(0x30, _SHA_1 + b"\x05\x00")
    return Made(_element(0x30, body + algorithm + _element(0x03, b"\x00" + signature)), made.key)


def answer_of_authority(
    leaf: Made,
    issuer: Made,
    *,
    revoked: bool,
    signer: Made | None = None,
    enclosed: tuple[Made, ...] = (),
    days: tuple[float, float] = (-1.0, 5.0),
) -> bytes:
    """What the authority says of a certificate (OCSP), to be stapled to it.

    Args:
        signer: in place of the issuer.
        enclosed: certificates within the answer.
        days: from when to when it holds.
    """
    by = signer or issuer
    builder = ocsp.OCSPResponseBuilder().add_response(
        cert=leaf.certificate,
        issuer=issuer.certificate,
        algorithm=hashes.SHA1(),
        cert_status=ocsp.OCSPCertStatus.REVOKED if revoked else ocsp.OCSPCertStatus.GOOD,
        this_update=_at(days[0]),
        next_update=_at(days[1]),
        revocation_time=_at(-20) if revoked else None,
        revocation_reason=None,
    )
    named = builder.responder_id(ocsp.OCSPResponderEncoding.NAME, by.certificate)
    if enclosed:
        named = named.certificates([one.certificate for one in enclosed])
    return named.sign(by.key, hashes.SHA256()).public_bytes(Encoding.DER)


def context(leaf: Made, *chain: Made) -> ssl.SSLContext:
    """A server's context that sends these certificates, over whatever protocol this machine speaks."""
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.set_ciphers("DEFAULT:@SECLEVEL=0")
    with TemporaryDirectory() as folder:
        file = Path(folder, "chain.pem")
        file.write_bytes(b"".join((leaf.key_pem, leaf.pem, *(one.pem for one in chain))))
        made.load_cert_chain(file)
    return made


def _at(days: float) -> datetime:
    return NOW + days * DAY


def _element(kind: int, data: bytes) -> bytes:
    """One value of DER behind its kind and length."""
    size = len(data)
    if size < 128:
        return bytes([kind, size]) + data
    length = size.to_bytes((size.bit_length() + 7) // 8)
    return bytes([kind, 0x80 | len(length)]) + length + data
