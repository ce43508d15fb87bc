"""Values of the model as JSON files, and back, exactly."""

import json
from collections.abc import Mapping
from pathlib import Path
from sys import intern
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError, to_json, to_jsonable_python

from webaudit.model.errors import Message, RunError

T = TypeVar("T")


def dump(schema: str, fields: Mapping[str, object]) -> bytes:
    """The content of a file of this schema, of values of the model or plain ones; fields keep their order."""
    whole = {"schema": schema, **fields}
    try:
        return to_json(whole, indent=1) + b"\n"
    except PydanticSerializationError:
        # Half a surrogate pair, out of a header that was no UTF-8: only as an escape does it come back equal.
        return json.dumps(to_jsonable_python(whole), indent=1).encode() + b"\n"


def load(path: Path, schema: str) -> dict[str, Any]:
    """The fields of a file.

    Raises:
        RunError: it is missing, damaged, or of another schema.
    """
    try:
        said = json.loads(path.read_bytes(), object_hook=_shared)
    except FileNotFoundError as error:
        raise RunError(Message("{path}: is missing", path=path)) from error
    except OSError as error:
        raise RunError(Message("{path}: can not be read: {why}", path=path, why=error.strerror)) from error
    except (ValueError, RecursionError) as error:
        raise RunError(Message("{path}: damaged: {why}", path=path, why=Message("it is no JSON"))) from error
    found = said.pop("schema", None) if isinstance(said, dict) else None
    if found != schema:
        raise RunError(
            Message(
                "{path}: is of the schema {found}, and this version reads {schema}",
                path=path,
                found=str(found)[:60],
                schema=schema,
            )
        )
    return dict(said)


def _shared(fields: dict[str, Any]) -> dict[str, Any]:
    """An object with one string for all that are equal: findings say the same of page after page."""
    return {name: intern(value) if type(value) is str else value for name, value in fields.items()}


def plain(adapter: TypeAdapter[T], value: T) -> Any:
    """The value as dicts, lists and plain values."""
    return adapter.dump_python(value, mode="json")


def build(adapter: TypeAdapter[T], said: object, path: Path) -> T:
    """The value again.

    Raises:
        RunError: the file does not hold one.
    """
    try:
        return adapter.validate_python(said)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(str(step) for step in first["loc"])
        raise RunError(
            Message("{path}: damaged: {why}", path=path, why=f"{place}: {first['msg']}")
        ) from error
