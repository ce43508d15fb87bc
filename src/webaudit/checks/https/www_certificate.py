"""Check `www-certificate`."""

from collections.abc import Iterator
from datetime import datetime

from webaudit.extract.certificate_faults import (
    handshake_fault,
    is_ending,
    trust_fault,
    weak_keys,
    weak_signatures,
)
from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Moment
from webaudit.model.finding import Location, Verdict, cant_tell, failed, passed
from webaudit.model.record import FailureReason, Stage
from webaudit.model.tls import Tls, Twin
from webaudit.standards import ietf, indonesia

_FAULTS = {
    "www-no-https": "{host} is known, and takes no connection over https",
    "www-no-tls": "what answers at {host} does not speak TLS",
    "www-handshake-stall": "{host} takes the connection over https, and then says nothing",
    "www-handshake-refused": "{host} turns the secure connection down",
    "www-no-handshake": "what answers at {host} makes no secure connection",
    "www-expired": "the certificate that {host} shows has expired",
    "www-not-yet-valid": "the certificate that {host} shows is not valid yet",
    "www-expires-soon": "the certificate that {host} shows expires soon",
    "www-self-signed": "the certificate that {host} shows is signed by itself",
    "www-unknown-root": "browsers do not know the authority that signed the certificate of {host}",
    "www-incomplete-chain": "{host} does not send the intermediate certificate",
    "www-untrusted": "browsers do not trust the certificate that {host} shows",
    "www-weak-key": "the key of the certificate that {host} shows is too short",
    "www-weak-signature": "the signature on the certificate that {host} shows can be forged",
}


@check(
    id="www-certificate",
    title="The address with or without www is as secure as the other",
    category=Category.HTTPS,
    severity=Severity.MODERATE,
    sources=(ietf.CERTIFICATE_PATH, ietf.SERVICE_IDENTITY, indonesia.BSSN_4_2021),
    remedy="Have one certificate issued for both names, and install it for both. In the hosting panel: open "
    "SSL or Let's Encrypt, tick both names and issue it anew. A www name that nobody should use can be "
    "deleted from DNS.",
    since="0.3.0",
)
def www_certificate(tls: Tls, moment: Moment) -> Iterator[Verdict]:
    """Many type the address with www in front of it, or without, and should meet no warning either way.

    Target: the host with www in front if the site's has none, or without it, if it shows another certificate
        than the site's host, or none.
    Expectation: the handshake succeeds, and the certificate is valid, trusted, and strong.
    Limits: a name that DNS does not know, or only knows as it knows every name, is not asked for. Silence
        before there is a connection is left open: it may be meant for us alone. To whom the certificate is
        made out is for `certificate-name`; where both names show one certificate, all else is judged once,
        by the checks of the site's host.

    Passed:
        ```json
        {"moment": {"at": "2026-07-05T03:00:00Z"},
         "tls": {"host": "a.example", "port": 443, "protocol": "TLSv1.3", "verify_code": 0,
         "verify_message": "ok", "trust_store": "", "chain": [], "twin": "www.a.example",
         "twin_seen": {"verify_code": 0, "chain": [
         {"subject": "CN=www.a.example", "issuer": "CN=CA", "names": ["www.a.example"], "digest": "",
          "not_before": "2026-06-01T00:00:00Z", "not_after": "2026-08-30T00:00:00Z"}]}}}
        ```

    Failed (www-expired, www-not-yet-valid, www-expires-soon):
        ```json
        {"moment": {"at": "2026-09-05T03:00:00Z"}, "tls": {"host": "a.example", "port": 443,
         "protocol": "TLSv1.3", "verify_code": 0, "verify_message": "", "trust_store": "", "chain": [],
         "twin_seen": {"verify_code": 10, "chain": [
         {"subject": "CN=www.a.example", "issuer": "CN=CA", "names": ["www.a.example"], "digest": "",
          "not_before": "2026-06-01T00:00:00Z", "not_after": "2026-08-30T00:00:00Z"}]}}}
        {"moment": {"at": "2026-05-05T03:00:00Z"}, "tls": {"host": "a.example", "port": 443,
         "protocol": "TLSv1.3", "verify_code": 0, "verify_message": "", "trust_store": "", "chain": [],
         "twin_seen": {"verify_code": 9, "chain": [
         {"subject": "CN=www.a.example", "issuer": "CN=CA", "names": ["www.a.example"], "digest": "",
          "not_before": "2026-06-01T00:00:00Z", "not_after": "2026-08-30T00:00:00Z"}]}}}
        {"moment": {"at": "2026-08-25T03:00:00Z"}, "tls": {"host": "a.example", "port": 443,
         "protocol": "TLSv1.3", "verify_code": 0, "verify_message": "", "trust_store": "", "chain": [],
         "twin_seen": {"verify_code": 0, "chain": [
         {"subject": "CN=www.a.example", "issuer": "CN=CA", "names": ["www.a.example"], "digest": "",
          "not_before": "2026-06-01T00:00:00Z", "not_after": "2026-08-30T00:00:00Z"}]}}}
        ```

    Failed (www-self-signed, www-unknown-root, www-incomplete-chain, www-untrusted):
        ```json
        {"moment": {"at": "2026-07-05T03:00:00Z"}, "tls": {"host": "a.example", "port": 443,
         "protocol": "TLSv1.3", "verify_code": 0, "verify_message": "", "trust_store": "", "chain": [],
         "twin_seen": {"verify_code": 18, "chain": [
         {"subject": "CN=www.a.example", "issuer": "CN=CA", "names": ["www.a.example"], "digest": "",
          "not_before": "2026-06-01T00:00:00Z", "not_after": "2026-08-30T00:00:00Z"}]}}}
        {"moment": {"at": "2026-07-05T03:00:00Z"}, "tls": {"host": "a.example", "port": 443,
         "protocol": "TLSv1.3", "verify_code": 0, "verify_message": "", "trust_store": "", "chain": [],
         "twin_seen": {"verify_code": 19, "chain": [
         {"subject": "CN=www.a.example", "issuer": "CN=CA", "names": ["www.a.example"], "digest": "",
          "not_before": "2026-06-01T00:00:00Z", "not_after": "2026-08-30T00:00:00Z"}]}}}
        {"moment": {"at": "2026-07-05T03:00:00Z"}, "tls": {"host": "a.example", "port": 443,
         "protocol": "TLSv1.3", "verify_code": 0, "verify_message": "", "trust_store": "", "chain": [],
         "twin_seen": {"verify_code": 20, "chain": [
         {"subject": "CN=www.a.example", "issuer": "CN=CA", "names": ["www.a.example"], "digest": "",
          "not_before": "2026-06-01T00:00:00Z", "not_after": "2026-08-30T00:00:00Z"}]}}}
        {"moment": {"at": "2026-07-05T03:00:00Z"}, "tls": {"host": "a.example", "port": 443,
         "protocol": "TLSv1.3", "verify_code": 0, "verify_message": "", "trust_store": "", "chain": [],
         "twin_seen": {"verify_code": 24, "chain": [
         {"subject": "CN=www.a.example", "issuer": "CN=CA", "names": ["www.a.example"], "digest": "",
          "not_before": "2026-06-01T00:00:00Z", "not_after": "2026-08-30T00:00:00Z"}]}}}
        ```

    Failed (www-weak-key, www-weak-signature):
        ```json
        {"moment": {"at": "2026-07-05T03:00:00Z"}, "tls": {"host": "a.example", "port": 443,
         "protocol": "TLSv1.3", "verify_code": 0, "verify_message": "", "trust_store": "", "chain": [],
         "twin_seen": {"verify_code": 0, "chain": [
         {"subject": "CN=www.a.example", "issuer": "CN=CA", "names": ["www.a.example"], "digest": "",
          "not_before": "2026-06-01T00:00:00Z", "not_after": "2026-08-30T00:00:00Z",
          "key": "RSA", "key_bits": 1024, "signed_with": "sha256"}]}}}
        {"moment": {"at": "2026-07-05T03:00:00Z"}, "tls": {"host": "a.example", "port": 443,
         "protocol": "TLSv1.3", "verify_code": 0, "verify_message": "", "trust_store": "", "chain": [],
         "twin_seen": {"verify_code": 0, "chain": [
         {"subject": "CN=www.a.example", "issuer": "CN=CA", "names": ["www.a.example"], "digest": "",
          "not_before": "2026-06-01T00:00:00Z", "not_after": "2026-08-30T00:00:00Z",
          "key": "RSA", "key_bits": 2048, "signed_with": "sha1"}]}}}
        ```

    Failed (www-no-https):
        ```json
        {"moment": {"at": "2026-07-05T03:00:00Z"}, "tls": {"host": "a.example", "port": 443,
         "protocol": "TLSv1.3", "verify_code": 0, "verify_message": "", "trust_store": "", "chain": [],
         "twin_seen": {"failure": {"reason": "refused", "stage": "connect"}}}}
        ```

    CantTell (www-silent):
        ```json
        {"moment": {"at": "2026-07-05T03:00:00Z"}, "tls": {"host": "a.example", "port": 443,
         "protocol": "TLSv1.3", "verify_code": 0, "verify_message": "", "trust_store": "", "chain": [],
         "twin_seen": {"failure": {"reason": "timeout", "stage": "connect"}}}}
        ```

    Failed (www-no-tls, www-handshake-stall):
        ```json
        {"moment": {"at": "2026-07-05T03:00:00Z"}, "tls": {"host": "a.example", "port": 443,
         "protocol": "TLSv1.3", "verify_code": 0, "verify_message": "", "trust_store": "", "chain": [],
         "twin_seen": {"failure": {"reason": "tls", "stage": "tls", "detail": "wrong version number"}}}}
        {"moment": {"at": "2026-07-05T03:00:00Z"}, "tls": {"host": "a.example", "port": 443,
         "protocol": "TLSv1.3", "verify_code": 0, "verify_message": "", "trust_store": "", "chain": [],
         "twin_seen": {"failure": {"reason": "timeout", "stage": "tls"}}}}
        ```

    Failed (www-handshake-refused, www-no-handshake):
        ```json
        {"moment": {"at": "2026-07-05T03:00:00Z"}, "tls": {"host": "a.example", "port": 443,
         "protocol": "TLSv1.3", "verify_code": 0, "verify_message": "", "trust_store": "", "chain": [],
         "twin_seen": {"failure": {"reason": "reset", "stage": "tls"}}}}
        {"moment": {"at": "2026-07-05T03:00:00Z"}, "tls": {"host": "a.example", "port": 443,
         "protocol": "TLSv1.3", "verify_code": 0, "verify_message": "", "trust_store": "", "chain": [],
         "twin_seen": {"failure": {"reason": "tls", "stage": "tls", "detail": "unreadable"}}}}
        ```
    """
    seen = tls.twin_seen
    if seen is None or (seen.chain and tls.chain and seen.chain[0].digest == tls.chain[0].digest):
        return
    host = tls.host.removeprefix("www.") if tls.host.startswith("www.") else f"www.{tls.host}"
    here = Location(f"https://{host}/")
    lost = seen.failure
    if lost and (lost.reason, lost.stage) == (FailureReason.TIMEOUT, Stage.CONNECT):
        yield cant_tell(here, "www-silent", "{host} did not answer over https in time", host=host)
        return
    codes = list(_codes(seen, moment.at))
    for code in codes:
        yield failed(here, f"www-{code}", _FAULTS[f"www-{code}"], host=host)
    if seen.chain and not codes:
        yield passed(here)


def _codes(seen: Twin, at: datetime) -> Iterator[str]:
    """The faults of the other name, each once."""
    fault = handshake_fault(seen.failure) if seen.failure else ""
    if f"www-{fault}" in _FAULTS:
        yield fault
    if not seen.chain:
        return
    leaf = seen.chain[0]
    trust = trust_fault(seen.verify_code or 0, seen.chain)
    if trust:
        yield trust
    if leaf.not_after < at:
        dates = "expired"
    elif at < leaf.not_before:
        dates = "not-yet-valid"
    else:
        dates = "expires-soon" if is_ending(leaf, at) else ""
    if dates and dates != trust:
        yield dates
    if any(weak_keys(seen.chain)):
        yield "weak-key"
    if any(weak_signatures(seen.chain)):
        yield "weak-signature"
