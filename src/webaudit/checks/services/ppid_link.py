"""Check `ppid-link`."""

from collections.abc import Iterator
from enum import IntEnum

from webaudit.extract.urls import host, page_key
from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Home, LinkTarget, LinkTargets, Readings
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.model.reading import Landmark, Link, PageKind
from webaudit.model.record import Failure, FailureReason
from webaudit.model.site import Region
from webaudit.standards import indonesia
from webaudit.vocabulary import plain, service

_HEADLINE_WORDS = 6
"""A longer text outside menus is the headline of news about a PPID, not the way to one."""

_MENUS = {Landmark.HEADER, Landmark.NAVIGATION, Landmark.ASIDE, Landmark.FOOTER}
_GONE = {FailureReason.DNS, FailureReason.REFUSED}
_NO_PAGE = {PageKind.SOFT_404, PageKind.PARKED}


class _Proof(IntEnum):
    """How sure it is that a link leads to a PPID."""

    TEXT = 1
    PATH = 2
    HOST = 3
    CENTRAL_PORTAL = 4


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
    readings: Readings, link_targets: LinkTargets | Failure, home: Home | Failure, region: Region
) -> Iterator[Verdict]:
    """Every citizen may ask every public body for information; the PPID is the officer who must answer.

    Target: the site, once; the best proof among the links of all captured pages is taken.
    Expectation: one leads to a PPID, by its host, its path or its text, and what it leads to answers. The
        province's central PPID portal is accepted. A link to the page on which it stands, or to the home
        page, leads to no PPID, whatever it is called.
    Limits: whether the PPID answers requests is left to people. Where the target was not asked, turned
        the auditor away, or is a page that says hardly anything, nothing is said.

    Passed (host, path, text, central-portal):
        ```json
        {"readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content", "links": [
            {"href": "", "text": "Informasi", "url": "https://ppid.a.example/"}]}]}, "region": {},
         "home": {"reason": "budget"}, "link_targets": {"targets": [
            {"url": "https://ppid.a.example/", "internal": false, "kind": "content",
            "hops": [{"url": "https://ppid.a.example/", "status": 200}]}]}}
        {"readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content", "links": [
            {"href": "", "text": "Informasi", "url": "https://a.example/ppid"}]}]}, "region": {},
         "home": {"reason": "budget"}, "link_targets": {"targets": [
            {"url": "https://a.example/ppid", "internal": true, "kind": "content",
            "hops": [{"url": "https://a.example/ppid", "status": 200}]}]}}
        {"readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content", "links": [
            {"href": "", "text": "PPID", "url": "https://a.example/?p=7"}]}]}, "region": {},
         "home": {"reason": "budget"}, "link_targets": {"targets": [
            {"url": "https://a.example/?p=7", "internal": true, "kind": "content",
            "hops": [{"url": "https://a.example/?p=7", "status": 200}]}]}}
        {"readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content", "links": [
            {"href": "", "text": "PPID", "url": "https://ppid.prov.example/"}]}]},
         "region": {"portals": ["ppid.prov.example"]},
         "home": {"reason": "budget"}, "link_targets": {"targets": [
            {"url": "https://ppid.prov.example/", "internal": false,
            "kind": "content", "hops": [{"url": "https://ppid.prov.example/", "status": 200}]}]}}
        ```

    Failed (absent, dead):
        ```json
        {"readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content"}]},
         "region": {}, "home": {"reason": "budget"},
         "link_targets": {"targets": []}}
        {"readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content", "links": [
            {"href": "", "text": "PPID", "url": "https://a.example/ppid"}]}]}, "region": {},
         "home": {"reason": "budget"}, "link_targets": {"targets": [
            {"url": "https://a.example/ppid", "internal": true, "kind": "error",
            "hops": [{"url": "https://a.example/ppid", "status": 404}]}]}}
        ```

    CantTell (no-page, unanswered, thin):
        ```json
        {"readings": {"pages": []}, "region": {}, "home": {"reason": "budget"},
         "link_targets": {"targets": []}}
        {"readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content", "links": [
            {"href": "", "text": "PPID", "url": "https://a.example/ppid"}]}]}, "region": {},
         "home": {"reason": "budget"}, "link_targets": {"reason": "budget"}}
        {"readings": {"pages": [
            {"url": "https://a.example/", "status": 200, "kind": "content", "links": [
                {"href": "", "text": "PPID", "url": "https://a.example/ppid"}]},
            {"url": "https://a.example/ppid", "status": 200, "kind": "content", "thin": true}]},
         "region": {}, "home": {"reason": "budget"},
         "link_targets": {"targets": []}}
        ```
    """
    if not readings.content:
        yield cant_tell(None, "no-page", "no page of the site could be read")
        return
    starts = _starts(readings, home)
    links = sorted(
        _candidates(readings, region, starts), key=lambda found: (-found[0], found[1].url, found[1].text)
    )
    if not links:
        yield failed(
            None, "absent", "no link to a PPID was found; pages read: {pages}", pages=len(readings.content)
        )
        return
    answers = _answers(readings, link_targets, starts)
    living = [found for found in links if answers.get(page_key(found[1].url)) is True]
    thin = {page_key(page.url) for page in readings.content if page.thin}
    alive = [found for found in living if page_key(found[1].url) not in thin]
    unknown = [found for found in links if answers.get(page_key(found[1].url)) is None]
    proof, link = (alive or living or unknown or links)[0]
    text, url = link.text[:100], link.url
    if alive:
        code = proof.name.lower().replace("_", "-")
        yield passed(url, code, "the PPID is linked: “{text}” leads to {url}", text=text, url=url)
    elif living:
        message = "“{text}” leads to {url}, but that page says hardly anything"
        yield cant_tell(url, "thin", message, text=text, url=url)
    elif unknown:
        message = "“{text}” leads to {url}, but whether that answers could not be seen"
        yield cant_tell(url, "unanswered", message, text=text, url=url)
    else:
        message = "“{text}” leads to {url}, and that does not answer"
        yield failed(url, "dead", message, text=text, url=url)


def _starts(readings: Readings, home: Home | Failure) -> frozenset[str]:
    """The keys of the home page's addresses: the one that is listed, where it leads, and its host alone."""
    hops = () if isinstance(home, Failure) else home.hops
    hosts = {host(page.url).removeprefix("www.") for page in readings.content}
    return frozenset((*(page_key(hop.url) for hop in hops), *(f"{name}/" for name in sorted(hosts))))


def _candidates(readings: Readings, region: Region, starts: frozenset[str]) -> Iterator[tuple[_Proof, Link]]:
    """The links that lead to a PPID, each with its proof."""
    # Menus repeat their links on each page: each is looked at once a site.
    distinct = {
        (link.url, link.text, link.landmark): link
        for page in readings.content
        for link in page.links
        if link.url and link.url != page.url
    }
    for link in distinct.values():
        proof = _proof(link, region)
        # The home page of a PPID is known by its host, whatever else leads home by its text alone.
        if proof and not (proof is _Proof.TEXT and page_key(link.url) in starts):
            yield proof, link


def _proof(link: Link, region: Region) -> _Proof | None:
    """What shows that a link leads to a PPID; None if nothing does."""
    ppid = service("ppid")
    name = host(link.url)
    if ppid.host.search(name):
        return _Proof.CENTRAL_PORTAL if name in region.portals else _Proof.HOST
    rest = link.url.partition("://")[2].partition("/")[2].lower()
    text = plain(link.text[:300])
    if ppid.path.search(f"/{rest}"):
        return _Proof.PATH
    if link.landmark not in _MENUS and text.count(" ") - 1 > _HEADLINE_WORDS:
        return None
    return _Proof.TEXT if any(phrase in text for phrase in ppid.phrases) else None


def _answers(
    readings: Readings, link_targets: LinkTargets | Failure, starts: frozenset[str]
) -> dict[str, bool | None]:
    """Whether an address answers with a page of its own, by its key; None where that is open."""
    asked = () if isinstance(link_targets, Failure) else link_targets.targets
    answers = {
        page_key(target.url): False if _is_sent_home(target, starts) else _lives(target) for target in asked
    }
    answers.update((page_key(page.url), True) for page in readings.content)
    return answers


def _is_sent_home(target: LinkTarget, starts: frozenset[str]) -> bool:
    """Whether an address that is not the home page's leads to it."""
    return page_key(target.url) not in starts and page_key(target.hops[-1].url) in starts


def _lives(target: LinkTarget) -> bool | None:
    """Whether a target answers with a page; None if it turned the auditor away or was not heard."""
    status, failure = target.status, target.failure
    if target.kind in _NO_PAGE or status in {404, 410} or (failure and failure.reason in _GONE):
        return False
    if failure or status is None or target.kind is PageKind.BLOCKED:
        return None
    return status < 400
