"""CPU, wall time and memory of a whole audit against its rivals, paired in one run on the farm.

    python bench/speed.py [--sites 100] [--pages 50] [--parts rivals growth] [--write]

rivals: Scrapy, which only crawls, and linkchecker, which checks links, on the same sites; without the checks
of accessibility; with two processes. growth: ten times as many sites. Needs bench/farm/requirements*.txt.
All are measured as whole processes with all their children, one after the other.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

sys.path.insert(0, str(Path(__file__).parent))
from farm_server import FARM, WEBAUDIT, farm
from figures import Figure, conclude

PACE = ("--allow-private", "--rate", "0", "--quiet")
LINKCHECKER = (*("--no-status", "--no-warnings", "-o", "none"), "--threads", "10")


@dataclass(frozen=True)
class Used:
    """What a command took with its children."""

    cpu_seconds: float
    wall_seconds: float
    peak_mb: int


def measured(command: list[str]) -> Used:
    """Runs a command; what it printed is shown if it failed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    # What pip installs it compiles: a program that may not keep what it compiles would do so at each start.
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=env)
    peak = 0
    ended = threading.Event()

    def watch() -> None:
        nonlocal peak
        while not ended.wait(0.1):
            try:
                root = psutil.Process(process.pid)
                tree = [root, *root.children(recursive=True)]
                peak = max(peak, sum(one.memory_info().rss for one in tree))
            except psutil.Error:
                continue

    watcher = threading.Thread(target=watch)
    watcher.start()
    text, _ = process.communicate()
    ended.set()
    watcher.join()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    # linkchecker ends with 1 if a link is broken, and some are.
    if process.returncode not in (0, 1):
        print(text[-2000:], file=sys.stderr)
        raise RuntimeError(f"{command[0]} ended with {process.returncode}")
    return Used(cpu, time.monotonic() - start, peak >> 20)


def audit(sites: Path, *options: str) -> Used:
    """A whole audit of the farm, with a report."""
    with tempfile.TemporaryDirectory() as run:
        command = [WEBAUDIT, "audit", str(sites), "--run", f"{run}/run", "--json", os.devnull]
        return measured([*command, *PACE, *options])


def rivals(sites: int, pages: int, checked: int) -> list[Figure]:
    """The audit against others on the same farm, page by page."""
    number = sites * pages
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with farm(folder, "--sites", str(sites), "--pages", str(pages)) as listed:
            whole = audit(listed)
            scrapy = measured(
                [sys.executable, str(FARM.parent / "scrapy_crawl.py"), str(folder / "list.txt")]
            )
            light = audit(listed, "--ignore", "accessibility")
            two = audit(listed, "--jobs", "2")
            # It takes a second of CPU for a handful of pages, so that a few sites will do.
            urls = (folder / "list.txt").read_text().split()[:checked]
            linkchecker = measured([str(Path(sys.executable).with_name("linkchecker")), *LINKCHECKER, *urls])
    own = whole.cpu_seconds / number
    return [
        Figure("audit, all checks", 1000 * own, "CPU ms a page"),
        Figure("audit, without accessibility", 1000 * light.cpu_seconds / number, "CPU ms a page"),
        Figure("Scrapy, crawl alone", 1000 * scrapy.cpu_seconds / number, "CPU ms a page"),
        Figure("linkchecker", 1000 * linkchecker.cpu_seconds / (checked * pages), "CPU ms a page"),
        Figure("CPU of the audit, as part of Scrapy's", whole.cpu_seconds / scrapy.cpu_seconds, most=0.8),
        Figure("the same without accessibility", light.cpu_seconds / scrapy.cpu_seconds, most=0.5),
        Figure(
            "CPU of the audit, as part of linkchecker's",
            own * checked * pages / linkchecker.cpu_seconds,
            most=0.1,
        ),
        Figure("wall, two processes", two.wall_seconds, "s"),
        Figure("wall, Scrapy", scrapy.wall_seconds, "s"),
        Figure(
            "how many times as fast as Scrapy, two processes",
            scrapy.wall_seconds / two.wall_seconds,
            least=2.5,
        ),
        Figure("peak of the process tree", whole.peak_mb, "MB", most=300),
        Figure("the same, two processes", two.peak_mb, "MB"),
        Figure("the same, Scrapy", scrapy.peak_mb, "MB"),
    ]


def growth(sites: int, pages: int) -> list[Figure]:
    """Ten times as many sites against the tenth."""
    used = []
    for number in (sites // 10, sites):
        with (
            tempfile.TemporaryDirectory() as name,
            farm(Path(name), "--sites", str(number), "--pages", str(pages)) as listed,
        ):
            used.append(audit(listed))
    few, many = used
    label = f"from {sites // 10} to {sites} sites of {pages} pages"
    return [
        Figure(f"CPU a page, {label}", many.cpu_seconds / few.cpu_seconds / 10, "times", most=1.1),
        Figure(f"peak of memory, {label}", many.peak_mb / few.peak_mb, "times", most=1.3),
        Figure(f"peak, {sites} sites of {pages} pages", many.peak_mb, "MB"),
    ]


def main() -> int:
    """Measures, prints, and says by the exit code whether all figures hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--sites", type=int, default=100)
    parser.add_argument("--pages", type=int, default=50)
    parser.add_argument("--linkchecker-sites", type=int, default=4)
    parser.add_argument("--growth-sites", type=int, default=1000)
    parser.add_argument("--growth-pages", type=int, default=5)
    parser.add_argument("--parts", nargs="+", choices=("rivals", "growth"), default=("rivals", "growth"))
    parser.add_argument("--write", action="store_true", help="the figures into bench/README.md")
    args = parser.parse_args()
    load = os.getloadavg()[0]
    code = 0
    if "rivals" in args.parts:
        figures = rivals(args.sites, args.pages, args.linkchecker_sites)
        code |= conclude("speed rivals", figures, load, write=args.write)
    if "growth" in args.parts:
        figures = growth(args.growth_sites, args.growth_pages)
        code |= conclude("speed growth", figures, load, write=args.write)
    return code


if __name__ == "__main__":
    sys.exit(main())
