"""Titles that a program gave, and nobody changed."""

import re
from dataclasses import dataclass
from functools import cache

from webaudit.vocabulary import load

_BETWEEN = re.compile(r" [-–—|·•:»«/~] |[|–—·•»«]|: ")
"""What parts a title into the names of page and site."""

_ENDS = " .:-_()[]*…"


@dataclass(frozen=True, slots=True)
class Untitled:
    """Titles that a program gave, and nobody changed; all in lower case.

    Attributes:
        nobody: parts of a title that name nothing.
        anybody: parts that name nothing by themselves, and are right beside a name.
        files: a whole title that is the name of a file.
    """

    nobody: frozenset[str]
    anybody: frozenset[str]
    files: re.Pattern[str]

    def holds(self, title: str) -> bool:
        """Whether a title is one of these."""
        said = " ".join(title[:300].lower().split())
        if self.files.fullmatch(said):
            return True
        parts = [part.strip(_ENDS) for part in _BETWEEN.split(said)]
        named = [part for part in parts if part]
        return any(part in self.nobody for part in named) and all(
            part in self.nobody or part in self.anybody for part in named
        )


@cache
def untitled() -> Untitled:
    """Titles that a program gave."""
    data = load("untitled.json")
    return Untitled(frozenset(data["nobody"]), frozenset(data["anybody"]), re.compile(data["files"]))
