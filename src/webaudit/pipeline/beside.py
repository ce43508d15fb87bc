"""What parsers make of a body while a site is captured, in a process that may be lost."""

import asyncio
import importlib
import traceback
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from functools import partial
from multiprocessing.connection import Connection
from multiprocessing.context import ForkContext, SpawnContext
from typing import Any, TypeVar

from webaudit.crawl.client import Reader
from webaudit.crawl.faults import UnreadError
from webaudit.extract.links import forget
from webaudit.pipeline.alarm import Overrun, timed
from webaudit.pipeline.workers import START_SECONDS, anew, born_deaf, confine, context

T = TypeVar("T")

READ_SECONDS = 15.0
"""For one body; a typical page takes a hundredth of a second, and the largest that may be read one or two."""


class _LostError(Exception):
    """A process died, was stopped, or did not answer in time."""


class _Process:
    """Calls functions that come by a pipe, and hands back what they return.

    Unlike a pool it has no semaphores, which stay behind when who started it is killed.
    """

    def __init__(self, begin: ForkContext | SpawnContext) -> None:
        self._pipe, theirs = begin.Pipe()
        self._process = begin.Process(target=_serve, args=(theirs, READ_SECONDS), daemon=True)
        with born_deaf():
            self._process.start()
        theirs.close()
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="beside")
        self._ready = False

    async def ask(self, function: Callable[[], object]) -> Any:
        """What the function returns, or raises.

        Raises:
            _LostError: it cost the process, which is of no use any more.
        """
        in_thread = partial(asyncio.get_running_loop().run_in_executor, self._thread)
        try:
            # How long a process takes to begin says nothing about what it is asked.
            if not self._ready:
                async with asyncio.timeout(START_SECONDS):
                    await in_thread(self._pipe.recv)
                self._ready = True
            # Who hears the alarm is gone in half of that.
            async with asyncio.timeout(2 * READ_SECONDS):
                error, result = await in_thread(self._exchange, function)
        except (OSError, EOFError) as lost:
            raise _LostError from lost
        if error is not None:
            raise error
        return result

    def _exchange(self, function: Callable[[], object]) -> tuple[Exception | None, object]:
        self._pipe.send(function)
        answer: tuple[Exception | None, object] = self._pipe.recv()
        return answer

    def end(self) -> None:
        """Ends it, whatever it is doing."""
        self._process.kill()
        self._process.join()
        # The thread has heard of that, as the other end of the pipe was closed by it.
        self._thread.shutdown()
        self._pipe.close()


class _Apart:
    """Hands bodies to one process, which is replaced when it dies, hangs or eats memory."""

    def __init__(self) -> None:
        self._process: _Process | None = _Process(context())
        self._turn = asyncio.Lock()
        self._second = asyncio.Lock()

    async def read(self, function: Callable[[], T]) -> T:
        """What the function returns; the second try has a process that has read nothing else."""
        async with self._turn:
            process, self._process = self._process or _Process(anew()), None
            try:
                result: T = await process.ask(function)
            except _LostError:
                process.end()
            except asyncio.CancelledError:
                # Its answer would be taken for that to the next question.
                process.end()
                raise
            except Exception:
                self._process = process
                raise
            else:
                self._process = process
                return result
        async with self._second:
            process = _Process(anew())
            try:
                result = await process.ask(function)
            except _LostError:
                raise UnreadError from None
            finally:
                process.end()
            return result

    def end(self) -> None:
        """Ends the process."""
        if self._process is not None:
            self._process.end()


@asynccontextmanager
async def reading() -> AsyncIterator[Reader]:
    """The process, for as long as sites are captured."""
    apart = _Apart()
    try:
        yield apart
    finally:
        apart.end()


def _serve(pipe: Connection, seconds: float) -> None:
    """Answers until nobody asks any more; what overruns or overeats ends it."""
    confine()
    # What reading needs, while the first page is awaited.
    importlib.import_module("webaudit.extract.front")
    pipe.send(None)
    while True:
        try:
            pipe.send((None, timed(_call, pipe.recv(), seconds)))
        except (Overrun, MemoryError, EOFError):
            return
        except Exception as error:
            error.add_note(traceback.format_exc())
            pipe.send((error, None))


def _call(function: Callable[[], object]) -> object:
    made = function()
    forget()
    return made
