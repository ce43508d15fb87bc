"""Check `dnssec`."""

from collections.abc import Iterator

from webaudit.model.check import Category, Severity, check
from webaudit.model.dns import Dns
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.standards import ietf


@check(
    id="dnssec",
    title="What DNS says of the site is signed",
    category=Category.DNS,
    severity=Severity.MINOR,
    sources=(ietf.DNSSEC,),
    remedy="Ask whoever looks after the domain, mostly Diskominfo, to switch on DNSSEC at the name server, "
    "and to hand the key's digest (DS) in at the registry of go.id. After a change of name servers it has to "
    "be handed in anew.",
    since="0.3.0",
    sole_target=True,
)
def dnssec(dns: Dns) -> Iterator[Verdict]:
    """Without signatures, a forged answer can lead the citizens of a whole provider to another server.

    With signatures that are wrong, many providers show no site at all.

    Target: the domain that the site's host belongs to, if DNS does not deny the host.
    Expectation: the domain above it names its key (DS), and the host's addresses come with a signature.
    Limits: the signatures are checked by the name server that is asked, if it does so at all.

    Passed:
        ```json
        {"dns": {"host": "a.go.id", "zone": "a.go.id", "names": [{"name": "a.go.id", "exists": true}],
         "delegation_signed": true, "answers_signed": true}}
        ```

    Failed (unsigned, bogus):
        ```json
        {"dns": {"host": "a.go.id", "zone": "a.go.id", "names": [{"name": "a.go.id", "exists": true}],
         "delegation_signed": false}}
        {"dns": {"host": "a.go.id", "zone": "a.go.id", "names": [{"name": "a.go.id"}],
         "delegation_signed": true, "bogus": true}}
        ```

    CantTell (unseen):
        ```json
        {"dns": {"host": "a.go.id", "zone": "a.go.id", "names": [{"name": "a.go.id", "exists": true}],
         "delegation_signed": true, "answers_signed": false}}
        ```
    """
    if dns.names[0].exists is False:
        return
    if dns.bogus:
        message = "the signatures of {zone} are wrong, so that careful providers do not find the site"
        yield failed(None, "bogus", message, zone=dns.zone)
    elif dns.delegation_signed is False:
        yield failed(None, "unsigned", "{zone} is not signed", zone=dns.zone)
    elif dns.delegation_signed and dns.answers_signed:
        yield passed(None)
    else:
        yield cant_tell(None, "unseen", "the name server did not show whether the answers are signed")
