"""A bed of hostile sites among healthy ones, audited in one batch, on a network of its own.

    python bench/hostile.py [bed] [narrow] [dead] [--dead 1000] [--group NAME] [--keep FOLDER]

`bed`: all behaviours of hostile_bed and 20 healthy sites. `narrow`: the same with 64 descriptors and
1 GiB of address space. `dead`: 1,000 sites that are not there. Without a name all three.

Needs Linux with user namespaces: the network holds nothing but the loopback interface, on which every address
answers. Private ones are a canary, which nobody may ask. Prints what survived, seconds, the peak memory of
the process tree, and the requests that sites got; ends with 1 if a bound was broken.
"""

import argparse
import asyncio
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import hostile_bed
from farm_server import WEBAUDIT
from hostile_bed import Bed, Net, sites_yaml
from kill import comparable

MOST_BYTES = 400_000_000
MOST_REQUESTS = 400
BATCH_SECONDS, DEAD_SECONDS = 20 * 60, 150
CANARY_NETS = ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "100.64.0.0/10")
CANARY_NETS6 = ("fd00::/8", "64:ff9b::/96", "2002::/16", "fe80::1/128")


def network() -> None:
    """Makes every address of the bed one of this machine, in a namespace that is left with the process."""
    resolver = Path(tempfile.mkstemp(prefix="resolv-")[1])
    resolver.write_text("nameserver 127.0.0.1\n")
    commands = [
        "ip link set lo up",
        "ip link add hole type ifb",
        "ip link set hole up",
        f"ip route add {hostile_bed.BLACK_HOLE} dev hole",
        f"ip route add unreachable {hostile_bed.NO_ROUTE}",
        *(f"ip route add local {net} dev lo" for net in (hostile_bed.HOSTILE_NET, *CANARY_NETS)),
        *(f"ip -6 route add local {net} dev lo" for net in (hostile_bed.HOSTILE_NET6, *CANARY_NETS6)),
        f"mount --bind {resolver} /etc/resolv.conf",
    ]
    for command in commands:
        subprocess.run(command.split(), check=True)


class Watch(threading.Thread):
    """The most memory that a process and its children had at once.

    Attributes:
        resident: the sum of what each has; what they share is counted in each.
        proportional: the same, what they share counted once.
        peak: when the most was had, and by which processes.
    """

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self._root = process
        self.resident = self.proportional = 0
        self.peak = ""

    def run(self) -> None:
        """Looks ten times a second."""
        start = time.monotonic()
        while Path(f"/proc/{self._root}").exists():
            sums = [self._size(number) for number in self._tree()]
            resident = sum(size for size, _ in sums)
            if resident > self.resident:
                self.resident = resident
                shares = " + ".join(f"{size / 1e6:.0f}" for size, _ in sums)
                self.peak = f"after {time.monotonic() - start:.0f} s: {shares}"
            self.proportional = max(self.proportional, sum(size for _, size in sums))
            time.sleep(0.1)

    def _tree(self) -> list[int]:
        found = [self._root]
        for number in found:
            with suppress(OSError):
                for task in Path(f"/proc/{number}/task").iterdir():
                    found += map(int, (task / "children").read_text().split())
        return found

    def _size(self, number: int) -> tuple[int, int]:
        sizes = {"Rss:": 0, "Pss:": 0}
        with suppress(OSError):
            for line in Path(f"/proc/{number}/smaps_rollup").read_text().splitlines():
                name, *rest = line.split()
                if name in sizes:
                    sizes[name] = int(rest[0]) * 1024
        return sizes["Rss:"], sizes["Pss:"]


def narrow() -> None:
    """64 descriptors and 1 GiB of address space."""
    resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))
    resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))


def audit(
    net: Net, beds: list[Bed], folder: Path, name: str, *, limits: bool = False
) -> tuple[dict, Watch, float]:
    """One batch; prints its figures."""
    listing, report = folder / f"{name}.yaml", folder / f"{name}.json"
    listing.write_text(sites_yaml(beds))
    net.forget()
    command = [
        WEBAUDIT,
        "audit",
        listing,
        "--json",
        report,
        "--run",
        folder / f"run-{name}",
        "--quiet",
        "--rate",
        "0",
    ]
    # How long a site takes hangs on what else this machine does.
    command += ["--ca-bundle", folder / "roots.pem", "--lang", "en", "--ignore", "first-byte"]
    with (folder / f"{name}.log").open("w") as log:
        start = time.monotonic()
        process = subprocess.Popen(command, stdout=log, stderr=log, preexec_fn=narrow if limits else None)
        watch = Watch(process.pid)
        watch.start()
        code = process.wait()
        seconds = time.monotonic() - start
    said = (folder / f"{name}.log").read_text("utf-8", "replace")
    found = json.loads(report.read_text("utf-8")) if report.exists() else {"sites": []}
    asked = sorted(((net.asked(bed), bed.name) for bed in beds), reverse=True)
    print(f"\n{name}: {len(beds)} sites, code {code}, {seconds:.0f} s")
    print(
        f"  peak of the process tree: {watch.resident / 1e6:.0f} MB resident, "
        f"{watch.proportional / 1e6:.0f} MB proportional; {watch.peak}"
    )
    print(
        f"  in the report {len(found['sites'])}: {dict(Counter(site['status'] for site in found['sites']))}"
    )
    print(f"  reasons: {dict(Counter(str(site['reason']) for site in found['sites']))}")
    print(
        f"  requests: most {asked[:3]}, sum {sum(number for number, _ in asked)}; "
        f"canary: {dict(Counter(net.canary)) or 'not asked'}"
    )
    problems = {
        f"exit code {code}": code not in (0, 1),
        f"{len(beds) - len(found['sites'])} sites are missing": len(found["sites"]) != len(beds),
        "a traceback": "Traceback" in said,
        "control characters were printed": any(sign in said for sign in "\x1b\x07\x9b\u202e"),
        f"{watch.resident / 1e6:.0f} MB": watch.resident > MOST_BYTES,
        f"{asked[0][0]} requests": asked[0][0] > MOST_REQUESTS,
        "the canary was asked": bool(net.canary),
        "sites are our fault": any(site["status"] == "untested" for site in found["sites"]),
    }
    for problem, broken in problems.items():
        if broken:
            print(f"  BROKEN: {problem}")
    for site in found["sites"]:
        if site["status"] == "untested":
            print(f"  untested: {site['id']} {site['name']}: {site['reason']}")
            break
    watch.broken = any(problems.values())  # type: ignore[attr-defined]
    return found, watch, seconds


def _first_difference(one: object, other: object) -> str:
    """Where two texts begin to differ."""
    texts = str(one), str(other)
    at = len(os.path.commonprefix(texts))  # noqa: RUF071 - sign by sign is what is wanted
    return " != ".join(text[max(0, at - 80) : at + 120] for text in texts)


def alike(one: dict, other: dict) -> bool:
    """Whether the healthy sites came out the same, but for times and ranks; prints what differs."""
    pairs = []
    for report in (one, other):
        sites = comparable({**report, "run": None})["sites"]
        pairs.append({site["id"]: site for site in sites if site["id"].startswith("healthy")})
    differing = [id for id, site in pairs[0].items() if pairs[1].get(id) != site]
    for id in differing[:3]:
        for key, value in pairs[0][id].items():
            other_value = pairs[1].get(id, {}).get(key)
            if other_value != value:
                print(f"  BROKEN: {id} {key}: {_first_difference(value, other_value)}")
    print(f"  healthy sites: {len(pairs[0])}, {len(differing)} differ from a run without hostile ones")
    return not differing


def main() -> int:
    """Measures, prints, and says by the exit code whether all was well."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", choices=["bed", "narrow", "dead", []], default=[])
    parser.add_argument("--dead", type=int, default=1000)
    parser.add_argument("--group", action="append", help="hostile sites of this group alone; may be repeated")
    parser.add_argument("--keep", type=Path)
    args = parser.parse_args()
    if os.environ.get("HOSTILE_BED") != "inside":
        os.environ["HOSTILE_BED"] = "inside"
        os.execvp("unshare", ["unshare", "-rnm", sys.executable, *sys.argv])
    network()
    healthy = list(hostile_bed.healthy())
    groups = [make for make in hostile_bed.GROUPS if not args.group or make.__name__ in args.group]
    hostile = [bed for make in groups for bed in make()]
    dead = list(hostile_bed.dead(args.dead))
    net = Net([*healthy, *hostile, *dead])
    ready = threading.Event()
    threading.Thread(target=lambda: asyncio.run(net.serve(ready.set)), daemon=True).start()
    if not ready.wait(60):
        raise RuntimeError("the bed did not start")
    folder = args.keep or Path(tempfile.mkdtemp(prefix="hostile-"))
    folder.mkdir(exist_ok=True)
    (folder / "roots.pem").write_bytes(net.bundle)
    parts = args.parts or ["bed", "narrow", "dead"]
    broken = False
    whole = [*hostile[::2], *healthy, *hostile[1::2]]
    try:
        if "bed" in parts or "narrow" in parts:
            alone, watch, _ = audit(net, healthy, folder, "healthy")
            broken |= watch.broken  # type: ignore[attr-defined]
        for name in ("bed", "narrow"):
            if name in parts:
                found, watch, seconds = audit(net, whole, folder, name, limits=name == "narrow")
                broken |= not alike(alone, found) or watch.broken or seconds > BATCH_SECONDS  # type: ignore[attr-defined]
        if "dead" in parts:
            # With one that answers, so that it is no outage of ours.
            _, watch, seconds = audit(net, [*dead, healthy[0]], folder, "dead")
            broken |= watch.broken or seconds > DEAD_SECONDS  # type: ignore[attr-defined]
    finally:
        if not args.keep:
            shutil.rmtree(folder, ignore_errors=True)
    print("\nBROKEN" if broken else "\nall bounds held")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
