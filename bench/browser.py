"""What showing a page to a browser costs: a visit, axe-core alone and with our scripts, memory.

    python bench/browser.py [PAGE.html …]

Pages are files; by default those of the tests. Nothing is asked of any network: what a page loads is refused.
"""

import asyncio
import statistics
import sys
from pathlib import Path

import psutil

from webaudit.crawl.browser import visit
from webaudit.crawl.browser.browser import Browser, Shown
from webaudit.crawl.browser.chromium import script
from webaudit.crawl.clock import monotonic

PAGES = Path(__file__).parent.parent / "tests" / "data" / "pages"
STATES = ("desktop", "spacing", "zoom", "narrow")


async def timed(shown: Shown, page: str) -> dict[str, float]:
    """Seconds of each part of a visit."""
    from webaudit.crawl.browser.keyboard import keyboard

    parts: dict[str, float] = {}
    at = monotonic()

    def lap(name: str) -> None:
        nonlocal at
        now = monotonic()
        parts[name] = parts.get(name, 0.0) + now - at
        at = now

    await shown.page.goto(page, wait_until="load")
    lap("load")
    await shown.enter()
    await shown.evaluate(visit._start())
    lap("start")
    await shown.evaluate(script("axe.js") % {"rules": visit._listed(), "most": visit.MOST_SPOTS})
    lap("axe")
    for state in STATES:
        if state == "spacing":
            await shown.page.evaluate(visit._shared())
            await keyboard(shown.page)
            lap("keyboard")
            await shown.evaluate(visit._SPACE % visit.SPACING)
        if state == "zoom":
            await shown.evaluate(visit._UNSPACE)
            await shown.page.set_viewport_size({"width": 640, "height": 400})
        if state == "narrow":
            await shown.page.set_viewport_size({"width": visit.NARROW, "height": 800})
        await visit._measured(shown, state)
        lap("scripts")
        if state in ("desktop", "narrow"):
            await visit._shot(shown)
            lap("pictures")
    return parts


def memory() -> float:
    """Resident megabytes of the browser and its driver; what processes share is counted in each."""
    family = psutil.Process().children(recursive=True)
    return sum(one.memory_info().rss for one in family) / 1e6


async def main(files: list[Path]) -> None:
    """Measures and prints."""
    browser, most, sums = Browser(), 0.0, dict[str, list[float]]()
    print(f"{'page':42}{'KB':>6}{'load':>7}{'axe':>7}{'scripts':>9}{'keys':>7}{'shots':>7}{'visit':>7}")
    for file in files:
        body = file.read_bytes()

        async def answer(route, request, body=body):  # type: ignore[no-untyped-def]
            if request.is_navigation_request() and request.frame.parent_frame is None:
                await route.fulfill(status=200, headers={"content-type": "text/html"}, body=body)
            else:
                await route.abort("failed")

        begun = monotonic()
        async with browser.shown(answer, 60) as shown:
            parts = await timed(shown, "http://page.test/")
            most = max(most, memory())
        parts["visit"] = monotonic() - begun
        for name, seconds in parts.items():
            sums.setdefault(name, []).append(seconds)
        print(
            f"{file.name[:41]:42}{len(body) // 1000:>6}{parts['load']:>7.2f}{parts['axe']:>7.2f}"
            f"{parts['scripts']:>9.2f}{parts['keyboard']:>7.2f}{parts['pictures']:>7.2f}{parts['visit']:>7.2f}"
        )
    await browser.close()
    axe, scripts = sum(sums["axe"]), sum(sums["scripts"])
    print(
        f"a visit: median {statistics.median(sums['visit']):.2f} s, worst {max(sums['visit']):.2f} s; "
        f"axe with our scripts: {(axe + scripts) / axe:.2f} times axe alone; memory at most {most:.0f} MB"
    )


if __name__ == "__main__":
    asyncio.run(main([Path(name) for name in sys.argv[1:]] or sorted(PAGES.glob("*.html"))))
