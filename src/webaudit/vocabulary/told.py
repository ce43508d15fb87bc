"""Words by which a link says what will happen."""

import re
from functools import cache

from webaudit.vocabulary import load


@cache
def windows_told() -> re.Pattern[str]:
    """That a window or a tab is opened."""
    return _any("windows")


@cache
def files_told() -> re.Pattern[str]:
    """That a file follows, and which kind of file."""
    return _any("files")


def _any(name: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, load("told.json")[name]))
    return re.compile(rf"\b(?:{words})\b")
