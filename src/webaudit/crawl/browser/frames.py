"""Frames: what axe-core says of the documents that a page shows within itself, each looked into by itself."""

import asyncio
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from webaudit.crawl.browser.browser import BrokenError, Shown, SlowError
from webaudit.crawl.browser.chromium import script
from webaudit.crawl.browser.gate import Gate
from webaudit.crawl.clock import monotonic
from webaudit.extract.urls import host, normalise, same_site
from webaudit.model.record import FailureReason

if TYPE_CHECKING:
    from playwright.async_api import CDPSession, Page

MOST_FRAMES: Final = 8
"""Of one page, that are looked into; the first in the order of the document."""

MOST_TOLD: Final = 40
"""Of one page, that are told of."""

FRAME_SHARE: Final = 0.1
"""Of a page's time, for one frame: whoever keeps it busy takes nothing from the page around it."""

OF_PAGES: Final = ("aria-hidden-body", "document-title", "html-has-lang", "meta-viewport")
"""Rules of axe on a page as a whole; what stands in a frame is a part of one."""

_SEEN: Final = """[...document.querySelectorAll("iframe,frame")].filter((one) => {
  const box = one.getBoundingClientRect();
  return box.width > 10 && box.height > 10 && box.right + scrollX > 0 && box.bottom + scrollY > 0 &&
    one.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    !one.closest("[aria-hidden=true],[inert]");
}).slice(0, %d)"""
"""Frames that people see; what counts visitors is as large as a dot."""

_NOT_THERE: Final = "chrome-error:"
_EMPTY: Final = "about:blank"
"""What a frame shows that could not be had, and one that is still waiting."""

_TOLD: Final = "function () { return { ...__spot(this), src: this.src || '' }; }"


@dataclass(slots=True)
class _Document:
    """The document in a frame.

    Attributes:
        url: as the browser names it.
        session: of the process that shows it.
    """

    id: str
    url: str
    session: "CDPSession"


@dataclass(slots=True)
class _Look:
    """One look into all frames of a page, and what is told of each."""

    shown: Shown
    gate: Gate
    rules: str
    until: float
    rows: list[dict[str, Any]] = field(default_factory=list)
    looked: int = 0

    async def into(self, document: _Document, documents: Mapping[str, _Document], *, own: bool) -> None:
        """Looks into the frames of a document, and into theirs.

        Args:
            own: the document is the site's own.
        """
        world = _World(self.shown.page, document.session)
        await world.enter(document.id)
        await world.evaluate(script("spot.js"))
        found = [
            (self._row(said, documents.get(id), own=own), documents.get(id))
            async for said, id in world.frames()
        ]
        # All are told of before the first is looked into: none is forgotten when the time is over.
        found = found[: MOST_TOLD - len(self.rows)]
        self.rows += (row for row, _ in found)
        for row, inner in found:
            if inner is None:
                # Its process does not say what is in it.
                row["failure"] = FailureReason.TIMEOUT.value
                continue
            if inner.url == _NOT_THERE or (row["url"] and inner.url == _EMPTY):
                row["failure"] = FailureReason.NOT_CAPTURED.value
                continue
            await self._judge(inner, row)
            if "axe" in row:
                await self.into(inner, documents, own=row["own"])

    def _row(self, said: Mapping[str, Any], inner: _Document | None, *, own: bool) -> dict[str, Any]:
        """What is told of a frame: its place, whence its document came, and whether that is the site."""
        shows = (normalise(inner.url) if inner is not None else "") or ""
        came_from = self.gate.ends.get(shows, shows)
        # What scripts write into a frame without an address may be an advertiser's.
        mine = own and bool(came_from) and same_site(host(came_from), host(self.gate.document.url))
        place = {"xpath": said["xpath"], "markup": said["markup"]}
        return {**place, "url": came_from or normalise(said["src"]) or "", "own": mine}

    async def _judge(self, document: _Document, row: dict[str, Any]) -> None:
        """Asks axe-core about the document in one frame."""
        seconds = min(self.until - monotonic(), self.gate.seconds * FRAME_SHARE)
        if self.looked >= MOST_FRAMES:
            row["failure"] = FailureReason.BUDGET.value
            return
        self.looked += 1
        world = Shown(self.shown.page, document.session)
        try:
            async with asyncio.timeout(seconds):
                await world.enter(document.id)
                await world.evaluate(f"{script('axe_core/axe.min.js')};\n{script('spot.js')};\n0")
                row["axe"] = await world.evaluate(self.rules, seconds * 0.8)
            row |= {"unstyled": True} if document.url in self.gate.bare else {}
        except (TimeoutError, SlowError):
            row["failure"] = FailureReason.TIMEOUT.value
        except BrokenError:
            row["failure"] = FailureReason.BROWSER.value


async def frames(shown: Shown, gate: Gate, rules: str, seconds: float) -> list[dict[str, Any]]:
    """What axe-core says of each frame that people see, in the order of the document.

    A row has the place of the frame, the address of what it shows, and whether that is the site's `own`;
    then what `axe.js` gives, or the `failure` for which the frame was not looked into.

    Args:
        rules: that axe is asked, as the expression that asks it.
        seconds: for all of them.
    """
    from playwright.async_api import Error

    look = _Look(shown, gate, rules, monotonic() + seconds)
    if len(shown.page.frames) == 1:
        return []
    try:
        async with asyncio.timeout(seconds):
            page, documents = await _documents(shown.page, gate.seconds * FRAME_SHARE / 2)
            await look.into(page, documents, own=True)
    except (TimeoutError, Error, BrokenError, SlowError):
        for row in look.rows:
            if "axe" not in row:
                row.setdefault("failure", FailureReason.TIMEOUT.value)
    return look.rows


async def _documents(page: "Page", seconds: float) -> tuple[_Document, Mapping[str, _Document]]:
    """The document of a page, and those of its frames by the ids of these.

    Args:
        seconds: for each process; what does not answer is not among them.
    """
    from playwright.async_api import Error

    sessions = [await page.context.new_cdp_session(page)]
    for frame in page.frames[1:MOST_TOLD]:
        try:
            sessions.append(await page.context.new_cdp_session(frame))
        except Error:
            # It lives in the process of what is around it.
            continue
    found: dict[str, _Document] = {}
    for session in sessions:
        try:
            async with asyncio.timeout(seconds):
                tree = (await session.send("Page.getFrameTree"))["frameTree"]
        except (TimeoutError, Error):
            continue
        for one in _nodes(tree):
            url = _NOT_THERE if one.get("unreachableUrl") else one["url"]
            found.setdefault(one["id"], _Document(one["id"], url, session))
    first = next(iter(found.values()), None)
    if first is None:
        raise BrokenError("the page does not say what is in it")
    return first, found


def _nodes(tree: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield tree["frame"]
    for child in tree.get("childFrames", ()):
        yield from _nodes(child)


class _World(Shown):
    """Our scripts in one document of a page."""

    async def frames(self) -> AsyncIterator[tuple[Mapping[str, Any], str]]:
        """The place of each frame of the document, and its id."""
        said = await self._session.send(
            "Runtime.evaluate", {"expression": _SEEN % MOST_TOLD, "contextId": self._world}
        )
        listed = await self._session.send(
            "Runtime.getProperties", {"objectId": said["result"]["objectId"], "ownProperties": True}
        )
        for one in listed["result"]:
            if one["name"].isdecimal():
                element = one["value"]["objectId"]
                told = await self._session.send(
                    "Runtime.callFunctionOn",
                    {"objectId": element, "functionDeclaration": _TOLD, "returnByValue": True},
                )
                node = await self._session.send("DOM.describeNode", {"objectId": element})
                yield told["result"]["value"], str(node["node"].get("frameId", ""))
