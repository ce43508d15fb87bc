"""Check `orientation`."""

import math
import re
from collections.abc import Iterator
from functools import lru_cache

from lxml.html import HtmlElement

from webaudit.extract.exposure import exposure
from webaudit.extract.selector import Matcher, selector
from webaudit.extract.sheets import sheet_texts
from webaudit.extract.stylesheet import MOST_CHARACTERS, declarations
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.page import Page
from webaudit.standards import act, wcag

_COMMENT = re.compile(r"/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z)")
_MEDIA = re.compile(
    r"@media\b(?P<before>[^{};@]{0,300}?)\(\s*orientation\s*:\s*(?P<which>portrait|landscape)\s*\)"
    r"(?P<after>[^{};@]{0,300})\{",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(r"\b(?:not|print|speech)\b", re.IGNORECASE)
_BRACE = re.compile(r"[{}]")
_RULE = re.compile(r"([^{}]++)\{([^{}]*+)\}")
_TURN = re.compile(
    r"(?:rotatez?\(\s*|rotate3d\(\s*0\s*,\s*0\s*,\s*1\s*,\s*|^(?:z\s+|0\s+0\s+1\s+)?)"
    r"(?P<number>[+-]?(?:\d{1,9}(?:\.\d*)?|\.\d+))(?P<unit>deg|turn|rad|grad)\s*(?:\)|$)"
)
_DEGREES = {"deg": 1.0, "turn": 360.0, "rad": 180 / math.pi, "grad": 0.9}
_PROPERTIES = ("transform", "-webkit-transform", "rotate")
_ABOUT = 5.0
"""Degrees by which a quarter turn may miss."""

_MOST_BLOCKS, _LONGEST_BLOCK, _MOST_RULES, _MOST_PARTS = 50, 20_000, 50, 50


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
    inside = (element.text or "" for element in page.elements("style"))
    if not any(_turns(text) for text in (*inside, *page.sheets.values())):
        return
    turns = [turn for text in sheet_texts(page) if text for turn in _turns(text)]
    matcher, unseen = Matcher(), exposure(page).unseen
    for which, written, degrees in turns:
        read = selector(written)
        if read is None:
            continue
        element = next((one for one in _wholes(page) if matcher.matches(one, read)), None)
        if element is None or element in unseen:
            continue
        if abs(degrees % 180 - 90) <= _ABOUT:
            message = "where the screen's orientation is {which}, the page is turned by {degrees} degrees"
            yield failed(element, "page-turned", message, which=which, degrees=round(degrees))
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


@lru_cache(maxsize=64)
def _turns(text: str) -> tuple[tuple[str, str, float], ...]:
    """What a sheet turns in one orientation alone: that orientation, the selector, and the degrees."""
    if "orientation" not in text or "rotate" not in text:
        return ()
    text = _COMMENT.sub(" ", text[:MOST_CHARACTERS])
    found = []
    for number, media in enumerate(_MEDIA.finditer(text)):
        if number == _MOST_BLOCKS:
            break
        if _OTHERWISE.search(media["before"]) or "," in media["before"] + media["after"]:
            continue
        block = _block(text, media.end())
        for rule in list(_RULE.finditer(block))[:_MOST_RULES]:
            degrees = _degrees(rule[2])
            if degrees is not None:
                found += [(media["which"].lower(), part.strip(), degrees) for part in rule[1].split(",")]
    return tuple(found)


def _block(text: str, start: int) -> str:
    """What stands between a brace that opens before `start` and the one that closes it."""
    depth = 1
    for brace in _BRACE.finditer(text, start, start + _LONGEST_BLOCK):
        depth += 1 if brace[0] == "{" else -1
        if not depth:
            return text[start : brace.start()]
    return text[start : start + _LONGEST_BLOCK]


def _degrees(block: str) -> float | None:
    """By how much a block turns what it styles; None if it does not say so."""
    if "rotate" not in block:
        return None
    said = None
    for name, value, _ in declarations(block):
        if name in _PROPERTIES:
            turns = _TURN.findall(value.lower())
            said = sum(float(number) * _DEGREES[unit] for number, unit in turns) if turns else said
    return said
