"""Hosts that browsers open by https alone without being told: out of Chromium's list."""

from functools import cache

from webaudit.vocabulary import load


def is_preloaded(host: str) -> bool:
    """Whether the snapshot names the host, or one above it; all of its entries hold for what is below.

    The list has 150,000 names; kept are whole top-level domains, and hosts that agencies redirect to. No
    go.id name was on it on the snapshot's day.
    """
    labels = host.split(".")
    return any(".".join(labels[start:]) in _names() for start in range(len(labels)))


def is_covered(host: str) -> bool:
    """Whether the snapshot tells all there was of a host: of the government's names it does."""
    return host.endswith(".go.id")


@cache
def _names() -> frozenset[str]:
    return frozenset(load("preloaded.json")["names"])


def copied_on() -> str:
    """The day of the snapshot."""
    return str(load("preloaded.json")["at"])
