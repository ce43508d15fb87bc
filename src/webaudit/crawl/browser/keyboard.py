"""The keyboard: a walk through a rendered page with the Tab key, as people do who use no mouse."""

import asyncio
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from playwright.async_api import Dialog, Error, Page

from webaudit.model.rendered import Row

MOST_STOPS: Final = 80
"""Places that are visited on one page; what comes behind them is not judged."""

MOST_SECONDS: Final = 4.0
"""For the whole walk: a page's visit has ten."""

_MOST_PICTURES: Final = 6
_MARGIN_PX: Final = 12
_HOW_TO_LEAVE: Final = re.compile(
    r"\b(?:ctrl|control|alt|esc|escape|shift|f\d{1,2})\b|press\b.{0,40}\bkey|tekan\b.{0,40}\btombol",
    re.IGNORECASE,
)
_SCRIPTS: Final = {
    path.stem: path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("keys/*.js")
}


async def keyboard(page: Page) -> Mapping[str, tuple[Row, ...]]:
    """What the Tab key reaches, in its order: rows by name, as those of the scripts.

    `focus_order` has a row for each place, `focus_visible` one for each kind of place with whether its looks
    change, `keyboard_trap` where the focus could not be moved on, `menus` what opens under the mouse. The
    page is left without focus; that it sends itself elsewhere, or opens a box, ends the walk at most.
    """
    walk = _Walk(page)
    page.on("dialog", _dismiss)
    try:
        async with asyncio.timeout(MOST_SECONDS):
            await walk.all()
    except (TimeoutError, Error):
        # What was seen until then was seen.
        walk.cut = True
    finally:
        page.remove_listener("dialog", _dismiss)
        await _leave(page)
    return walk.rows()


async def _dismiss(dialog: Dialog) -> None:
    """A box that a page opens on focus would hold everything."""
    try:
        await dialog.dismiss()
    except Error:
        return


async def _leave(page: Page) -> None:
    """Nothing has the focus, and what was laid over the page for the walk is gone."""
    try:
        async with asyncio.timeout(1):
            await page.mouse.move(0, 0)
            await page.evaluate(
                "() => { const w = window.__webaudit; if (w && w.still) w.still.remove();"
                " if (document.activeElement) document.activeElement.blur(); scrollTo(0, 0); }"
            )
    except (TimeoutError, Error):
        return


class _Walk:
    """One walk, and what it has seen."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.cut = False
        self.there_are = 0
        self.stops: list[dict[str, Any]] = []
        self.traps: list[Row] = []
        self.menus: list[Row] = []

    async def all(self) -> None:
        """Tab to the end, then what is to be looked at more closely."""
        self.there_are = await self.page.evaluate(_SCRIPTS["begin"])
        if self.there_are:
            await self._tab()
            await self._pictures()
        if not self.traps:
            await self._menus()

    async def _tab(self) -> None:
        """Presses Tab until the end of the page, or a place that does not let go."""
        by_number: dict[int, dict[str, Any]] = {}
        for _ in range(MOST_STOPS):
            await self.page.keyboard.press("Tab")
            seen = await self.page.evaluate(_SCRIPTS["step"])
            if (before := seen["before"]) is not None and (
                last := by_number.get(before["number"])
            ) is not None:
                last["same"], last["plain"] = before["same"], before["plain"]
            if seen["end"]:
                return
            row: dict[str, Any] = dict(seen["row"])
            if seen["held"] or seen["again"]:
                round_again = (
                    row["xpath"] == self.stops[0]["xpath"] and not seen["held"] and len(self.stops) > 2
                )
                if not row["several"] and not round_again and len(self.stops) < self.there_are:
                    await self._trap(row, held=seen["held"])
                    if self.traps:
                        return
                if not seen["held"]:
                    return
                continue
            row["same"] = row["plain"] = None
            row["number"] = seen["number"]
            by_number[seen["number"]] = row
            self.stops.append(row)
        self.cut = True

    async def _trap(self, row: dict[str, Any], *, held: bool) -> None:
        """Tries what usually leads on; where nothing does, the focus is caught."""
        ways = ("Tab", "Tab", "Shift+Tab", "Shift+Tab", "Escape", "Tab", "ArrowRight", "ArrowDown")
        places = {row["xpath"]}
        known = {stop["xpath"] for stop in self.stops}
        for key in ways:
            await self.page.keyboard.press(key)
            await asyncio.sleep(0.04)
            now = await self.page.evaluate(
                "() => { const e = window.__webaudit.deep(); return e ? window.__webaudit.xpath(e) : null }"
            )
            if now is None or now not in known:
                return
            places.add(now)
        text = await self.page.evaluate("() => (document.body.innerText || '').slice(0, 20000)")
        self.traps.append(
            {
                **{name: row[name] for name in ("xpath", "markup", "fixed", "link")},
                "alone": held and len(places) == 1,
                "places": len(places),
                "unreached": self.there_are - len(self.stops),
                "told_how": _HOW_TO_LEAVE.search(text) is not None,
            }
        )

    async def _pictures(self) -> None:
        """A picture with the focus and one without, of each kind of place whose styles are the same."""
        kinds: dict[str, list[dict[str, Any]]] = {}
        for stop in self.stops:
            if stop["same"] and not stop["own_mark"] and stop["seen"]:
                kinds.setdefault(stop["signed"], []).append(stop)
        for alike in list(kinds.values())[:_MOST_PICTURES]:
            differs = await self._differs(alike[0])
            for stop in alike:
                stop["differs"] = differs

    async def _differs(self, stop: dict[str, Any]) -> bool | None:
        """Whether a place looks otherwise with the focus; None if it can not be shown."""
        element = await self.page.evaluate_handle(
            "(number) => window.__webaudit.stops[number - 1]", stop["number"]
        )
        focused = (
            "(one) => { if (one) one.focus({ focusVisible: true });"
            " return !!one && window.__webaudit.deep() === one }"
        )
        if not await self.page.evaluate(focused, element):
            return None
        box = await self.page.evaluate(
            "(one) => { one.scrollIntoView({ block: 'center' }); const b = one.getBoundingClientRect();"
            " return [b.left, b.top, b.right, b.bottom, innerWidth, innerHeight] }",
            element,
        )
        left, top = max(0.0, box[0] - _MARGIN_PX), max(0.0, box[1] - _MARGIN_PX)
        right, bottom = min(box[4], box[2] + _MARGIN_PX), min(box[5], box[3] + _MARGIN_PX)
        if right - left < 1 or bottom - top < 1:
            return None
        clip: Any = {"x": left, "y": top, "width": right - left, "height": bottom - top}
        with_focus = await self.page.screenshot(clip=clip, animations="disabled", caret="initial")
        await self.page.evaluate("(one) => one.blur()", element)
        without = await self.page.screenshot(clip=clip, animations="disabled", caret="initial")
        return with_focus != without

    async def _menus(self) -> None:
        """Opens each menu with the mouse; one that opens is tried with the keyboard."""
        found = await self.page.evaluate(_SCRIPTS["menus"])
        for number, menu in enumerate(found):
            await self.page.mouse.move(menu["x"], menu["y"])
            await asyncio.sleep(0.12)
            opened = await self._menu(number, "open")
            await self.page.mouse.move(0, 0)
            await asyncio.sleep(0.05)
            if not opened or await self._menu(number, "open"):
                continue
            self.menus.append(
                {
                    **await self.page.evaluate(_SCRIPTS["menu"], [number, "tell"]),
                    "leads": menu["leads"],
                    "by_keyboard": menu["reached"] or await self._by_keyboard(number, leads=menu["leads"]),
                }
            )

    async def _by_keyboard(self, number: int, *, leads: bool) -> bool:
        """Whether some key opens a menu, or leads into it."""
        if not await self._menu(number, "focus"):
            return False
        keys = ("ArrowDown", "Tab") if leads else ("Enter", "Space", "ArrowDown", "Tab")
        if await self._menu(number, "open"):
            return True
        for key in keys:
            await self.page.keyboard.press(key)
            await asyncio.sleep(0.06)
            if await self._menu(number, "open") or await self._menu(number, "within"):
                return True
        return False

    async def _menu(self, number: int, act: str) -> bool:
        """Asks of one menu."""
        return bool(await self.page.evaluate(_SCRIPTS["menu"], [number, act]))

    def rows(self) -> dict[str, tuple[Row, ...]]:
        """What was seen, by the names of the facts."""
        order = (
            "left",
            "top",
            "width",
            "height",
            "tabindex",
            "covered",
            "cover",
            "seen",
            "shown",
            "ratio",
            "plain",
            "least",
        )
        place = ("xpath", "markup")
        return {
            "focus_order": tuple({name: stop[name] for name in (*place, *order)} for stop in self.stops),
            "focus_visible": tuple(
                {
                    **{name: stop[name] for name in (*place, "same", "own_mark", "seen")},
                    "differs": stop.get("differs"),
                }
                for stop in self.stops
            ),
            "keyboard_trap": (
                {
                    "xpath": "",
                    "markup": "",
                    "looked": len(self.stops),
                    "there_are": self.there_are,
                    "cut": self.cut,
                },
                *self.traps,
            )
            if self.there_are
            else (),
            "menus": tuple(self.menus),
        }
