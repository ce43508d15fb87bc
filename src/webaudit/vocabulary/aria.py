"""Roles, states and properties of WAI-ARIA, made ready to be looked up."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from webaudit.vocabulary import load


@dataclass(frozen=True, slots=True)
class Values:
    """What a state or property may hold.

    Attributes:
        kind: "string", "id", "ids", "integer", "number", "one of" or "some of".
        tokens: of the last two.
    """

    kind: str
    tokens: frozenset[str]


@dataclass(frozen=True, slots=True)
class Aria:
    """What WAI-ARIA and HTML-AAM define.

    Attributes:
        roles: all that an author may write.
        named_by_content: roles whose elements are named by what they hold.
        told_as_text: roles whose elements are told as one thing, with no elements within.
        required: the states and properties that a role asks for, by role.
        everywhere: attributes that any element may carry: they end the role `none`.
        attributes: what each state and property may hold, by its name.
        elements: the role that an element has by itself, by its tag.
        inputs: the same for the types of `input`; empty for none.
    """

    roles: frozenset[str]
    named_by_content: frozenset[str]
    told_as_text: frozenset[str]
    required: Mapping[str, tuple[str, ...]]
    everywhere: tuple[str, ...]
    attributes: Mapping[str, Values]
    elements: Mapping[str, str]
    inputs: Mapping[str, str]


@cache
def aria() -> Aria:
    """The standard as data."""
    data = load("aria.json")
    return Aria(
        roles=frozenset(data["roles"]),
        named_by_content=frozenset(data["named_by_content"]),
        told_as_text=frozenset(data["told_as_text"]),
        required={role: tuple(names) for role, names in data["required"].items()},
        everywhere=tuple(data["global"]),
        attributes={name: _values(entry) for name, entry in data["attributes"].items()},
        elements=data["elements"],
        inputs=data["inputs"],
    )


def _values(entry: str | dict[str, list[str]]) -> Values:
    if isinstance(entry, str):
        return Values(entry, frozenset())
    ((kind, tokens),) = entry.items()
    return Values(kind, frozenset(tokens))
