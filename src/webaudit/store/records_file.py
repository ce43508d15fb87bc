"""What was brought home of a site beside its Exchanges; the content of records.json."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Final

from pydantic import TypeAdapter

from webaudit.model import dns, evidence, home_page, site, tls
from webaudit.model.errors import Message, RunError
from webaudit.model.record import Failure, Record
from webaudit.store import json_file

SCHEMA: Final = "webaudit-records/1"

_TYPES: Final[Mapping[str, type[Any]]] = {
    name: kind
    for module in (dns, evidence, home_page, site, tls)
    for name, kind in sorted(vars(module).items())
    if isinstance(kind, type) and issubclass(kind, (Record, Failure)) and kind is not Record
}


@dataclass(frozen=True, slots=True)
class Closing:
    """What is known of a site when its capture has ended.

    Attributes:
        site: id.
        captured_at: UTC.
        records: by the name of the record type.
        targets: addresses on other hosts whose answers are wanted.
        limits: names of the budgets that were reached.
    """

    site: str
    captured_at: datetime
    records: Mapping[str, Record | Failure]
    targets: tuple[str, ...]
    limits: tuple[str, ...]


def write_records(closing: Closing) -> bytes:
    """The content of records.json."""
    records: dict[str, Any] = {}
    failures: dict[str, Any] = {}
    for name, record in sorted(closing.records.items()):
        if isinstance(record, Failure):
            failures[name] = json_file.plain(_adapter("Failure"), record)
        else:
            records[name] = json_file.plain(_adapter(name), record)
    fields = {
        "site": closing.site,
        "captured_at": closing.captured_at.isoformat(),
        "records": records,
        "failures": failures,
        "targets": closing.targets,
        "limits": closing.limits,
    }
    return json_file.dump(SCHEMA, fields)


def read_records(path: Path) -> Closing:
    """What a records.json holds.

    Raises:
        RunError: it is missing, damaged, or of another version.
    """
    said = json_file.load(path, SCHEMA)
    try:
        records: dict[str, Record | Failure] = {}
        for name, fields in said["records"].items():
            records[name] = json_file.build(_adapter(name), fields, path)
        for name, fields in said["failures"].items():
            records[name] = json_file.build(_adapter("Failure"), fields, path)
        return Closing(
            site=said["site"],
            captured_at=datetime.fromisoformat(said["captured_at"]),
            records=dict(sorted(records.items())),
            targets=tuple(said["targets"]),
            limits=tuple(said["limits"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise RunError(Message("{path}: damaged: {why}", path=path, why=error)) from error


@cache
def _adapter(name: str) -> TypeAdapter[Any]:
    return TypeAdapter(_TYPES[name])
