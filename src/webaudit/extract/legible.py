"""The colours of a page's texts and of what lies behind them, where both are certain."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from lxml.html import HtmlElement

from webaudit.extract.attribute import ARIA, with_attribute
from webaudit.extract.cascade import styles
from webaudit.extract.colour import CLEAR, WHITE, Colour, colour, contrast, gradient
from webaudit.extract.exposure import exposure
from webaudit.extract.focus import is_disabled
from webaudit.extract.style import Style
from webaudit.extract.text import MOST_RUNS
from webaudit.extract.within import around
from webaudit.model.page import Page

LARGE_PX, LARGE_BOLD_PX = 24.0, 18.66
"""From these sizes on text counts as large: 18 and 14 points (WCAG 2.2, "large scale")."""

_BOLD = 700
_SAYS = re.compile(r"[^\W_].*[^\W_]", re.DOTALL)
"""One letter alone is a sign: an X that shuts, an arrow."""

_FAR = re.compile(r"-\s*\d{3,}")
_OPAQUE = 0.999
_OUTSIDE = ("absolute", "fixed", "sticky", "-webkit-sticky")
_MOST_PARTS = 2_000
"""Of one element's text."""

_NOT_READ = ("svg", "math", "iframe", "object")
"""Their texts are none of the page's, but may be seen."""

_ICONS = re.compile(
    r"icon|awesome|glyph|material symbols|dashicons|wpsymbols|lineawesome|remix|boxicons|feather"
)
_INKS = frozenset(["color", "text-shadow", "-webkit-text-fill-color"])
_SIZES = frozenset(["font-size", "font-weight"])
_GROUNDS = frozenset(["background-color", "background-image", "opacity", "display", "position", "filter"])
_CONTROLS = (
    "select",
    "option",
    "optgroup",
    "textarea",
    "input",
    "meter",
    "progress",
    "video",
    "audio",
    "canvas",
)
"""What they show is not painted as the text around."""


class Text(NamedTuple):
    """A text of the page.

    Attributes:
        element: that holds it.
        look: how it is seen.
    """

    element: HtmlElement
    look: "Look"


@dataclass(frozen=True, slots=True)
class Look:
    """How texts of one style are seen.

    Attributes:
        away: not at all, or not as other texts are.
        ink: their colour; None if that is not certain.
        ground: the colour behind them, opaque; None if that is not certain.
        large: large enough to be read with less contrast; None if that is not certain.
        shades: pairs of ink and ground where a gradient lies behind them, or nothing where it ends.
    """

    away: bool
    ink: Colour | None
    ground: Colour | None
    large: bool | None
    shades: tuple[tuple[Colour, Colour], ...] = ()

    def decided(self, least: float) -> tuple[Colour, Colour] | None:
        """The ink and the ground that decide whether a contrast is reached; None if that is not certain."""
        if self.ink is not None and self.ground is not None:
            return self.ink, self.ground
        if not self.shades:
            return None
        ordered = sorted(self.shades, key=lambda pair: contrast(*pair))
        if contrast(*ordered[-1]) < least:
            return ordered[-1]
        return ordered[0] if contrast(*ordered[0]) >= least else None


def looks(page: Page) -> tuple[Text, ...]:
    """The first text of each look that is seen, in document order.

    None of them stands in a control that is switched off.
    """
    return page.once(_looks)


def _looks(page: Page) -> tuple[Text, ...]:
    known, unseen, off = styles(page), exposure(page).unseen, _switched_off(page)
    speaking = _speaking(page)
    seen = [element for element in page.everything if element in speaking and element not in unseen]
    asked = around(seen)
    known.read((element for element in page.everything if element in asked), asked)
    first: dict[Look, Text] = {}
    # Looks are told apart by six numbers, styles by what they are: each is looked at once.
    done: set[Style] = set()
    for element in seen:
        style = known.of(element)
        if style in done:
            continue
        look = _seen(style)
        if not look.away:
            if off and any(one in off for one in (element, *element.iterancestors())):
                continue
            first.setdefault(look, Text(element, look))
        done.add(style)
    return tuple(first.values())


def _speaking(page: Page) -> frozenset[HtmlElement]:
    """The elements in which a text stands that says something, seen or not."""
    says = _SAYS.search
    if not page.runs or len(page.runs) >= MOST_RUNS:
        return frozenset(_holding(page.everything, says))
    # What is shown was read already; asking lxml for each text again would take longer than all else here.
    found = {element for text, element in page.runs if says(text)}
    walked: set[HtmlElement] = set()
    for root in (*page.left_out, *page.elements(*_NOT_READ)):
        if root not in walked:
            within = list(root.iter())
            walked.update(within)
            found.update(_holding(within, says))
    return frozenset(found)


def _holding(elements: Iterable[HtmlElement], says: Callable[[str], object]) -> Iterator[HtmlElement]:
    """Those in which a text stands directly, and those around whose text stands behind one."""
    for element in elements:
        if (text := element.text) and says(text):
            yield element
        if (tail := element.tail) and says(tail) and (around := element.getparent()) is not None:
            yield around


def seen_text(page: Page, element: HtmlElement) -> str:
    """What can be read in an element; a picture's letters, or an icon font's, can not."""
    known, unseen = styles(page), exposure(page).unseen
    parts: list[str] = []
    stack: list[HtmlElement | str] = [element]
    for _ in range(_MOST_PARTS):
        if not stack:
            break
        part = stack.pop()
        if isinstance(part, str):
            parts.append(part)
            continue
        if not isinstance(part.tag, str) or part in unseen:
            continue
        style = known.of(part)
        if _seen(style).away or _ICONS.search(style["font-family"]):
            continue
        inline = style["display"] in {"inline", "contents"} and part.tag not in {"br", "img"}
        within: list[HtmlElement | str] = ["" if inline else " ", part.text or ""]
        for child in part:
            within += [child, child.tail or ""]
        stack.extend(reversed([*within, "" if inline else " "]))
    return "".join(parts)


def _seen(style: Style) -> Look:
    """How texts of a style are seen; made once."""
    look = style.seen
    if not isinstance(look, Look):
        look = style.seen = _look(style)
    return look


def _look(style: Style) -> Look:
    """How texts of a style are seen."""
    large = None if style.unsure & _SIZES else _is_large(style)
    if style["visibility"] != "visible" or any(_hides(one) for one in style.around()):
        return Look(True, None, None, large)
    ground = _painted(style, CLEAR)
    ink = None
    # A filling of its own is there to show a picture through the letters.
    plain = style["text-shadow"] == "none" and style["-webkit-text-fill-color"] == "currentcolor"
    certain = plain and not style.unsure & _INKS
    if ground is not None and certain:
        ink = _painted(style, colour(style["color"]))
    if ground is None and certain and (shades := tuple(_shades(style))):
        return Look(all(mine == behind for mine, behind in shades), None, None, large, shades)
    # In the colour of its ground a text is not seen at all, and hides from everyone alike.
    return Look(ink is not None and ink == ground, ink, ground, large)


def _is_large(style: Style) -> bool:
    return style.size_px >= (LARGE_BOLD_PX if style.weight >= _BOLD else LARGE_PX)


def _shades(style: Style) -> Iterator[tuple[Colour, Colour]]:
    """Ink and ground on each colour of the gradient behind a text; none if all is not certain."""
    painted = next((one for one in style.around() if one["background-image"] != "none"), None)
    if painted is None or painted["background-clip"] == "text" or not (ink := colour(style["color"])):
        return
    tints = gradient(painted["background-image"])
    # It may be smaller than what it lies in.
    for tint in dict.fromkeys((*tints, CLEAR)) if tints else ():
        mine, behind = _painted(style, ink, tint), _painted(style, CLEAR, tint)
        if mine is None or behind is None:
            return
        yield mine, behind


def _hides(style: Style) -> bool:
    """Whether nothing within is seen as a text of the page."""
    if style.tag in _CONTROLS or style["display"] == "none" or style["content-visibility"] == "hidden":
        return True
    if _opacity(style) == 0 or style["clip"] != "auto" or style["clip-path"] != "none":
        return True
    if _FAR.match(style["text-indent"]):
        return True
    return style["position"] in _OUTSIDE and any(_FAR.match(style[side]) for side in ("left", "top"))


def _painted(style: Style, shown: Colour | None, tint: Colour | None = None) -> Colour | None:
    """What is seen of a colour in an element, on all that lies behind it.

    Args:
        tint: what is seen of the first picture behind it; None if that is not known.
    """
    if shown is None:
        return None
    for one in style.around():
        if one.unsure & _GROUNDS or one["filter"] != "none" or one["mix-blend-mode"] != "normal":
            return None
        if shown.alpha < _OPAQUE:
            if one["background-image"] != "none":
                if tint is None:
                    return None
                shown, tint = shown.over(tint), None
            laid = colour(
                one["color"] if one["background-color"] == "currentcolor" else one["background-color"]
            )
            if laid is None:
                return None
            shown = shown.over(laid)
        if (opacity := _opacity(one)) < 1:
            shown = shown.faded(opacity)
        if shown.alpha < _OPAQUE and (one["position"] in _OUTSIDE or one["transform"] != "none"):
            # It may lie on anything.
            return None
    return shown.over(WHITE)


def _opacity(style: Style) -> float:
    written = style["opacity"]
    if written == "1":
        return 1.0
    try:
        number = float(written.removesuffix("%")) / (100 if written.endswith("%") else 1)
    except ValueError:
        return 1.0
    return max(0.0, min(1.0, number))


def _switched_off(page: Page) -> frozenset[HtmlElement]:
    """Controls that are switched off, and their labels: WCAG 2.2, 1.4.3 asks no contrast of them."""
    controls = page.elements("button", "input", "select", "textarea")
    aria = (one for one in with_attribute(page, ARIA) if one.get("aria-disabled", "").lower() == "true")
    off = {*(one for one in controls if is_disabled(one)), *aria}
    if not off:
        return frozenset()
    ids = {id for one in off if (id := one.get("id"))}
    named = {id for one in off for id in (one.get("aria-labelledby") or "").split()}
    labels = {
        label
        for label in page.elements("label")
        if label.get("for") in ids or any(child in off for child in label.iter())
    }
    return frozenset(off | labels | {one for one in with_attribute(page, "id") if one.get("id") in named})
