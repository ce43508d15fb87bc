"""The only clock: all else is given its time."""

import time
from datetime import UTC, datetime


def utc_now() -> datetime:
    """The wall clock, for what is written down."""
    return datetime.now(UTC)


def monotonic() -> float:
    """Seconds since some moment, for durations: it never jumps."""
    return time.monotonic()


def monotonic_of(wall: float) -> float:
    """When a moment of a short while ago was, which the system has noted by its wall clock."""
    return time.monotonic() - max(0.0, time.time() - wall)
