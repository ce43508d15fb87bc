"""Check `certificate-name`."""

from collections.abc import Iterator

from webaudit.extract.certificate_names import covers
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.tls import Tls
from webaudit.standards import ietf, indonesia

SHOWN_NAMES = 3


@check(
    id="certificate-name",
    title="The certificate is made out to the name of the site, with and without www",
    category=Category.HTTPS,
    severity=Severity.SERIOUS,
    sources=(ietf.SERVICE_IDENTITY, indonesia.BSSN_4_2021),
    remedy="Have the certificate issued for both names, with and without www. In the hosting panel: open SSL "
    "or Let's Encrypt, tick both names and issue it anew. A www name that nobody should use can be deleted "
    "from DNS.",
    since="0.2.0",
    sole_target=True,
)
def certificate_name(tls: Tls) -> Iterator[Verdict]:
    """A certificate of another name is no proof: the browser warns, and the visitor turns back.

    Many type the address with www in front of it, or without: both have to open.

    Target: the certificate that the site's host shows, and that of the same name with or without www.
    Expectation: each is made out to the name under which it is shown.
    Limits: a www name that does not exist, or does not answer over https, is not asked for, nor one that DNS
        only knows because it knows every name. Whether the certificate can be trusted is for
        `certificate-trust`.

    Passed:
        ```json
        {"tls": {"host": "dinas.example", "port": 443, "protocol": "TLSv1.3", "trust_store": "",
         "verify_code": 0, "verify_message": "ok",
         "twin": "www.dinas.example", "twin_names": ["*.dinas.example"],
         "chain": [{"subject": "", "issuer": "", "names": ["dinas.example"], "digest": "",
          "not_before": "2026-06-01T00:00:00Z", "not_after": "2026-08-30T00:00:00Z"}]}}
        ```

    Failed (wrong-host, no-san, www-wrong-host, www-no-san):
        ```json
        {"tls": {"host": "dinas.example", "port": 443, "protocol": "TLSv1.3", "trust_store": "",
         "verify_code": 0, "verify_message": "ok",
         "chain": [{"subject": "", "issuer": "", "names": ["server12.hosting.example"], "digest": "",
          "not_before": "2026-06-01T00:00:00Z", "not_after": "2026-08-30T00:00:00Z"}]}}
        {"tls": {"host": "dinas.example", "port": 443, "protocol": "TLSv1.3", "trust_store": "",
         "verify_code": 0, "verify_message": "ok",
         "chain": [{"subject": "CN=dinas.example", "issuer": "", "names": [], "digest": "",
          "not_before": "2026-06-01T00:00:00Z", "not_after": "2026-08-30T00:00:00Z"}]}}
        {"tls": {"host": "dinas.example", "port": 443, "protocol": "TLSv1.3", "trust_store": "",
         "verify_code": 0, "verify_message": "ok",
         "twin": "www.dinas.example", "twin_names": ["dinas.example"],
         "chain": [{"subject": "", "issuer": "", "names": ["dinas.example"], "digest": "",
          "not_before": "2026-06-01T00:00:00Z", "not_after": "2026-08-30T00:00:00Z"}]}}
        {"tls": {"host": "dinas.example", "port": 443, "protocol": "TLSv1.3", "trust_store": "",
         "verify_code": 0, "verify_message": "ok",
         "twin": "www.dinas.example", "twin_names": [],
         "chain": [{"subject": "", "issuer": "", "names": ["dinas.example"], "digest": "",
          "not_before": "2026-06-01T00:00:00Z", "not_after": "2026-08-30T00:00:00Z"}]}}
        ```
    """
    if not tls.chain:
        return
    names = tls.chain[0].names
    twin = tls.twin if tls.twin and not covers(tls.twin_names, tls.twin) else ""
    if not names:
        # Since 2017 browsers read the subject's common name no more.
        message = "the certificate names no host in its list of names (subjectAltName), which browsers read"
        yield failed(None, "no-san", message)
    elif not covers(names, tls.host):
        hosts = f"{tls.host}, {twin}" if twin else tls.host
        message = "the certificate is made out to {names}, not to {hosts}"
        yield failed(None, "wrong-host", message, names=_shown(names), hosts=hosts)
    elif twin and not tls.twin_names:
        message = "at {host} the certificate names no host in its list of names (subjectAltName)"
        yield failed(None, "www-no-san", message, host=twin)
    elif twin:
        message = "at {host} the certificate is made out to {names}, so that browsers warn of this address"
        yield failed(None, "www-wrong-host", message, names=_shown(tls.twin_names), host=twin)
    else:
        yield passed(None)


def _shown(names: tuple[str, ...]) -> str:
    """The first names of a certificate, for a reader."""
    return ", ".join(names[:SHOWN_NAMES]) + (", …" if len(names) > SHOWN_NAMES else "") or "–"
