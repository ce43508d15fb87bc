"""Check `tls-versions`."""

from collections.abc import Iterator

from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.model.tls import Tls
from webaudit.standards import ietf, indonesia

_OLD = ("SSLv3", "TLSv1", "TLSv1.1")
_MODERN = ("TLSv1.2", "TLSv1.3")


@check(
    id="tls-versions",
    title="The secure connection uses up-to-date protocols alone",
    category=Category.HTTPS,
    severity=Severity.MODERATE,
    sources=(ietf.OLD_TLS, indonesia.BSSN_4_2021),
    remedy="Ask the hosting provider, or Diskominfo, to switch off TLS 1.0 and TLS 1.1 on the web server, "
    "and to leave TLS 1.2 and TLS 1.3 on.",
    since="0.2.0",
    sole_target=True,
)
def tls_versions(tls: Tls) -> Iterator[Verdict]:
    """TLS 1.0 and 1.1 have known weaknesses, and browsers have refused them since 2020.

    As long as a server still speaks them, somebody in between can talk old devices into them.

    Target: the site's host, at its https port.
    Expectation: it speaks TLS 1.2 or 1.3, and neither TLS 1.0 nor TLS 1.1.
    Limits: one handshake for each protocol, with the ciphers that the auditor's machine knows. What cannot be
        tried is left open.

    Passed:
        ```json
        {"tls": {"host": "a.example", "port": 443, "protocol": "TLSv1.3", "verify_code": 0,
         "verify_message": "", "trust_store": "", "chain": [],
         "accepted": ["TLSv1.2", "TLSv1.3"], "refused": ["TLSv1", "TLSv1.1"]}}
        ```

    Failed (weak-protocol, weak-protocol):
        ```json
        {"tls": {"host": "a.example", "port": 443, "protocol": "TLSv1.3", "verify_code": 0,
         "verify_message": "", "trust_store": "", "chain": [],
         "accepted": ["TLSv1.1", "TLSv1.2", "TLSv1.3"], "refused": ["TLSv1"]}}
        {"tls": {"host": "a.example", "port": 443, "protocol": "TLSv1", "verify_code": 0,
         "verify_message": "", "trust_store": "", "chain": [],
         "accepted": ["TLSv1"], "refused": ["TLSv1.1", "TLSv1.2", "TLSv1.3"]}}
        ```

    CantTell (unseen):
        ```json
        {"tls": {"host": "a.example", "port": 443, "protocol": "TLSv1.3", "verify_code": 0,
         "verify_message": "", "trust_store": "", "chain": [],
         "accepted": ["TLSv1.2", "TLSv1.3"], "refused": ["TLSv1.1"]}}
        ```
    """
    old = [name for name in _OLD if name in tls.accepted or name == tls.protocol]
    if old and tls.protocol in _OLD:
        message = "the server speaks {protocols} alone, which browsers refuse"
        yield failed(None, "weak-protocol", message, protocols=_named(old))
    elif old:
        message = "the server still speaks {protocols}, which has known weaknesses"
        yield failed(None, "weak-protocol", message, protocols=_named(old))
    elif all(name in tls.refused for name in _OLD[1:]) and tls.protocol in _MODERN:
        yield passed(None)
    else:
        yield cant_tell(None, "unseen", "whether the server still speaks old protocols could not be seen")


def _named(protocols: list[str]) -> str:
    """Protocols as people write them."""
    return ", ".join(
        name.replace("v", " ") if "." in name else f"{name.replace('v', ' ')}.0" for name in protocols
    )
