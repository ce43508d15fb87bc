"""Tls: what handshakes showed of a host, and the certificates that it sent."""

from dataclasses import dataclass
from datetime import datetime

from webaudit.model.record import Failure, Record


@dataclass(frozen=True, slots=True)
class Certificate:
    """One X.509 certificate (RFC 5280).

    Attributes:
        names: DNS names and IP addresses of the subjectAltName.
        not_before: aware, as `not_after`.
        key: kind of its public key, "RSA", "EC", "DSA", "Ed25519"; empty if not known, as in old evidence.
        key_bits: length of that key; 0 if not known.
        signed_with: hash of the signature on it, "sha256"; empty if not known, or if there is none.
    """

    subject: str
    issuer: str
    names: tuple[str, ...]
    not_before: datetime
    not_after: datetime
    digest: str
    key: str = ""
    key_bits: int = 0
    signed_with: str = ""


@dataclass(frozen=True, slots=True)
class Twin:
    """What the handshake of the host with "www." in front, or without it, showed.

    Attributes:
        verify_code: as that of `Tls`; None if there was no certificate.
        chain: as sent, the leaf first.
        failure: why there was no certificate.
    """

    verify_code: int | None = None
    chain: tuple[Certificate, ...] = ()
    failure: Failure | None = None


@dataclass(frozen=True, slots=True)
class Tls(Record):
    """What the TLS handshake of the site's host showed.

    Attributes:
        protocol: as OpenSSL names it, "TLSv1.3".
        verify_code: X509_V_* of OpenSSL's verification of the chain against the trust store; 0 is good. To
            whom the certificate is made out is no part of it.
        trust_store: name and version of the roots.
        chain: as sent, the leaf first.
        alpn: what the server chose of h2 and http/1.1; empty if neither, None if not seen.
        accepted: protocols that the server speaks, as `protocol`, oldest first.
        refused: those that it does not; what stands in neither could not be seen.
        twin: the host with "www." in front, or without it, if a certificate is shown there; empty if not, or
            if DNS knows any name below the host.
        twin_names: what that certificate is made out to.
        twin_seen: what the handshake with that host, or with one that shows no certificate, showed; None if
            nobody looked, or there is no such host.
        stapled: what the answer of the authority says that the server sends with its certificate (OCSP,
            RFC 6960): "good", "revoked" or "unknown"; empty if it sends none, or it could not be seen.
        asks_certificate: the server wants a certificate of the visitor.
    """

    host: str
    port: int
    protocol: str
    verify_code: int
    verify_message: str
    trust_store: str
    chain: tuple[Certificate, ...]
    alpn: str | None = None
    accepted: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    twin: str = ""
    twin_names: tuple[str, ...] = ()
    twin_seen: Twin | None = None
    stapled: str = ""
    asks_certificate: bool = False
