"""Check `ipv6`."""

from collections.abc import Iterator

from webaudit.model.check import Category, Severity, check
from webaudit.model.dns import Dns
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.standards import ietf


@check(
    id="ipv6",
    title="The site has an IPv6 address",
    category=Category.DNS,
    severity=Severity.MINOR,
    sources=(ietf.IPV6_SUPPORT,),
    remedy="Ask the hosting provider, or Diskominfo, to give the web server an IPv6 address and to enter it "
    "in DNS as an AAAA record. Services in front of the site, such as a CDN, often do so by a switch.",
    since="0.3.0",
    sole_target=True,
)
def ipv6(dns: Dns) -> Iterator[Verdict]:
    """More and more mobile networks speak IPv6 alone, and reach older addresses through a translator only.

    Target: the site's host, if DNS knows an address of it.
    Expectation: one of its addresses is an IPv6 address (an AAAA record).
    Limits: whether the server answers there is not tried.

    Passed:
        ```json
        {"dns": {"host": "a.go.id", "zone": "a.go.id", "names": [
          {"name": "a.go.id", "exists": true, "v4": ["192.0.2.1"], "v6": ["2001:db8::1"]}]}}
        ```

    Failed (ipv6-missing):
        ```json
        {"dns": {"host": "a.go.id", "zone": "a.go.id", "names": [
          {"name": "a.go.id", "exists": true, "v4": ["192.0.2.1"], "v6": []}]}}
        ```

    CantTell (unseen):
        ```json
        {"dns": {"host": "a.go.id", "zone": "a.go.id", "names": [
          {"name": "a.go.id", "exists": true, "v4": ["192.0.2.1"], "v6": null}]}}
        ```
    """
    own = dns.names[0]
    if own.v6:
        yield passed(None)
    elif own.v6 is None and own.v4:
        yield cant_tell(None, "unseen", "the name server did not say whether there is an IPv6 address")
    elif own.v4:
        yield failed(None, "ipv6-missing", "{host} has no IPv6 address", host=dns.host)
