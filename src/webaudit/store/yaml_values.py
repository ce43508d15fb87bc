"""What a YAML file holds, with the place of everything in it."""

from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from webaudit.model.errors import Message


class Place(NamedTuple):
    """A place in a file; both count from 1."""

    line: int
    column: int


START: Final = Place(1, 1)


class Mapping(dict[str, Any]):
    """A mapping that knows where its keys and values are."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.keys_at: dict[str, Place] = {}
        self.values_at: dict[str, Place] = {}


class Sequence(list[Any]):
    """A list that knows where its items are."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.items_at: list[Place] = []


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, where."""

    place: Place
    message: Message


def cut(text: str) -> str:
    """Foreign text for a message: one short line, with nothing in it that a terminal obeys."""
    seen = "".join(sign if sign.isprintable() else "\ufffd" for sign in text[:61])
    return seen if len(text) <= 60 else seen[:59] + "…"
