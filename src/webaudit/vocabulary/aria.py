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
        supported: roles that know a state or property, by its name; those of `everywhere` are not among them.
        naming: attributes that name an element or its role.
        nameless: roles that must not be named (WAI-ARIA 1.2, 5.2.8.6); "generic" for elements of none.
        generic: tags of elements that mean nothing by themselves.
        context: roles one of which must be around, by role; the most usual first.
        owned: roles of which an element must hold at least one, by its own; the most usual first.
        elements: the role that an element has by itself, by its tag.
        inputs: the same for the types of `input`; empty for none.
    """

    roles: frozenset[str]
    named_by_content: frozenset[str]
    told_as_text: frozenset[str]
    required: Mapping[str, tuple[str, ...]]
    everywhere: tuple[str, ...]
    attributes: Mapping[str, Values]
    supported: Mapping[str, frozenset[str]]
    naming: tuple[str, ...]
    nameless: frozenset[str]
    generic: frozenset[str]
    context: Mapping[str, tuple[str, ...]]
    owned: Mapping[str, tuple[str, ...]]
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
        required=_tuples(data["required"]),
        everywhere=tuple(data["global"]),
        attributes={name: _values(entry) for name, entry in data["attributes"].items()},
        supported={name: frozenset(roles) for name, roles in data["supported"].items()},
        naming=tuple(data["naming"]),
        nameless=frozenset(data["nameless"]),
        generic=frozenset(data["generic"]),
        context=_tuples(data["context"]),
        owned=_tuples(data["owned"]),
        elements=data["elements"],
        inputs=data["inputs"],
    )


def _tuples(entries: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(words) for name, words in entries.items()}


def _values(entry: str | dict[str, list[str]]) -> Values:
    if isinstance(entry, str):
        return Values(entry, frozenset())
    ((kind, tokens),) = entry.items()
    return Values(kind, frozenset(tokens))
