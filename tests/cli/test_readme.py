"""What the README shows works: its commands, the crontab line, the systemd units, the script for the jury."""

import configparser
import json
import os
import re
import shlex
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.conftest import Audited, webaudit

ROOT = Path(__file__).parents[2]
CRON = ROOT / "docs" / "cron"
READMES = ("README.md", "README.id.md")


def shown_commands(readme: str) -> list[str]:
    """Each `webaudit …` line in the README's blocks of code."""
    blocks = re.findall(r"```sh\n(.*?)```", (ROOT / readme).read_text("utf-8"), re.DOTALL)
    lines = [line.split("#")[0].strip() for block in blocks for line in block.splitlines()]
    return [line for line in lines if line.startswith("webaudit")]


@pytest.mark.parametrize("readme", READMES)
def test_every_command_shown_is_understood(readme: str) -> None:
    """Commands and options that the README shows exist."""
    commands = shown_commands(readme)

    assert len(commands) >= 6
    for command in commands:
        done = webaudit(*shlex.split(command)[1:], "--help")
        assert done.returncode == 0, f"{command}: {done.stderr}"


@pytest.mark.parametrize("readme", READMES)
def test_files_that_are_linked_are_there(readme: str) -> None:
    """No link of the README is dead."""
    links = re.findall(r"\]\(([^)#:]+)\)", (ROOT / readme).read_text("utf-8"))

    assert [link for link in links if not (ROOT / link).exists()] == []


@pytest.mark.parametrize("readme", READMES)
def test_the_crontab_line_is_the_file_s(readme: str) -> None:
    """The README shows the line that docs/cron/crontab holds."""
    assert _crontab_line() in (ROOT / readme).read_text("utf-8")


def _crontab_line() -> str:
    return (CRON / "crontab").read_text("utf-8").splitlines()[-1]


class _Agency(BaseHTTPRequestHandler):
    """A site of one good page."""

    def do_GET(self) -> None:
        body = (
            b'<html lang="id"><title>Dinas Contoh</title><h1>Dinas Contoh</h1><p>Selamat datang.</p></html>'
        )
        found = self.path == "/"
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body) if found else 0))
        self.end_headers()
        self.wfile.write(body if found else b"")

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture
def installed(tmp_path: Path) -> Iterator[Path]:
    """A folder as the README puts it at /srv/webaudit: an environment, and a list of one site on loopback."""
    (tmp_path / ".venv").symlink_to(Path(sys.executable).parent.parent)
    with ThreadingHTTPServer(("127.0.0.1", 0), _Agency) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        (tmp_path / "sites.yaml").write_text(f"- http://127.0.0.1:{server.server_port}/\n")
        yield tmp_path
        server.shutdown()


ENV = {"PATH": "/usr/bin:/bin", "WEBAUDIT_ALLOW_PRIVATE": "1", "WEBAUDIT_RATE": "0"}


@pytest.mark.network
def test_the_crontab_line_runs(installed: Path) -> None:
    """Cron's shell, without HOME or LANG, leaves a whole report."""
    command = _crontab_line().split(maxsplit=5)[5].replace("/srv/webaudit", str(installed))
    done = subprocess.run(["/bin/sh", "-c", command], env=ENV, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    assert json.loads((installed / "report.json").read_text("utf-8"))["sites"][0]["status"] == "reachable"


@pytest.mark.network
def test_the_systemd_service_runs(installed: Path) -> None:
    """What the unit starts, in the folder that it names, leaves a whole report; the timer names a time."""
    service, timer = (configparser.ConfigParser(strict=True, interpolation=None) for _ in range(2))
    service.read(CRON / "webaudit.service")
    timer.read(CRON / "webaudit.timer")
    command = service["Service"]["ExecStart"].replace("/srv/webaudit", str(installed))
    folder = service["Service"]["WorkingDirectory"].replace("/srv/webaudit", str(installed))
    done = subprocess.run(
        shlex.split(command), cwd=folder, env=ENV, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    assert (installed / "report.json").exists()
    assert timer["Timer"]["OnCalendar"]


@pytest.mark.network
def test_the_script_for_the_jury_names_the_first_three(audited: Audited) -> None:
    """It prints the first three of each group, with rank, score and name."""
    done = subprocess.run(
        [sys.executable, str(CRON / "podium.py"), str(audited.json)],
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=True,
    )
    lines = [line.split("\t") for line in done.stdout.splitlines()[1:]]

    ranks = [int(line[0].split()[0]) for line in lines]
    scores = [float(line[1]) for line in lines]
    assert len(lines) >= 3
    assert ranks == sorted(ranks)
    assert ranks[0] == 1
    assert scores == sorted(scores, reverse=True)
