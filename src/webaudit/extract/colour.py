"""Colours as CSS writes them, and how well two of them are told apart (WCAG 2.2, 1.4.3)."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from tinycss2 import parse_one_component_value
from tinycss2.color4 import parse_color

_STEPS = 4
"""Between two colours of a gradient."""

_MOST_STOPS = 8


class Colour(NamedTuple):
    """A colour of the space sRGB; red, green, blue and opacity from 0 to 1."""

    red: float
    green: float
    blue: float
    alpha: float = 1.0

    def over(self, below: "Colour") -> "Colour":
        """What is seen where this colour lies on another (Compositing 1, 5.1)."""
        alpha = self.alpha + below.alpha * (1 - self.alpha)
        if not alpha:
            return CLEAR
        mine = self.alpha / alpha
        red, green, blue = (x * mine + y * (1 - mine) for x, y in zip(self[:3], below[:3], strict=True))
        return Colour(red, green, blue, alpha)

    def faded(self, opacity: float) -> "Colour":
        """The colour, less opaque."""
        return self._replace(alpha=self.alpha * opacity)

    def __str__(self) -> str:
        """As people write it."""
        return "#" + "".join(f"{round(max(0.0, min(1.0, part)) * 255):02x}" for part in self[:3])


CLEAR = Colour(0, 0, 0, 0)
WHITE = Colour(1, 1, 1)


@lru_cache(maxsize=4_000)
def colour(text: str) -> Colour | None:
    """The colour that a value names; None if it is none, or depends on anything else."""
    try:
        parsed = parse_color(text)
        if parsed is None or parsed == "currentcolor":
            return None
        red, green, blue = parsed.to("srgb").coordinates
        return Colour(float(red or 0), float(green or 0), float(blue or 0), float(parsed.alpha))
    except (ValueError, NotImplementedError):
        # All that tinycss2 raises, tried on 200,000 texts: of functions without arguments, and of spaces that
        # it can not bring to sRGB. Either way no colour is known, and the text on it is left undecided.
        return None


@lru_cache(maxsize=1_000)
def gradient(text: str) -> tuple[Colour, ...]:
    """Colours along a gradient, each stop and some between; none if not all of them are certain."""
    function = parse_one_component_value(text[:1_000])
    if function.type != "function" or not function.lower_name.endswith("-gradient"):
        return ()
    parts: list[list[str]] = [[]]
    for token in function.arguments:
        if token == ",":
            parts.append([])
        elif token.type not in {"whitespace", "comment"}:
            parts[-1].append(token.serialize())
    stops: list[Colour] = []
    for number, words in enumerate(parts):
        found = [one for word in words if (one := colour(word)) is not None]
        if found:
            stops += found
        elif "in" in words or (number and not _is_length(words)):
            # Another space of colours takes another way; any other word stands for a colour not known.
            return ()
    return tuple(_between(stops)) if 2 <= len(stops) <= _MOST_STOPS else ()


def _is_length(words: list[str]) -> bool:
    """Whether a part of a gradient tells but where its middle is."""
    return all(word[:1].isdigit() for word in words)


def _between(stops: list[Colour]) -> Iterator[Colour]:
    """The stops and the colours between them (CSS Images 3, 3.4.2: premultiplied)."""
    yield stops[0]
    for one, other in pairwise(stops):
        for step in range(1, _STEPS + 1):
            share = step / _STEPS
            alpha = one.alpha * (1 - share) + other.alpha * share
            red, green, blue = (
                (x * one.alpha * (1 - share) + y * other.alpha * share) / alpha if alpha else 0.0
                for x, y in zip(one[:3], other[:3], strict=True)
            )
            yield Colour(red, green, blue, alpha)


@lru_cache(maxsize=4_000)
def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(shown: Colour) -> float:
    """Relative luminance (WCAG 2.2, "relative luminance")."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (max(0.0, min(1.0, part)) for part in shown[:3])
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
