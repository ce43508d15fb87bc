"""Hosts from which many sites load something, with their owners and countries: a list of our own."""

from dataclasses import dataclass
from functools import cache

from webaudit.vocabulary import load


@dataclass(frozen=True, slots=True)
class ThirdParty:
    """Who learns that somebody opens a page.

    Attributes:
        country: two letters, of the owner's seat.
        tracker: made to follow visitors, or to count them for others.
    """

    owner: str
    country: str
    tracker: bool


def third_party(host: str) -> ThirdParty | None:
    """The owner of a host, or of one above it; None if the list does not know it."""
    labels = host.split(".")
    names = (".".join(labels[start:]) for start in range(len(labels) - 1))
    return next((found for name in names if (found := _known().get(name))), None)


@cache
def _known() -> dict[str, ThirdParty]:
    return {
        name: ThirdParty(owner, said["country"], kind == "trackers")
        for owner, said in load("third_parties.json")["owners"].items()
        for kind in ("trackers", "others")
        for name in said[kind]
    }
