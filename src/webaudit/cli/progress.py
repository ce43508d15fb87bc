"""Progress on standard error: sites, pages, requests, time left; nothing where nobody watches."""

import sys
from collections.abc import Sequence
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

    from webaudit.locales import Words
    from webaudit.model.plan import Plan


class Progress:
    """A line on standard error while a capture runs, if that is a terminal."""

    def __init__(self, words: "Words", plans: "Sequence[Plan]", *, quiet: bool) -> None:
        self._words = words
        self._pages = {plan.site.id: plan.budget.pages if plan.crawl else 1 for plan in plans}
        self._seen: dict[str, tuple[int, int]] = {}
        self._closed: set[str] = set()
        self._bar: Bar | None = None
        self._task: TaskID | None = None
        if not quiet and sys.stderr.isatty():
            self._bar = _bar(words)

    def __enter__(self) -> "Progress":
        if self._bar is not None:
            self._bar.start()
            self._task = self._bar.add_task("", total=sum(self._pages.values()), what="")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def tell(self, site: str, pages: int, requests: int, closed: bool) -> None:
        """Takes in that a site has come so far, or is closed."""
        if closed:
            self._closed.add(site)
        before = self._seen.get(site, (0, 0))
        self._seen[site] = (max(pages, before[0]), max(requests, before[1]))
        if self._bar is None or self._task is None:
            return
        done = sum(
            self._pages.get(id, 0) if id in self._closed else min(pages, self._pages.get(id, 0))
            for id, (pages, _) in self._seen.items()
        )
        what = self._words(
            "sites {closed}/{sites}, pages {pages}, requests {requests}",
            closed=len(self._closed),
            sites=len(self._pages),
            pages=sum(pages for pages, _ in self._seen.values()),
            requests=sum(requests for _, requests in self._seen.values()),
        )
        self._bar.update(self._task, completed=done, what=what)


def _bar(words: "Words") -> "Bar":
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    left = words("left")
    return Bar(
        BarColumn(bar_width=20),
        TextColumn("{task.fields[what]}", markup=False),
        TimeRemainingColumn(),
        TextColumn(left, markup=False),
        console=Console(stderr=True),
        transient=True,
    )
