"""A lock between processes; it ends with the process that holds it, however that ends."""

import errno
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from webaudit.model.errors import Message, RunLockedError
from webaudit.store.whole_file import output_error

_held: set[int] = set()
"""Descriptors of the locks of this process."""


def _let_go() -> None:
    """Has a copy of this process hold no lock: it may hang, and outlive us."""
    for descriptor in _held:
        os.close(descriptor)
    _held.clear()


os.register_at_fork(after_in_child=_let_go)


@contextmanager
def lock(path: Path, *, shared: bool = False) -> Iterator[None]:
    """Holds the lock of a name, whether a file of that name is there or not; what it holds is never touched.

    Those who share it keep nobody out but those who want it alone.

    The lock is a file beside it, `.<name>.lock`, which is there only while the lock is held. Where none can
    be made, the named file itself is locked.

    Raises:
        RunLockedError: another process holds it.
        OutputError: there is neither a folder that can be written to nor a file.
    """
    beside = path.with_name(f".{path.name[:200]}.lock")
    descriptor = _take(path, beside, fcntl.LOCK_SH if shared else fcntl.LOCK_EX)
    _held.add(descriptor)
    try:
        yield
    finally:
        _held.remove(descriptor)
        # Still locked: whoever waits for this file sees, by `_is_at`, that the name is not its any more.
        if _is_at(beside, descriptor) and _is_alone(descriptor):
            beside.unlink(missing_ok=True)
        os.close(descriptor)


def _is_alone(descriptor: int) -> bool:
    """Whether nobody shares the lock any more; then it is held by us alone."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _take(path: Path, beside: Path, kind: int) -> int:
    """A descriptor of the locked file."""
    while True:
        try:
            descriptor, at = _open(path, beside)
        except OSError as error:
            raise output_error(beside, error) from error
        try:
            fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
        except BlockingIOError as error:
            os.close(descriptor)
            raise RunLockedError(
                Message("{path}: another process is at work here: wait until it has ended", path=path)
            ) from error
        except OSError as error:
            os.close(descriptor)
            raise output_error(at, error) from error
        if _is_at(at, descriptor):
            return descriptor
        # Its last holder took it away between our opening and our locking.
        os.close(descriptor)


def _open(path: Path, beside: Path) -> tuple[int, Path]:
    """The file to lock, and where it is."""
    try:
        flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW
        return os.open(beside, flags, 0o600), beside
    except OSError as error:
        if error.errno not in (errno.EACCES, errno.EROFS, errno.EPERM) or not path.is_file():
            raise
    # A list in a folder of the administrator's, or a run in a read-only archive.
    return os.open(path, os.O_RDONLY | os.O_CLOEXEC), path


def _is_at(path: Path, descriptor: int) -> bool:
    """Whether the name still belongs to the open file."""
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except OSError:
        return False
