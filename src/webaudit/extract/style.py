"""The style of one element: what holds where several rules claim its properties (CSS Cascade 5)."""

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from typing import NamedTuple

from webaudit.extract.colour import colour
from webaudit.extract.selector import Specificity

_MOST_SUBSTITUTIONS = 8
_LONGEST_VALUE = 1_000

INITIAL: Mapping[str, str] = {
    "background-clip": "border-box",
    "background-color": "transparent",
    "background-image": "none",
    "clip": "auto",
    "clip-path": "none",
    "color": "#000000",
    "content-visibility": "visible",
    "display": "inline",
    "filter": "none",
    "font-family": "serif",
    "font-size": "medium",
    "font-weight": "normal",
    "left": "auto",
    "mix-blend-mode": "normal",
    "opacity": "1",
    "position": "static",
    "text-indent": "0",
    "text-shadow": "none",
    "top": "auto",
    "transform": "none",
    "visibility": "visible",
    "-webkit-text-fill-color": "currentcolor",
}
"""The properties that are read, and what holds where nothing is declared."""

INHERITED = frozenset(
    [
        "color",
        "font-size",
        "font-weight",
        "text-indent",
        "text-shadow",
        "visibility",
        "-webkit-text-fill-color",
    ]
)

_DISPLAYS = re.compile(
    r"(?:-webkit-|-ms-|-moz-)?(?:none|contents|inline|block|flow-root|list-item|run-in|table(?:-[a-z-]+)?|flex|grid|ruby"
    r"|(?:inline-)(?:block|table|flex|grid)|flexbox|box|inline-box|inline-flexbox|math)(?: [a-z-]+)*"
)
_VALID: Mapping[str, re.Pattern[str]] = {
    "content-visibility": re.compile("visible|hidden|auto"),
    "display": _DISPLAYS,
    "font-weight": re.compile(r"normal|bold|bolder|lighter|\d{1,4}"),
    "opacity": re.compile(r"[+-]?[\d.]+(?:e[+-]?\d)?%?"),
    "position": re.compile("static|relative|absolute|fixed|(?:-webkit-)?sticky"),
    "visibility": re.compile("visible|hidden|collapse"),
}
"""A value that is none is left out by browsers, and what was declared before it holds."""

_WIDE = frozenset(["inherit", "initial", "unset", "revert", "revert-layer"])
_SIZE = re.compile(r"([\d.]+)(px|em|rem|%|pt|ex|ch|vw|vh)?")
_SIZES = {"xx-small": 9, "x-small": 10, "small": 13, "medium": 16, "large": 18, "x-large": 24, "xx-large": 32}
_UNITS = {"px": 1.0, "pt": 4 / 3, "vw": 12.8, "vh": 8.0}
_FONT_UNITS = {"em": 1.0, "rem": 1.0, "%": 0.01, "ex": 0.5, "ch": 0.5}
"""Of what is around, or of the root."""

_RELATIVE = {"larger": "1.2em", "smaller": "0.8333em"}
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,([^()]*(?:\([^()]*\)[^()]*)*))?\)")
_FONT = re.compile(
    r"(?:^|\s)([\d.]+(?:px|em|rem|%|pt|vw)|(?:xx?-)?(?:small|large)|medium|smaller|larger)(?:/|\s|$)"
)
_FONT_WEIGHT = re.compile(r"(?:^|\s)(bold(?:er)?|lighter|[1-9]00)\s")
_LATER = "background: "
"""Begins what a shorthand with variables says."""

_PICTURE = re.compile(r"(?:url|gradient|image|image-set|element|cross-fade|paint)\(")
_PARTS = re.compile(r"[^\s(]+(?:\([^()]*(?:\([^()]*\)[^()]*)*\))?")


@dataclass(slots=True, eq=False)
class Style:
    """What holds for one element.

    Attributes:
        values: by property of INITIAL, with custom properties; in lower case, references resolved.
        size_px: of its letters.
        weight: of its letters, 1 to 1000.
        unsure: properties of which the value is not certain.
        parent: of the element around; None for the root.
        tag: of the element.
        seen: what is read from it, kept for all elements that share it: those alike within the same.
    """

    values: Mapping[str, str]
    size_px: float
    weight: int
    unsure: frozenset[str]
    parent: "Style | None"
    tag: str
    seen: object = None

    def around(self) -> "Iterator[Style]":
        """This style, and those of the elements around, from the inside out."""
        style: Style | None = self
        while style is not None:
            yield style
            style = style.parent

    def __getitem__(self, name: str) -> str:
        return self.values.get(name) or INITIAL[name]


class Claim(NamedTuple):
    """A declaration that holds unless another precedes it; the greatest does."""

    rank: tuple[bool, int, int, Specificity, int]
    value: str
    sure: bool


def longhands(name: str, value: str) -> Iterable[tuple[str, str]]:
    """The properties that a declaration sets, of those that are read."""
    if name.startswith("--"):
        return ((name, value),)
    if "var(" not in value:
        # Names of variables are told apart by their case.
        value = value.lower()
    if name == "background":
        if value in _WIDE:
            return (("background-color", value), ("background-image", value))
        if "var(" in value:
            # What it sets is known when its variables are put in.
            return (("background-color", _LATER + value), ("background-image", _LATER + value))
        tints = [part for part in _PARTS.findall(value) if colour(part) or part == "currentcolor"]
        picture = value if _PICTURE.search(value) else "none"
        return (("background-color", tints[-1] if tints else "transparent"), ("background-image", picture))
    if name == "font":
        size, weight = _FONT.search(value), _FONT_WEIGHT.search(value)
        if value in _WIDE:
            return (("font-family", value), ("font-size", value), ("font-weight", value))
        return (
            ("font-family", value),
            ("font-size", size[1] if size else "medium"),
            ("font-weight", weight[1] if weight else "normal"),
        )
    if name == "all":
        return tuple((single, value) for single in INITIAL)
    if name == "-webkit-background-clip":
        return (("background-clip", value),)
    return ((name, value),) if name in INITIAL else ()


def computed(claims: Mapping[str, list[Claim]], parent: Style | None, tag: str) -> Style:
    """What holds where these are declared (CSS Cascade 5, 4)."""
    above: Mapping[str, str] = parent.values if parent else {}
    values = {name: value for name, value in above.items() if name in INHERITED or name.startswith("--")}
    unsure = {
        name for name in (parent.unsure if parent else ()) if name in INHERITED or name.startswith("--")
    }
    for name in sorted(name for name in claims if name.startswith("--")):
        claim = max(claims[name])
        values[name] = claim.value
        if not claim.sure:
            unsure.add(name)
    for name in sorted(name for name in claims if not name.startswith("--")):
        _settle(name, claims[name], above, values, unsure)
    size, weight = (parent.size_px, parent.weight) if parent else (16.0, 400)
    # What is computed is inherited, not what was written: half of a half is not meant by "inherit".
    if "font-size" in claims:
        told = _size(values.get("font-size", "medium"), parent)
        if told is None:
            unsure.add("font-size")
        else:
            size = told
            values["font-size"] = f"{size:f}px"
    if "font-weight" in claims:
        weight = _weight(values.get("font-weight", ""), parent)
        values["font-weight"] = str(weight)
    return Style(values, size, weight, frozenset(unsure), parent, tag)


def doubtful(parent: Style | None, tag: str) -> Style:
    """The style of an element that no rule was asked about."""
    above = parent.values if parent else {}
    values = {name: value for name, value in above.items() if name in INHERITED}
    size, weight = (parent.size_px, parent.weight) if parent else (16.0, 400)
    return Style(values, size, weight, frozenset(INITIAL), parent, tag)


def _settle(
    name: str, claims: list[Claim], above: Mapping[str, str], values: dict[str, str], unsure: set[str]
) -> None:
    """Finds the claim on a property that precedes all others and is no mistake."""
    doubted: list[str | None] = []
    for claim in sorted(claims, reverse=True):
        resolved, sure = _resolved(claim.value.removeprefix(_LATER), values, unsure)
        if resolved is not None and claim.value.startswith(_LATER):
            resolved = dict(longhands("background", resolved))[name]
        if resolved is not None and resolved not in _WIDE and not _is_valid(name, resolved):
            continue
        if resolved in _WIDE or resolved is None:
            inherits = resolved == "inherit" or (resolved in {"unset", None} and name in INHERITED)
            resolved = above.get(name, INITIAL[name]) if inherits else INITIAL[name]
        if not (claim.sure and sure):
            doubted.append(resolved)
            continue
        values[name] = resolved
        unsure.discard(name)
        break
    if any(other != values.get(name, INITIAL[name]) for other in doubted):
        unsure.add(name)


def _resolved(value: str, values: Mapping[str, str], unsure: Set[str]) -> tuple[str | None, bool]:
    """The value with its custom properties put in, None if one is missing; and whether it is sure."""
    sure = True
    for _ in range(_MOST_SUBSTITUTIONS):
        match = _VARIABLE.search(value) if "var(" in value else None
        if match is None:
            break
        put = values.get(match[1]) or match[2] or ""
        sure = sure and match[1] not in unsure
        if not put or len(value) + len(put) > _LONGEST_VALUE:
            return None, sure
        value = f"{value[: match.start()]}{put.strip()}{value[match.end() :]}"
    return (None if "var(" in value else value.lower()), sure


def _is_valid(name: str, value: str) -> bool:
    if name in _VALID:
        return _VALID[name].fullmatch(value) is not None
    if name in {"color", "background-color", "-webkit-text-fill-color"}:
        # What is written as a function may be a colour that is not read here.
        return colour(value) is not None or value == "currentcolor" or "(" in value or value in _SYSTEM
    return True


_SYSTEM = frozenset(
    [
        *(
            "accentcolor",
            "accentcolortext",
            "activetext",
            "buttonborder",
            "buttonface",
            "buttontext",
            "canvas",
        ),
        *("canvastext", "field", "fieldtext", "graytext", "highlight", "highlighttext", "linktext", "mark"),
        *("marktext", "selecteditem", "selecteditemtext", "visitedtext", "windowtext", "window"),
    ]
)
"""CSS Color 4, 6.2; which colours they are is the browser's to say."""


def _size(value: str, parent: Style | None) -> float | None:
    """The computed size of letters, in CSS pixels; None if it is not certain."""
    if value in _SIZES:
        return float(_SIZES[value])
    match = _SIZE.fullmatch(_RELATIVE.get(value, value))
    try:
        number = float(match[1]) if match else None
    except ValueError:
        number = None
    if match is None or number is None:
        # A calculation, or a range: clamp(1rem, 4vw, 3rem).
        return None
    unit = match[2]
    if unit in _UNITS or not number:
        return number * _UNITS.get(unit, 0.0)
    if unit is None:
        return None
    of = parent
    if unit == "rem" and parent is not None:
        *_, of = parent.around()
    if of is not None and "font-size" in of.unsure:
        return None
    return (of.size_px if of else 16.0) * number * _FONT_UNITS[unit]


def _weight(value: str, parent: Style | None) -> int:
    """The computed weight of letters."""
    above = parent.weight if parent else 400
    if value == "bolder":
        return 400 if above < 350 else 700 if above < 550 else 900
    if value == "lighter":
        return 100 if above < 550 else 400 if above < 750 else 700
    if value.isdecimal():
        return min(1000, int(value))
    return {"normal": 400, "bold": 700}.get(value, above)
