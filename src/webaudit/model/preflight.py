"""Sighting, Note and Preflight: what a first look at a list of sites shows, before it is audited."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from webaudit.model.evidence import Home, Robots
from webaudit.model.finding import Value
from webaudit.model.plan import Plan
from webaudit.model.record import Failure


class NoteCode(StrEnum):
    """What there is to note on a site; stable."""

    INVALID = "invalid"
    """The entry can not be used."""
    NOT_SEEN = "not-seen"
    """By a fault of ours."""
    DEAD = "dead"
    OTHER_SCHEME = "other-scheme"
    """Silent over https and not over http, or the reverse."""
    MOVED = "moved"
    MOVED_AWAY = "moved-away"
    """Permanently, to an address that is not the government's."""
    ELSEWHERE = "elsewhere"
    """Redirects to another host, but not permanently."""
    BLOCKED = "blocked"
    ROBOTS = "robots"
    """robots.txt keeps us out."""
    NO_PAGE = "no-page"
    """It answers with what can hardly be audited."""
    DUPLICATE = "duplicate"
    """Ends at the same address as another entry."""
    SAME_HOST = "same-host"
    OTHER_TITLE = "other-title"
    """The title names somebody else."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """What few requests brought home of one site.

    Attributes:
        title: of the page that the start address leads to; empty if there is none.
        address: IP address that answered; empty if none did.
        asked_from: address of ours that the site saw, as far as this machine knows it; empty if it does not.
        asked_from_is_seen: whether the site sees that very address, and not a router's.
        limits: names of the bounds that were hit.
    """

    plan: Plan
    home: Home | Failure
    robots: Robots | Failure
    title: str = ""
    address: str = ""
    asked_from: str = ""
    asked_from_is_seen: bool = False
    limits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """One thing about a site that somebody should look at before the audit.

    Attributes:
        message: English template with `values` in braces, the key of its translation; `{reason}` in it
            stands for the failure in plain words.
        failure: what was met; None if the case is no failure.
        entry: what to write into the list, "url: https://…"; empty if nothing is to be changed.
    """

    code: NoteCode
    message: str
    values: Mapping[str, Value] = field(default_factory=dict)
    failure: Failure | None = None
    entry: str = ""


@dataclass(frozen=True, slots=True)
class SiteNotes:
    """What was noted on one site.

    Attributes:
        seconds: that a full audit of it takes, about and at most; 0 where there is nothing to audit.
    """

    sighting: Sighting
    notes: tuple[Note, ...]
    seconds: float


@dataclass(frozen=True, slots=True)
class Preflight:
    """What a first look at a list showed.

    Attributes:
        sites: in the order of the list.
        shared: tuple of (IP address, ids of the sites that it serves), where these are two or more.
        seconds: that a full audit of the list takes, about and at most.
        outage: nothing at all could be reached: the fault is most likely ours.
    """

    sites: tuple[SiteNotes, ...]
    shared: tuple[tuple[str, tuple[str, ...]], ...] = ()
    seconds: float = 0.0
    outage: bool = False
