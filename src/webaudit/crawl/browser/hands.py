"""Hands: the keys and the mouse of whoever tries a page, for as long as there is time."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final

from webaudit.crawl.browser.browser import BrokenError, Shown, SlowError
from webaudit.crawl.clock import monotonic

PAUSE_SECONDS: Final = 0.02
"""After a key, where a page is slow to move the focus."""

_SCRIPTS: Final = {
    path.stem: path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("keys/*.js")
}


class Hands:
    """Keys and mouse on one page, and what its scripts see of that."""

    def __init__(self, shown: Shown, seconds: float) -> None:
        """Takes the page, and the time that there is."""
        self.shown = shown
        self.until = monotonic() + seconds

    async def leave(self) -> None:
        """The mouse is away, nothing has the focus, and what was laid over the page is gone."""
        self.until = max(self.until, monotonic() + 0.5)
        try:
            await self._move(0, 0)
            await self._ask("leave")
        except (SlowError, BrokenError):
            return

    async def _ask(self, script: str, *arguments: Any) -> Any:
        """What one of the scripts gives."""
        said = ",".join(json.dumps(one) for one in arguments)
        return await self.shown.evaluate(f"({_SCRIPTS[script]})({said})", self._left())

    async def _press(self, key: str) -> None:
        async with self._within():
            await self.shown.page.keyboard.press(key)

    async def _move(self, x: float, y: float) -> None:
        async with self._within():
            await self.shown.page.mouse.move(x, y)

    async def _picture(self, clip: list[float]) -> bytes:
        left, top, width, height = clip
        async with self._within():
            return await self.shown.picture((left, top, width, height))

    @asynccontextmanager
    async def _within(self) -> AsyncIterator[None]:
        """What the browser itself does, for as long as there is time."""
        try:
            async with asyncio.timeout(self._left()):
                yield
        except TimeoutError:
            raise SlowError from None

    def _left(self) -> float:
        """The seconds that are left.

        Raises:
            SlowError: none are.
        """
        left = self.until - monotonic()
        if left <= 0:
            raise SlowError
        return left
