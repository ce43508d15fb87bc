"""How the parts of a standard of service and the result of a survey are told, made ready to be looked up."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from webaudit.vocabulary import load, plain


@dataclass(frozen=True, slots=True)
class Services:
    """Words on services.

    Attributes:
        parts: phrases, as `plain` spells them, by the name of the part of a standard that they tell.
        result: words before the index that a survey came to, lower case.
        counted: words behind a number that counts something and is no index, lower case.
        report: words of a link to a result.
    """

    parts: Mapping[str, tuple[str, ...]]
    result: tuple[str, ...]
    counted: tuple[str, ...]
    report: frozenset[str]


@cache
def services() -> Services:
    """The words, from `services.json`."""
    data = load("services.json")
    parts = {name: tuple(plain(phrase) for phrase in phrases) for name, phrases in data["parts"].items()}
    return Services(
        parts=MappingProxyType(parts),
        result=tuple(data["result"]),
        counted=tuple(data["counted"]),
        report=frozenset(data["report"]),
    )
