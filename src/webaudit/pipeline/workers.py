"""Work in processes of its own: a job that dies, hangs or eats memory costs itself alone."""

import asyncio
import gc
import logging
import multiprocessing
import os
import resource
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import connection
from multiprocessing.context import ForkContext, SpawnContext
from types import TracebackType
from typing import Generic, Self, TypeVar

from webaudit.crawl.memory import settle
from webaudit.pipeline.alarm import Overrun, forget, timed
from webaudit.pipeline.log_lines import log_discreetly

log = logging.getLogger(__name__)

T = TypeVar("T")
R = TypeVar("R")

START_SECONDS = 120.0
"""For a process to begin and to load what it needs; half a second as a rule, much more on a busy machine."""

MEMORY_BYTES = 2 << 30
"""Of address space for one worker; its resident set stays far below."""

_WATCH = "parent-watch"
"""Name of the thread of a worker that waits for its parent's end."""


_DEADLY = (BrokenProcessPool, Overrun, TimeoutError, MemoryError)
"""What a job that must be tried again ends with."""


class Died:
    """Stands for the result of a job that killed its process, or was stopped, twice."""


DIED = Died()


def each(
    function: Callable[[T], R], items: Sequence[T], *, jobs: int, seconds: float
) -> Iterator[tuple[T, R | Died]]:
    """Runs the function on every item in processes of its own; results come as they are ready.

    Args:
        function: importable, as its argument and result are pickled.
        jobs: number of processes.
        seconds: that one item may take.
    """
    waiting = list(reversed(items))
    suspects: list[T] = []
    while waiting:
        with _pool(jobs) as pool:
            running: dict[Future[R], T] = {}
            try:
                while waiting or running:
                    # Few are under way at a time, so that a dead process takes few with it.
                    while waiting and len(running) < 2 * jobs:
                        # Taken off the list after: a pool that just broke refuses it.
                        running[_submit(pool, function, waiting[-1], seconds)] = waiting[-1]
                        waiting.pop()
                    done, _ = wait(running, timeout=2 * seconds, return_when=FIRST_COMPLETED)
                    if not done:
                        raise Overrun
                    for future in done:
                        result = future.result()
                        yield running.pop(future), result
            except (BrokenProcessPool, Overrun, MemoryError):
                _kill(pool)
                suspects.extend(running.values())
            except BaseException:
                _kill(pool)
                raise
    for item in suspects:
        yield item, _alone(function, item, seconds)


def _alone(function: Callable[[T], R], item: T, seconds: float) -> R | Died:
    """The second try, in a process that nobody shares."""
    with _pool(1) as pool:
        try:
            return _submit(pool, function, item, seconds).result(timeout=2 * seconds)
        except _DEADLY:
            log.warning("worker died twice item=%s", str(item)[:80])
            _kill(pool)
            return DIED
        except BaseException:
            _kill(pool)
            raise


@dataclass(frozen=True, slots=True)
class _Started:
    """A pool, and the future that is done when it can work."""

    pool: ProcessPoolExecutor
    ready: Future[object]


class Workers(Generic[T, R]):
    """The same for items that come one by one in an event loop; close it by `async with`.

    Args:
        function: importable, as its argument and result are pickled.
        ready: loads what it needs, while the first item is awaited.
        jobs: number of processes.
        seconds: that one item may take.
    """

    def __init__(
        self,
        function: Callable[[T], R],
        *,
        jobs: int,
        seconds: float,
        ready: Callable[[None], object] = type,
    ) -> None:
        self._function = function
        self._ready = ready
        self._jobs = jobs
        self._seconds = seconds
        self._pool: _Started | None = None
        self._places = asyncio.Semaphore(2 * jobs)
        self._second = asyncio.Lock()

    async def __aenter__(self) -> Self:
        self._pool = self._start(self._jobs, context())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            _kill(self._pool.pool)

    async def ask(self, item: T) -> R | Died:
        """The function's result for an item; a second try has a process that nobody shares."""
        async with self._places:
            started = self._pool = self._pool or self._start(self._jobs, anew())
            try:
                return await self._result(started, item)
            except _DEADLY:
                if self._pool is started:
                    self._pool = None
                    _kill(started.pool, cancel=False)
        async with self._second:
            started = self._start(1, anew())
            try:
                return await self._result(started, item)
            except _DEADLY:
                return DIED
            finally:
                _kill(started.pool)

    def _start(self, jobs: int, begin: ForkContext | SpawnContext) -> "_Started":
        pool = ProcessPoolExecutor(jobs, begin, confine)
        return _Started(pool, _submit(pool, self._ready, None, START_SECONDS))

    async def _result(self, started: "_Started", item: T) -> R:
        # How long a process takes to begin says nothing about the item.
        if not started.ready.done():
            await _within(2 * START_SECONDS, started.ready)
        return await _within(2 * self._seconds, _submit(started.pool, self._function, item, self._seconds))


async def _within(seconds: float, work: Future[R]) -> R:
    """The result, if it comes in time."""
    async with asyncio.timeout(seconds):
        future = asyncio.wrap_future(work)
        # Shielded: a pool that is being killed complains about what somebody else has cancelled.
        future.add_done_callback(lambda done: done.cancelled() or done.exception())
        return await asyncio.shield(future)


def _submit(pool: ProcessPoolExecutor, function: Callable[[T], R], item: T, seconds: float) -> Future[R]:
    """Hands an item in, for which processes may start."""
    with born_deaf():
        return pool.submit(timed, function, item, seconds)


@contextmanager
def born_deaf() -> Iterator[None]:
    """Processes that start meanwhile are deaf to Ctrl-C from their first instruction."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def context() -> ForkContext | SpawnContext:
    """How processes begin where nothing is under way: as copies of this one, which has loaded what they need.

    Loading it again takes half a second of CPU, as much as judging a site. But a copy has none of the other
    threads and would wait for ever for what one of them holds, so that beside such it begins anew.
    """
    alone = all(one is threading.main_thread() or one.name == _WATCH for one in threading.enumerate())
    return multiprocessing.get_context("fork") if alone and sys.platform == "linux" else anew()


def anew() -> SpawnContext:
    """How they begin while sites are asked: a copy would hold on to connections that are closed here."""
    return multiprocessing.get_context("spawn")


def _pool(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, context(), confine)


def spare_the_collector() -> None:
    """Has the garbage collector look less often: parsed trees are freed by counting references.

    Measured: a tenth of the time of a page.
    """
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def confine() -> None:
    """Bounds a new worker; the parent alone decides on Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What a copy has of its parent: how that one ends, and an alarm that is not set here.
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    forget()
    _end_with_the_parent()
    spare_the_collector()
    settle()
    log_discreetly()
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = MEMORY_BYTES if hard == resource.RLIM_INFINITY else min(MEMORY_BYTES, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


def _end_with_the_parent() -> None:
    """Ends this worker when its parent is gone, however that ended: nobody would ever end it else."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def watch(sentinel: int) -> None:
        connection.wait([sentinel])
        os._exit(1)

    threading.Thread(target=watch, args=(parent.sentinel,), daemon=True, name=_WATCH).start()


def _kill(pool: ProcessPoolExecutor, *, cancel: bool = True) -> None:
    """Ends the workers of a pool, which may not answer any more.

    Args:
        cancel: what waits for its turn is cancelled; else it is told that the pool broke.
    """
    for process in list((pool._processes or {}).values()):
        process.kill()
    pool.shutdown(wait=cancel, cancel_futures=cancel)
