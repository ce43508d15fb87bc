"""The bed of bench/hostile.py: hostile and healthy sites, a DNS server and a canary, on their own network.

Runs where every address is on this machine (a network namespace): what a connection gets hangs on the address
that it was made to. An address that belongs to no site is a private one; whoever connects to it is counted.
Sites (wire, bodies, files, ways, doors, sites) are made of bed, and served by net.
"""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent.parent))
from hostile_bed.bed import BLACK_HOLE, HOSTILE_NET, HOSTILE_NET6, NO_ROUTE, Bed
from hostile_bed.bodies import codings, contents
from hostile_bed.doors import certificates, refusals, rules, traps
from hostile_bed.files import files
from hostile_bed.net import Net
from hostile_bed.sites import dead, healthy
from hostile_bed.ways import inward, names, redirects
from hostile_bed.wire import network, syntax

__all__ = [
    "BLACK_HOLE",
    "GROUPS",
    "HOSTILE_NET",
    "HOSTILE_NET6",
    "NO_ROUTE",
    "Bed",
    "Net",
    "dead",
    "healthy",
    "sites_yaml",
]

GROUPS = (
    network,
    syntax,
    codings,
    redirects,
    inward,
    names,
    certificates,
    contents,
    files,
    traps,
    rules,
    refusals,
)


def sites_yaml(beds: list[Bed]) -> str:
    """The list."""
    return "".join(
        f"- {{id: {bed.id}, name: {json.dumps(bed.name)}, url: {json.dumps(bed.url)}}}\n" for bed in beds
    )
