"""From the Sightings of a list to its Preflight: what somebody should look at before the audit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from webaudit.extract.agency import names_another
from webaudit.extract.records import PERMANENT
from webaudit.extract.urls import host, page_key, same_site
from webaudit.locales import marked
from webaudit.model.evidence import Home
from webaudit.model.finding import Value
from webaudit.model.preflight import Note, NoteCode, Preflight, Sighting, SiteNotes
from webaudit.model.reading import PageKind
from webaudit.model.record import Failure, FailureReason
from webaudit.model.site import Region
from webaudit.scoring.duration import seconds_of_list, seconds_of_site

_OURS = (FailureReason.AUDITOR_ERROR, FailureReason.BUDGET, FailureReason.OUR_NETWORK)
_NO_SITE = {
    PageKind.ERROR: FailureReason.HTTP_STATUS,
    PageKind.PARKED: FailureReason.PARKED,
    PageKind.SOFT_404: FailureReason.HTTP_STATUS,
}
_NO_PAGE = {
    PageKind.LOGIN: FailureReason.LOGIN,
    PageKind.SHELL: FailureReason.JAVASCRIPT_SHELL,
    PageKind.EMPTY: FailureReason.EMPTY,
    PageKind.NOT_HTML: FailureReason.NOT_APPLICABLE,
}
_GOVERNMENT = "go.id"


@dataclass(slots=True)
class _Known:
    """The sites so far, in the order of the list: who came first at an address, and on a host."""

    ends: dict[str, str] = field(default_factory=dict)
    hosts: dict[str, str] = field(default_factory=dict)


def preflight(sightings: Sequence[Sighting], *, outage: bool) -> Preflight:
    """What a first look showed; no site's data has a part in what is noted on another, but its addresses.

    Args:
        sightings: in the order of the list.
        outage: nothing at all could be reached.
    """
    known = _Known()
    sites = []
    shared: dict[str, list[str]] = {}
    for seen in sightings:
        alive = isinstance(seen.home, Home) and _why_dead(seen.home) is None
        sites.append(SiteNotes(seen, tuple(_notes(seen, known, outage=outage)), seconds_of_site(seen, alive)))
        if seen.address:
            shared.setdefault(seen.address, []).append(seen.plan.site.id)
    return Preflight(
        sites=tuple(sites),
        shared=tuple((address, tuple(ids)) for address, ids in shared.items() if len(ids) > 1),
        seconds=seconds_of_list(sites),
        outage=outage,
    )


def _notes(seen: Sighting, known: _Known, *, outage: bool) -> Iterator[Note]:
    site, home = seen.plan.site, seen.home
    if site.problem:
        unusable = marked("the entry can not be used: {problem}")
        yield Note(NoteCode.INVALID, unusable, {"problem": site.problem})
        return
    first = known.hosts.setdefault(host(site.url).removeprefix("www."), site.id)
    twin = site.id
    if isinstance(home, Failure):
        yield _dead(home, site.url, outage=outage)
    else:
        if home.hops[-1].status is not None:
            twin = known.ends.setdefault(page_key(home.final_url), site.id)
        if dead := _why_dead(home):
            yield _dead(dead, home.final_url, outage=outage)
        else:
            yield from _other_scheme(home)
            yield from _moved(seen, home)
            yield from _shut(seen, home)
    if twin != site.id and isinstance(home, Home):
        same_end = marked("ends at the same address as {other}: {url}")
        yield Note(NoteCode.DUPLICATE, same_end, {"other": twin, "url": home.final_url})
    elif first != site.id:
        same_host = marked(
            "is on the host of {other} too, {host}: they are asked in turn, and may lead to the same pages"
        )
        yield Note(NoteCode.SAME_HOST, same_host, {"other": first, "host": host(site.url)})
    if isinstance(home, Home) and home.kind is PageKind.CONTENT and _is_titled_otherwise(seen):
        another = marked("its title names somebody else, “{title}”: is this the agency's site?")
        yield Note(NoteCode.OTHER_TITLE, another, {"title": seen.title})


def _is_titled_otherwise(seen: Sighting) -> bool:
    return names_another(seen.title, seen.plan.site, seen.plan.region)


def _why_dead(home: Home) -> Failure | None:
    """Why there is no site at the end of the redirects; None if there is one, or a door before it."""
    last = home.hops[-1]
    if last.failure and last.failure.reason is FailureReason.RATE_LIMITED:
        return None
    if last.status is None or (last.failure and 300 <= last.status < 400):
        return last.failure or Failure(FailureReason.NOT_CAPTURED)
    if home.kind in _NO_SITE:
        status = f"status {last.status}" if home.kind is PageKind.ERROR else ""
        return last.failure or Failure(_NO_SITE[home.kind], detail=status)
    return None


def _dead(failure: Failure, url: str, *, outage: bool) -> Note:
    if outage or failure.reason in _OURS:
        return Note(NoteCode.NOT_SEEN, marked("could not be looked at: {reason}"), failure=failure)
    if failure.detail.startswith("status "):
        status = failure.detail.removeprefix("status ")
        error = marked("is dead: {url} answers with the error {status}")
        return Note(NoteCode.DEAD, error, {"url": url, "status": status}, failure)
    return Note(NoteCode.DEAD, marked("is dead: {reason}"), failure=failure)


def _other_scheme(home: Home) -> Iterator[Note]:
    """An address that is silent over its own scheme, and not over the other."""
    silent = next((hop for hop in home.hops if hop.status is None), None)
    if silent is not None:
        last = home.final_url
        half = marked("does not answer at {url} ({reason}), but at {other}")
        # That https is broken is the agency's to repair, not the list's to hide.
        entry = f"url: {last}" if last.startswith("https:") else ""
        yield Note(NoteCode.OTHER_SCHEME, half, {"url": silent.url, "other": last}, silent.failure, entry)


def _moved(seen: Sighting, home: Home) -> Iterator[Note]:
    """Where permanent redirects lead, if that is another host or path; www. and https are none."""
    start = home.hops[0]
    target = start.url
    for hop in home.hops:
        if hop.status not in PERMANENT or hop.failure:
            break
        target = hop.location
    if page_key(target) != page_key(start.url):
        if _is_own(target, start.url, seen.plan.region):
            yield Note(NoteCode.MOVED, marked("has moved to {url}"), {"url": target}, entry=f"url: {target}")
            return
        away = marked(
            "redirects to {url}, which is no government address: ask the agency before anything else"
        )
        yield Note(NoteCode.MOVED_AWAY, away, {"url": target})
    elif start.status is not None and not same_site(host(home.final_url), host(start.url)):
        for_now = marked("redirects, though not for good, to {url}: ask the agency which address is to stay")
        yield Note(NoteCode.ELSEWHERE, for_now, {"url": home.final_url})


def _is_own(target: str, start: str, region: Region) -> bool:
    """Whether an address is the region's, the government's, or the old one's or below it."""
    name = host(target)
    owners = (*region.suffixes, _GOVERNMENT, host(start).removeprefix("www."))
    return any(name == owner or name.endswith(f".{owner}") for owner in owners)


def _shut(seen: Sighting, home: Home) -> Iterator[Note]:
    """What stands between us and the pages."""
    last = home.hops[-1]
    limited = last.failure is not None and last.failure.reason is FailureReason.RATE_LIMITED
    if home.kind is PageKind.BLOCKED or limited:
        reason = FailureReason.RATE_LIMITED if limited or last.status == 429 else FailureReason.BLOCKED
        yield _blocked(seen, reason, last.status or 0)
        return
    little = marked("little can be audited: {reason}")
    if home.kind in _NO_PAGE:
        no_page = marked("its start address leads to a file, not to a page")
        message = no_page if home.kind is PageKind.NOT_HTML else little
        yield Note(NoteCode.NO_PAGE, message, failure=Failure(_NO_PAGE[home.kind]))
    elif last.failure is not None:
        yield Note(NoteCode.NO_PAGE, little, failure=last.failure)
    yield from _refused(seen)


def _blocked(seen: Sighting, reason: FailureReason, status: int) -> Note:
    """What to ask of the hoster."""
    values: dict[str, Value] = {"agent": seen.plan.politeness.user_agent, "status": status}
    if not seen.asked_from:
        message = marked(
            "{reason} (status {status}). Ask its hoster to let pass the User-Agent “{agent}” from the public "
            "address of your network"
        )
    elif seen.asked_from_is_seen:
        message = marked(
            "{reason} (status {status}). Ask its hoster to let pass the User-Agent “{agent}” from the "
            "address {address}"
        )
    else:
        message = marked(
            "{reason} (status {status}). Ask its hoster to let pass the User-Agent “{agent}” from the public "
            "address of your network (this machine is {address}, behind a router)"
        )
    if seen.asked_from:
        values["address"] = seen.asked_from
    return Note(NoteCode.BLOCKED, message, values, Failure(reason))


def _refused(seen: Sighting) -> Iterator[Note]:
    """A robots.txt that keeps us out, or slows us so much that it does."""
    robots = seen.robots
    if isinstance(robots, Failure):
        if robots.reason not in (FailureReason.NOT_CAPTURED, *_OURS):
            lacking = marked("its robots.txt can not be had ({reason}), which forbids all")
            yield Note(NoteCode.ROBOTS, lacking, failure=robots)
    elif robots.disallows_all and (robots.status or 0) >= 300:
        odd = marked(
            "its robots.txt answers with status {status}, which forbids all: it should answer 200, or 404"
        )
        yield Note(NoteCode.ROBOTS, odd, {"status": robots.status or 0})
    elif robots.disallows_all:
        shut = marked(
            "its robots.txt does not let us in: ask for the lines “User-agent: {token}” and “Allow: /”"
        )
        token = seen.plan.politeness.user_agent.partition("/")[0]
        yield Note(NoteCode.ROBOTS, shut, {"token": token})
    elif "crawl-delay" in seen.limits:
        slow = marked("its robots.txt asks for {seconds} seconds between requests: only its home is audited")
        yield Note(NoteCode.ROBOTS, slow, {"seconds": robots.crawl_delay or 0.0})
