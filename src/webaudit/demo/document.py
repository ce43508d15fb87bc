"""Document: one page of an agency before its frame is put around it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Document:
    """One page before its frame is put around it.

    Attributes:
        main: HTML.
        changed: the day it says it is from, or last changed; None if it says nothing.
        head: further HTML for the head.
    """

    title: str
    main: str
    changed: date | None = None
    head: str = ""
