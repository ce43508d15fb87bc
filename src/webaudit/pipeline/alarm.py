"""The alarm of a process: a job of Python's that takes longer than it may is broken off where it stands."""

import signal
from collections.abc import Callable
from dataclasses import dataclass
from math import inf
from types import FrameType
from typing import TypeVar

from webaudit.crawl.clock import monotonic

T = TypeVar("T")
R = TypeVar("R")

TICK_SECONDS = 0.5
"""Between two looks at whether a job overran its time."""


class Overrun(BaseException):
    """A job took longer than it may; not an Exception, so that no check can swallow it."""


def timed(function: Callable[[T], R], item: T, seconds: float) -> R:
    """Runs the function under an alarm; code of C that holds the interpreter is left to the parent.

    Within a function that is timed itself, the earlier alarm counts.
    """
    outer, outer_tick = _alarm.until, _alarm.tick
    _alarm.until = min(outer, monotonic() + seconds)
    # One timer ticks for all that is timed within: setting one for each check cost as much as many a check.
    tick = min(seconds / 4, TICK_SECONDS)
    if not outer_tick:
        known = signal.signal(signal.SIGALRM, _ring)
    if not outer_tick or tick < outer_tick:
        _alarm.set(tick)
    try:
        return function(item)
    finally:
        _alarm.until = outer
        if _alarm.tick != outer_tick:
            _alarm.set(outer_tick)
        if not outer_tick:
            signal.signal(signal.SIGALRM, known)


@dataclass
class _Alarm:
    """Until when what runs now may run, by `monotonic`; how often a signal looks, in seconds, 0 for never."""

    until: float = inf
    tick: float = 0

    def set(self, tick: float) -> None:
        self.tick = tick
        signal.setitimer(signal.ITIMER_REAL, tick, tick)


_alarm = _Alarm()
"""Of this process: there is one such timer in each."""


def _ring(_signal: int, _frame: FrameType | None) -> None:
    if monotonic() >= _alarm.until:
        raise Overrun


def forget() -> None:
    """Has a copy of a process begin without the alarm of the one that it was copied from."""
    _alarm.until, _alarm.tick = inf, 0
