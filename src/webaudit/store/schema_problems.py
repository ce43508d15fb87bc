"""What pydantic finds wrong in a YAML file, said with its place and with what to write instead."""

import typing
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, Final

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from webaudit.locales import marked
from webaudit.model.errors import Message
from webaudit.store.yaml_values import Mapping, Place, Problem, Sequence, cut

Loc = tuple[int | str, ...]

_MEANT: Final = {
    "alamat": "url",
    "address": "url",
    "catatan": "note",
    "jenis": "type",
    "kategori": "type",
    "kontak": "contact",
    "link": "url",
    "nama": "name",
    "situs": "url",
    "sumber": "sources",
    "tag": "tags",
    "website": "url",
}
"""Keys that people write in their own words."""


def given(value: Any, model: type[BaseModel], loc: Loc = ()) -> Any:
    """The plain value for pydantic: a key of the model without a value is not given.

    Any other key stays: `title: {id: Alamat, telepon}` has a key `telepon` that nobody meant.
    """
    if isinstance(value, Mapping):
        known = keys_at(model, loc)
        return {
            key: given(item, model, (*loc, key))
            for key, item in value.items()
            if item is not None or key not in known
        }
    if isinstance(value, Sequence):
        return [given(item, model, (*loc, index)) for index, item in enumerate(value)]
    return value


def schema_problems(
    error: ValidationError, model: type[BaseModel], root: Mapping | Sequence, place: Place
) -> Iterator[Problem]:
    """Yields the problems of a value that does not fit a model.

    Args:
        error: as the model raised it on `given(root, model)`.
        model: tells which keys there are.
        root: the value with its places.
        place: of the root.
    """
    for detail in error.errors(include_url=False):
        loc = _real(detail["loc"], root)
        if detail["type"] == "extra_forbidden":
            yield Problem(
                _place(root, loc, place, key=True), _unknown_key(str(loc[-1]), keys_at(model, loc[:-1]))
            )
        elif detail["type"] == "missing":
            yield Problem(_place(root, loc[:-1], place), _missing(str(loc[-1])))
        else:
            key = "[key]" in detail["loc"]
            yield Problem(_place(root, loc, place, key=key), _wrong_value(detail, loc))


def unknown_word(what: Message, word: str, known: typing.Sequence[str]) -> Message:
    """A word out of a fixed list was meant."""
    close = get_close_matches(word.lower(), known, 1, 0.6)
    if close:
        return Message("{what} `{word}`: did you mean `{meant}`?", what=what, word=cut(word), meant=close[0])
    return Message("{what} `{word}`: write one of {known}", what=what, word=cut(word), known=", ".join(known))


def keys_at(model: type[BaseModel], loc: Loc) -> tuple[str, ...]:
    """The keys that a model has at a place, as they are written."""
    at: Any = model
    for step in loc:
        if isinstance(at, type) and issubclass(at, BaseModel):
            named = {field.alias or name: field.annotation for name, field in at.model_fields.items()}
            at = named.get(str(step))
        else:
            # An item of a list, or a value of a mapping with free keys.
            at = next((part for part in reversed(typing.get_args(at)) if part is not Ellipsis), None)
        at = _bare(at)
    if isinstance(at, type) and issubclass(at, BaseModel):
        return tuple(field.alias or name for name, field in at.model_fields.items())
    return ()


def _bare(annotation: Any) -> Any:
    """A type without Annotated and without None."""
    if typing.get_origin(annotation) is typing.Annotated:
        return _bare(typing.get_args(annotation)[0])
    parts = [part for part in typing.get_args(annotation) if part is not type(None)]
    if type(None) in typing.get_args(annotation) and len(parts) == 1:
        return _bare(parts[0])
    return annotation


def _unknown_key(key: str, known: tuple[str, ...]) -> Message:
    meant = _MEANT.get(key.lower())
    if meant in known:
        return Message("unknown key `{key}`: did you mean `{meant}`?", key=cut(key), meant=meant)
    return unknown_word(Message("unknown key"), key, known)


def _missing(key: str) -> Message:
    return Message("`{key}` is missing: write `{key}: …`", key=key)


def _wrong_value(detail: ErrorDetails, loc: Loc) -> Message:
    """What the value must be; the message of our own validators, or one for each kind of pydantic's."""
    said = detail.get("ctx", {})
    ours = getattr(said.get("error"), "args", ())
    if ours and isinstance(ours[0], Message):
        return ours[0]
    key = next((str(step) for step in reversed(loc) if isinstance(step, str)), "")
    found = detail["input"]
    value = cut(found) if isinstance(found, str) else Message("a list") if isinstance(found, list) else "…"
    limit = next(
        (v for k, v in said.items() if k in ("ge", "le", "gt", "lt", "max_length", "min_length")), ""
    )
    limit = f"{limit:g}" if isinstance(limit, int | float) else limit
    for beginning, template in _TEMPLATES:
        if detail["type"].startswith(beginning):
            return Message(template, key=key, value=value, limit=limit, expected=said.get("expected", ""))
    return Message("`{key}`: {why}", key=key, why=detail["msg"])


_TEMPLATES: Final = (
    ("string_too_long", marked("`{key}` is longer than {limit} characters: shorten it")),
    ("string_too_short", marked("`{key}` is empty: write something, or remove it")),
    ("string_pattern", marked("`{key}` must be small letters, digits and hyphens, not `{value}`")),
    ("string", marked("`{key}` must be text: write one line, in quotes if need be")),
    ("bool", marked("`{key}` must be true or false, not `{value}`")),
    ("int", marked("`{key}` must be a whole number, not `{value}`")),
    ("float", marked("`{key}` must be a number, not `{value}`")),
    ("finite_number", marked("`{key}` must be a number, not `{value}`")),
    ("greater_than_equal", marked("`{key}` must be {limit} or more, not `{value}`")),
    ("greater_than", marked("`{key}` must be more than {limit}, not `{value}`")),
    ("less_than_equal", marked("`{key}` must be {limit} or less, not `{value}`")),
    ("too_long", marked("`{key}` holds more than {limit}: shorten it")),
    ("too_short", marked("`{key}` is empty: write at least {limit}")),
    ("list", marked("`{key}` must be a list: write `[one, two]`, or one a line with `- ` before it")),
    ("tuple", marked("`{key}` must be a list: write `[one, two]`, or one a line with `- ` before it")),
    ("model", marked("`{key}` must be a mapping: write `key: value` in it")),
    ("dict", marked("`{key}` must be a mapping: write `key: value` in it")),
    ("literal_error", marked("`{key}` must be {expected}, not `{value}`")),
    ("enum", marked("`{key}` must be {expected}, not `{value}`")),
)


def _real(loc: Loc, root: Any) -> Loc:
    """The steps of a location that stand in the file; pydantic adds marks like "[key]" of its own."""
    steps: list[int | str] = []
    at = root
    for index, step in enumerate(loc):
        last = index == len(loc) - 1
        if isinstance(at, Mapping) and (step in at or last) and step != "[key]":
            steps.append(step)
            at = at.get(str(step))
        elif isinstance(at, Sequence) and isinstance(step, int) and step < len(at):
            steps.append(step)
            at = at[step]
    return tuple(steps)


def _place(root: Any, loc: Loc, place: Place, *, key: bool = False) -> Place:
    """Where the value stands (or its key)."""
    at = root
    for index, step in enumerate(loc):
        if isinstance(at, Mapping) and step in at:
            keyed = key and index == len(loc) - 1
            place = at.keys_at[str(step)] if keyed else at.values_at[str(step)]
            at = at[str(step)]
        elif isinstance(at, Sequence) and isinstance(step, int) and step < len(at):
            place, at = at.items_at[step], at[step]
    return place
