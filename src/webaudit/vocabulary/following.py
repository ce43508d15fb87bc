"""What follows visitors by cookies, and what asks them first."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from webaudit.vocabulary import load


@dataclass(frozen=True, slots=True)
class Following:
    """Names of cookies in lower case, and parts of scripts as they are written.

    Attributes:
        cookies: owner by the name of a cookie, or by how it begins where a star follows.
        scripts: owner by a part of the address of a script that sets such cookies as soon as it runs.
        loaders: name of a tool by a part of the address of its script, which loads others unseen.
        managers: what tools write that hold others back until a visitor has chosen.
        waits: words of a script that asks first, or sets no cookies.
    """

    cookies: Mapping[str, str]
    scripts: Mapping[str, str]
    loaders: Mapping[str, str]
    managers: tuple[str, ...]
    waits: tuple[str, ...]

    def owner_of_cookie(self, name: str) -> str:
        """Who follows visitors by a cookie of this name; empty if nobody does."""
        low = name.lower()
        whole = self.cookies.get(low)
        stars = ((known[:-1], owner) for known, owner in self.cookies.items() if known[-1] == "*")
        begun = (owner for start, owner in stars if low.startswith(start))
        return whole or next(begun, "")


@cache
def following() -> Following:
    """The lists, from `following.json`."""
    data = load("following.json")
    return Following(
        cookies=_owners(data["cookies"], str.lower),
        scripts=_owners(data["scripts"], str),
        loaders=_owners(data["loaders"], str),
        managers=tuple(data["managers"]),
        waits=tuple(data["waits"]),
    )


def _owners(listed: Mapping[str, list[str]], spelt: Callable[[str], str]) -> Mapping[str, str]:
    return MappingProxyType({spelt(name): owner for owner, names in listed.items() for name in names})
