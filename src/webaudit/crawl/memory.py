"""How many bytes of large bodies may be in hand at once: what bounds memory when many sites are hostile."""

import asyncio
import ctypes
import gc
from collections import deque

SMALL_BYTES = 100_000
"""Bodies up to it are in nobody's way."""

POOL_BYTES = 16_000_000
"""For all bodies that are larger, together."""

HOLES_BYTES = 4_000_000
"""Of large bodies that are done with, before the holes that they leave go back to the system."""

_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD, _M_ARENA_MAX = -1, -3, -8
"""Names of settings of glibc's mallopt(3)."""


def settle() -> None:
    """Has the system keep large bodies apart from small values, so that all of one can be given back.

    By itself it learns from the first large one to put the next among the small, where they leave holes.
    """
    try:
        library = ctypes.CDLL(None)
        library.mallopt(_M_MMAP_THRESHOLD, 1 << 20)
        library.mallopt(_M_TRIM_THRESHOLD, 16 << 20)
        library.mallopt(_M_ARENA_MAX, 2)
    except (OSError, AttributeError):
        return  # musl, macOS


def trim() -> None:
    """Gives memory that is free back to the system, where its library can; what comes next needs it."""
    # The collector looks seldom, and what a site leaves behind, as an error and its frames, goes in circles.
    gc.collect()
    # What is left are libraries and what is remembered: looked at after each site, they cost 45 ms each.
    gc.freeze()
    _release()


def _release() -> None:
    """Gives back what lies free between what is still needed: a few milliseconds."""
    try:
        ctypes.CDLL(None).malloc_trim(0)
    except (OSError, AttributeError):
        return  # musl, macOS


class Pool:
    """Bytes that are lent out, in the order of asking."""

    def __init__(self, size_bytes: int = POOL_BYTES) -> None:
        self._size = self._free = size_bytes
        self._holes = 0
        self._waiting: deque[tuple[int, asyncio.Future[None]]] = deque()

    async def lend(self, size_bytes: int) -> "Loan":
        """Waits until so many bytes are free; never more than the pool has."""
        size = min(size_bytes, self._size)
        if self._waiting or self._free < size:
            turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._waiting.append((size, turn))
            try:
                await turn
            except asyncio.CancelledError:
                if turn.done() and not turn.cancelled():
                    self._take_back(size)
                raise
        else:
            self._free -= size
        return Loan(self, size)

    def _tidy(self, size: int) -> None:
        """Large bodies come in pieces, which leave holes among all that is small."""
        self._holes += size
        # One look through the memory takes longer than a page of usual size: not after each body.
        if self._holes >= HOLES_BYTES:
            self._holes = 0
            _release()

    def _take_back(self, size: int) -> None:
        self._free += size
        while self._waiting:
            wanted, turn = self._waiting[0]
            if turn.cancelled():
                self._waiting.popleft()
            elif wanted <= self._free:
                self._waiting.popleft()
                self._free -= wanted
                turn.set_result(None)
            else:
                return


class Loan:
    """Bytes that were lent; give them back once."""

    def __init__(self, pool: Pool, size: int) -> None:
        self._pool = pool
        self._size = size

    def give_back(self) -> None:
        """Frees the bytes; more than once does nothing more."""
        size, self._size = self._size, 0
        if size:
            self._pool._tidy(size)
            self._pool._take_back(size)
