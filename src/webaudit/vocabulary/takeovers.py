"""Services at which anybody can take a name that its holder has given up."""

from functools import cache

from webaudit.vocabulary import load


def service_of(name: str) -> str:
    """The service that a host's name belongs to; empty if it is none of them."""
    known = _services()
    labels = name.lower().rstrip(".").split(".")
    return next((known[end] for at in range(len(labels)) if (end := ".".join(labels[at:])) in known), "")


@cache
def _services() -> dict[str, str]:
    return {end: service for service, ends in load("takeovers.json")["services"].items() for end in ends}


def is_personal(name: str) -> bool:
    """Whether a host's name is a place that anybody has for nothing, under a name of their own choice."""
    return name.lower().rstrip(".").endswith(_personal())


@cache
def _personal() -> tuple[str, ...]:
    return tuple(f".{end}" for end in load("takeovers.json")["personal"])
