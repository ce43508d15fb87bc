"""Work on a Dask cluster: its scheduler hands parts of the list to workers that see the same run folder."""

import logging
import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError, Executor, Future, as_completed
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from webaudit import __version__
from webaudit.model.errors import Message, SettingError
from webaudit.pipeline.workers import DIED, Died, each

if TYPE_CHECKING:
    from distributed import Client

log = logging.getLogger(__name__)

T = TypeVar("T")
R = TypeVar("R")

CONNECT_SECONDS = 10.0
WORKER_SECONDS = 60.0
"""Until the first worker joins."""

MOST_AT_ONCE = 8
"""Items of one task: a process starts for it, which takes as long as half a site."""

TASKS_PER_THREAD = 4
"""At least, so that no worker waits long for the last one."""


def check(address: str) -> None:
    """Refuses an address where no cluster answers, before any work is done.

    Raises:
        SettingError: Dask is not installed, or nobody answers.
    """
    with _client(address):
        pass


def each_on(
    address: str, function: Callable[[T], R], items: Sequence[T], *, seconds: float, run: Path
) -> Iterator[tuple[T, R | Died]]:
    """Runs the function on every item on a cluster; results come as they are ready.

    On a worker an item runs in a process of its own, as it does here: what kills it costs no other.

    Args:
        address: of the scheduler.
        function: importable on the workers, as its argument and result are pickled.
        seconds: that one item may take.
        run: the folder that all workers must see.

    Raises:
        SettingError: the cluster can not be used.
    """
    if not items:
        return
    with _client(address) as client:
        threads = _threads(client, address, run)
        size = max(1, min(MOST_AT_ONCE, len(items) // (TASKS_PER_THREAD * threads)))
        executor: Executor = client.get_executor(pure=False)  # type: ignore[no-untyped-call]
        parts = [items[start : start + size] for start in range(0, len(items), size)]
        running = {executor.submit(_on_worker, function, part, seconds): part for part in parts}
        for future in as_completed(running):
            yield from _results(future, running[future])


def _results(future: Future[list[tuple[T, R | Died]]], part: Sequence[T]) -> list[tuple[T, R | Died]]:
    """What a worker found; it died with each of its items if it is gone."""
    from distributed import KilledWorker
    from distributed.comm.core import CommClosedError

    try:
        return future.result()
    except (KilledWorker, CommClosedError, CancelledError, TimeoutError, OSError) as error:
        log.warning("worker of the cluster died items=%s error=%s", len(part), type(error).__name__)
        return [(item, DIED) for item in part]


def _on_worker(function: Callable[[T], R], part: Sequence[T], seconds: float) -> list[tuple[T, R | Died]]:
    """The items with their results; runs on a worker, in one of its threads."""
    # Dask makes its workers daemons, and Python lets these have no children, as nobody would end them. Ours
    # end with their parent by themselves.
    multiprocessing.current_process()._config["daemon"] = False  # type: ignore[attr-defined]
    return list(each(function, part, jobs=1, seconds=seconds))


@contextmanager
def _client(address: str) -> Iterator["Client"]:
    """A connection to the scheduler."""
    try:
        from distributed import Client
        from distributed.comm.addressing import get_address_host_port, parse_address
        from distributed.comm.registry import get_backend
    except ImportError:
        install = "python -m pip install 'opd-webaudit[dask]'"
        problem = Message("--dask needs Dask, which is not installed here: {install}", install=install)
        raise SettingError(problem) from None
    # What it has to say of a connection that fails, we say in one line.
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    try:
        # Of an address that is none, a client makes noise when it is collected.
        get_backend(parse_address(address)[0])
        get_address_host_port(address)
        client = Client(  # type: ignore[no-untyped-call]
            address, timeout=CONNECT_SECONDS, set_as_default=False
        )
    except (OSError, ValueError, TimeoutError):
        problem = Message(
            "--dask {address}: no scheduler answers there; start one (dask scheduler), or mend the address",
            address=address,
        )
        raise SettingError(problem) from None
    with client:
        yield client


def _threads(client: "Client", address: str, run: Path) -> int:
    """How many threads the workers have, after a look at whether they can do the work.

    Raises:
        SettingError: there is no worker, or one lacks the run or this version of the program.
    """
    try:
        client.wait_for_workers(1, timeout=WORKER_SECONDS)
        seen = client.run(_sees, str(run))
    except TimeoutError:
        problem = Message(
            "--dask {address}: no worker has joined; start one: dask worker {address}", address=address
        )
        raise SettingError(problem) from None
    except ImportError:
        seen = {"": ("", False)}
    for worker, (version, sees) in sorted(seen.items()):
        if version != __version__:
            problem = Message(
                "--dask {address}: install webaudit {version} on each worker, as here",
                address=address,
                version=__version__,
            )
            raise SettingError(problem)
        if not sees:
            problem = Message(
                "--dask {address}: the worker {worker} does not see {run}: put the run where all can see it",
                address=address,
                worker=worker,
                run=run,
            )
            raise SettingError(problem)
    return max(1, sum(client.nthreads().values()))  # type: ignore[no-untyped-call]


def _sees(run: str) -> tuple[str, bool]:
    """The version on a worker, and whether it sees the run."""
    return __version__, Path(run, "run.json").is_file()
