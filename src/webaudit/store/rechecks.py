"""Second looks at single sites, beside the run that they belong to: each a run of its own, with its own sums.

They stand in `rechecks/<number>-<site>/`, and the run itself is never changed by them.
"""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from webaudit.model.errors import Message
from webaudit.store import sums
from webaudit.store.file_name import file_name
from webaudit.store.whole_file import output_error, sync, write_whole

RECHECKS: Final = "rechecks"
_DUE: Final = ".due"


def verify(run: Path) -> tuple[str, ...]:
    """One line for each file of a second look that is not as it was sealed; empty if all are."""
    problems: list[str] = []
    for path in _entries(run):
        if path.is_dir() and not path.is_symlink():
            problems += sums.verify(path)
        else:
            problems.append(Message("{path}: was added after the run was sealed", path=path))
    return tuple(problems)


def files(run: Path) -> tuple[Path, ...]:
    """The files of all second looks that belong to their evidence, with their sums."""
    return tuple(
        path
        for folder in _entries(run)
        for path in (*(folder / name for name in sums.listed(folder)), folder / sums.SUMS)
    )


def folders(run: Path) -> tuple[Path, ...]:
    """The second looks, in the order in which they were taken."""
    found = [path for path in _entries(run) if path.is_dir() and path.name.partition("-")[0].isdecimal()]
    return tuple(sorted(found, key=lambda path: int(path.name.partition("-")[0])))


def note_due(run: Path, findings: Sequence[str]) -> None:
    """Writes down what a run still has to look at again, so that a killed one goes on; nothing takes it away.

    Raises:
        OutputError: it can not be written.
    """
    path = run / RECHECKS / _DUE
    if findings:
        path.parent.mkdir(mode=0o700, exist_ok=True)
        write_whole(path, "".join(f"{one}\n" for one in findings).encode())
    else:
        path.unlink(missing_ok=True)


def is_due(run: Path) -> bool:
    """Whether a run was to look at something again when it ended."""
    return (run / RECHECKS / _DUE).is_file()


@contextmanager
def making(run: Path, site_id: str) -> Iterator[tuple[Path, str]]:
    """A folder for a new second look, and the name that it gets when the context ends well.

    It is whole or not there: what ends otherwise leaves nothing.

    Args:
        run: the folder of the run, locked.

    Raises:
        OutputError: it can not be made.
    """
    parent = run / RECHECKS
    try:
        parent.mkdir(mode=0o700, exist_ok=True)
        numbers = [path.name.partition("-")[0] for path in parent.iterdir()]
        number = 1 + max((int(one) for one in numbers if one.isascii() and one.isdecimal()), default=0)
        name = f"{number}-{file_name(site_id)}"
        path = parent / f".{name}.making"
        # What a killed one has left.
        shutil.rmtree(path, ignore_errors=True)
    except OSError as error:
        raise output_error(parent, error) from error
    try:
        yield path, name
        path.rename(parent / name)
        sync(parent)
    except BaseException as error:
        shutil.rmtree(path, ignore_errors=True)
        if isinstance(error, OSError):
            raise output_error(path, error) from error
        raise


def _entries(run: Path) -> list[Path]:
    """What stands there, but for what is being made."""
    folder = run / RECHECKS
    found = folder.iterdir() if folder.is_dir() else ()
    return sorted(path for path in found if not path.name.startswith("."))
