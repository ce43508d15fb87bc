"""The farm of virtual sites on loopback, started and ended for a measurement."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FARM = Path(__file__).parent / "farm" / "farm.py"
WEBAUDIT = str(Path(sys.executable).parent / "webaudit")


@contextmanager
def farm(folder: Path, *options: str) -> Iterator[Path]:
    """Serves a farm; yields a sites.yaml of its sites, beside which `truth.json` and `list.txt` lie.

    Args:
        folder: for these files.
        options: of farm.py, "--sites", "40" …
    """
    sites, truth, listing = folder / "sites.yaml", folder / "truth.json", folder / "list.txt"
    # The list is made without serving, by the same seed: farm.py writes it before it binds.
    command = [sys.executable, str(FARM), "--truth", str(truth), "--list", str(listing), *options]
    if "--port" not in options:
        # Two farms on one port would share the requests, without a word.
        command += ["--port", str(_free_port())]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        assert server.stdout is not None
        if not server.stdout.readline().startswith("farm ready"):
            raise RuntimeError("the farm did not start; it needs bench/farm/requirements.txt")
        sites.write_text("".join(f"- {url}\n" for url in listing.read_text().split()))
        yield sites
    finally:
        server.terminate()
        server.wait()


def _free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def webaudit(*arguments: str, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Runs the command of this environment."""
    return subprocess.run([WEBAUDIT, *arguments], capture_output=True, text=True, env=env, check=False)
