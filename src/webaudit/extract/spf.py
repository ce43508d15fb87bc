"""Policies of senders (SPF, RFC 7208), read: what they include, what they cost, and whom they let in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

MOST_LOOKUPS = 10
"""RFC 7208, 4.6.4."""

_LOOKED_UP = ("include", "a", "mx", "ptr", "exists")
_MECHANISMS = ("all", "ip4", "ip6", *_LOOKED_UP)
_TERM = re.compile(
    r"(?P<sign>[+\-~?]?)(?P<name>[a-z0-9]+)(?::(?P<target>[^\s/]+|[0-9a-f:.]+))?(?P<length>(?:/{1,2}\d{1,3}){0,2})"
)
_MODIFIER = re.compile(r"(?P<name>[a-z][a-z0-9._-]*)=(?P<value>\S*)")


@dataclass(frozen=True, slots=True)
class Policy:
    """One policy.

    Attributes:
        includes: domains whose policies are asked, those of `redirect` too; none with macros.
        lookups: that it costs by itself, without those of the policies that it asks.
        last: the sign before `all`: "-", "~", "?", "+"; empty if there is no `all`.
        redirect: the domain whose policy stands for the rest; empty if none.
        wrong: the first term that is none; empty if all are right.
    """

    includes: tuple[str, ...]
    lookups: int
    last: str
    redirect: str = ""
    wrong: str = ""


def is_policy(text: str) -> bool:
    """Whether a text is one (RFC 7208, 4.5)."""
    return text.lower() == "v=spf1" or text.lower().startswith("v=spf1 ")


def policy(text: str) -> Policy:
    """A policy, read."""
    includes: list[str] = []
    lookups, last, redirect, wrong = 0, "", "", ""
    for term in text[:20_000].lower().split()[1:]:
        modifier = _MODIFIER.fullmatch(term)
        if modifier:
            if modifier["name"] == "redirect":
                redirect = modifier["value"]
            continue
        found = _TERM.fullmatch(term)
        name = found["name"] if found else ""
        if found is None or name not in _MECHANISMS or (name == "include" and not found["target"]):
            wrong = wrong or term
            continue
        if name == "all":
            # What stands behind it is never looked at.
            last = found["sign"] or "+"
            redirect = ""
            break
        lookups += name in _LOOKED_UP
        if name == "include":
            includes.append(found["target"])
    if redirect:
        lookups += 1
        includes.append(redirect)
    asked = tuple(dict.fromkeys(name.rstrip(".") for name in includes if "%" not in name))
    return Policy(asked, lookups, last, redirect, wrong)


def lookups(start: str, policies: Mapping[str, Policy]) -> int:
    """How many names a receiver has to look up for one mail, at least: some domains may be unknown."""
    total, path = 0, [start]
    # A circle costs for ever; more than the limit is enough to know.
    while path and total <= 4 * MOST_LOOKUPS:
        known = policies.get(path.pop())
        if known is not None:
            total += known.lookups
            path += known.includes
    return total


def verdict(start: str, policies: Mapping[str, Policy]) -> str:
    """The sign before `all` that holds for those who are not named, along the redirects; empty if none."""
    seen: set[str] = set()
    while start in policies and start not in seen:
        seen.add(start)
        known = policies[start]
        if not known.redirect:
            return known.last
        start = known.redirect.rstrip(".")
    return ""
