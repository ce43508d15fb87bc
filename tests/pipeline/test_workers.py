"""Workers: a job that dies, hangs or overeats costs itself alone."""

import asyncio
import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

import pytest

from webaudit.pipeline.alarm import Overrun, timed
from webaudit.pipeline.workers import Died, Workers, context, each


def job(number: int) -> int:
    """Doubles a number; some numbers are deadly."""
    match number:
        case 3:
            os._exit(9)
        case 5:
            time.sleep(600)
        case 7:
            bytearray(64 << 30)
    return 2 * number


def test_all_results_come(capsys: pytest.CaptureFixture[str]) -> None:
    """Every item has a result, whatever the number of processes."""
    assert dict(each(job, [1, 2, 4], jobs=2, seconds=60)) == {1: 2, 2: 4, 4: 8}


@pytest.mark.parametrize("deadly", [3, 5, 7], ids=["dies", "hangs", "eats memory"])
def test_a_deadly_job_costs_itself_alone(deadly: int) -> None:
    """The jobs before and after one that kills its process have their results."""
    results = dict(each(job, [1, deadly, 2, 4], jobs=2, seconds=2))

    assert isinstance(results.pop(deadly), Died)
    assert results == {1: 2, 2: 4, 4: 8}


def test_items_that_come_one_by_one() -> None:
    """In an event loop too a deadly item costs itself alone."""

    async def run() -> list[int | Died]:
        async with Workers(job, jobs=2, seconds=2) as workers:
            return await asyncio.gather(*map(workers.ask, (1, 3, 2, 5, 4)))

    results = asyncio.run(run())

    assert [result for result in results if not isinstance(result, Died)] == [2, 4, 8]
    assert isinstance(results[1], Died)
    assert isinstance(results[3], Died)


def test_an_item_that_the_broken_pool_refuses_is_not_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pool may break between two items: the second has its result all the same."""
    submit, asked = ProcessPoolExecutor.submit, iter(range(100))

    def fragile(pool: ProcessPoolExecutor, *arguments: object) -> Future[int]:
        if next(asked) == 1:
            raise BrokenProcessPool
        return submit(pool, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(ProcessPoolExecutor, "submit", fragile)

    assert dict(each(job, [1, 2, 4], jobs=1, seconds=60)) == {1: 2, 2: 4, 4: 8}


def spin(seconds: float) -> float:
    """Is busy for as long, and can be interrupted."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass
    return seconds


def test_who_takes_too_long_is_stopped() -> None:
    """An alarm ends it; what comes in time keeps its result, and nobody rings afterwards."""
    handler = signal.getsignal(signal.SIGALRM)
    with pytest.raises(Overrun):
        timed(spin, 60.0, 0.1)

    assert timed(spin, 0.0, 60.0) == 0.0
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
    assert signal.getsignal(signal.SIGALRM) is handler


def test_the_earlier_of_two_alarms_counts() -> None:
    """A part is stopped in its own time, the whole in the whole's, and what follows a part goes on."""

    def whole(_: None) -> str:
        with pytest.raises(Overrun):
            timed(spin, 60.0, 0.1)
        return "went on"

    assert timed(whole, None, 60.0) == "went on"
    with pytest.raises(Overrun):
        timed(lambda _: timed(spin, 60.0, 60.0), None, 0.1)
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def imported(_: object) -> bool:
    """Whether this process has loaded a module that no worker loads by itself."""
    return "wave" in sys.modules


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere libraries do not stand being copied")
def test_a_worker_has_what_its_parent_has_loaded() -> None:
    """Nothing is loaded twice; a worker of a worker too is a copy."""
    program = """
import wave
from tests.pipeline.test_workers import imported
from webaudit.pipeline.workers import each

def of_a_worker(item):
    return [result for _, result in each(imported, [item], jobs=1, seconds=60)]

print([result for _, result in each(of_a_worker, [1], jobs=1, seconds=60)])
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)

    assert (done.stdout, done.stderr) == ("[[True]]\n", "")


def test_beside_a_thread_workers_begin_anew() -> None:
    """What another thread holds would be held in a copy for ever."""
    free = threading.Event()
    thread = threading.Thread(target=free.wait)
    thread.start()
    method = context().get_start_method()
    free.set()
    thread.join()

    assert method == "spawn"
