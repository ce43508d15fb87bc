"""kill -9 at random moments of a capture, then --resume: equal to an undisturbed run.

    python bench/kill.py [--kills 20] [--seed 1]

Equal means: after dropping `run`, `captured_at`, digests and measures in ms. Prints the share of requests
that were kept, that is, not made again after the kill.
"""

import argparse
import contextlib
import json
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from farm_server import WEBAUDIT, farm, webaudit

PACE = ("--allow-private", "--rate", "0", "--quiet")


def comparable(report: dict) -> dict:
    """The report without what must differ between two captures."""
    report = dict(report)
    del report["run"]

    def dropped(node: object) -> object:
        if isinstance(node, dict):
            return {
                key: dropped(value)
                for key, value in node.items()
                if key not in ("captured_at", "snapshot", "evidence") and not key.endswith("_ms")
            } | (
                {"measure": None} if str((node.get("measure") or {}).get("name", "")).endswith("_ms") else {}
            )
        if isinstance(node, list):
            return [dropped(item) for item in node]
        return re.sub(r"\d+(\.\d+)? ms", "ms", node) if isinstance(node, str) else node

    return dropped(report)


def exchanges(run: Path) -> int:
    """Number of whole gzip members on the disk: one an Exchange, near enough for a share."""
    from webaudit.store.warc import read_evidence

    count = 0
    for path in run.glob("snapshots/**/evidence*.warc.gz*"):
        # A torn file reads up to its last whole member.
        with contextlib.suppress(Exception):
            for _ in read_evidence(path):
                count += 1
    return count


def main() -> int:
    """Measures, prints, and says by the exit code whether all was well."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    chance = random.Random(args.seed)
    failed, shares = 0, []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        options = ("--sites", "10", "--pages", "20", "--latency-ms", "50-200")
        with farm(folder, *options) as sites:
            whole = folder / "whole"
            start = time.monotonic()
            webaudit("capture", str(sites), "--run", str(whole), *PACE)
            seconds = time.monotonic() - start
            webaudit("assess", str(whole), "--json", str(folder / "whole.json"), "--quiet")
            expected = comparable(json.loads((folder / "whole.json").read_text()))
            total = exchanges(whole)
            print(f"undisturbed: {seconds:.1f} s, {total} exchanges")
            for number in range(args.kills):
                run, out = folder / f"run-{number}", folder / f"{number}.json"
                command = [WEBAUDIT, "capture", str(sites), "--run", str(run), *PACE]
                process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                # Most of it is capture; the first second is Python's own start.
                moment = chance.uniform(1.0, seconds)
                time.sleep(moment)
                process.send_signal(signal.SIGKILL)
                process.wait()
                if not (run / "run.json").exists():
                    print(f"kill {number}: at {moment:.1f} s, before the run began")
                    continue
                kept = exchanges(run)
                done = webaudit("audit", "--resume", str(run), "--json", str(out), *PACE)
                equal = done.returncode == 0 and comparable(json.loads(out.read_text())) == expected
                after = exchanges(run)
                failed += not equal
                shares.append(kept / total)
                print(f"kill {number}: at {moment:.1f} s, kept {kept}/{total}, then {after}, equal: {equal}")
                print(done.stderr, end="")
    mean = 100 * sum(shares) / max(1, len(shares))
    print(f"{args.kills} kills, {failed} unequal; kept {mean:.0f} % of the requests on average")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
