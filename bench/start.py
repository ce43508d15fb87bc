"""Start-up time of the command against an empty Typer application, and the installed size.

python bench/start.py
"""

import statistics
import subprocess
import sys
import sysconfig
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from farm_server import WEBAUDIT

EMPTY = """
import typer
app = typer.Typer()
@app.command()
def run(name: str = typer.Option("x", help="A name.")) -> None:
    '''Does nothing.'''
app()
"""


def seconds(command: list[str]) -> float:
    """Wall time of one start."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> int:
    """Measures in pairs, so that the machine's moods hit both."""
    ours, empty = [], []
    for _ in range(15):
        ours.append(seconds([WEBAUDIT, "--help"]))
        empty.append(seconds([sys.executable, "-c", EMPTY, "--help"]))
    ratio = statistics.median(a / b for a, b in zip(ours, empty, strict=True))
    print(f"--help {statistics.median(ours):.3f} s, an empty Typer app {statistics.median(empty):.3f} s")
    print(f"ratio {ratio:.2f}")
    packages = Path(sysconfig.get_paths()["purelib"])
    size = sum(p.stat().st_size for p in packages.rglob("*") if p.is_file() and p.suffix != ".pyc")
    print(f"site-packages of this environment without .pyc: {size / 1e6:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
