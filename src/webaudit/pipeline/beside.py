"""What parsers make of a body while a site is captured, in a process that may be lost."""

import importlib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import TypeVar, cast

from webaudit.crawl.client import Reader
from webaudit.crawl.faults import UnreadError
from webaudit.extract.links import forget
from webaudit.pipeline.workers import Died, Workers

T = TypeVar("T")

READ_SECONDS = 15.0
"""For one body; a typical page takes a hundredth of a second, and the largest that may be read one or two."""


class _Apart:
    """Hands bodies to one process, which is replaced when it dies, hangs or eats memory."""

    def __init__(self, workers: Workers[Callable[[], object], object]) -> None:
        self._workers = workers

    async def read(self, function: Callable[[], T]) -> T:
        result = await self._workers.ask(function)
        if isinstance(result, Died):
            raise UnreadError
        return cast(T, result)


@asynccontextmanager
async def reading() -> AsyncIterator[Reader]:
    """The process, for as long as sites are captured."""
    async with Workers(_call, jobs=1, seconds=READ_SECONDS, ready=_load) as workers:
        yield _Apart(workers)


def _call(function: Callable[[], object]) -> object:
    made = function()
    forget()
    return made


def _load(_: None) -> None:
    """Loads what reading needs, while the first page is awaited."""
    importlib.import_module("webaudit.extract.front")
