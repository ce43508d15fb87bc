"""Check `ppid-link`."""

from collections.abc import Iterator
from dataclasses import replace

from webaudit.extract.clicks import FAR, clicks
from webaudit.extract.existence import existence
from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Inventory, LinkTargets, Portals, Readings
from webaudit.model.finding import Measure, Outcome, Verdict, cant_tell, failed
from webaudit.model.record import Failure
from webaudit.standards import indonesia


@check(
    id="ppid-link",
    title="The site leads to the PPID, where citizens ask for public information",
    category=Category.SERVICES,
    severity=Severity.CRITICAL,
    sources=(indonesia.UU_14_2008, indonesia.PERKI_1_2021),
    remedy="Put a link “PPID” into the main menu, to the agency's own PPID page or the province's PPID "
    "portal. In WordPress: Appearance, Menus, Custom Links.",
    since="0.1.0",
    sole_target=True,
)
def ppid_link(
    inventory: Inventory, readings: Readings, link_targets: LinkTargets | Failure, portals: Portals
) -> Iterator[Verdict]:
    """Every citizen may ask every public body for information; the PPID is the officer who must answer.

    Target: the site, once; the best proof on all captured pages is taken.
    Expectation: one leads to a PPID, by its host, its path, its image or its text, and what it leads to
        answers and says something, at most two clicks from the home page. The province's central PPID portal
        is accepted. Hidden links, entries that lead nowhere, and headlines about a PPID are no proof.
    Limits: whether the PPID answers requests is left to people. Where the target was not asked, turned the
        auditor away, asks for an account, is drawn by a script, or is a page that says hardly anything of
        its own, nothing is said.

    Passed (central-portal, host, text):
        ```json
        {"inventory": {"proofs": [{"subject": "ppid", "by": "central-portal",
            "url": "https://ppid.prov.example/opd/7"}]},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "link_targets": {"reason": "budget"},
         "portals": {"answers": {"ppid.prov.example": {"url": "https://ppid.prov.example/",
            "internal": false, "kind": "content",
            "hops": [{"url": "https://ppid.prov.example/", "status": 200}]}}}}
        {"inventory": {"proofs": [{"subject": "ppid", "by": "host", "url": "https://ppid.a.example/"}]},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": [{"url": "https://ppid.a.example/", "internal": false, "kind": "content",
            "hops": [{"url": "https://ppid.a.example/", "status": 200}]}]}}
        {"inventory": {"proofs": [{"subject": "ppid", "by": "text", "url": "https://a.example/?p=7",
            "text": "PPID"}]},
         "readings": {"pages": [{"url": "https://a.example/?p=7", "status": 200, "kind": "content"}]},
         "link_targets": {"reason": "budget"}}
        ```

    Failed (absent, dead, empty-page, far):
        ```json
        {"inventory": {}, "link_targets": {"targets": []},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content"}]}}
        {"inventory": {"proofs": [{"subject": "ppid", "by": "path", "url": "https://a.example/ppid"}]},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": [{"url": "https://a.example/ppid", "internal": true, "kind": "error",
            "hops": [{"url": "https://a.example/ppid", "status": 404}]}]}}
        {"inventory": {"proofs": [{"subject": "ppid", "by": "path", "url": "https://a.example/ppid"}]},
         "readings": {"pages": [{"url": "https://a.example/ppid", "status": 200, "kind": "content",
            "own": {"words": 1}}]},
         "link_targets": {"targets": []}}
        {"inventory": {"proofs": [{"subject": "ppid", "by": "page", "url": "https://a.example/3"}]},
         "readings": {"start": "https://a.example/", "pages": [
            {"url": "https://a.example/", "status": 200, "kind": "content"},
            {"url": "https://a.example/3", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": []}}
        ```

    CantTell (no-page, one-page, unanswered, account-asked, script-only, thin, section-only, clicks-unseen):
        ```json
        {"inventory": {}, "readings": {"pages": []}, "link_targets": {"targets": []}}
        {"inventory": {}, "link_targets": {"targets": []},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content", "links": [
            {"href": "", "text": "1", "url": "https://a.example/1"},
            {"href": "", "text": "2", "url": "https://a.example/2"},
            {"href": "", "text": "3", "url": "https://a.example/3"},
            {"href": "", "text": "4", "url": "https://a.example/4"},
            {"href": "", "text": "5", "url": "https://a.example/5"},
            {"href": "", "text": "6", "url": "https://a.example/6"}]}]}}
        {"inventory": {"proofs": [{"subject": "ppid", "by": "path", "url": "https://a.example/ppid"}]},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "link_targets": {"reason": "budget"}}
        {"inventory": {"proofs": [{"subject": "ppid", "by": "path", "url": "https://a.example/ppid"}]},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": [{"url": "https://a.example/ppid", "internal": true, "kind": "login",
            "hops": [{"url": "https://a.example/ppid", "status": 200}]}]}}
        {"inventory": {"proofs": [{"subject": "ppid", "by": "path", "url": "https://a.example/ppid"}]},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": [{"url": "https://a.example/ppid", "internal": true, "kind": "shell",
            "hops": [{"url": "https://a.example/ppid", "status": 200}]}]}}
        {"inventory": {"proofs": [{"subject": "ppid", "by": "path", "url": "https://a.example/ppid"}]},
         "readings": {"pages": [
            {"url": "https://a.example/ppid", "status": 200, "kind": "content", "thin": true}]},
         "link_targets": {"reason": "budget"}}
        {"inventory": {"proofs": [{"subject": "ppid", "by": "section", "url": "https://a.example/",
            "text": "PPID"}]},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": []}}
        {"inventory": {"proofs": [{"subject": "ppid", "by": "page", "url": "https://a.example/3"}]},
         "readings": {"start": "https://a.example/", "pages": [
            {"url": "https://a.example/", "status": 200, "kind": "content",
             "links": [{"href": "/1", "text": "1", "url": "https://a.example/1"}]},
            {"url": "https://a.example/3", "status": 200, "kind": "content"}]},
         "link_targets": {"targets": []}}
        ```
    """
    absent = "no link to a PPID was found; pages read: {pages}"
    proofs, way = inventory.of("ppid"), clicks(readings)
    near = [proof for proof in proofs if not way.home or way.to(proof.url) < FAR]
    best = existence(proofs, readings, link_targets, portals, absent=absent)
    found = existence(near, readings, link_targets, portals, absent=absent) if near else best
    if near and (found.outcome is Outcome.PASSED or best.outcome is not Outcome.PASSED):
        counted = way.home and found.outcome is Outcome.PASSED
        yield replace(found, measure=Measure("clicks", way.to(str(found.here)))) if counted else found
    elif best.outcome is not Outcome.PASSED:
        yield best
    elif way.whole:
        message = "{url} is more than two clicks from the home page"
        yield failed(best.here, "far", message, url=best.values["url"])
    else:
        message = "{url} was found; whether two clicks from the home page lead there was not seen"
        yield cant_tell(best.here, "clicks-unseen", message, url=best.values["url"])
