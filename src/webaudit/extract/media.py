"""Media queries, as a usual desktop screen answers them (Media Queries 4)."""

import re
from functools import lru_cache

_LONGEST = 500
_NEVER = frozenset(["print", "speech", "tty", "tv", "handheld", "projection", "braille", "embossed", "aural"])
_WIDTH, _HEIGHT, _EM = 1280.0, 800.0, 16.0
"""The window that is looked through: a usual desktop screen, in CSS pixels."""

_FEATURE = re.compile(r"\(\s*(min-|max-)?(device-)?(width|height)\s*:\s*([\d.]+)(px|em|rem)?\s*\)")
_ORIENTATION = re.compile(r"\(\s*orientation\s*:\s*(portrait|landscape)\s*\)")
_OTHERWISE = re.compile(r"\b(?:not|or|print|speech)\b")
_RANGE = re.compile(r"\(\s*(width|height)\s*(<=?|>=?)\s*([\d.]+)(px|em|rem)?\s*\)")
_KNOWN = {
    "(hover:hover)": True,
    "(hover)": True,
    "(any-hover:hover)": True,
    "(hover:none)": False,
    "(pointer:fine)": True,
    "(pointer:coarse)": False,
    "(orientation:landscape)": True,
    "(orientation:portrait)": False,
    "(prefers-color-scheme:light)": True,
    "(prefers-color-scheme:dark)": False,
    "(prefers-reduced-motion:no-preference)": True,
    "(prefers-reduced-motion:reduce)": False,
    "(prefers-reduced-motion)": False,
    "(prefers-contrast:more)": False,
    "(forced-colors:active)": False,
    "(-ms-high-contrast:none)": False,
    "(-ms-high-contrast:active)": False,
    "(color)": True,
    "(scripting:none)": False,
}
"""Of a visitor who has changed no setting."""


@lru_cache(maxsize=512)
def matches_screen(query: str) -> bool | None:
    """Whether a media query list holds on a desktop screen (Media Queries 4); None if that is not known."""
    if len(query) > _LONGEST:
        return None
    said = [_holds(part) for part in query.lower().split(",")]
    if any(said):
        return True
    return None if None in said else False


def orientation_of(query: str) -> str:
    """The orientation of a screen without which a media query does not hold; empty if there is none."""
    low = query.lower()[:_LONGEST]
    found = _ORIENTATION.search(low)
    # Where several queries stand side by side, or one is turned round, another screen may do as well.
    return found[1] if found and "," not in low and not _OTHERWISE.search(low) else ""


def _holds(query: str) -> bool | None:
    """Whether one media query holds."""
    words = query.split()
    if not words:
        return True
    if words[0] == "not":
        inner = _holds(" ".join(words[1:]))
        return None if inner is None else not inner
    if words[0] == "only":
        words = words[1:]
    if words and words[0] in _NEVER:
        return False
    holds: bool | None = True
    for condition in re.split(r"\band\b", " ".join(words)):
        said = _condition(condition.strip())
        if said is False:
            return False
        if said is None:
            holds = None
    return holds


def _condition(text: str) -> bool | None:
    if text in {"all", "screen"}:
        return True
    if (feature := _FEATURE.fullmatch(text)) is not None:
        edge, _, side, number, unit = feature.groups()
        size, mine = _pixels(number, unit), _WIDTH if side == "width" else _HEIGHT
        return mine >= size if edge == "min-" else mine <= size if edge == "max-" else mine == size
    if (span := _RANGE.fullmatch(text)) is not None:
        side, sign, number, unit = span.groups()
        size, mine = _pixels(number, unit), _WIDTH if side == "width" else _HEIGHT
        return {"<": mine < size, "<=": mine <= size, ">": mine > size, ">=": mine >= size}[sign]
    return _KNOWN.get(re.sub(r"\s+", "", text))


def _pixels(number: str, unit: str | None) -> float:
    try:
        return float(number) * (1.0 if unit in {None, "px"} else _EM)
    except ValueError:
        return 0.0
