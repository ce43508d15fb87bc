"""Check `text-spacing`."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from webaudit.extract.attribute import with_attribute
from webaudit.extract.cascade import styles
from webaudit.extract.exposure import exposure
from webaudit.extract.legible import seen_text
from webaudit.extract.stylesheet import declarations
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.page import Page
from webaudit.standards import act, wcag

_LEAST = {"letter-spacing": 0.12, "word-spacing": 0.16, "line-height": 1.5}
"""Of the size of the letters (WCAG 2.2, 1.4.12)."""

_MOST_LOOKED_AT = 500
_NUMBER = re.compile(r"([\d.]+)(px|em|rem|pt|%)?")
_UNITS = {"px": 1.0, "pt": 4 / 3, "rem": 16.0}


@check(
    id="text-spacing",
    title="Readers can space out the text",
    category=Category.ACCESSIBILITY,
    severity=Severity.MODERATE,
    sources=(wcag.SC_1_4_12, act.RULE_24AFC2, act.RULE_9E45EC, act.RULE_78FD32),
    remedy="Take !important away from letter-spacing, word-spacing and line-height in style attributes, or "
    "give the text more space. In WordPress: look for it in the block's own HTML.",
    since="0.3.0",
)
def text_spacing(page: Page) -> Iterator[Verdict]:
    """People with dyslexia set letters, words and lines further apart, and then can read.

    A page that insists on its own narrow spacing takes that from them.

    Target: each element with a text whose `style` attribute sets letter, word or line spacing with
        `!important`.
    Expectation: the space is 0.12 of the letters' size between letters, 0.16 between words, and 1.5 from line
        to line.
    Limits: what style sheets insist on can be overruled, and is not judged.

    Passed:
        ```html
        <p style="letter-spacing: 0.2em !important">Pelayanan dibuka kembali.</p>
        ```

    Failed:
        ```html
        <p style="letter-spacing: 0.05em !important">Pelayanan dibuka kembali.</p>
        ```
    """
    known, unseen = styles(page), exposure(page).unseen
    for element in with_attribute(page, "style"):
        style = element.get("style", "")
        if "important" not in style.lower() or element in unseen or not seen_text(page, element).strip():
            continue
        said = {name: value.lower() for name, value, important in declarations(style[:3_000]) if important}
        spaces = {
            name: _space(said[name], known.of(element).size_px)
            for name in _LEAST
            if name in said and _reaches_text(element, name)
        }
        measured = {name: space for name, space in spaces.items() if space is not None}
        narrow = next((name for name, space in measured.items() if space < _LEAST[name]), None)
        if narrow is not None:
            yield failed(
                element,
                "spacing-fixed",
                "{name} is fixed at {space} of the letters' size; {least} is asked",
                name=narrow,
                space=f"{measured[narrow]:.2g}",
                least=f"{_LEAST[narrow]:g}",
            )
        elif measured:
            yield passed(element)


def _reaches_text(element: HtmlElement, name: str) -> bool:
    """Whether a text within takes the property from this element, and from none between."""
    stack = [element]
    for _ in range(_MOST_LOOKED_AT):
        if not stack:
            return False
        one = stack.pop()
        texts = (one.text, *(child.tail for child in one))
        if any(text and not text.isspace() for text in texts):
            return True
        stack.extend(child for child in one if name not in (child.get("style") or "").lower())
    return True


def _space(value: str, size_px: float) -> float | None:
    """The space as a share of the letters' size; None if it is taken from elsewhere, or can not be read."""
    match = _NUMBER.fullmatch(value)
    if match is None or not size_px:
        return None
    try:
        number = float(match[1])
    except ValueError:
        return None
    unit = match[2]
    if unit in _UNITS:
        return number * _UNITS[unit] / size_px
    return number / 100 if unit == "%" else number
