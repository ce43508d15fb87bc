"""One stored run judged in many ways: the JSON must be equal to the byte.

    python bench/replay.py [--sites 20] [--pages 20]

Judges it with one and two processes, in three parts merged in every order, from a copy elsewhere, and (if
`faketime` of Debian is there) under a clock five years ahead, another time zone, language and hash seed.
"""

import argparse
import hashlib
import itertools
import os
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from farm_server import farm, webaudit


def judged(run: Path, *options: str, env: dict[str, str] | None = None) -> str:
    """SHA-256 of the JSON that `webaudit assess` gives."""
    done = webaudit("assess", str(run), "--json", "-", "--quiet", *options, env=env)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return hashlib.sha256(done.stdout.encode()).hexdigest()


def main() -> int:
    """Measures, prints, and says by the exit code whether all was well."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sites", default="20")
    parser.add_argument("--pages", default="20")
    args = parser.parse_args()
    sums: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        run, json = folder / "run", folder / "report.json"
        options = ("--sites", args.sites, "--pages", args.pages, "--faults", "0.2", "--cross-links")
        with farm(folder, *options) as sites:
            webaudit(
                *("audit", str(sites), "--run", str(run), "--json", str(json)),
                *("--allow-private", "--rate", "0", "--quiet"),
            )
        sums["audit"] = hashlib.sha256(json.read_bytes()).hexdigest()
        sums["assess"] = judged(run)
        sums["assess --jobs 2"] = judged(run, "--jobs", "2")
        parts = []
        for part in ("1", "2", "3"):
            parts.append(folder / f"part-{part}")
            shutil.copytree(run, parts[-1])
            shutil.rmtree(parts[-1] / "findings")
            webaudit("assess", str(parts[-1]), "--shard", f"{part}/3", "--quiet")
        for order in itertools.permutations(parts):
            label = "merged " + " ".join(part.name[-1] for part in order)
            into = folder / label.replace(" ", "-")
            webaudit("merge", *map(str, order), "--into", str(into), "--quiet")
            done = webaudit("report", str(into), "--format", "json")
            sums[label] = hashlib.sha256(done.stdout.encode()).hexdigest()
        elsewhere = folder / "some" / "other place"
        elsewhere.parent.mkdir()
        shutil.copytree(run, elsewhere)
        sums["copied elsewhere"] = judged(elsewhere)
        other = {**os.environ, "TZ": "America/St_Johns", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "4711"}
        sums["other zone, language, hash seed"] = judged(run, env=other)
        if library := next(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"), None):
            later = {**other, "LD_PRELOAD": str(library), "FAKETIME": "+5y"}
            sums["five years later, too"] = judged(run, env=later)
        else:
            print("five years later: not measured, faketime is not installed")
    for label, digest in sums.items():
        print(f"{digest[:16]}  {label}")
    print(f"{len(sums)} ways, {len(set(sums.values()))} different reports")
    return 0 if len(set(sums.values())) == 1 else 1


if __name__ == "__main__":
    sys.exit(main())
