"""Check `certificate-strength`."""

from collections.abc import Iterator

from webaudit.extract.certificate_faults import weak_keys, weak_signatures
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Location, Verdict, failed, passed
from webaudit.model.tls import Tls
from webaudit.standards import ietf, indonesia, nist


@check(
    id="certificate-strength",
    title="Key and signature of the certificate are strong",
    category=Category.HTTPS,
    severity=Severity.SERIOUS,
    sources=(nist.KEY_STRENGTH, ietf.SHA_1, indonesia.BSSN_4_2021),
    remedy="Have the certificate issued anew: with a key of 2048 bits (RSA) or 256 bits (EC), and from an "
    "authority that signs with SHA-256. Let's Encrypt and AutoSSL in the hosting panel do so by themselves.",
    since="0.3.0",
)
def certificate_strength(tls: Tls) -> Iterator[Verdict]:
    """A short key can be found out, and an old signature forged: then anybody can pretend to be the agency.

    Browsers refuse such certificates, some with a warning that no visitor can pass by.

    Target: the keys, and the signatures, of the certificate of the site's host and of those above it that the
        server sends.
    Expectation: each key has at least 2048 bits (RSA) or 224 bits (EC), and no signature is made with SHA-1
        or MD5.
    Limits: roots are trusted for what they are, not for their signature; certificates that lead nowhere are
        left aside.

    Passed:
        ```json
        {"tls": {"host": "a.example", "port": 443, "protocol": "TLSv1.3", "verify_code": 0,
         "verify_message": "ok", "trust_store": "", "chain": [
         {"subject": "CN=a.example", "issuer": "CN=CA", "names": ["a.example"], "digest": "",
          "not_before": "2026-06-01T00:00:00Z", "not_after": "2026-08-30T00:00:00Z",
          "key": "EC", "key_bits": 256, "signed_with": "sha256"}]}}
        ```

    Failed (weak-key, weak-signature):
        ```json
        {"tls": {"host": "a.example", "port": 443, "protocol": "TLSv1.3", "verify_code": 0,
         "verify_message": "ok", "trust_store": "", "chain": [
         {"subject": "CN=a.example", "issuer": "CN=CA", "names": ["a.example"], "digest": "",
          "not_before": "2026-06-01T00:00:00Z", "not_after": "2026-08-30T00:00:00Z",
          "key": "RSA", "key_bits": 1024, "signed_with": "sha256"}]}}
        {"tls": {"host": "a.example", "port": 443, "protocol": "TLSv1.3", "verify_code": 0,
         "verify_message": "ok", "trust_store": "", "chain": [
         {"subject": "CN=a.example", "issuer": "CN=CA", "names": ["a.example"], "digest": "",
          "not_before": "2026-06-01T00:00:00Z", "not_after": "2026-08-30T00:00:00Z",
          "key": "RSA", "key_bits": 2048, "signed_with": "sha1"}]}}
        ```
    """
    if not tls.chain or not tls.chain[0].key:
        # Evidence of old versions does not tell.
        return
    here = Location(f"https://{tls.host}/")
    keys, signatures = list(weak_keys(tls.chain)), list(weak_signatures(tls.chain))
    for weak in keys:
        message = "the key of {subject} is too short: {key}, {bits} bits"
        yield failed(here, "weak-key", message, subject=weak.subject, key=weak.key, bits=weak.key_bits)
    for weak in signatures:
        message = "the signature on the certificate of {subject} is made with {hash}, which can be forged"
        yield failed(here, "weak-signature", message, subject=weak.subject, hash=weak.signed_with.upper())
    if not keys and not signatures:
        yield passed(None)
