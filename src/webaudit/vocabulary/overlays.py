"""Overlays that promise to make a page accessible, known by the addresses of their scripts."""

import re
from functools import cache

from webaudit.vocabulary import load


def overlay(text: str) -> str | None:
    """The overlay whose script an address, or a script that loads another, names; None if there is none."""
    found = _known().search(text.lower())
    return (
        next((name for part, name in _names() if part == found.group().lstrip("/.")), None) if found else None
    )


@cache
def _names() -> tuple[tuple[str, str], ...]:
    said = load("overlays.json")
    return tuple(
        (part.lstrip("/."), name)
        for kind in ("hosts", "paths")
        for name, parts in said[kind].items()
        for part in parts
    )


@cache
def _known() -> re.Pattern[str]:
    said = load("overlays.json")
    hosts = "|".join(re.escape(part) for parts in said["hosts"].values() for part in parts)
    paths = "|".join(re.escape(part) for parts in said["paths"].values() for part in parts)
    return re.compile(rf"[/.](?:{hosts})(?=[/:\"'?]|$)|(?:{paths})")
