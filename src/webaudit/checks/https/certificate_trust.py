"""Check `certificate-trust`."""

from collections.abc import Iterator

from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Home, Tls
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.model.record import Failure, FailureReason
from webaudit.standards import ietf, indonesia

_FAULTS = {
    "not-yet-valid": "the certificate is not valid yet",
    "expired": "the certificate has expired",
    "self-signed": "the certificate is signed by itself, not by an authority that browsers know",
    "unknown-root": "browsers do not know the authority that signed the certificate",
    "incomplete-chain": "the server does not send the intermediate certificate",
    "revoked": "the certificate was revoked",
    "weak": "the certificate uses a key or signature that is too weak",
}

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
    66: "weak",
    67: "weak",
    68: "weak",
}

_NO_HTTPS = {FailureReason.REFUSED, FailureReason.TIMEOUT, FailureReason.RESET}
_NO_HANDSHAKE = {FailureReason.TLS, FailureReason.PROTOCOL}


@check(
    id="certificate-trust",
    title="Browsers trust the certificate of the site",
    category=Category.HTTPS,
    severity=Severity.CRITICAL,
    sources=(ietf.CERTIFICATE_PATH, indonesia.BSSN_4_2021),
    remedy="Have a certificate issued by an authority that browsers know, and install it with its "
    "intermediate certificate (fullchain). Most hosting panels do both for nothing, under SSL or Let's "
    "Encrypt.",
    since="0.1.0",
    sole_target=True,
)
def certificate_trust(tls: Tls | Failure, home: Home | Failure) -> Iterator[Verdict]:
    """The certificate tells a browser that it talks to the agency, and not to somebody in between.

    With one that it does not trust, the visitor meets a full-page warning, and learns to click such
    warnings away: the next one may be real.

    Target: the site's host, at its https port.
    Expectation: the handshake succeeds, and the certificate is valid and signed by an authority that browsers
        know.
    Limits: of several faults the first one that verification meets is named; that the certificate is made
        out to the host is for `certificate-name`. If nothing of the site answered, that is for
        `home-answers`, and nothing is said here.

    Passed:
        ```json
        {"home": {"kind": "content", "hops": [{"url": "https://dinas.example/", "status": 200}]},
         "tls": {"host": "dinas.example", "port": 443, "protocol": "TLSv1.3", "trust_store": "",
                 "verify_code": 0, "verify_message": "ok", "chain": []}}
        ```

    Failed (not-yet-valid, expired, self-signed, unknown-root, incomplete-chain, revoked, weak):
        ```json
        {"home": {"reason": "tls"}, "tls": {"host": "a.example", "port": 443, "protocol": "TLSv1.3",
         "trust_store": "", "verify_code": 9, "verify_message": "", "chain": []}}
        {"home": {"reason": "tls"}, "tls": {"host": "a.example", "port": 443, "protocol": "TLSv1.3",
         "trust_store": "", "verify_code": 10, "verify_message": "", "chain": []}}
        {"home": {"reason": "tls"}, "tls": {"host": "a.example", "port": 443, "protocol": "TLSv1.3",
         "trust_store": "", "verify_code": 18, "verify_message": "", "chain": []}}
        {"home": {"reason": "tls"}, "tls": {"host": "a.example", "port": 443, "protocol": "TLSv1.3",
         "trust_store": "", "verify_code": 19, "verify_message": "", "chain": []}}
        {"home": {"reason": "tls"}, "tls": {"host": "a.example", "port": 443, "protocol": "TLSv1.3",
         "trust_store": "", "verify_code": 21, "verify_message": "", "chain": []}}
        {"home": {"reason": "tls"}, "tls": {"host": "a.example", "port": 443, "protocol": "TLSv1.3",
         "trust_store": "", "verify_code": 23, "verify_message": "", "chain": []}}
        {"home": {"reason": "tls"}, "tls": {"host": "a.example", "port": 443, "protocol": "TLSv1.3",
         "trust_store": "", "verify_code": 66, "verify_message": "", "chain": []}}
        ```

    Failed (untrusted, no-https, no-handshake):
        ```json
        {"home": {"reason": "tls"}, "tls": {"host": "a.example", "port": 443, "protocol": "TLSv1.3",
         "trust_store": "", "verify_code": 24, "verify_message": "invalid CA certificate", "chain": []}}
        {"home": {"kind": "content", "hops": [{"url": "http://dinas.example/", "status": 200}]},
         "tls": {"reason": "refused", "stage": "connect"}}
        {"home": {"kind": "content", "hops": [{"url": "http://dinas.example/", "status": 200}]},
         "tls": {"reason": "tls", "stage": "tls"}}
        ```

    CantTell (not-looked):
        ```json
        {"home": {"reason": "dns"}, "tls": {"reason": "dns", "stage": "dns"}}
        ```
    """
    if isinstance(tls, Failure):
        yield _without_handshake(tls, home)
    elif tls.verify_code == 0:
        yield passed(None)
    else:
        code = _BY_CODE.get(tls.verify_code, "untrusted")
        # A lone leaf whose issuer is unknown here has mostly lost its intermediate on the server.
        if tls.verify_code == 20 and len(tls.chain) == 1:
            code = "incomplete-chain"
        if code in _FAULTS:
            yield failed(None, code, _FAULTS[code])
        else:
            message = "browsers do not trust the certificate: {reason}"
            yield failed(None, code, message, reason=tls.verify_message)


def _without_handshake(failure: Failure, home: Home | Failure) -> Verdict:
    """The verdict on a host that showed no certificate."""
    if failure.reason in _NO_HANDSHAKE:
        return failed(None, "no-handshake", "what answers at the https port makes no secure connection")
    if failure.reason in _NO_HTTPS and isinstance(home, Home):
        return failed(None, "no-https", "the site does not answer over https")
    return cant_tell(None, "not-looked", "no certificate could be seen", reason=failure.reason.value)
