"""CPU and memory of a whole audit against Scrapy that only crawls, in one run on the farm.

    python bench/speed.py [--sites 100] [--pages 50] [--jobs 1]

Needs bench/farm/requirements*.txt. Both are measured as whole processes with all their children, in turn.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import psutil

sys.path.insert(0, str(Path(__file__).parent))
from farm_server import FARM, WEBAUDIT, farm


def measured(command: list[str]) -> tuple[float, float, int, str]:
    """CPU and wall seconds, peak resident MB of a command with its children, and what it printed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    peak = 0
    ended = threading.Event()

    def watch() -> None:
        nonlocal peak
        while not ended.wait(0.1):
            try:
                root = psutil.Process(process.pid)
                tree = [root, *root.children(recursive=True)]
                peak = max(peak, sum(p.memory_info().rss for p in tree))
            except psutil.Error:
                continue

    watcher = threading.Thread(target=watch)
    watcher.start()
    text, _ = process.communicate()
    ended.set()
    watcher.join()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, time.monotonic() - start, peak >> 20, text


def main() -> int:
    """Measures, prints, and says by the exit code whether all was well."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sites", type=int, default=100)
    parser.add_argument("--pages", type=int, default=50)
    parser.add_argument("--jobs", default="1")
    args = parser.parse_args()
    pages = args.sites * args.pages
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with farm(folder, "--sites", str(args.sites), "--pages", str(args.pages)) as sites:
            pace = ("--allow-private", "--rate", "0", "--quiet", "--jobs", args.jobs)
            command = [WEBAUDIT, "audit", str(sites), "--run", str(folder / "run"), "--json", os.devnull]
            ours = measured([*command, *pace])
            theirs = measured(
                [sys.executable, str(FARM.parent / "scrapy_crawl.py"), str(folder / "list.txt")]
            )
    for label, (cpu, wall, peak, text) in (("webaudit", ours), ("scrapy", theirs)):
        print(f"{label:9} {1000 * cpu / pages:6.2f} CPU ms/page {wall:7.1f} s wall {peak:5} MB peak")
        print(text.strip()[-200:])
    print(f"ratio of CPU: {ours[0] / theirs[0]:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
