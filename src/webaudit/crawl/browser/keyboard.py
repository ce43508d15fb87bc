"""The keyboard: a walk through a rendered page with the Tab key, as people do who use no mouse."""

import asyncio
import re
from collections.abc import Mapping
from typing import Any, Final

from webaudit.crawl.browser.browser import BrokenError, Shown, SlowError
from webaudit.crawl.browser.hands import PAUSE_SECONDS, Hands
from webaudit.crawl.clock import monotonic
from webaudit.model.rendered import Row

FACTS: Final = ("focus_order", "focus_visible", "keyboard_trap", "menus")
"""Names of what the walk brings home."""

MOST_STOPS: Final = 80
"""Places that are visited on one page; what comes behind them is not judged."""

_HOVER_SECONDS: Final = 0.12
_MOST_PICTURES: Final = 6
_MARGIN_PX: Final = 12
_HOW_TO_LEAVE: Final = re.compile(
    r"\b(?:ctrl|control|alt|esc|escape|shift|f\d{1,2})\b|press\b.{0,40}\bkey|tekan\b.{0,40}\btombol",
    re.IGNORECASE,
)


async def keyboard(shown: Shown, seconds: float) -> Mapping[str, tuple[Row, ...]]:
    """What the Tab key reaches, in its order: rows by name, as those of the scripts.

    `focus_order` has a row for each place, `focus_visible` one for each kind of place with whether its looks
    change, `keyboard_trap` where the focus could not be moved on, `menus` what opens under the mouse. The
    page is left without focus. What was not tried when the time is over is not among them.
    """
    walk = _Walk(shown, seconds)
    try:
        await walk.all()
    except (SlowError, BrokenError):
        # What was seen until then was seen.
        walk.cut = True
    finally:
        await walk.leave()
    return walk.rows()


class _Walk(Hands):
    """One walk, and what it has seen."""

    def __init__(self, shown: Shown, seconds: float) -> None:
        super().__init__(shown, seconds)
        self.cut = False
        self.walked = False
        self.there_are = 0
        self.stops: list[dict[str, Any]] = []
        self.traps: list[Row] = []
        self.menus: list[Row] | None = None

    async def all(self) -> None:
        """Tab to the end, then what is to be looked at more closely."""
        self.there_are = await self._ask("begin")
        if self.there_are:
            caught = await self._tab(0)
            if caught is not None:
                # Maybe a script moves the focus a little later: once more, and slowly.
                await self._ask("again")
                caught = await self._tab(PAUSE_SECONDS)
            if caught is not None:
                row, held = caught
                await self._trap(row, held=held)
            self.walked = True
            await self._pictures()
        self.walked = True
        if not self.traps:
            await self._menus()

    async def _tab(self, pause: float) -> tuple[dict[str, Any], bool] | None:
        """Presses Tab to the end, or to a place that does not let go: its row, and whether it held."""
        self.stops, self.cut = [], False
        by_number: dict[int, dict[str, Any]] = {}
        for _ in range(MOST_STOPS):
            await self._press("Tab")
            await asyncio.sleep(pause)
            seen = await self._ask("step")
            if seen["end"]:
                # Unless it is called back.
                await asyncio.sleep(PAUSE_SECONDS)
                seen = {**await self._ask("step"), "before": seen["before"]}
            if (before := seen["before"]) is not None and (
                last := by_number.get(before["number"])
            ) is not None:
                last["same"], last["plain"] = before["same"], before["plain"]
            if seen["end"]:
                return None
            row: dict[str, Any] = dict(seen["row"])
            if seen["held"] or seen["again"]:
                round_again = (
                    row["xpath"] == self.stops[0]["xpath"] and not seen["held"] and len(self.stops) > 2
                )
                missed = len(self.stops) < self.there_are and not round_again
                # In haste, places behind one that calls the focus back have been visited.
                if not row["several"] and (missed or not pause):
                    return row, seen["held"]
                if not seen["held"]:
                    return None
                continue
            row["same"] = row["plain"] = None
            row["number"] = seen["number"]
            by_number[seen["number"]] = row
            self.stops.append(row)
        self.cut = True
        return None

    async def _trap(self, row: dict[str, Any], *, held: bool) -> None:
        """Tries what usually leads on; where nothing does, the focus is caught."""
        ways = ("Tab", "Tab", "Shift+Tab", "Shift+Tab", "Escape", "Tab", "ArrowRight", "ArrowDown")
        places = {row["xpath"]}
        known = {stop["xpath"] for stop in self.stops}
        for key in ways:
            await self._press(key)
            await asyncio.sleep(2 * PAUSE_SECONDS)
            now = await self._ask("where")
            if now is None or now not in known:
                return
            places.add(now)
        text = await self._ask("text")
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
        clip = await self._ask("focus", stop["number"], _MARGIN_PX)
        if clip is None:
            return None
        with_focus = await self._picture(clip)
        await self._ask("blur")
        return with_focus != await self._picture(clip)

    async def _menus(self) -> None:
        """Opens each menu with the mouse; one that opens is tried with the keyboard."""
        menus: list[Row] = []
        for number, menu in enumerate(await self._ask("menus")):
            await self._move(menu["x"], menu["y"])
            opened = await self._opens(number, _HOVER_SECONDS)
            await self._move(0, 0)
            await asyncio.sleep(2 * PAUSE_SECONDS)
            if not opened or await self._menu(number, "open"):
                continue
            menus.append(
                {
                    **await self._ask("menu", number, "tell"),
                    "leads": menu["leads"],
                    "by_keyboard": menu["reached"] or await self._by_keyboard(number, leads=menu["leads"]),
                }
            )
        self.menus = menus

    async def _by_keyboard(self, number: int, *, leads: bool) -> bool:
        """Whether some key opens a menu, or leads into it."""
        if not await self._menu(number, "focus"):
            return False
        keys = ("ArrowDown", "Tab") if leads else ("Enter", "Space", "ArrowDown", "Tab")
        if await self._menu(number, "open"):
            return True
        for key in keys:
            await self._press(key)
            if await self._opens(number, 3 * PAUSE_SECONDS) or await self._menu(number, "within"):
                return True
        return False

    async def _opens(self, number: int, seconds: float) -> bool:
        """Whether a menu opens within some time."""
        until = monotonic() + seconds
        while not (opened := await self._menu(number, "open")) and monotonic() < until:
            await asyncio.sleep(PAUSE_SECONDS)
        return opened

    async def _menu(self, number: int, act: str) -> bool:
        """Asks of one menu."""
        return bool(await self._ask("menu", number, act))

    def rows(self) -> dict[str, tuple[Row, ...]]:
        """What was seen, by the names of the facts."""
        order = (
            "left",
            "top",
            "width",
            "height",
            "tabindex",
            "nth",
            "group",
            "covered",
            "cover",
            "seen",
            "shown",
            "ratio",
            "plain",
            "least",
        )
        place = ("xpath", "markup")
        found: dict[str, tuple[Row, ...]] = {}
        if self.walked or self.stops:
            looked = {"looked": len(self.stops), "there_are": self.there_are, "cut": self.cut}
            found = {
                "focus_order": tuple({name: stop[name] for name in (*place, *order)} for stop in self.stops),
                "focus_visible": tuple(
                    {
                        **{name: stop[name] for name in (*place, "same", "own_mark", "seen")},
                        "differs": stop.get("differs"),
                    }
                    for stop in self.stops
                ),
                "keyboard_trap": ({"xpath": "", "markup": "", **looked}, *self.traps)
                if self.there_are
                else (),
            }
        if self.menus is not None:
            found["menus"] = tuple(self.menus)
        return found
