"""Planted truths of the farm against the report: all found, none false.

    python bench/truth.py [--sites 40] [--pages 30] [--faults 0.2]

Needs bench/farm/requirements.txt. Exit code 1 and a line for each disagreement.
"""

import argparse
import json
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

sys.path.insert(0, str(Path(__file__).parent))
from farm_server import farm, webaudit

STATUS = {
    None: {"reachable"},
    "down": {"unreachable"},
    "hang": {"unreachable"},
    "http500": {"degraded"},
    "reset": {"unreachable", "degraded"},
    "loop": {"unreachable", "degraded"},
    "slow": {"reachable"},
    "robots": {"disallowed"},
    "soft404": {"reachable"},
}


def path(url: str) -> tuple[str, str]:
    """Host and path: where a page is, whatever the scheme and query."""
    return urlsplit(url).netloc, urlsplit(url).path


def disagreements(truth: list[dict], report: dict) -> list[str]:
    """One line for each."""
    problems = []
    by_url = {site["url"].rstrip("/"): site for site in report["sites"]}
    for planted in truth:
        site = by_url[planted["url"].rstrip("/")]
        found = {finding["check"]: finding for finding in site["findings"]}
        say = lambda text: problems.append(f"{planted['url']} ({planted['fault']}): {text}")  # noqa: B023, E731
        fault = planted["fault"]
        if site["status"] not in STATUS[fault]:
            say(f"status {site['status']} ({site['reason']})")
        alive = fault in (None, "slow", "robots", "soft404")
        expected = "passed" if alive else "failed"
        if found["home-answers"]["outcome"] != expected:
            say(f"home-answers {found['home-answers']['outcome']}")
        if not alive:
            for check in ("page-language", "dead-links", "newest-content"):
                if found[check]["outcome"] not in ("untested", "cantTell"):
                    say(f"{check} {found[check]['outcome']} although nothing was captured")
            continue
        language = found["page-language"]["outcome"]
        if language != ("passed" if planted["lang"] else "failed"):
            say(f"page-language {language}, lang planted: {planted['lang']}")
        if fault == "robots":
            continue
        newest = [loc for loc in found["newest-content"]["locations"] if "date" in loc["values"]]
        dates = {str(loc["values"]["date"])[:10] for loc in newest}
        if dates != {planted["newest"]}:
            say(f"newest-content {sorted(dates)}, planted {planted['newest']}")
        dead = {
            path(loc["values"]["url"])
            for loc in found["dead-links"]["locations"]
            if loc["outcome"] == "failed"
        }
        broken = {path(url) for url in planted["broken"]}
        if missed := broken - dead:
            say(f"dead-links missed {sorted(missed)}")
        if false := dead - broken:
            say(f"dead-links falsely {sorted(false)}")
    return problems


def main() -> int:
    """Measures, prints, and says by the exit code whether all was well."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sites", default="40")
    parser.add_argument("--pages", default="30")
    parser.add_argument("--faults", default="0.2")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with farm(folder, "--sites", args.sites, "--pages", args.pages, "--faults", args.faults) as sites:
            run = webaudit(
                *("audit", str(sites), "--run", str(folder / "run"), "--json", str(folder / "report.json")),
                *("--allow-private", "--rate", "0", "--quiet", "--lang", "en", "--jobs", "2"),
            )
        print(f"webaudit ended with {run.returncode}")
        truth = json.loads((folder / "truth.json").read_text())
        problems = disagreements(truth, json.loads((folder / "report.json").read_text()))
        for problem in problems:
            print(problem)
        print(f"{len(truth)} sites, {len(problems)} disagreements")
        return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
