"""What several tests share: the network guard, and one audit of the example province for all."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import hypothesis
import pytest
from filelock import FileLock

# `make soak` searches for longer. A property never depends on how busy the machine is.
hypothesis.settings.register_profile("default", deadline=None)
hypothesis.settings.register_profile("long", deadline=None, max_examples=5_000)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

WEBAUDIT = str(Path(sys.executable).parent / "webaudit")


@pytest.fixture(autouse=True)
def no_network(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only tests marked `network` open sockets, and those by convention on loopback."""
    if request.node.get_closest_marker("network") is None:

        def refuse(*_: object) -> NoReturn:
            raise AssertionError("a test that connects must be marked `network`")

        monkeypatch.setattr(socket.socket, "connect", refuse)


def webaudit(
    *arguments: str | Path,
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
    stdin: str | None = None,
) -> subprocess.CompletedProcess[str]:
    """Runs the command as a user would; English unless told otherwise."""
    given = {**os.environ, "WEBAUDIT_LANG": "en", "COLUMNS": "100"} if env is None else dict(env)
    command = [WEBAUDIT, *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, text=True, env=given, cwd=cwd, input=stdin, check=False
    )


@dataclass(frozen=True)
class Audited:
    """The example province, audited once for all tests.

    Attributes:
        run: its folder; never change it, copy it.
        json: the report.
        shown: what was printed.
    """

    run: Path
    json: Path
    shown: str

    @property
    def report(self) -> dict[str, Any]:
        """The report, read."""
        value: dict[str, Any] = json.loads(self.json.read_text("utf-8"))
        return value


@pytest.fixture(scope="session")
def audited(tmp_path_factory: pytest.TempPathFactory) -> Audited:
    """`webaudit demo`, run by whichever worker of pytest-xdist comes first."""
    root = tmp_path_factory.getbasetemp()
    shared = (root.parent if os.environ.get("PYTEST_XDIST_WORKER") else root) / "province"
    with FileLock(f"{shared}.lock"):
        if not (shared / "shown.txt").exists():
            done = webaudit("demo", "--into", shared)
            assert done.returncode == 0, done.stderr
            (shared / "shown.txt").write_text(done.stdout, "utf-8")
    run = next(path for path in shared.iterdir() if path.is_dir())
    return Audited(run, run.with_suffix(".json"), (shared / "shown.txt").read_text("utf-8"))
