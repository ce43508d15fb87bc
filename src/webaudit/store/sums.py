"""SHA256SUMS of a run, in the format of `sha256sum -c`.

What is summed is run.json, the rubric, and what stands below snapshots/. Findings can be made again from it,
and a signature of the sums can not be in them, so both stay out.
"""

import hashlib
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from webaudit.model.errors import Message, RunError, at

SUMS: Final = "SHA256SUMS"
FACTS: Final = "run.json"
RUBRIC: Final = "rubric.yaml"
SNAPSHOTS: Final = "snapshots"

_LINE: Final = re.compile(r"([0-9a-f]{64}) [ *](.+)")
_OURS: Final = re.compile(
    r"run\.json|rubric\.yaml"
    r"|snapshots/(?:_targets/)?[a-z0-9._-]+/(?:records\.json|evidence(?:\.[a-z0-9-]+)?\.warc\.gz)"
)


def digest(path: Path) -> str:
    """SHA-256 of a file, hexadecimal.

    Raises:
        RunError: it can not be read.
    """
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise RunError(Message("{path}: can not be read: {why}", path=path, why=error.strerror)) from error


def sums(folder: Path) -> str:
    """The lines of the file, by path; a file that this program does not write is none of its evidence."""
    paths = [path for path in _evidence(folder) if _OURS.fullmatch(path)]
    return "".join(f"{digest(folder / path)}  {path}\n" for path in paths)


def listed(folder: Path) -> tuple[str, ...]:
    """Paths of the files that the sums of a folder name; empty if it has none."""
    try:
        lines = (folder / SUMS).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return ()
    return tuple(match[2] for line in lines if (match := _LINE.fullmatch(line)) and _within(match[2]))


def verify(folder: Path) -> tuple[str, ...]:
    """One line for each file that is not as it was when the run was sealed; empty if all are."""
    listing = folder / SUMS
    try:
        lines = listing.read_text("utf-8").splitlines()
    except FileNotFoundError:
        return (
            Message("{path}: is missing: the run was never finished, or its sums were removed", path=listing),
        )
    except (OSError, UnicodeDecodeError) as error:
        return (Message("{path}: can not be read: {why}", path=listing, why=error),)
    problems: list[str] = []
    listed: set[str] = set()
    for number, line in enumerate(lines, 1):
        match = _LINE.fullmatch(line)
        if match is None or not _within(match[2]):
            problems.append(
                at(listing, number, 1, Message("no line of a sum and the path of a file in the run"))
            )
            continue
        listed.add(match[2])
        path = folder / match[2]
        if not path.is_file() or path.is_symlink():
            problems.append(Message("{path}: is missing", path=path))
        elif digest(path) != match[1]:
            problems.append(Message("{path}: has changed since the run was sealed", path=path))
    extra = [path for path in _evidence(folder) if path not in listed]
    problems += [Message("{path}: was added after the run was sealed", path=folder / path) for path in extra]
    return tuple(problems)


def _within(path: str) -> bool:
    return not path.startswith("/") and ".." not in path.split("/")


def _evidence(folder: Path) -> Iterator[str]:
    """Paths of what is evidence, relative and in order; what is still being captured is not yet."""
    found = [name for name in (FACTS, RUBRIC) if (folder / name).exists()]
    for place, folders, names in os.walk(folder / SNAPSHOTS):
        links = [name for name in folders if (Path(place) / name).is_symlink()]
        found += [(Path(place) / name).relative_to(folder).as_posix() for name in names + links]
    yield from sorted(path for path in found if not path.endswith(".part"))
