"""What is done with one page: shown, judged by axe-core, measured, photographed."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

from webaudit.crawl.browser.browser import HEIGHT, WIDTH, Browser, Shown
from webaudit.crawl.browser.chromium import script
from webaudit.crawl.browser.gate import Gate
from webaudit.crawl.clock import monotonic
from webaudit.vocabulary.axe import axe_rules

LOAD_SHARE: Final = 0.5
"""Of a page's time, in which it has to have loaded."""

QUIET_SECONDS: Final = 0.2
"""Without a request under way, after which a page is taken to be complete."""

MOST_QUIET_SECONDS: Final = 1.5
MOST_ROWS: Final = 200
MOST_SPOTS: Final = 20
SHOT_PIXELS: Final = 6_000
"""Of a page's height, in a picture."""

SHOT_QUALITY: Final = 50
NARROW: Final = 320
SPACING: Final = (
    "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}"
    "p{margin-bottom:2em!important}"
)
"""WCAG 2.2, 1.4.12."""


@dataclass(frozen=True, slots=True)
class Look:
    """What one look at a page brought home.

    Attributes:
        axe: as `axe.js` gives it.
        facts: rows by the name of the script.
        dom: the document as the browser had built it.
        shots: pictures by their names.
        unstyled: a style sheet that the page asks for could not be had.
    """

    axe: Mapping[str, Any]
    facts: Mapping[str, Sequence[Mapping[str, Any]]]
    dom: str
    shots: Mapping[str, bytes]
    unstyled: bool = False


async def look(browser: Browser, gate: Gate) -> Look:
    """Shows one page and does with it all that is to be done, within the time that the gate has.

    Raises:
        TimeoutError: it took too long.
        BrokenError: it crashed.
    """
    # It imports the driver, which only those have who show pages to a browser.
    from webaudit.crawl.browser.keyboard import keyboard

    async with browser.shown(gate.answer, gate.seconds) as shown:
        await _load(shown, gate)
        await shown.enter()
        await shown.evaluate(_start())
        dom = await shown.evaluate(_DOM)
        axe = await shown.evaluate(script("axe.js") % {"rules": _listed(), "most": MOST_SPOTS})
        facts = await _measured(shown, "desktop")
        shots = {"desktop": await _shot(shown)}
        # Keys are pressed by the driver, whose scripts run beside those of the page.
        await shown.page.evaluate(_shared())
        facts |= await keyboard(shown.page)
        await shown.evaluate(_SPACE % SPACING)
        facts |= await _measured(shown, "spacing")
        await shown.evaluate(_UNSPACE)
        await shown.page.set_viewport_size({"width": WIDTH // 2, "height": HEIGHT // 2})
        facts |= await _measured(shown, "zoom")
        await shown.page.set_viewport_size({"width": NARROW, "height": HEIGHT})
        facts |= await _measured(shown, "narrow")
        shots[str(NARROW)] = await _shot(shown)
    return Look(axe, facts, dom, shots)


_DOM: Final = "(document.doctype ? '<!DOCTYPE html>' : '') + document.documentElement.outerHTML.slice(0, 4e6)"
_SPACE: Final = """(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`%s`);
  globalThis.__sheets = [...document.adoptedStyleSheets];
  document.adoptedStyleSheets = [...globalThis.__sheets, sheet];
})()"""
_UNSPACE: Final = "void (document.adoptedStyleSheets = globalThis.__sheets)"


async def _load(shown: Shown, gate: Gate) -> None:
    """Has the page load, and waits until it asks for nothing more; one that never ends is taken as it is."""
    from playwright.async_api import TimeoutError as SlowError

    try:
        await shown.page.goto(gate.document.url, wait_until="load", timeout=gate.seconds * LOAD_SHARE * 1000)
    except SlowError:
        gate.limits["browser-load"] = None
    until = monotonic() + MOST_QUIET_SECONDS
    while monotonic() < until and (gate.waiting or monotonic() - gate.quiet_since < QUIET_SECONDS):
        await asyncio.sleep(QUIET_SECONDS / 4)


async def _measured(shown: Shown, state: str) -> dict[str, Sequence[Mapping[str, Any]]]:
    """The rows of all scripts for one state of the page."""
    found: dict[str, Sequence[Mapping[str, Any]]] = {}
    for name, text in _scripts(state):
        rows = await shown.evaluate(f"({text})()")
        found[name] = [row for row in rows or () if isinstance(row, dict)][:MOST_ROWS]
    return found


async def _shot(shown: Shown) -> bytes:
    """A picture of the page down to a bound."""
    size = shown.page.viewport_size or {"width": WIDTH, "height": HEIGHT}
    tall = await shown.evaluate("Math.max(document.documentElement.scrollHeight, innerHeight)")
    return await shown.page.screenshot(
        type="jpeg",
        quality=SHOT_QUALITY,
        full_page=True,
        clip={"x": 0, "y": 0, "width": size["width"], "height": min(int(tall), SHOT_PIXELS)},
        animations="disabled",
        caret="hide",
    )


@cache
def _start() -> str:
    """What all scripts need: axe-core, and the functions that they share."""
    return f"{script('axe_core/axe.min.js')};\n{script('spot.js')};\n({_shared()})();\n0"


@cache
def _shared() -> str:
    """What the scripts of facts share."""
    return script("facts/_shared.js")


@cache
def _scripts(state: str) -> tuple[tuple[str, str], ...]:
    """The scripts of one state, by name."""
    folder = files(__package__) / "facts" / state
    if not folder.is_dir():
        return ()
    found = [one for one in folder.iterdir() if one.name.endswith(".js")]
    named = ((one.name.removesuffix(".js"), one.read_text(encoding="utf-8")) for one in found)
    return tuple(sorted(named))


@cache
def _listed() -> str:
    """The rules that axe is asked, as JavaScript."""
    return str(sorted(axe_rules()))
