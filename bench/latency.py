"""Time against slow sites: how near a capture comes to what slowness alone takes, and how right its clock is.

    python bench/latency.py [--sites 40] [--pages 50] [--timed-sites 70] [--write]

One request at a time a host, `--rate 0`. The farm answers each request after 50 to 300 ms: a capture can not
end before the site with the most requests, each 175 ms on average, or before its own CPU. With faults on a
fifth of the sites it may take one deadline of a site more. Then sites that all answer after the same time:
what the uptime checks report of them. Needs bench/farm/requirements.txt.
"""

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parent))
from farm_server import WEBAUDIT, farm, webaudit
from figures import Figure, conclude
from speed import PACE, Used, measured

from webaudit.model.plan import Budget

LEAST_MS, MOST_MS = 50, 300
TIMED_MS = 200


def captured(folder: Path, *options: str) -> tuple[Used, list[dict[str, object]]]:
    """What a capture of a farm took, and the sites of its report."""
    with farm(folder, *options) as sites:
        used = measured([WEBAUDIT, "capture", str(sites), "--run", str(folder / "run"), *PACE])
    done = webaudit("assess", str(folder / "run"), "--json", "-", "--quiet")
    return used, json.loads(done.stdout)["sites"]


def slow_sites(sites: int, pages: int) -> list[Figure]:
    """Wall time against the bound, without faults and with."""
    spread = ("--sites", str(sites), "--pages", str(pages), "--latency-ms", f"{LEAST_MS}-{MOST_MS}")
    with tempfile.TemporaryDirectory() as name:
        used, seen = captured(Path(name), *spread)
    with tempfile.TemporaryDirectory() as name:
        hindered, _ = captured(Path(name), *spread, "--faults", "0.2")
    most = max(site["crawl"]["requests"] for site in seen)
    bound = max(most * (LEAST_MS + MOST_MS) / 2000, used.cpu_seconds)
    return [
        Figure(f"bound: {most} requests of 175 ms, or CPU", bound, "s"),
        Figure(f"wall, {sites} sites of {pages} pages", used.wall_seconds, "s"),
        Figure("wall, as part of the bound", used.wall_seconds / bound, most=1.3),
        Figure(
            "wall that faults on a fifth of the sites add",
            hindered.wall_seconds - used.wall_seconds,
            "s",
            most=Budget().total_seconds,
        ),
    ]


def right_times(sites: int, pages: int) -> list[Figure]:
    """What `first-byte` reports of sites that are all equally slow, against how slow they are."""
    options = ("--sites", str(sites), "--pages", str(pages), "--latency-ms", str(TIMED_MS))
    with tempfile.TemporaryDirectory() as name:
        _, seen = captured(Path(name), *options)
    told = [
        location["measure"]["value"]
        for site in seen
        for finding in site["findings"]
        if finding["check"] == "first-byte"
        for location in finding["locations"]
    ]
    return [
        Figure(f"sites timed, of {sites} open at once", len(told), least=sites),
        Figure(f"first byte reported, {TIMED_MS} ms injected, median", median(told), "ms"),
        Figure(
            "the furthest from it",
            max(abs(one - TIMED_MS) for one in told) / TIMED_MS * 100,
            "%",
            most=10,
        ),
    ]


def main() -> int:
    """Measures, prints, and says by the exit code whether all figures hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--sites", type=int, default=40)
    parser.add_argument("--pages", type=int, default=50)
    parser.add_argument("--timed-sites", type=int, default=70)
    parser.add_argument("--timed-pages", type=int, default=20)
    parser.add_argument("--write", action="store_true", help="the figures into bench/README.md")
    args = parser.parse_args()
    load = os.getloadavg()[0]
    figures = slow_sites(args.sites, args.pages) + right_times(args.timed_sites, args.timed_pages)
    return conclude("latency", figures, load, write=args.write)


if __name__ == "__main__":
    sys.exit(main())
