"""Check `security-contact`."""

from collections.abc import Iterator

from webaudit.extract.existence import existence
from webaudit.extract.security_txt import PATH, expiry
from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Inventory, LinkTargets, Moment, Portals, Readings
from webaudit.model.finding import Location, Outcome, Verdict, cant_tell, failed, passed
from webaudit.model.heads import SecurityTxt
from webaudit.model.reading import ProofKind
from webaudit.model.record import Failure
from webaudit.standards import ietf, indonesia

_WAYS = ("mailto:", "https://", "tel:")


@check(
    id="security-contact",
    title="Who finds a hole in the site learns whom to tell",
    category=Category.INTEGRITY,
    severity=Severity.MINOR,
    sources=(ietf.SECURITY_TXT, indonesia.BSSN_1_2024),
    remedy="Put a text file at /.well-known/security.txt with two lines, Contact: mailto:csirt@… and "
    "Expires: with a day within a year, and note that day in the calendar; or link to the CSIRT "
    "of your region in the footer. In WordPress: Appearance, Widgets.",
    since="0.3.0",
    sole_target=True,
)
def security_contact(
    security_txt: SecurityTxt | Failure,
    inventory: Inventory,
    readings: Readings,
    link_targets: LinkTargets | Failure,
    portals: Portals,
    moment: Moment,
) -> Iterator[Verdict]:
    """Many holes are found by people who mean well, and stay open because nobody takes their report.

    Target: the site, once.
    Expectation: /.well-known/security.txt names a way to report (Contact) and has not expired (Expires), or a
        page links to a CSIRT.
    Limits: whether anybody answers is left to people. Signatures are not checked.

    Passed:
        ```json
        {"moment": {"at": "2026-11-24T00:00:00Z"}, "inventory": {},
         "readings": {"pages": [{"url": "https://a.go.id/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": []}, "portals": {},
         "security_txt": {"status": 200, "url": "https://a.go.id/.well-known/security.txt",
            "fields": [["contact", "mailto:csirt@a.go.id"], ["expires", "2027-06-30T00:00:00Z"]]}}
        ```

    Passed (csirt-link):
        ```json
        {"moment": {"at": "2026-11-24T00:00:00Z"}, "inventory": {"proofs": [
            {"subject": "csirt", "by": "host", "url": "https://csirt.prov.example/", "text": "CSIRT"}]},
         "readings": {"pages": [{"url": "https://a.go.id/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": [{"url": "https://csirt.prov.example/", "internal": false,
            "kind": "content", "hops": [{"url": "https://csirt.prov.example/", "status": 200}]}]},
         "security_txt": {"status": 404, "url": "https://a.go.id/.well-known/security.txt"}}
        ```

    Failed (security-txt-missing, contact-missing, expires-missing, expired):
        ```json
        {"moment": {"at": "2026-11-24T00:00:00Z"}, "inventory": {},
         "readings": {"pages": [{"url": "https://a.go.id/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": []}, "portals": {},
         "security_txt": {"status": 404, "url": "https://a.go.id/.well-known/security.txt"}}
        {"moment": {"at": "2026-11-24T00:00:00Z"}, "inventory": {},
         "readings": {"pages": [{"url": "https://a.go.id/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": []}, "portals": {},
         "security_txt": {"status": 200, "url": "https://a.go.id/.well-known/security.txt",
            "fields": [["expires", "2027-06-30T00:00:00Z"]]}}
        {"moment": {"at": "2026-11-24T00:00:00Z"}, "inventory": {},
         "readings": {"pages": [{"url": "https://a.go.id/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": []}, "portals": {},
         "security_txt": {"status": 200, "url": "https://a.go.id/.well-known/security.txt",
            "fields": [["contact", "mailto:csirt@a.go.id"]]}}
        {"moment": {"at": "2026-11-24T00:00:00Z"}, "inventory": {},
         "readings": {"pages": [{"url": "https://a.go.id/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": []}, "portals": {},
         "security_txt": {"status": 200, "url": "https://a.go.id/.well-known/security.txt",
            "fields": [["contact", "mailto:csirt@a.go.id"], ["expires", "2025-06-30T00:00:00Z"]]}}
        ```

    CantTell (unclear, csirt-unclear):
        ```json
        {"moment": {"at": "2026-11-24T00:00:00Z"}, "inventory": {},
         "readings": {"pages": [{"url": "https://a.go.id/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": []}, "portals": {},
         "security_txt": {"reason": "robots"}}
        {"moment": {"at": "2026-11-24T00:00:00Z"}, "inventory": {"proofs": [
            {"subject": "csirt", "by": "host", "url": "https://csirt.prov.example/", "text": "CSIRT"}]},
         "readings": {"pages": [{"url": "https://a.go.id/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": [{"url": "https://csirt.prov.example/", "internal": false,
            "kind": "blocked", "hops": [{"url": "https://csirt.prov.example/", "status": 403}]}]},
         "portals": {},
         "security_txt": {"status": 404, "url": "https://a.go.id/.well-known/security.txt"}}
        ```
    """
    fault = None if isinstance(security_txt, Failure) else _fault(security_txt, moment)
    if not isinstance(security_txt, Failure) and fault is None:
        yield passed(security_txt.url)
        return
    # The word alone is no way to anybody.
    links = [one for one in inventory.of("csirt") if one.by is not ProofKind.PHRASE]
    linked = existence(links, readings, link_targets, portals, absent="") if links else None
    if linked is not None and linked.outcome is Outcome.PASSED:
        yield passed(linked.here, "csirt-link")
    elif linked is not None and linked.outcome is Outcome.CANT_TELL:
        message = "whether the CSIRT that is linked can be reached is unknown"
        yield cant_tell(linked.here, "csirt-unclear", message)
    elif fault is None or _turned_away(security_txt):
        yield cant_tell(None, "unclear", "what /.well-known/security.txt answers could not be seen")
    else:
        yield fault


def _turned_away(said: SecurityTxt | Failure) -> bool:
    """Whether the answer is a refusal, or an error, which says nothing of what is there."""
    status = None if isinstance(said, Failure) else said.status
    return status is None or status in (401, 403, 429) or status >= 500


def _fault(said: SecurityTxt, moment: Moment) -> Verdict | None:
    """What is wrong with the file; None if nothing is."""
    here = Location(said.url, snippet=PATH)
    if not said.fields:
        message = "there is no security.txt, and no link to a CSIRT was found"
        return failed(here, "security-txt-missing", message)
    ways = [value for name, value in said.fields if name == "contact"]
    if not any(value.lower().startswith(_WAYS) for value in ways):
        message = "security.txt names no way to report (Contact: with mailto:, https: or tel:)"
        return failed(here, "contact-missing", message)
    ends = [expiry(value) for name, value in said.fields if name == "expires"]
    if len(ends) != 1 or ends[0] is None:
        message = "security.txt does not say, once, until when it holds (Expires)"
        return failed(here, "expires-missing", message)
    if ends[0] <= moment.at:
        message = "security.txt expired on {date}"
        return failed(here, "expired", message, date=ends[0].date().isoformat())
    return None
