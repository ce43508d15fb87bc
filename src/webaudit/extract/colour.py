"""Colours as CSS writes them, and how well two of them are told apart (WCAG 2.2, 1.4.3)."""

from functools import lru_cache
from typing import NamedTuple

from tinycss2.color4 import parse_color


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
