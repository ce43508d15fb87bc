"""Files that are whole or absent: the old content or the new, at any kill, full disk or overlap."""

import errno
import fcntl
import itertools
import os
import stat
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from webaudit.model.errors import Message, OutputError

_numbers = itertools.count()

_REMEDIES: Final = {
    errno.ENOSPC: Message("the disk is full: free some space"),
    errno.EDQUOT: Message("the quota of the disk is used up: free some space"),
    errno.EROFS: Message("the disk is read-only: name another folder"),
    errno.EACCES: Message("permission denied: change the permissions, or name another folder"),
    errno.EPERM: Message("permission denied: change the permissions, or name another folder"),
    errno.ENOENT: Message("its folder does not exist: make it, or name another"),
    errno.ENOTDIR: Message("a part of the path is no folder: name another"),
    errno.EISDIR: Message("it is a folder: name a file"),
    errno.ENAMETOOLONG: Message("the name is too long: name a shorter one"),
    errno.EMFILE: Message("too many files are open: raise `ulimit -n`, or lower --jobs"),
}


def output_error(path: Path, error: OSError) -> OutputError:
    """One line that says what could not be written, why, and what to do."""
    why = _REMEDIES.get(error.errno or 0, error.strerror or type(error).__name__)
    return OutputError(Message("{path}: can not be written: {why}", path=path, why=why))


def write_whole(path: Path, data: bytes | str | Iterable[str], *, sync_folder: bool = True) -> None:
    """Puts `data` in the place of a file, in one step.

    A symbolic link stays, and its target is replaced; a device or pipe is written to.

    Args:
        path: where; its folder must be there.
        data: text becomes UTF-8; of a long text, parts that need not be held at once.
        sync_folder: False if the caller brings the folder to the disk itself.

    Raises:
        OutputError: it could not be written; an old file is unharmed.
    """
    parts = (data,) if isinstance(data, bytes | str) else data
    try:
        target = Path(os.path.realpath(path))
        old = _mode(target)
    except OSError as error:
        raise output_error(path, error) from error
    except ValueError as error:
        raise OutputError(
            Message("{path}: can not be written: {why}", path=repr(str(path)), why=error)
        ) from error
    try:
        if old is not None and stat.S_ISDIR(old):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if old is not None and not stat.S_ISREG(old):
            with target.open("wb", buffering=0) as device:
                _write_all(device.fileno(), parts)
            return
        _replace(target, parts, old)
        if sync_folder:
            sync(target.parent)
    except OSError as error:
        raise output_error(path, error) from error


def sync(path: Path) -> None:
    """Returns when a file or the names in a folder are on the disk.

    Raises:
        OSError: it can not be brought there.
    """
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        # Some file systems of networks and of containers know no such thing for a folder.
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(descriptor)


def _replace(target: Path, parts: Iterable[bytes | str], old: int | None) -> None:
    """Writes a file beside the target and renames it."""
    _clear_litter(target)
    beside = target.with_name(f".{target.name[:80]}.{os.getpid()}-{next(_numbers)}.tmp")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)
    try:
        try:
            # Held until the rename: tells a file in the making from the litter of a killed process.
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if old is not None:
                os.fchmod(descriptor, stat.S_IMODE(old))
            _write_all(descriptor, parts)
            os.fsync(descriptor)
            beside.rename(target)
        finally:
            os.close(descriptor)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _clear_litter(target: Path) -> None:
    """Removes what processes that were killed left beside the target."""
    prefix = f".{target.name[:80]}."
    with os.scandir(target.parent) as entries:
        litter = [Path(e.path) for e in entries if e.name.startswith(prefix) and e.name.endswith(".tmp")]
    for path in litter:
        # Alive: perhaps between making the file and locking it. On another machine: the lock tells.
        if _is_alive(path.name.removeprefix(prefix).partition("-")[0]):
            continue
        try:
            descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
        except OSError:
            continue
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            path.unlink(missing_ok=True)
        except OSError:
            continue
        finally:
            os.close(descriptor)


def _is_alive(process: str) -> bool:
    try:
        os.kill(int(process), 0)
    except (ProcessLookupError, ValueError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def _write_all(descriptor: int, parts: Iterable[bytes | str]) -> None:
    for part in parts:
        rest = memoryview(part.encode("utf-8", "replace") if isinstance(part, str) else part)
        while rest:
            rest = rest[os.write(descriptor, rest) :]


def _mode(path: Path) -> int | None:
    """Type and permissions of what stands there; None if nothing does."""
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None
