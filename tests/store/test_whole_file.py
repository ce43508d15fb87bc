"""A file is the old one or the new one, whatever happens while it is written."""

import errno
import os
import resource
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from webaudit.model.errors import OutputError
from webaudit.store.whole_file import write_whole


def names(folder: Path) -> list[str]:
    """What stands in a folder."""
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("data", ["teks\n", b"\0\xff", ""])
def test_new_and_again(tmp_path: Path, data: str | bytes) -> None:
    """The content is there, once and when written again, and nothing is left beside it."""
    path = tmp_path / "report.json"
    for _ in range(2):
        write_whole(path, data)

    assert path.read_bytes() == (data.encode() if isinstance(data, str) else data)
    assert names(tmp_path) == ["report.json"]


def test_parts_that_break_off(tmp_path: Path) -> None:
    """A content that comes in parts is held by nobody at once; if its maker fails, the old file stays."""
    path = tmp_path / "report.json"
    write_whole(path, iter(["a", "\u00e9", "b"]))

    def fails() -> Iterator[str]:
        yield "new"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_whole(path, fails())

    assert path.read_text("utf-8") == "a\u00e9b"
    assert names(tmp_path) == ["report.json"]


def test_permissions_stay(tmp_path: Path) -> None:
    """The new content has the old file's permissions."""
    path = tmp_path / "report.json"
    path.write_text("old")
    path.chmod(0o640)
    write_whole(path, "new")

    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_link_stays(tmp_path: Path) -> None:
    """A symbolic link goes on pointing to the file that is replaced."""
    target = tmp_path / "www" / "report.json"
    target.parent.mkdir()
    link = tmp_path / "report.json"
    link.symlink_to(target)
    write_whole(link, "new")

    assert link.is_symlink()
    assert target.read_text() == "new"


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("none/report.json", "its folder does not exist: make it, or name another"),
        ("", "it is a folder: name a file"),
        ("file/report.json", "a part of the path is no folder: name another"),
        ("x" * 300, "the name is too long: name a shorter one"),
        ("a\0b", "embedded null"),
    ],
)
def test_refused(tmp_path: Path, where: str, said: str) -> None:
    """A place that can not be written to is one clear line."""
    (tmp_path / "file").touch()

    with pytest.raises(OutputError) as caught:
        write_whole(tmp_path / where, "new")
    assert said in caught.value.problems[0]
    assert len(caught.value.problems) == 1
    assert caught.value.exit_code == 3


def test_full_device() -> None:
    """A device is written to as it is, and may be full."""
    with pytest.raises(OutputError, match=r"/dev/full: can not be written: the disk is full"):
        write_whole(Path("/dev/full"), "new")
    write_whole(Path("/dev/null"), "new")

    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


@pytest.mark.parametrize("call", ["open", "write", "fsync", "fchmod", "close"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EROFS])
def test_any_call_may_fail(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, code: int) -> None:
    """Whichever call fails, the old file is unharmed and nothing is left beside it."""
    path = tmp_path / "report.json"
    path.write_text("old")
    real = getattr(os, call)

    def fail(*args: object, **kwargs: object) -> object:
        if call == "close":
            real(*args, **kwargs)
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as patched:
        patched.setattr(os, call, fail)
        with pytest.raises(OutputError):
            write_whole(path, "new")

    assert path.read_text() in ("old", "new")
    assert names(tmp_path) == ["report.json"]


def test_too_large(tmp_path: Path) -> None:
    """Full in the midst of writing, the old file is unharmed."""
    path = tmp_path / "report.json"
    path.write_text("old")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, limits[1]))
    try:
        with pytest.raises(OutputError, match="File too large"):
            write_whole(path, "x" * 5_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)

    assert path.read_text() == "old"
    assert names(tmp_path) == ["report.json"]


KILLED = """
import sys
from pathlib import Path
from webaudit.store.whole_file import write_whole

path = Path(sys.argv[1])
print("ready", flush=True)
number = 0
while True:
    write_whole(path, str(number % 10) * 200_000)
    number += 1
"""


def test_kill_and_overlap(tmp_path: Path) -> None:
    """Two writers, both killed: the file is whole, and the next writer clears what they left."""
    path = tmp_path / "report.json"
    for _ in range(5):
        writers = [
            subprocess.Popen([sys.executable, "-c", KILLED, str(path)], stdout=subprocess.PIPE)
            for _ in range(2)
        ]
        for process in writers:
            assert process.stdout is not None
            process.stdout.readline()
        while not path.exists():
            pass
        for process in writers:
            process.send_signal(signal.SIGKILL)
            process.communicate()
        content = path.read_text()

        assert content == content[0] * 200_000
    write_whole(path, "last")

    assert names(tmp_path) == ["report.json"]
