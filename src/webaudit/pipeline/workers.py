"""Work in processes of its own: a job that dies, hangs or eats memory costs itself alone."""

import gc
import logging
import multiprocessing
import resource
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from types import FrameType
from typing import TypeVar

log = logging.getLogger(__name__)

T = TypeVar("T")
R = TypeVar("R")

MEMORY_BYTES = 2 << 30
"""Of address space for one worker; its resident set stays far below."""


class Overrun(BaseException):
    """A job took longer than it may; not an Exception, so that no check can swallow it."""


class Died:
    """Stands for the result of a job that killed its process, or was stopped, twice."""


DIED = Died()


def each(
    function: Callable[[T], R], items: Sequence[T], *, jobs: int, seconds: float
) -> Iterator[tuple[T, R | Died]]:
    """Runs the function on every item in spawned processes; results come as they are ready.

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
                        item = waiting.pop()
                        running[pool.submit(_timed, function, item, seconds)] = item
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
            return pool.submit(_timed, function, item, seconds).result(timeout=2 * seconds)
        except (BrokenProcessPool, Overrun, TimeoutError, MemoryError):
            log.warning("worker died twice item=%s", str(item)[:80])
            _kill(pool)
            return DIED


def _pool(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), _settle)


def spare_the_collector() -> None:
    """Has the garbage collector look less often: parsed trees are freed by counting references.

    Measured: a tenth of the time of a page.
    """
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def _settle() -> None:
    """Bounds a new worker; the parent alone decides on Ctrl-C."""
    spare_the_collector()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = MEMORY_BYTES if hard == resource.RLIM_INFINITY else min(MEMORY_BYTES, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


def _timed(function: Callable[[T], R], item: T, seconds: float) -> R:
    """Runs the function under an alarm; code of C that holds the interpreter is left to the parent."""

    def ring(_signal: int, _frame: FrameType | None) -> None:
        raise Overrun

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        return function(item)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _kill(pool: ProcessPoolExecutor) -> None:
    """Ends the workers of a pool, which may not answer any more."""
    for process in list((pool._processes or {}).values()):
        process.kill()
    pool.shutdown(wait=True, cancel_futures=True)
