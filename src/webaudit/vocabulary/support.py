"""Until when the makers of software mend its versions."""

import re
from datetime import date
from functools import cache

from webaudit.vocabulary import load


def support_ended(software: str, version: str) -> date | None:
    """The day on which the makers stopped mending a version; None if they still do, or nobody knows."""
    for name, versions, day in _ended():
        if name == software.lower() and versions.match(version):
            return day
    return None


@cache
def _ended() -> tuple[tuple[str, re.Pattern[str], date], ...]:
    return tuple(
        # A branch ends at a point, so that "7" is not "70".
        (
            one["software"].lower(),
            re.compile(rf"(?:{one['versions']})(?:[^0-9]|$)"),
            date.fromisoformat(one["on"]),
        )
        for one in load("support.json")["ended"]
    )
