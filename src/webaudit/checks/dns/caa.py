"""Check `caa`."""

from collections.abc import Iterator

from webaudit.model.check import Category, Severity, check
from webaudit.model.dns import Dns
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.standards import ietf

_ISSUE = ("issue", "issuewild")


@check(
    id="caa",
    title="DNS names the authorities that may issue certificates for the site",
    category=Category.DNS,
    severity=Severity.MINOR,
    sources=(ietf.CAA,),
    remedy="Ask whoever looks after the domain, mostly Diskominfo, to enter a CAA record that names the "
    'authority of your certificate, for example 0 issue "letsencrypt.org".',
    since="0.3.0",
    sole_target=True,
)
def caa(dns: Dns) -> Iterator[Verdict]:
    """Any of a hundred authorities can issue a certificate for any site; only what DNS says holds them back.

    Target: the site's host.
    Expectation: it, or the nearest domain above it, has a CAA record that says who may issue.
    Limits: that the certificate in use is of that authority is not compared.

    Passed:
        ```json
        {"dns": {"host": "a.go.id", "zone": "a.go.id", "names": [{"name": "a.go.id", "exists": true}],
         "caa": ["0 issue letsencrypt.org"]}}
        ```

    Failed (caa-missing):
        ```json
        {"dns": {"host": "a.go.id", "zone": "a.go.id", "names": [{"name": "a.go.id", "exists": true}],
         "caa": []}}
        ```

    CantTell (unseen):
        ```json
        {"dns": {"host": "a.go.id", "zone": "a.go.id", "names": [{"name": "a.go.id", "exists": true}],
         "caa": null}}
        ```
    """
    if not dns.names[0].exists:
        return
    if dns.caa is None:
        yield cant_tell(None, "unseen", "the name server did not say who may issue certificates")
    elif any(record.split(" ")[1:2] == [tag] for record in dns.caa for tag in _ISSUE):
        yield passed(None)
    else:
        message = "neither {host} nor a domain above it says who may issue certificates"
        yield failed(None, "caa-missing", message, host=dns.host)
