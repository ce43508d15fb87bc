"""What the checks find on the test cases of W3C's ACT Rules, rule by rule.

    python bench/act.py FOLDER [--list]

FOLDER holds testcases.json and testcases/ as W3C publishes them (w3c/wcag-act-rules, content-assets). The
answer stands in most titles; it is taken out before a page is read. Prints for each rule that a check cites:
failed examples that are found, undecided ones, and false alarms on passed and inapplicable examples. With
--list, each miss and alarm by name.
"""

import argparse
import json
import re
import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from webaudit.checks import catalogue
from webaudit.extract.html import read_page
from webaudit.model.check import AnyCheck
from webaudit.model.evidence import Exchange, Purpose
from webaudit.model.finding import Outcome

_TITLE = re.compile(
    rb"(<title[^>]*>)\s*(?:Passed|Failed|Inapplicable) Example \d+\s*(</title>)", re.IGNORECASE
)
_TYPES = {".html": "text/html; charset=utf-8", ".xhtml": "application/xhtml+xml", ".svg": "image/svg+xml"}


def outcomes(check: AnyCheck, file: Path) -> set[Outcome]:
    """The outcomes of a check on one page."""
    page = read_page(
        Exchange(
            url=f"https://act.example/{file.name}",
            purpose=Purpose.PAGE,
            started_at=datetime(2026, 1, 1, tzinfo=UTC),
            http_version="HTTP/1.1",
            status=200,
            headers=(("content-type", _TYPES.get(file.suffix, "application/octet-stream")),),
            body=_TITLE.sub(rb"\1Example page\2", file.read_bytes()),
            address="192.0.2.1",
            first_byte_ms=1.0,
            total_ms=1.0,
            failure=None,
        )
    )
    return {verdict.outcome for verdict in check(page)} if page else set()


def main() -> int:
    """Reads, judges and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--list", action="store_true")
    args = parser.parse_args()
    by_rule = {
        source.section: check
        for check in catalogue().checks
        for source in check.sources
        if source.standard == "ACT" and check.page
    }
    counts: dict[str, Counter[str]] = {}
    listed = []
    cases = json.loads((args.folder / "testcases.json").read_text(encoding="utf-8"))["testcases"]
    for case in {(case["ruleId"], case["testcaseId"]): case for case in cases}.values():
        rule, expected = case["ruleId"], case["expected"]
        if rule not in by_rule:
            continue
        said = outcomes(by_rule[rule], args.folder / case["relativePath"])
        count = counts.setdefault(rule, Counter())
        if expected == "failed":
            count["failed"] += 1
            count["found"] += Outcome.FAILED in said
            count["undecided"] += Outcome.FAILED not in said and Outcome.CANT_TELL in said
        else:
            count["others"] += 1
            count["alarms"] += Outcome.FAILED in said
        if (Outcome.FAILED in said) is not (expected == "failed"):
            listed.append(f"{rule} {expected:12} {case['relativePath']}")
    print(f"{'rule':8}{'check':26}{'found':>10}{'undecided':>11}{'alarms':>10}")
    for rule, count in sorted(counts.items(), key=lambda one: by_rule[one[0]].id):
        found, alarms = f"{count['found']}/{count['failed']}", f"{count['alarms']}/{count['others']}"
        print(f"{rule:8}{by_rule[rule].id:26}{found:>10}{count['undecided']:>11}{alarms:>10}")
    total = sum(counts.values(), Counter[str]())
    print(
        f"{len(counts)} rules: {total['found']} of {total['failed']} failed examples found, "
        f"{total['undecided']} undecided, {total['alarms']} false alarms on {total['others']} others"
    )
    if args.list:
        print(*listed, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
