"""Builds values out of the events of a YAML parser: bounded, without recursion, and without reading types."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from webaudit.model.errors import Message
from webaudit.store.yaml_values import START, Mapping, Place, Problem, Sequence, cut

DEPTH: Final = 20
VALUES: Final = 300_000
"""With every alias written out."""


class StopError(Exception):
    """Nothing more is to be learnt from the file."""


@dataclass
class _Frame:
    """A mapping or list that is still being read."""

    value: Mapping | Sequence
    anchor: str | None
    count: int = 1
    key: str | None = None
    key_place: Place = START
    waits_for_key: bool = True


@dataclass
class Tree:
    """Builds the values out of the parser's events, without recursion."""

    root: Any = None
    root_place: Place = START
    problems: list[Problem] = field(default_factory=list)
    _open: list[_Frame] = field(default_factory=list)
    _anchors: dict[str, tuple[Any, int]] = field(default_factory=dict)
    _documents: int = 0
    _count: int = 0

    def grow(self, events: Iterator[Any]) -> None:
        """Takes the events of one document.

        Raises:
            StopError: a bound was reached, or there is a second document.
        """
        for event in events:
            place = Place(event.start_mark.line + 1, event.start_mark.column + 1)
            if isinstance(event, ScalarEvent):
                self._refuse_tag(event, place)
                self._add(_scalar(event), place, 1, event.anchor)
            elif isinstance(event, MappingStartEvent | SequenceStartEvent):
                self._refuse_tag(event, place)
                self._begin(event, place)
            elif isinstance(event, MappingEndEvent | SequenceEndEvent):
                self._end()
            elif isinstance(event, AliasEvent):
                self._alias(event, place)
            elif isinstance(event, DocumentStartEvent):
                self._documents += 1
                if self._documents > 1:
                    self._stop(place, Message("a second document begins here: keep one, and remove `---`"))

    def _begin(self, event: Any, place: Place) -> None:
        if len(self._open) >= DEPTH:
            self._stop(place, Message("is nested more than {limit} deep: write it flatter", limit=DEPTH))
        value = Mapping(place) if isinstance(event, MappingStartEvent) else Sequence(place)
        self._open.append(_Frame(value, event.anchor))

    def _end(self) -> None:
        frame = self._open.pop()
        if isinstance(frame.value, Mapping):
            self._merge(frame.value)
        self._add(frame.value, frame.value.place, frame.count, frame.anchor)

    def _add(self, value: Any, place: Place, count: int, anchor: str | None = None) -> None:
        """Puts a whole value where it belongs."""
        if anchor is not None:
            self._anchors[anchor] = value, count
        self._count += count if not isinstance(value, Mapping | Sequence) else 1
        if not self._open:
            self.root, self.root_place = value, place
            return
        frame = self._open[-1]
        frame.count += count
        if frame.count > VALUES or self._count > VALUES:
            self._stop(place, Message("holds more than {limit} values: split the file", limit=VALUES))
        if isinstance(frame.value, Sequence):
            frame.value.append(value)
            frame.value.items_at.append(place)
        elif frame.waits_for_key:
            frame.key, frame.key_place, frame.waits_for_key = self._key(value, place), place, False
        else:
            frame.waits_for_key = True
            self._put(frame, value, place)

    def _key(self, value: Any, place: Place) -> str | None:
        if isinstance(value, str):
            return value
        self.problems.append(Problem(place, Message("a key must be a word: write `key: value`")))
        return None

    def _put(self, frame: _Frame, value: Any, place: Place) -> None:
        mapping, key = frame.value, frame.key
        if key is None or not isinstance(mapping, Mapping):
            return
        first = mapping.keys_at.get(key)
        if first is not None:
            why = Message(
                "the key `{key}` stands in line {line} already: keep one", key=cut(key), line=first.line
            )
            self.problems.append(Problem(frame.key_place, why))
            return
        mapping[key] = value
        mapping.keys_at[key], mapping.values_at[key] = frame.key_place, place

    def _alias(self, event: Any, place: Place) -> None:
        name = event.anchor
        if any(frame.anchor == name for frame in self._open):
            self._stop(place, Message("`*{name}` stands within itself: write the value out", name=cut(name)))
        if name not in self._anchors:
            self._stop(place, Message("there is no `&{name}` above: write the value out", name=cut(name)))
        value, count = self._anchors[name]
        self._add(value, place, count)

    def _merge(self, mapping: Mapping) -> None:
        """Takes over what `<<: *name` names, where the mapping does not say it itself (YAML 1.1)."""
        if "<<" not in mapping:
            return
        place = mapping.values_at["<<"]
        sources = mapping.pop("<<")
        for source in sources if isinstance(sources, Sequence) else [sources]:
            if not isinstance(source, Mapping):
                self.problems.append(Problem(place, Message("`<<` takes a mapping: write `<<: *name`")))
                continue
            for key, value in source.items():
                if key not in mapping:
                    mapping[key] = value
                    mapping.keys_at[key] = source.keys_at[key]
                    mapping.values_at[key] = source.values_at[key]

    def _refuse_tag(self, event: Any, place: Place) -> None:
        if event.ctag is not None:
            tag = cut(str(event.ctag))
            self.problems.append(
                Problem(place, Message("the tag `{tag}` is not understood: remove it", tag=tag))
            )

    def _stop(self, place: Place, message: Message) -> None:
        self.problems.append(Problem(place, message))
        raise StopError


def _scalar(event: Any) -> str | None:
    """The text as written; None for what stands for nothing (YAML 1.2, core schema)."""
    nothing = event.style is None and event.value in ("", "~", "null", "Null", "NULL")
    return None if nothing else str(event.value)
