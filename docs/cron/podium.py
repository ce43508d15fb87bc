"""Prints the first three of each group with their scores: python3 podium.py report.json."""

import json
import sys
from pathlib import Path

report = json.loads(Path(sys.argv[1]).read_text("utf-8"))

names = {site["id"]: site["name"] or site["url"] for site in report["sites"]}
for group in report["ranking"]:
    print(group["group"] or "all")
    for place in group["places"]:
        if place["rank"] is not None and place["rank"] <= 3:
            shared = " =" if place["tied_with"] else ""
            print(f"{place['rank']}{shared}\t{place['value']:.2f}\t{names[place['id']]}")
