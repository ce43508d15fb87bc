"""Certificates of the example province: an authority of its own, made anew at each start."""

import ssl
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

_LIFETIME = timedelta(days=200)
"""The most that public authorities give (CA/Browser Forum, Baseline Requirements 6.3.2, since March 2026)."""

_GOOD_DAYS = 150
"""What a good certificate has left."""


class Authority:
    """A root that signs certificates for the time of one demo.

    Its keys are on elliptic curves, made in a millisecond; all the servers share one of them.

    Attributes:
        bundle: path of a PEM file with the root, for those who are to trust it.
    """

    def __init__(self, folder: Path, now: datetime) -> None:
        self.bundle = folder / "roots.pem"
        self._folder = folder
        self._now = now
        self._root_key = ec.generate_private_key(ec.SECP256R1())
        self._server_key = ec.generate_private_key(ec.SECP256R1())
        self._root_name = _name("Otoritas Sertifikat Provinsi Contoh")
        root = (
            self._builder(self._root_name, self._root_name, self._root_key, _GOOD_DAYS)
            .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
            .add_extension(_root_usage(), critical=True)
            .add_extension(
                x509.SubjectKeyIdentifier.from_public_key(self._root_key.public_key()), critical=False
            )
            .sign(self._root_key, hashes.SHA256())
        )
        self.bundle.write_bytes(root.public_bytes(serialization.Encoding.PEM))

    def good(self, *hosts: str) -> ssl.SSLContext:
        """Serves a certificate that names the hosts and has months to run."""
        return self._serving("good", self._root_name, self._root_key, hosts, _GOOD_DAYS)

    def expired(self, *hosts: str) -> ssl.SSLContext:
        """Serves a certificate that ran out three weeks ago."""
        return self._serving("expired", self._root_name, self._root_key, hosts, -21)

    def self_signed(self, *hosts: str) -> ssl.SSLContext:
        """Serves a certificate that no authority stands behind."""
        return self._serving("self-signed", _name(hosts[0]), self._server_key, hosts, _GOOD_DAYS)

    def _serving(
        self,
        kind: str,
        issuer: x509.Name,
        issuer_key: ec.EllipticCurvePrivateKey,
        hosts: tuple[str, ...],
        days: int,
    ) -> ssl.SSLContext:
        """A server's side of TLS, with a leaf certificate for the hosts."""
        leaf = (
            self._builder(_name(hosts[0]), issuer, self._server_key, days)
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .add_extension(
                x509.SubjectAlternativeName([x509.DNSName(host) for host in hosts]), critical=False
            )
            .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
            .add_extension(
                x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), critical=False
            )
            .sign(issuer_key, hashes.SHA256())
        )
        file = self._folder / f"{kind}-{hosts[0].replace('*', 'any')}.pem"
        file.write_bytes(
            self._server_key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
            + leaf.public_bytes(serialization.Encoding.PEM)
        )
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(file)
        return context

    def _builder(
        self, subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePrivateKey, days: int
    ) -> x509.CertificateBuilder:
        """What all certificates have in common; they end `days` from now."""
        ends = self._now.replace(microsecond=0) + timedelta(days=days)
        return (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(issuer)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(ends - _LIFETIME)
            .not_valid_after(ends)
        )


def _name(common_name: str) -> x509.Name:
    """A distinguished name."""
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "ID"),
            x509.NameAttribute(NameOID.COMMON_NAME, common_name),
        ]
    )


def _root_usage() -> x509.KeyUsage:
    """The root signs certificates, and does nothing else."""
    return x509.KeyUsage(
        digital_signature=False,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=True,
        crl_sign=True,
        encipher_only=False,
        decipher_only=False,
    )
