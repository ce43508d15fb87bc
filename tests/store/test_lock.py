"""One process at a time, and a dead one holds nothing."""

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from webaudit.model.errors import OutputError, RunLockedError
from webaudit.store.lock import lock

HOLDER = """
import sys
from pathlib import Path
from webaudit.store.lock import lock

with lock(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def holder(path: Path) -> "subprocess.Popen[bytes]":
    """Another process that holds the lock."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"held\n"
    return process


def test_held_by_another_process(tmp_path: Path) -> None:
    """While another process holds it there is one clear line; afterwards it is free, and nothing is left."""
    path = tmp_path / "sites.yaml"
    path.write_text("- a.go.id\n")
    process = holder(path)
    with pytest.raises(RunLockedError) as caught, lock(path):
        pass
    process.communicate()
    with lock(path):
        inside = sorted(one.name for one in tmp_path.iterdir())

    assert str(caught.value) == f"{path}: another process is at work here: wait until it has ended"
    assert caught.value.exit_code == 4
    assert inside == [".sites.yaml.lock", "sites.yaml"]
    assert sorted(one.name for one in tmp_path.iterdir()) == ["sites.yaml"]
    assert path.read_text() == "- a.go.id\n"


def test_shared(tmp_path: Path) -> None:
    """Readers share the lock, keep out who wants it alone, and the last of them leaves nothing behind."""
    path = tmp_path / "run.json"
    with lock(path, shared=True):
        with lock(path, shared=True):
            pass
        with pytest.raises(RunLockedError), lock(path):
            pass
    with lock(path), pytest.raises(RunLockedError), lock(path, shared=True):
        pass

    assert list(tmp_path.iterdir()) == []


def test_dead_holder(tmp_path: Path) -> None:
    """The lock of a process that was killed is free."""
    path = tmp_path / "run.json"
    process = holder(path)
    process.send_signal(signal.SIGKILL)
    process.communicate()

    assert (tmp_path / ".run.json.lock").exists()
    with lock(path):
        pass
    assert not (tmp_path / ".run.json.lock").exists()


def test_named_file_is_not_needed(tmp_path: Path) -> None:
    """A name can be locked before there is a file."""
    new, other = tmp_path / "new", tmp_path / "other"
    with lock(new), lock(other), pytest.raises(RunLockedError), lock(new):
        pass


def test_no_folder(tmp_path: Path) -> None:
    """A name in no folder can not be locked."""
    with pytest.raises(OutputError, match="its folder does not exist"), lock(tmp_path / "none" / "x"):
        pass


def test_read_only_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no lock file can be made, the file itself is locked, and stays."""
    path = tmp_path / "sites.yaml"
    path.write_text("- a.go.id\n")
    real = os.open

    def read_only(name: Path, flags: int, mode: int = 0o777) -> int:
        if flags & os.O_CREAT:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return real(name, flags, mode)

    monkeypatch.setattr(os, "open", read_only)
    with lock(path), pytest.raises(RunLockedError), lock(path):
        pass

    assert path.read_text() == "- a.go.id\n"


def test_taken_away_meanwhile(tmp_path: Path) -> None:
    """Many processes in turn never hold it at once: each one's mark is gone before the next one's comes."""
    script = f"""
import os, sys, time
from pathlib import Path
from webaudit.model.errors import RunLockedError
from webaudit.store.lock import lock
mark = Path({str(tmp_path / "mark")!r})
done = 0
while done < 100:
    try:
        with lock(Path({str(tmp_path / "x")!r})):
            os.close(os.open(mark, os.O_CREAT | os.O_EXCL))
            mark.unlink()
            done += 1
    except RunLockedError:
        pass
"""
    processes = [subprocess.Popen([sys.executable, "-c", script], stderr=subprocess.PIPE) for _ in range(3)]

    assert [process.communicate()[1] for process in processes] == [b""] * 3


COPY = """
import os, sys
from pathlib import Path
from webaudit.store.lock import lock

with lock(Path(sys.argv[1])):
    if os.fork() == 0:
        print("copied", flush=True)
        sys.stdin.read()
        os._exit(0)
    os._exit(9)
"""


def test_a_copy_of_the_holder(tmp_path: Path) -> None:
    """A copy of the process that holds it, which may hang and outlive it, keeps nobody out."""
    path = tmp_path / "sites.yaml"
    path.write_text("- a.go.id\n")
    with subprocess.Popen(
        [sys.executable, "-c", COPY, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"copied\n"
        assert process.wait() == 9
        with lock(path):
            pass
