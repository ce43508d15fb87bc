"""Check `certificate-trust`."""

from collections.abc import Iterator

from webaudit.extract.certificate_faults import handshake_fault, trust_fault
from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Home
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.model.record import Failure
from webaudit.model.tls import Tls
from webaudit.standards import ietf, indonesia

_FAULTS = {
    "not-yet-valid": "the certificate is not valid yet",
    "expired": "the certificate has expired",
    "self-signed": "the certificate is signed by itself, not by an authority that browsers know",
    "unknown-root": "browsers do not know the authority that signed the certificate",
    "incomplete-chain": "the server does not send the intermediate certificate",
    "revoked": "the certificate was revoked",
}

_HANDSHAKES = {
    "no-https": "the site does not answer over https",
    "no-tls": "what answers at the https port does not speak TLS",
    "handshake-stall": "the server takes the connection over https, and then says nothing",
    "handshake-refused": "the server turns the secure connection down",
    "client-certificate": "the server lets in only who shows a certificate of their own",
    "no-handshake": "what answers at the https port makes no secure connection",
}

_WANTING = (400, 403)
"""How servers answer a visitor who showed no certificate: 400 nginx, 403 IIS and Apache."""


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
    Limits: of several faults of the chain the first one that verification meets is named; the certificate's
        dates are for `certificate-expiry` as well, its name for `certificate-name`, its key for
        `certificate-strength`. Revocation is seen where the server staples the authority's answer. Missing
        certificates are not fetched: old devices and scripts do not do so either. If nothing of the site
        answered, that is for `home-answers`, and nothing is said here.

    Passed:
        ```json
        {"home": {"kind": "content", "hops": [{"url": "https://dinas.example/", "status": 200}]},
         "tls": {"host": "dinas.example", "port": 443, "protocol": "TLSv1.3", "trust_store": "",
                 "verify_code": 0, "verify_message": "ok", "chain": []}}
        ```

    Failed (not-yet-valid, expired, self-signed, unknown-root, incomplete-chain, revoked, revoked):
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
         "trust_store": "", "verify_code": 0, "verify_message": "", "chain": [], "stapled": "revoked"}}
        ```

    Failed (untrusted, no-https, no-tls):
        ```json
        {"home": {"reason": "tls"}, "tls": {"host": "a.example", "port": 443, "protocol": "TLSv1.3",
         "trust_store": "", "verify_code": 24, "verify_message": "invalid CA certificate", "chain": []}}
        {"home": {"kind": "content", "hops": [{"url": "http://dinas.example/", "status": 200}]},
         "tls": {"reason": "refused", "stage": "connect"}}
        {"home": {"kind": "content", "hops": [{"url": "http://dinas.example/", "status": 200}]},
         "tls": {"reason": "tls", "stage": "tls", "detail": "wrong version number"}}
        ```

    Failed (handshake-stall, handshake-refused, client-certificate, no-handshake):
        ```json
        {"home": {"reason": "timeout", "stage": "tls"}, "tls": {"reason": "timeout", "stage": "tls"}}
        {"home": {"reason": "tls", "stage": "tls"},
         "tls": {"reason": "tls", "stage": "tls", "detail": "sslv3 alert handshake failure"}}
        {"home": {"reason": "reset", "stage": "headers"},
         "tls": {"host": "a.example", "port": 443, "protocol": "TLSv1.3", "trust_store": "",
                 "verify_code": 0, "verify_message": "ok", "chain": [], "asks_certificate": true}}
        {"home": {"kind": "content", "hops": [{"url": "http://dinas.example/", "status": 200}]},
         "tls": {"reason": "tls", "stage": "tls", "detail": "certificate cannot be read"}}
        ```

    CantTell (not-looked):
        ```json
        {"home": {"reason": "dns"}, "tls": {"reason": "dns", "stage": "dns"}}
        ```
    """
    if isinstance(tls, Failure):
        yield _without_handshake(tls, home)
    elif _is_shut(tls, home):
        yield failed(None, "client-certificate", _HANDSHAKES["client-certificate"])
    elif code := trust_fault(tls.verify_code, tls.chain, tls.stapled):
        if code in _FAULTS:
            yield failed(None, code, _FAULTS[code])
        else:
            message = "browsers do not trust the certificate: {reason}"
            yield failed(None, code, message, reason=tls.verify_message)
    else:
        yield passed(None)


def _without_handshake(failure: Failure, home: Home | Failure) -> Verdict:
    """The verdict on a host that showed no certificate."""
    code = handshake_fault(failure)
    # A host that takes no connection at all is down, which is judged elsewhere.
    if not code or (code == "no-https" and isinstance(home, Failure)):
        return cant_tell(None, "not-looked", "no certificate could be seen", reason=failure.reason.value)
    return failed(None, code, _HANDSHAKES[code])


def _is_shut(tls: Tls, home: Home | Failure) -> bool:
    """Whether pages are for those alone who show a certificate, which the handshake may not tell."""
    if not tls.asks_certificate or isinstance(home, Failure):
        return tls.asks_certificate
    last = home.hops[-1]
    return last.url.startswith("https:") and (last.failure is not None or last.status in _WANTING)
