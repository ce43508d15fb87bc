"""What appears under the mouse: whether it stays there, lets the pointer come to it, and can be sent away."""

import asyncio
from typing import Any, Final

from webaudit.crawl.browser.browser import BrokenError, Shown, SlowError
from webaudit.crawl.browser.hands import PAUSE_SECONDS, Hands
from webaudit.crawl.clock import monotonic
from webaudit.model.rendered import Row

HOVER: Final = "hover_content"
"""Its name among what is measured."""

OPEN_SECONDS: Final = 0.25
"""In which something has to appear; tooltips wait a little, so that they do not flicker."""

STAY_SECONDS: Final = 0.3
"""After which it is asked whether something is still there; what fades takes as long."""

MOST_TRIED: Final = 3
"""Things that appear, on one page."""


async def hover(shown: Shown, seconds: float) -> tuple[Row, ...] | None:
    """A row for each thing that appears under the mouse; None if none could be tried in time.

    Each is looked for where a page announces it: a tooltip, a list in a menu, a script on the mouse.
    """
    tries = _Tries(shown, seconds)
    try:
        await tries.all()
    except (SlowError, BrokenError):
        # What was tried until then was tried.
        return tuple(tries.rows) or None
    finally:
        await tries.leave()
    return tuple(tries.rows)


class _Tries(Hands):
    """What is tried with one page."""

    def __init__(self, shown: Shown, seconds: float) -> None:
        super().__init__(shown, seconds)
        self.rows: list[Row] = []

    async def all(self) -> None:
        """Points at each place that may show more, and tries what appears there."""
        for number, (x, y) in enumerate(await self._ask("hovers")):
            if len(self.rows) >= MOST_TRIED:
                return
            await self._move(x, y)
            row = await self._appears(number)
            if row is not None:
                row |= await self._tried(number, x, y, row)
                if row.pop("caused"):
                    self.rows.append(row)
            await self._move(0, 0)
            await asyncio.sleep(PAUSE_SECONDS)

    async def _tried(self, number: int, x: float, y: float, row: dict[str, Any]) -> dict[str, Any]:
        """Whether what appeared stays, lets the pointer come, is gone with it, and goes at Escape."""
        said: dict[str, Any] = {"hoverable": None, "dismissed": None}
        to_x, to_y = row.pop("to_x"), row.pop("to_y")
        await asyncio.sleep(STAY_SECONDS)
        said["stays"] = await self._there()
        if said["stays"] and to_x is not None:
            # Straight to it: what is gone even then has no time to wait for a pointer on its way.
            await self._move(to_x, to_y)
            await asyncio.sleep(STAY_SECONDS)
            said["hoverable"] = await self._there()
        await self._move(0, 0)
        await asyncio.sleep(STAY_SECONDS)
        # What appears by itself, as the next picture of a row does, is none of the mouse's.
        again = await self._there() if said["stays"] else await self._ask("hovered", number)
        said["caused"] = not again
        if said["caused"] and said["stays"] and row["covers"]:
            await self._move(x, y)
            await asyncio.sleep(OPEN_SECONDS)
            if await self._there():
                await self._press("Escape")
                await asyncio.sleep(STAY_SECONDS)
                said["dismissed"] = not await self._there()
        return said

    async def _appears(self, number: int) -> dict[str, Any] | None:
        """What appears, once it does."""
        until = monotonic() + OPEN_SECONDS
        while (row := await self._ask("hovered", number)) is None and monotonic() < until:
            await asyncio.sleep(2 * PAUSE_SECONDS)
        found: dict[str, Any] | None = row
        return found

    async def _there(self) -> bool:
        """Whether what appeared is seen."""
        return bool(await self._ask("hovered"))
