"""Check `dmarc`."""

from collections.abc import Iterator

from webaudit.model.check import Category, Severity, check
from webaudit.model.dns import Dns
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.standards import ietf

_POLICIES = ("none", "quarantine", "reject")


@check(
    id="dmarc",
    title="DNS says what becomes of mail that forges the agency's name",
    category=Category.DNS,
    severity=Severity.MINOR,
    sources=(ietf.DMARC,),
    remedy="Ask whoever looks after the mail, mostly Diskominfo, to enter a DMARC record for the domain: "
    "first with p=none and an address for reports; when the reports show that all of its own mail passes, "
    "with p=quarantine or p=reject.",
    since="0.3.0",
    sole_target=True,
)
def dmarc(dns: Dns) -> Iterator[Verdict]:
    """Receivers that find a mail forged still let it in, unless the domain tells them not to.

    Target: the domain of the agency's mail, as for `spf`.
    Expectation: it, or the domain that it belongs to, has one DMARC record with p=quarantine or p=reject (sp=
        where the record is that of the domain above).
    Limits: reports, and signatures of mail (DKIM), are not looked at.

    Passed:
        ```json
        {"dns": {"host": "a.go.id", "zone": "a.go.id", "names": [{"name": "a.go.id"}],
         "mail": {"domain": "a.go.id", "servers": ["mx.a.go.id"], "dmarc": [
          {"name": "a.go.id", "texts": ["v=DMARC1; p=reject"]}]}}}
        ```

    Failed (dmarc-missing, dmarc-several, dmarc-broken, dmarc-none):
        ```json
        {"dns": {"host": "a.go.id", "zone": "a.go.id", "names": [{"name": "a.go.id"}],
         "mail": {"domain": "a.go.id", "servers": ["mx.a.go.id"], "dmarc": [
          {"name": "a.go.id", "texts": []}]}}}
        {"dns": {"host": "a.go.id", "zone": "a.go.id", "names": [{"name": "a.go.id"}],
         "mail": {"domain": "a.go.id", "servers": ["mx.a.go.id"], "dmarc": [
          {"name": "a.go.id", "texts": ["v=DMARC1; p=reject", "v=DMARC1; p=none"]}]}}}
        {"dns": {"host": "a.go.id", "zone": "a.go.id", "names": [{"name": "a.go.id"}],
         "mail": {"domain": "a.go.id", "servers": ["mx.a.go.id"], "dmarc": [
          {"name": "a.go.id", "texts": ["v=DMARC1; rua=mailto:a@a.go.id"]}]}}}
        {"dns": {"host": "a.go.id", "zone": "a.go.id", "names": [{"name": "a.go.id"}],
         "mail": {"domain": "a.go.id", "servers": ["mx.a.go.id"], "dmarc": [
          {"name": "a.go.id", "texts": ["v=DMARC1; p=none"]}]}}}
        ```

    CantTell (unseen):
        ```json
        {"dns": {"host": "a.go.id", "zone": "a.go.id", "names": [{"name": "a.go.id"}],
         "mail": {"domain": "a.go.id", "servers": ["mx.a.go.id"], "dmarc": [
          {"name": "a.go.id", "texts": null}]}}}
        ```
    """
    mail = dns.mail
    if mail is None:
        return
    if not mail.dmarc or mail.dmarc[-1].texts is None:
        yield cant_tell(None, "unseen", "the name server did not say what becomes of forged mail")
        return
    found, texts = mail.dmarc[-1].name, mail.dmarc[-1].texts
    if not texts:
        message = "{domain} does not say what becomes of mail that forges its name"
        yield failed(None, "dmarc-missing", message, domain=mail.domain)
        return
    if len(texts) > 1:
        message = "{domain} has {number} DMARC records, so that receivers heed none of them"
        yield failed(None, "dmarc-several", message, domain=found, number=len(texts))
        return
    tags = _tags(texts[0])
    above = tags.get("sp") if found != mail.domain else None
    policy = above or tags.get("p", "")
    if policy not in _POLICIES:
        message = "the DMARC record of {domain} names no policy that receivers know (p=)"
        yield failed(None, "dmarc-broken", message, domain=found)
    elif policy == "none":
        message = "the DMARC record of {domain} only watches: forged mail is let in (p=none)"
        yield failed(None, "dmarc-none", message, domain=found)
    else:
        yield passed(None)


def _tags(text: str) -> dict[str, str]:
    """The tags of a record (RFC 7489, 6.3)."""
    pairs = (part.partition("=") for part in text[:4_000].split(";"))
    return {name.strip().lower(): value.strip().lower() for name, _, value in pairs}
