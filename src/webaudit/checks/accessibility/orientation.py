"""Check `orientation`."""

import math
import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from webaudit.extract.exposure import exposure
from webaudit.extract.selector import Matcher, selector
from webaudit.extract.sheets import sheet_texts
from webaudit.extract.stylesheet import declarations, sheet
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.page import Page
from webaudit.standards import act, wcag

_TURN = re.compile(
    r"(?:rotatez?\(\s*|rotate3d\(\s*0\s*,\s*0\s*,\s*1\s*,\s*|^(?:z\s+|0\s+0\s+1\s+)?)"
    r"(?P<number>[+-]?(?:\d{1,9}(?:\.\d*)?|\.\d+))(?P<unit>deg|turn|rad|grad)\s*(?:\)|$)"
)
_DEGREES = {"deg": 1.0, "turn": 360.0, "rad": 180 / math.pi, "grad": 0.9}
_PROPERTIES = ("transform", "-webkit-transform", "rotate")
_ABOUT = 5.0
"""Degrees by which a quarter turn may miss."""

_MOST_PARTS = 50


@check(
    id="orientation",
    title="Pages can be read with the screen upright and across",
    category=Category.ACCESSIBILITY,
    severity=Severity.MODERATE,
    sources=(wcag.SC_1_3_4, act.B33EFF),
    remedy="Take the rule that turns the page by 90 degrees out of the style sheet (transform: rotate in "
    "@media with orientation), and let the page adapt to the screen. In WordPress: look under Appearance, "
    "Customize, Additional CSS, or ask whoever made the theme.",
    since="0.3.0",
)
def orientation(page: Page) -> Iterator[Verdict]:
    """A phone that is fixed to a wheelchair can not be turned.

    A page that turns itself back when the screen is upright, or across, then has to be read sideways.

    Target: each rule of a style sheet that holds for one orientation of the screen alone and turns the whole
        page, or what holds half of its text.
    Expectation: it does not turn it by a quarter.
    Limits: what scripts turn is not seen, nor whether another rule turns it back.

    Passed:
        ```html
        <style>@media (orientation: portrait) { body { transform: rotate(0deg) } }</style><p>Berita</p>
        ```

    Failed:
        ```html
        <style>@media (orientation: portrait) { body { transform: rotate(90deg) } }</style><p>Berita</p>
        ```
    """
    turns = [turn for text in sheet_texts(page) if text for turn in sheet(text).turns]
    if not turns:
        return
    matcher, unseen = Matcher(), exposure(page).unseen
    for turn in turns:
        read, degrees = selector(turn.selector), _degrees(turn.block)
        if read is None or degrees is None:
            continue
        element = next((one for one in _wholes(page) if matcher.matches(one, read)), None)
        if element is None or element in unseen:
            continue
        if abs(degrees % 180 - 90) <= _ABOUT:
            message = "where the screen's orientation is {which}, the page is turned by {degrees} degrees"
            yield failed(element, "page-turned", message, which=turn.orientation, degrees=round(degrees))
        else:
            yield passed(element)


def _wholes(page: Page) -> Iterator[HtmlElement]:
    """What holds the page: its root and body, and what has half of the text."""
    yield page.root
    for body in page.elements("body"):
        yield body
        half = len(page.reading.text) / 2
        for part in body[:_MOST_PARTS]:
            if isinstance(part.tag, str) and len(" ".join(part.text_content().split())) >= half > 0:
                yield part


def _degrees(block: str) -> float | None:
    """By how much a block turns what it styles; None if it does not say so."""
    said = None
    for name, value, _ in declarations(block):
        if name in _PROPERTIES:
            turns = _TURN.findall(value.lower())
            said = sum(float(number) * _DEGREES[unit] for number, unit in turns) if turns else said
    return said
