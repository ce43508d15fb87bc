"""Check `spf`."""

from collections.abc import Iterator

from webaudit.extract.spf import MOST_LOOKUPS, lookups, policy, verdict
from webaudit.model.check import Category, Severity, check
from webaudit.model.dns import Dns
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.standards import ietf


@check(
    id="spf",
    title="DNS says which servers may send mail in the agency's name",
    category=Category.DNS,
    severity=Severity.MINOR,
    sources=(ietf.SPF,),
    remedy="Ask whoever looks after the mail, mostly Diskominfo, to enter one SPF record for the domain that "
    "names the servers which send its mail and ends in -all or ~all.",
    since="0.3.0",
    sole_target=True,
)
def spf(dns: Dns) -> Iterator[Verdict]:
    """Anybody can write a mail in the agency's name; by this record the receiver can tell that it is forged.

    Target: the domain of the agency's mail: the site's host without www or, if that takes no mail, the domain
        that it belongs to.
    Expectation: it has one SPF record that can be read, that costs the receiver at most ten lookups, and that
        turns away who is not named in it (-all or ~all).
    Limits: records with macros are not followed. A domain that takes no mail is no target.

    Passed:
        ```json
        {"dns": {"host": "a.go.id", "zone": "a.go.id", "names": [{"name": "a.go.id"}],
         "mail": {"domain": "a.go.id", "servers": ["mx.a.go.id"], "spf": [
          {"name": "a.go.id", "texts": ["v=spf1 mx -all"]}]}}}
        ```

    Failed (spf-missing, spf-several, spf-broken):
        ```json
        {"dns": {"host": "a.go.id", "zone": "a.go.id", "names": [{"name": "a.go.id"}],
         "mail": {"domain": "a.go.id", "servers": ["mx.a.go.id"], "spf": [{"name": "a.go.id", "texts": []}]}}}
        {"dns": {"host": "a.go.id", "zone": "a.go.id", "names": [{"name": "a.go.id"}],
         "mail": {"domain": "a.go.id", "servers": ["mx.a.go.id"], "spf": [
          {"name": "a.go.id", "texts": ["v=spf1 mx -all", "v=spf1 a -all"]}]}}}
        {"dns": {"host": "a.go.id", "zone": "a.go.id", "names": [{"name": "a.go.id"}],
         "mail": {"domain": "a.go.id", "servers": ["mx.a.go.id"], "spf": [
          {"name": "a.go.id", "texts": ["v=spf1 mx ipv4:192.0.2.1 -all"]}]}}}
        ```

    Failed (spf-lookups, spf-open, spf-neutral):
        ```json
        {"dns": {"host": "a.go.id", "zone": "a.go.id", "names": [{"name": "a.go.id"}],
         "mail": {"domain": "a.go.id", "servers": ["mx.a.go.id"], "spf": [
          {"name": "a.go.id", "texts": ["v=spf1 a:b a:c a:d a:e a:f a:g a:h a:i a:j a:k a:l -all"]}]}}}
        {"dns": {"host": "a.go.id", "zone": "a.go.id", "names": [{"name": "a.go.id"}],
         "mail": {"domain": "a.go.id", "servers": ["mx.a.go.id"], "spf": [
          {"name": "a.go.id", "texts": ["v=spf1 mx +all"]}]}}}
        {"dns": {"host": "a.go.id", "zone": "a.go.id", "names": [{"name": "a.go.id"}],
         "mail": {"domain": "a.go.id", "servers": ["mx.a.go.id"], "spf": [
          {"name": "a.go.id", "texts": ["v=spf1 mx ?all"]}]}}}
        ```

    CantTell (unseen):
        ```json
        {"dns": {"host": "a.go.id", "zone": "a.go.id", "names": [{"name": "a.go.id"}],
         "mail": {"domain": "a.go.id", "servers": ["mx.a.go.id"], "spf": [
          {"name": "a.go.id", "texts": null}]}}}
        ```
    """
    mail = dns.mail
    if mail is None:
        return
    own = mail.spf[0].texts if mail.spf else None
    if own is None:
        yield cant_tell(None, "unseen", "the name server did not say who may send mail for the domain")
        return
    domain = mail.domain
    if not own:
        yield failed(None, "spf-missing", "{domain} does not say who may send its mail", domain=domain)
        return
    if len(own) > 1:
        message = "{domain} has {number} SPF records, so that receivers heed none of them"
        yield failed(None, "spf-several", message, domain=domain, number=len(own))
        return
    policies = {one.name: policy(one.texts[0]) for one in mail.spf if one.texts}
    first, last = policies[domain], verdict(domain, policies)
    unknown = [one for one in mail.spf if one.name == first.redirect.rstrip(".") and one.texts is None]
    if first.wrong:
        message = "the SPF record of {domain} cannot be read: {term}"
        yield failed(None, "spf-broken", message, domain=domain, term=first.wrong[:100])
    elif lookups(domain, policies) > MOST_LOOKUPS:
        message = "the SPF record of {domain} costs receivers more than ten lookups, so that they give up"
        yield failed(None, "spf-lookups", message, domain=domain)
    elif last == "+":
        message = "the SPF record of {domain} lets everybody send mail in its name (+all)"
        yield failed(None, "spf-open", message, domain=domain)
    elif unknown or (first.redirect and "%" in first.redirect):
        yield cant_tell(None, "unseen", "the name server did not say who may send mail for the domain")
    elif last in ("-", "~"):
        yield passed(None)
    else:
        message = "the SPF record of {domain} turns nobody away: it does not end in -all or ~all"
        yield failed(None, "spf-neutral", message, domain=domain)
