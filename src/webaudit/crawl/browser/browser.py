"""Browser: one Chromium for all sites of a process, shown one page at a time, started anew when it breaks."""

import asyncio
import base64
import logging
import os
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, Any, Final

from webaudit.crawl.browser.chromium import arguments, chromium

if TYPE_CHECKING:
    from playwright.async_api import Browser as Chromium
    from playwright.async_api import BrowserContext, CDPSession, Page, Playwright, Request, Route

WIDTH, HEIGHT = 1280, 800
START_SECONDS: Final = 30.0
CLOSE_SECONDS: Final = 2.0
STOP_SECONDS: Final = 0.5

NICE: Final = 10
"""What the browser yields to the rest of this machine: other sites' answers are being timed."""

WORLD: Final = "webaudit"
"""Scripts of ours run in a world of their own: what a page did to its own objects is not seen there."""

log = logging.getLogger(__name__)

Answer = Callable[["Route", "Request"], Awaitable[None]]


class BrokenError(Exception):
    """The page, or the whole browser, crashed."""


class SlowError(Exception):
    """What was asked took longer than it may; the page can be asked something else."""


class Shown:
    """One page while it is shown.

    Attributes:
        page: in the words of the driver.
    """

    def __init__(self, page: "Page", session: "CDPSession") -> None:
        self.page = page
        self._session = session
        self._world = 0

    async def enter(self, frame: str = "") -> None:
        """Makes the world of our scripts anew, once the document is there; in a frame, if one is named."""
        tree = await self._session.send("Page.getFrameTree")
        made = await self._session.send(
            "Page.createIsolatedWorld",
            {
                "frameId": frame or tree["frameTree"]["frame"]["id"],
                "worldName": WORLD,
                "grantUniveralAccess": False,
            },
        )
        self._world = made["executionContextId"]

    async def evaluate(self, expression: str, seconds: float | None = None) -> Any:
        """What an expression gives in our world, promises awaited, as plain values.

        Args:
            expression: of JavaScript.
            seconds: after which it is stopped; None if the time of the page is its bound.

        Raises:
            BrokenError: it threw something.
            SlowError: it was stopped.
            TimeoutError: it could not be stopped.
        """
        asked = asyncio.ensure_future(self._evaluated(expression))
        try:
            async with asyncio.timeout(seconds):
                return await asyncio.shield(asked)
        except TimeoutError:
            await self.halt(asked)
            raise SlowError from None
        finally:
            if not asked.done():
                asked.cancel()

    async def resize(self, width: int, height: int) -> None:
        """Gives the window another size."""
        await self._session.send(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False},
        )

    async def picture(self, clip: tuple[float, float, float, float], quality: int = 0) -> bytes:
        """A picture of a part of the document.

        Args:
            clip: left, top, width and height, from the edges of the document.
            quality: of a JPEG; 0 for a PNG, which shows each dot.
        """
        left, top, width, height = clip
        how = (
            {"format": "jpeg", "quality": quality} if quality else {"format": "png", "optimizeForSpeed": True}
        )
        said = await self._session.send(
            "Page.captureScreenshot",
            {
                **how,
                "captureBeyondViewport": bool(quality),
                "clip": {"x": left, "y": top, "width": width, "height": height, "scale": 1},
            },
        )
        return base64.b64decode(said["data"])

    async def _evaluated(self, expression: str) -> Any:
        said = await self._session.send(
            "Runtime.evaluate",
            {
                "expression": expression,
                "contextId": self._world,
                "awaitPromise": True,
                "returnByValue": True,
            },
        )
        if "exceptionDetails" in said:
            thrown = said["exceptionDetails"].get("exception", {})
            raise BrokenError(str(thrown.get("description") or said["exceptionDetails"].get("text"))[:500])
        return said["result"].get("value")

    async def halt(self, asked: "asyncio.Future[Any] | None" = None) -> None:
        """Breaks off what the page is busy with.

        Args:
            asked: what was asked of it last, if that was broken off.

        Raises:
            TimeoutError: it goes on.
        """
        async with asyncio.timeout(STOP_SECONDS):
            await self._session.send("Runtime.terminateExecution")
            if asked is not None:
                # A promise that is never kept is none of the page's business any more.
                await asyncio.wait((asked,), timeout=STOP_SECONDS / 5)
            # Had it just ended, the order to stop would meet the next that is asked.
            with suppress(BrokenError):
                await self._evaluated("0")
        if asked is not None and asked.done() and not asked.cancelled():
            asked.exception()


class Browser:
    """The browser of one event loop; it starts with the first page that is shown.

    Args:
        path: of the program; empty to look for it.
    """

    def __init__(self, path: str = "") -> None:
        self._path = path
        self._turn = asyncio.Lock()
        self._playwright: Playwright | None = None
        self._chromium: Chromium | None = None

    @asynccontextmanager
    async def shown(self, answer: Answer, seconds: float) -> AsyncIterator[Shown]:
        """An empty page that asks everything of `answer`; after its time it is taken away.

        Raises:
            TimeoutError: the time is over.
            BrokenError: it crashed, or could not be started.
        """
        from playwright.async_api import Error

        async with self._turn:
            broken, inside, gone = True, True, False
            sitter = asyncio.current_task()
            assert sitter is not None

            def crashed(_: object) -> None:
                nonlocal gone
                if inside and not gone:
                    gone = True
                    sitter.cancel()

            try:
                running = await self._running()
                async with asyncio.timeout(seconds):
                    context = await _context(running, answer)
                    shown = await _page(context)
                    # Whoever waits for an answer of a page that crashed waits for ever.
                    shown.page.on("crash", crashed)
                    yield shown
                broken = False
            except asyncio.CancelledError:
                if not gone:
                    raise
                sitter.uncancel()
                raise BrokenError("the page crashed") from None
            except Error as error:
                raise BrokenError(str(error).partition("\n")[0][:200]) from error
            finally:
                inside = False
                # A page that hung or crashed may have taken others with it: the next gets a new browser.
                if broken or not await self._emptied():
                    await self.close()

    async def close(self) -> None:
        """Ends the browser with all its processes; what does not end is killed."""
        chromium, playwright = self._chromium, self._playwright
        self._chromium = self._playwright = None
        if playwright is None:
            return
        driver = _driver(playwright)
        with suppress(Exception):
            async with asyncio.timeout(CLOSE_SECONDS):
                if chromium is not None:
                    await chromium.close()
                await playwright.stop()
                return
        # The browser hangs on a pipe to the driver, and ends with it.
        log.warning("browser killed pid=%s", driver)
        if driver:
            with suppress(ProcessLookupError):
                os.kill(driver, signal.SIGTERM)
        with suppress(Exception):
            async with asyncio.timeout(CLOSE_SECONDS):
                await playwright.stop()

    async def _emptied(self) -> bool:
        """Whether all pages could be closed."""
        with suppress(Exception):
            async with asyncio.timeout(CLOSE_SECONDS):
                for context in self._chromium.contexts if self._chromium else ():
                    await context.close()
                return True
        return False

    async def _running(self) -> "Chromium":
        from playwright.async_api import async_playwright

        if self._chromium is not None and self._chromium.is_connected():
            return self._chromium
        await self.close()
        async with asyncio.timeout(START_SECONDS):
            self._playwright = await async_playwright().start()
            driver = _driver(self._playwright)
            if driver:
                with suppress(OSError):
                    os.setpriority(os.PRIO_PROCESS, driver, NICE)
            self._chromium = await self._playwright.chromium.launch(
                executable_path=chromium(self._path),
                args=arguments(),
                handle_sigint=False,
                handle_sigterm=False,
                handle_sighup=False,
            )
        return self._chromium


async def _context(running: "Chromium", answer: Answer) -> "BrowserContext":
    """A profile of one page's own: nothing kept, nothing allowed, the same place and time of day."""
    context = await running.new_context(
        viewport={"width": WIDTH, "height": HEIGHT},
        device_scale_factor=1,
        locale="id-ID",
        timezone_id="Asia/Jakarta",
        color_scheme="light",
        reduced_motion="reduce",
        forced_colors="none",
        service_workers="block",
        accept_downloads=False,
        permissions=[],
        ignore_https_errors=True,
    )
    await context.route("**/*", answer)
    await context.route_web_socket("**/*", lambda socket: socket.close())
    return context


async def _page(context: "BrowserContext") -> Shown:
    page = await context.new_page()
    session = await context.new_cdp_session(page)
    page.on("dialog", lambda dialog: dialog.dismiss())
    # Whatever the page opens is shut at once.
    context.on("page", lambda other: other.close())
    return Shown(page, session)


def _driver(playwright: "Playwright") -> int:
    """The process that drives the browser; 0 if the library does not tell."""
    connection = getattr(getattr(playwright, "_impl_obj", None), "_connection", None)
    process = getattr(getattr(connection, "_transport", None), "_proc", None)
    return int(getattr(process, "pid", 0) or 0)
