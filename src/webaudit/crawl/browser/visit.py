"""What is done with one page: shown, judged by axe-core, measured, photographed."""

import asyncio
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, Final

from webaudit.crawl.browser.browser import HEIGHT, WIDTH, BrokenError, Browser, Shown, SlowError
from webaudit.crawl.browser.chromium import script
from webaudit.crawl.browser.frames import OF_PAGES, frames
from webaudit.crawl.browser.gate import Gate
from webaudit.crawl.browser.hover import HOVER, hover
from webaudit.crawl.browser.keyboard import FACTS, keyboard
from webaudit.crawl.clock import monotonic
from webaudit.model.record import FailureReason
from webaudit.vocabulary.axe import axe_rules

WORK_SHARE: Final = 0.85
"""Of a page's time, after which nothing more is begun."""

SHOWN_SHARE: Final = 0.92
"""Of a page's time, after which it is taken away, whatever it does; the rest is for that."""

LOAD_SHARE: Final = 0.4
"""Of a page's time, in which it has to have loaded."""

QUIET_SECONDS: Final = 0.2
"""Without a request under way, after which a page is taken to be complete."""

MOST_QUIET_SECONDS: Final = 1.0
AXE_SHARE: Final = 0.4
KEYS_SHARE: Final = 0.4
FRAMES_SHARE: Final = 0.15
HOVER_SHARE: Final = 0.3
STATE_SHARE: Final = 0.1
"""Of a page's time, what axe-core, keyboard, all frames, mouse and the scripts of one state may take."""

KEPT_SHARE: Final = 0.1
"""What axe-core and the keyboard leave for what comes after them."""

MOST_ROWS: Final = 201
MOST_SPOTS: Final = 20
SHOT_PIXELS: Final = 6_000
"""Of a page's height, in a picture."""

SHOT_QUALITY: Final = 50
NARROW: Final = 320
SPACING: Final = (
    "*{transition:none!important;line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}"
    "p{margin-bottom:2em!important}"
)
"""WCAG 2.2, 1.4.12."""

AXE: Final = "axe"
"""Its name among what is measured."""


@dataclass(slots=True)
class Look:
    """What one look at a page brought home.

    Attributes:
        axe: as `axe.js` gives it.
        frames: what `frames` tells of each frame.
        facts: rows by the name of the script.
        dom: the document as the browser had built it.
        shots: pictures by their names.
        unmeasured: why something was not measured, by its name.
        spent: seconds, by what they were spent on.
        unstyled: a style sheet that the page asks for could not be had.
    """

    axe: Mapping[str, Any] = field(default_factory=dict)
    frames: list[dict[str, Any]] = field(default_factory=list)
    facts: dict[str, Sequence[Mapping[str, Any]]] = field(default_factory=dict)
    dom: str = ""
    shots: dict[str, bytes] = field(default_factory=dict)
    unmeasured: dict[str, FailureReason] = field(default_factory=dict)
    spent: dict[str, float] = field(default_factory=dict)
    unstyled: bool = False


async def look(browser: Browser, gate: Gate) -> Look:
    """Shows one page and does with it all that is to be done, within the time that the gate has.

    What is not done by then is told in `unmeasured`; the rest is no worse for it.

    Raises:
        TimeoutError: nothing could be measured in time.
        BrokenError: it crashed before anything was measured.
    """
    seen = Look()
    reason = FailureReason.TIMEOUT
    try:
        async with browser.shown(gate.answer, gate.seconds * SHOWN_SHARE) as shown:
            sitting = Sitting(shown, gate, seen)
            await sitting.load()
            await sitting.begin(_start())
            await sitting.axe()
            await sitting.frames()
            await sitting.layout()
    except (TimeoutError, BrokenError) as error:
        if not seen.axe and not seen.facts:
            raise
        reason = FailureReason.BROWSER if isinstance(error, BrokenError) else reason
    if gate.unstyled:
        # Without its style sheets a page looks as no visitor sees it; axe asks for more than looks.
        seen.unstyled, seen.facts = True, {}
        seen.unmeasured = dict.fromkeys((n for n in measured() if n != AXE), FailureReason.NOT_CAPTURED)
    done = {*seen.facts, *((AXE,) if seen.axe else ())}
    seen.unmeasured = {n: seen.unmeasured.get(n, reason) for n in measured() if n not in done}
    return seen


@cache
def measured() -> tuple[str, ...]:
    """The names of all that is measured on a page."""
    return (AXE, *FACTS, HOVER, *(name for state in STATES for name, _ in _scripts(state)))


STATES: Final = ("desktop", "spacing", "zoom", "narrow")


class Sitting:
    """What is done with one page while it is shown; what is found goes into `seen`."""

    def __init__(self, shown: Shown, gate: Gate, seen: Look) -> None:
        self._shown, self._gate, self._seen = shown, gate, seen
        self._at = monotonic()
        self._until = self._at + gate.seconds * WORK_SHARE

    async def load(self) -> None:
        """Has the page load, and waits until it asks for nothing more, but not for ever."""
        gate = self._gate
        until = monotonic() + gate.seconds * LOAD_SHARE
        # Not until the driver says that it has loaded: a page that tries to lead away holds that up.
        await self._shown.page.goto(gate.document.url, wait_until="commit")
        await self._shown.enter()
        loaded = False
        while monotonic() < until:
            quiet = not gate.waiting and monotonic() - gate.quiet_since >= QUIET_SECONDS
            if not loaded and await self._shown.evaluate(_LOADED):
                loaded, until = True, min(until, monotonic() + MOST_QUIET_SECONDS)
            if loaded and quiet:
                break
            await asyncio.sleep(QUIET_SECONDS / 4)
        if not loaded:
            gate.limits["browser-load"] = None
        self._lap("load")

    async def begin(self, scripts: str) -> None:
        """Goes in with what the scripts share, and notes the document as it is."""
        await self._shown.evaluate(scripts)
        self._seen.dom = await self._shown.evaluate(_DOM)
        self._lap("begin")

    async def axe(self) -> None:
        """Asks axe-core."""
        with self._step(AXE):
            self._seen.axe = await self._shown.evaluate(_asks(), self._seconds(AXE_SHARE, KEPT_SHARE))

    async def frames(self) -> None:
        """Asks axe-core about the documents that the page shows within itself."""
        with self._step("frames"):
            seconds = self._seconds(FRAMES_SHARE, KEPT_SHARE)
            self._seen.frames = await frames(self._shown, self._gate, _asks(*OF_PAGES), seconds)

    async def layout(self) -> None:
        """Measures the page in each of its states."""
        shown = self._shown
        await self._measure("desktop", "spacing")
        await self._picture("desktop", WIDTH)
        with self._step("keyboard"):
            await self._keyboard()
        with self._step("scripts"):
            await shown.resize(WIDTH // 2, HEIGHT // 2)
        await self._measure("zoom")
        with self._step("scripts"):
            await shown.resize(NARROW, HEIGHT)
        await self._measure("narrow")
        await self._picture(str(NARROW), NARROW)
        with self._step(HOVER):
            await shown.resize(WIDTH, HEIGHT)
            await self._hover()

    async def _measure(self, *states: str) -> None:
        """The rows of all scripts for states of the page that need no other window."""
        rows: Mapping[str, Any] = {}
        with self._step("scripts"):
            try:
                rows = await self._shown.evaluate(_batch(*states), self._seconds(STATE_SHARE))
            except SlowError:
                # What was measured until then is there.
                rows = await self._shown.evaluate("globalThis.__rows || {}", self._seconds(STATE_SHARE))
        for name, found in rows.items():
            if isinstance(found, list):
                self._seen.facts[name] = [row for row in found if isinstance(row, dict)][:MOST_ROWS]
            else:
                self._seen.unmeasured[name] = _WHY.get(str(found), FailureReason.BROWSER)

    async def _keyboard(self) -> None:
        self._seen.facts |= await keyboard(self._shown, self._seconds(KEYS_SHARE, KEPT_SHARE))

    async def _hover(self) -> None:
        rows = await hover(self._shown, self._seconds(HOVER_SHARE))
        if rows is not None:
            self._seen.facts[HOVER] = rows

    async def _picture(self, name: str, width: int) -> None:
        """A picture of the page down to a bound, if there is time for it."""
        with self._step("pictures"):
            tall = await self._shown.evaluate(_STILL_AND_TALL, self._seconds(STATE_SHARE))
            clip = (0, 0, width, min(int(tall), SHOT_PIXELS))
            try:
                async with asyncio.timeout(self._seconds(STATE_SHARE)):
                    self._seen.shots[name] = await self._shown.picture(clip, SHOT_QUALITY)
            except TimeoutError:
                await self._shown.halt()

    def _seconds(self, share: float, keeps: float = 0.0) -> float:
        """How long something may take: its share of the page's time, as far as that is left.

        Raises:
            SlowError: there is none.
        """
        left = self._until - monotonic() - keeps * self._gate.seconds
        if left <= 0:
            raise SlowError
        return min(share * self._gate.seconds, left)

    @contextmanager
    def _step(self, name: str) -> Iterator[None]:
        """A part that may take too long without harm to the others."""
        try:
            with suppress(SlowError):
                yield
        except BrokenError:
            self._seen.unmeasured[name] = FailureReason.BROWSER
        finally:
            self._lap(name)

    def _lap(self, name: str) -> None:
        now = monotonic()
        self._seen.spent[name] = self._seen.spent.get(name, 0.0) + now - self._at
        self._at = now


_LOADED: Final = "document.readyState === 'complete'"
_DOM: Final = "(document.doctype ? '<!DOCTYPE html>' : '') + document.documentElement.outerHTML.slice(0, 4e6)"
_BATCH: Final = """(() => {
  globalThis.__rows = {};
  const run = (scripts) => {
    __webaudit.fresh();
    for (const [name, script] of scripts)
      try { __rows[name] = script() ?? "bare"; } catch { __rows[name] = "threw"; }
  };
  const with_sheet = (text, scripts) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    const before = [...document.adoptedStyleSheets];
    document.adoptedStyleSheets = [...before, sheet];
    try { run(scripts); } finally { document.adoptedStyleSheets = before; }
  };
  %s
  return __rows;
})()"""
_STILL_AND_TALL: Final = """(() => {
  for (const one of document.getAnimations().slice(0, 2000)) {
    try { one.effect.getComputedTiming().endTime < Infinity ? one.finish() : one.cancel(); } catch {}
  }
  return Math.max(document.documentElement.scrollHeight, innerHeight);
})()"""
"""What moves is at its end, or as if it had not begun, so that the same page gives the same picture."""

_WHY: Final = {"bare": FailureReason.HTTP_STATUS, "threw": FailureReason.BROWSER}
"""Why a script has no rows: the page came without its style sheets, or the script threw something."""


@cache
def _start() -> str:
    """What all scripts need: axe-core, and the functions that they share."""
    return f"{script('axe_core/axe.min.js')};\n{script('spot.js')};\n{shared()}"


@cache
def shared() -> str:
    """What the scripts of facts share."""
    return f"({script('facts/_shared.js')})();\n0"


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
def _batch(*states: str) -> str:
    """The scripts of states as one expression; what each has found is kept while the next is at work."""
    parts = []
    for state in states:
        listed = "[" + ",".join(f"[{json.dumps(name)},{text}]" for name, text in _scripts(state)) + "]"
        parts.append(
            f"with_sheet({json.dumps(SPACING)},{listed});" if state == "spacing" else f"run({listed});"
        )
    return _BATCH % "\n".join(parts)


@cache
def _asks(*but: str) -> str:
    """The expression that asks axe its rules, but for some."""
    rules = str(sorted({*axe_rules()} - {*but}))
    return script("axe.js") % {"rules": rules, "most": MOST_SPOTS}
