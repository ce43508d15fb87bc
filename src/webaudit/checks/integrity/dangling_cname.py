"""Check `dangling-cname`."""

from collections.abc import Iterator

from webaudit.extract.urls import GOVERNMENT
from webaudit.model.check import Category, Severity, check
from webaudit.model.dns import Dns
from webaudit.model.finding import Location, Verdict, cant_tell, failed, passed
from webaudit.standards import web
from webaudit.vocabulary.takeovers import is_personal, service_of


@check(
    id="dangling-cname",
    title="No name of the site leads to a place that somebody else could take",
    category=Category.INTEGRITY,
    severity=Severity.CRITICAL,
    sources=(web.TAKEOVER,),
    remedy="Ask whoever looks after the domain, mostly Diskominfo, to delete the entry (CNAME) at once, or "
    "to point it to the server where the site is now.",
    since="0.3.0",
)
def dangling_cname(dns: Dns) -> Iterator[Verdict]:
    """A name that points to a place given up belongs to whoever takes that place next.

    He then shows what he likes under the agency's own address, with a valid certificate.

    Target: the site's host, and the same with or without www, where they stand for another name (CNAME).
    Expectation: that other name exists, and is no place that anybody has for nothing.
    Limits: services that answer for places nobody has taken yet are not told apart from others; whose a place
        is, a person must look. Of what does not exist it is not always known whether anybody can take it.

    Passed:
        ```json
        {"dns": {"host": "a.go.id", "zone": "a.go.id", "names": [
          {"name": "a.go.id", "exists": true, "aliases": ["a.azurewebsites.net"], "v4": ["192.0.2.1"]}]}}
        ```

    Failed (takeover-service, takeover-domain):
        ```json
        {"dns": {"host": "a.go.id", "zone": "a.go.id", "names": [
          {"name": "www.a.go.id", "exists": false, "aliases": ["a.azurewebsites.net"], "owned": true}]}}
        {"dns": {"host": "a.go.id", "zone": "a.go.id", "names": [
          {"name": "www.a.go.id", "exists": false, "aliases": ["web.hosting.example"], "owned": false}]}}
        ```

    CantTell (personal-place, dangling):
        ```json
        {"dns": {"host": "a.go.id", "zone": "a.go.id", "names": [
          {"name": "a.go.id", "exists": true, "aliases": ["pengguna.github.io"], "v4": ["192.0.2.1"]}]}}
        {"dns": {"host": "a.go.id", "zone": "a.go.id", "names": [
          {"name": "www.a.go.id", "exists": false, "aliases": ["old.b.go.id"], "owned": true}]}}
        ```
    """
    for name in dns.names:
        if not name.aliases or name.exists is None:
            continue
        here, end = Location(f"https://{name.name}/"), name.aliases[-1]
        service = service_of(end)
        if name.exists and service and is_personal(end):
            message = (
                "{host} leads to {end}, a place that anybody can have at {service}; whose it is, is unknown"
            )
            yield cant_tell(here, "personal-place", message, host=name.name, end=end, service=service)
        elif name.exists:
            yield passed(here)
        elif service:
            message = "{host} leads to {end}, which anybody can take at {service}"
            yield failed(here, "takeover-service", message, host=name.name, end=end, service=service)
        elif name.owned is False and not end.endswith(GOVERNMENT):
            message = "{host} leads to {end}, whose domain anybody can register"
            yield failed(here, "takeover-domain", message, host=name.name, end=end)
        else:
            message = "{host} leads to {end}, which does not exist; whether anybody can take it is not known"
            yield cant_tell(here, "dangling", message, host=name.name, end=end)
