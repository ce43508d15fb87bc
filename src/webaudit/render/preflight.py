"""A Preflight for people and for machines: a line or two for each site that needs attention, then the sum."""

import json
from collections.abc import Iterator, Mapping
from math import ceil

from rich.console import Console
from rich.text import Text

from webaudit.locales import Words, marked
from webaudit.model.preflight import Note, NoteCode, Preflight, SiteNotes
from webaudit.model.site import Site
from webaudit.render.clean import clean, safe
from webaudit.render.labels import REASON
from webaudit.render.screen import GAP, Screen

SCHEMA_VERSION = "1.0.0"
URL_CHARACTERS = 2_000
FEW = 5
"""Ids that are named one by one; the others are counted."""

COUNTED: Mapping[NoteCode, str] = {
    NoteCode.INVALID: marked("{count} invalid"),
    NoteCode.NOT_SEEN: marked("{count} not seen"),
    NoteCode.DEAD: marked("{count} dead"),
    NoteCode.OTHER_SCHEME: marked("{count} silent at the address in the list"),
    NoteCode.MOVED: marked("{count} moved"),
    NoteCode.MOVED_AWAY: marked("{count} led away"),
    NoteCode.ELSEWHERE: marked("{count} redirected for a time"),
    NoteCode.BLOCKED: marked("{count} blocked"),
    NoteCode.ROBOTS: marked("{count} closed by robots.txt"),
    NoteCode.NO_PAGE: marked("{count} hardly to be audited"),
    NoteCode.DUPLICATE: marked("{count} listed twice"),
    NoteCode.SAME_HOST: marked("{count} on the host of another"),
    NoteCode.OTHER_TITLE: marked("{count} with another's title"),
}
"""How many sites have a note."""

_GRAVE = (NoteCode.INVALID, NoteCode.NOT_SEEN, NoteCode.DEAD, NoteCode.MOVED_AWAY, NoteCode.BLOCKED)
_OUTAGE = marked(
    "No site could be reached at all: the fault is most likely on this machine or its network. "
    "Nothing is said of the sites."
)


def render(seen: Preflight, words: Words, console: Console) -> None:
    """Prints what needs attention, in the order of the list, and then the sum."""
    to = Screen(console, words)
    if seen.outage:
        to.prose(words(_OUTAGE), lead=Text("! ", "bold red"), style="red")
        return
    for site in seen.sites:
        if site.notes:
            _site(site, to)
    if any(site.notes for site in seen.sites):
        to.blank()
    for line in _sum(seen, words):
        to.prose(line)


def troubles(seen: Preflight, words: Words) -> Iterator[str]:
    """One plain line for each thing that needs attention."""
    if seen.outage:
        yield words(_OUTAGE)
        return
    for site in seen.sites:
        for note in site.notes:
            said = f"{_said(note, words)}; {_entry(note, words)}" if note.entry else _said(note, words)
            yield words("{site}: {trouble}", site=clean(site.sighting.plan.site.id, 200), trouble=said)


def render_json(seen: Preflight, words: Words) -> str:
    """The same as data; texts are in the reader's language."""
    whole = {
        "schema_version": SCHEMA_VERSION,
        "lang": words.lang,
        "outage": seen.outage,
        "seconds": round(seen.seconds, 1),
        "counts": {code.value: count for code, count in _counts(seen).items()},
        "shared_addresses": [{"address": address, "sites": ids} for address, ids in seen.shared],
        "sites": [_record(site, words) for site in seen.sites],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _site(site: SiteNotes, to: Screen) -> None:
    """The site, and each note below it."""
    listed = site.sighting.plan.site
    to.line(Text(clean(listed.id, 200), "bold"), GAP, _name(listed))
    for note in site.notes:
        style = "bold red" if note.code in _GRAVE else "bold yellow"
        to.prose(_said(note, to.words), indent=2, lead=Text("! ", style))
        if note.entry:
            to.line(_entry(note, to.words), indent=4)


def _name(site: Site) -> str:
    return clean(site.name or site.written_url or site.url, 160)


def _said(note: Note, words: Words) -> str:
    """The note in plain words."""
    values = {name: clean(v, URL_CHARACTERS) if isinstance(v, str) else v for name, v in note.values.items()}
    reason = words(REASON[note.failure.reason]) if note.failure else ""
    return words(note.message, **values, reason=reason)


def _entry(note: Note, words: Words) -> str:
    """What to write into the list; an address is never folded, so that it can be copied."""
    return words("write into the list: {entry}", entry=safe(note.entry, URL_CHARACTERS))


def _counts(seen: Preflight) -> Mapping[NoteCode, int]:
    """How many sites have a note of each code, in the order of the codes."""
    told = [{note.code for note in site.notes} for site in seen.sites]
    counts = {code: sum(code in codes for codes in told) for code in NoteCode}
    return {code: count for code, count in counts.items() if count}


def _sum(seen: Preflight, words: Words) -> Iterator[str]:
    """How many need attention and why, who shares an address, how long an audit takes."""
    noted = sum(bool(site.notes) for site in seen.sites)
    if not noted:
        yield words("{count} sites, nothing needs attention.", count=len(seen.sites))
    else:
        what = ", ".join(words(COUNTED[code], count=count) for code, count in _counts(seen).items())
        yield words(
            "{noted} of {all} sites need attention: {what}.", noted=noted, all=len(seen.sites), what=what
        )
    for address, ids in seen.shared:
        rate = seen.sites[0].sighting.plan.politeness
        values = {"count": len(ids), "address": address, "sites": _few(ids, words)}
        if rate.rate > 0 and rate.rate_per_address > 0:
            yield words(
                "{count} sites share the address {address} and, between them, "
                "{rate} requests a second: {sites}.",
                rate=rate.rate_per_address,
                **values,
            )
        else:
            yield words("{count} sites share the address {address}: {sites}.", **values)
    if seen.seconds:
        yield _duration(seen, words)


def _few(ids: tuple[str, ...], words: Words) -> str:
    shown = ", ".join(clean(id, 80) for id in ids[:FEW])
    more = len(ids) - FEW
    return words("{sites} and {count} more", sites=shown, count=more) if more > 0 else shown


def _duration(seen: Preflight, words: Words) -> str:
    """How long a full audit takes, and which site takes longest by itself."""
    slowest = max(seen.sites, key=lambda site: site.seconds)
    plan = slowest.sighting.plan
    return words(
        "A full audit of up to {pages} pages a site takes about {time}; the slowest site is {site}, "
        "with {alone}.",
        pages=max(site.sighting.plan.budget.pages for site in seen.sites),
        time=_time(seen.seconds, words),
        site=clean(plan.site.id, 80),
        alone=_time(slowest.seconds, words),
    )


def _time(seconds: float, words: Words) -> str:
    minutes = ceil(seconds / 60)
    if minutes <= 1:
        return words("one minute")
    if minutes < 120:
        return words("{count} minutes", count=minutes)
    return words("{count} hours", count=words.number(minutes / 60, 1))


def _record(site: SiteNotes, words: Words) -> Mapping[str, object]:
    seen = site.sighting
    listed = seen.plan.site
    hops = getattr(seen.home, "hops", ())
    return {
        "id": listed.id,
        "name": clean(listed.name),
        "url": safe(listed.written_url or listed.url, URL_CHARACTERS),
        "final_url": safe(hops[-1].url, URL_CHARACTERS) if hops else None,
        "address": seen.address or None,
        "title": clean(seen.title) or None,
        "seconds": round(site.seconds, 1),
        "notes": [
            {
                "code": note.code.value,
                "reason": note.failure.reason.value if note.failure else None,
                "message": _said(note, words),
                "entry": safe(note.entry, URL_CHARACTERS) or None,
            }
            for note in site.notes
        ],
    }
