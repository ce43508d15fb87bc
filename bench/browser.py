"""What showing a page to a browser costs: a visit, axe-core alone and with our scripts, memory.

    python bench/browser.py [PAGE.html …]

Pages are files; by default those of the tests. Nothing is asked of any network: what a page loads is refused.
"""

import asyncio
import statistics
import sys
from pathlib import Path
from typing import Any

import psutil

from webaudit.crawl.browser.browser import Browser
from webaudit.crawl.browser.visit import look
from webaudit.crawl.clock import monotonic, utc_now
from webaudit.model.evidence import Exchange, Purpose

PAGES = Path(__file__).parent.parent / "tests" / "data" / "pages"
PARTS = ("load", "axe", "scripts", "keyboard", "pictures")


class Alone:
    """A gate through which nothing comes but the page itself."""

    seconds, waiting, quiet_since = 10.0, 0, 0.0

    def __init__(self, body: bytes) -> None:
        self.document = Exchange("http://page.test/", Purpose.PAGE, utc_now(), body=body)
        self.limits: dict[str, None] = {}

    async def answer(self, route: Any, request: Any) -> None:
        """Answers one request."""
        if request.is_navigation_request() and request.frame.parent_frame is None:
            await route.fulfill(status=200, headers={"content-type": "text/html"}, body=self.document.body)
        else:
            await route.abort("failed")


def memory() -> float:
    """Resident megabytes of the browser and its driver; what processes share is counted in each."""
    family = psutil.Process().children(recursive=True)
    return sum(one.memory_info().rss for one in family) / 1e6


async def main(files: list[Path]) -> None:
    """Measures and prints."""
    browser, most, sums = Browser(), 0.0, dict[str, list[float]]()
    # What starting costs is paid once, by no page.
    await look(browser, Alone(b"<!doctype html><title>x</title>"))  # type: ignore[arg-type]
    print(f"{'page':42}{'KB':>6}{'load':>8}{'axe':>8}{'scripts':>8}{'keys':>8}{'shots':>8}{'visit':>8}  open")
    for file in files:
        gate, begun = Alone(file.read_bytes()), monotonic()
        seen = await look(browser, gate)  # type: ignore[arg-type]
        parts = {**{name: seen.spent.get(name, 0.0) for name in PARTS}, "visit": monotonic() - begun}
        most = max(most, memory())
        for name, seconds in parts.items():
            sums.setdefault(name, []).append(seconds)
        told = "".join(f"{seconds:>8.2f}" for seconds in parts.values())
        print(f"{file.name[:41]:42}{len(gate.document.body) // 1000:>6}{told}  {','.join(seen.unmeasured)}")
    await browser.close()
    axe, scripts = sum(sums["axe"]), sum(sums["scripts"])
    print(
        f"a visit: median {statistics.median(sums['visit']):.2f} s, worst {max(sums['visit']):.2f} s; "
        f"axe with our scripts: {(axe + scripts) / axe:.2f} times axe alone; memory at most {most:.0f} MB"
    )


if __name__ == "__main__":
    asyncio.run(main([Path(name) for name in sys.argv[1:]] or sorted(PAGES.glob("*.html"))))
