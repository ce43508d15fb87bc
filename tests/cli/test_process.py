"""The command in bad company: streams closed or full, odd terminals, kills, read-only archives."""

import json
import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from tests.conftest import WEBAUDIT, Audited, webaudit

pytestmark = pytest.mark.network

BAD = ("page", "nonsense://x", "--quiet")
"""A command that makes a report without a network."""


def shell(command: str, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """Runs a line of shell in which $W is the command."""
    given = {**os.environ, "W": WEBAUDIT, "WEBAUDIT_LANG": "en", **env}
    return subprocess.run(
        ["sh", "-c", command], capture_output=True, text=True, env=given, cwd=cwd, check=False
    )


@pytest.mark.parametrize(
    "command",
    [
        pytest.param("$W checks >/dev/full", id="full"),
        pytest.param("$W page nonsense://x --json - >&-", id="closed"),
        pytest.param("$W page nonsense://x --json /dev/full --quiet", id="a full device"),
    ],
)
def test_output_that_can_not_be_written(command: str, tmp_path: Path) -> None:
    """Code 3 and one line that is no bug of ours."""
    done = shell(command, tmp_path)

    assert done.returncode == 3
    assert "bug" not in done.stderr
    assert len([line for line in done.stderr.splitlines() if "invalid" not in line]) == 1


def test_standard_error_closed(tmp_path: Path) -> None:
    """What would have been said there never gets into the data."""
    done = shell("$W page nonsense://x --json - --quiet 2>&-", tmp_path)

    assert json.loads(done.stdout)["sites"][0]["status"] == "invalid"


def test_a_terminal_that_speaks_ascii(audited: Audited, tmp_path: Path) -> None:
    """The scorecard is printed with question marks; JSON is UTF-8 all the same."""
    shown = shell(f"$W report '{audited.run}'", tmp_path, PYTHONIOENCODING="ascii")
    data = shell(f"$W report '{audited.run}' --format json", tmp_path, PYTHONIOENCODING="ascii")

    assert shown.returncode == 0
    assert len(json.loads(data.stdout)["sites"]) == len(audited.report["sites"])


@pytest.mark.parametrize(
    ("arguments", "env", "code"),
    [
        pytest.param(("--rate", "inf"), {}, 2, id="a rate without end"),
        pytest.param(("--rate", "1e-300"), {}, 2, id="a rate of nothing"),
        pytest.param(("--json", "."), {}, 3, id="a folder"),
        pytest.param((), {"WEBAUDIT_LOG": "nonsense"}, 0, id="no level of the log"),
        pytest.param((), {"WEBAUDIT_JSON": "by-env.json"}, 0, id="the environment names the file"),
    ],
)
def test_odd_settings(arguments: tuple[str, ...], env: dict[str, str], code: int, tmp_path: Path) -> None:
    """Each is refused in one line, or understood."""
    done = webaudit(*BAD, *arguments, env={**os.environ, "WEBAUDIT_LANG": "en", **env}, cwd=tmp_path)

    assert done.returncode == code
    assert len(done.stderr.splitlines()) == 1
    assert [path.name for path in tmp_path.iterdir()] == list(filter(None, [env.get("WEBAUDIT_JSON")]))


def test_a_list_that_comes_by_a_pipe(tmp_path: Path) -> None:
    """It is read, and nothing is locked."""
    done = shell("printf 'nonsense' | $W audit /dev/stdin --quiet --json r.json", tmp_path)

    assert done.returncode in (0, 2)
    assert "can not be written" not in done.stderr


def test_resume_of_what_was_killed_late(audited: Audited, tmp_path: Path) -> None:
    """Between its last fact and its sums, or before the judging: it goes on, past a damaged neighbour."""
    run = tmp_path / "runs" / "one"
    shutil.copytree(audited.run, run)
    (run / "SHA256SUMS").unlink()
    shutil.copytree(run, tmp_path / "runs" / "two")
    (tmp_path / "runs" / "two" / "run.json").write_text("{")
    unsealed = webaudit("audit", "--resume", "--quiet", cwd=tmp_path)
    assert webaudit("verify", "runs/one", cwd=tmp_path).returncode == 0
    shutil.rmtree(run / "findings")
    unjudged = webaudit("audit", "--resume", "--quiet", cwd=tmp_path)
    done = webaudit("audit", "--resume", "--quiet", cwd=tmp_path)

    assert (unsealed.returncode, unjudged.returncode, done.returncode) == (0, 0, 2)


def test_damaged_evidence_costs_its_site_alone(audited: Audited, tmp_path: Path) -> None:
    """All sites are in the report; the one whose evidence is damaged is untested."""
    run = tmp_path / "run"
    shutil.copytree(audited.run, run)
    with (run / "snapshots" / "dinkes" / "evidence.warc.gz").open("r+b") as file:
        file.seek(2000)
        file.write(b"xxxx")
    done = webaudit("assess", run, "--json", "-", "--quiet", cwd=tmp_path)

    sites = {site["id"]: site["status"] for site in json.loads(done.stdout)["sites"]}
    assert len(sites) == len(audited.report["sites"])
    assert sites["dinkes"] == "untested"
    assert sites["diskominfo"] == "reachable"


def test_verify_needs_no_sound_facts(audited: Audited, tmp_path: Path) -> None:
    """A run.json that was torn is named as changed, with code 1."""
    shutil.copytree(audited.run, tmp_path / "run")
    (tmp_path / "run" / "run.json").write_text("{")
    done = webaudit("verify", "run", cwd=tmp_path)

    assert done.returncode == 1
    assert "run.json" in done.stderr


def test_no_worker_outlives_a_killed_audit(audited: Audited, tmp_path: Path) -> None:
    """After kill -9 of the command its processes end by themselves."""
    run = tmp_path / "run"
    shutil.copytree(audited.run, run)
    process = subprocess.Popen(
        [WEBAUDIT, "assess", run, "--jobs", "2", "--quiet"], stderr=subprocess.DEVNULL, start_new_session=True
    )
    assert _comes_true(lambda: len(_group(process.pid)) >= 3)
    process.send_signal(signal.SIGKILL)
    process.wait()

    assert _comes_true(lambda: not _group(process.pid))


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_terminated_in_the_background(jobs: str, tmp_path: Path) -> None:
    """A shell's background is deaf to Ctrl-C; SIGTERM ends the command and all its processes."""
    (tmp_path / "sites.yaml").write_text("- http://silent.example/\n")
    with (
        socket.create_server(("127.0.0.1", 0)) as silent,
        subprocess.Popen(
            [
                *(WEBAUDIT, "audit", "--quiet", "--run", "run", "--jobs", jobs),
                *("--resolve", f"silent.example:80:127.0.0.1:{silent.getsockname()[1]}"),
                *("--resolve", f"silent.example:443:127.0.0.1:{silent.getsockname()[1]}"),
            ],
            cwd=tmp_path,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN),
        ) as process,
    ):
        begun = _comes_true(lambda: list(tmp_path.glob("run/snapshots/*/*.part")))
        process.send_signal(signal.SIGTERM)
        _, said = process.communicate(timeout=15)

    assert begun
    assert (process.returncode, said) == (143, "")
    assert _comes_true(lambda: not _group(process.pid))


def _group(leader: int) -> list[int]:
    """The processes of a group that are alive."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, _, group = path.read_text().rpartition(") ")[2].split()[:3]
            if int(group) == leader and state != "Z":
                found.append(int(path.parent.name))
    return found


def _comes_true(condition: Callable[[], object], seconds: float = 20.0) -> bool:
    """Whether it does within some seconds."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if condition():
            return True
        time.sleep(0.05)
    return False
