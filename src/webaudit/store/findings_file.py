"""What was found on a site; the content of findings/<site-id>.json."""

from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeVar

from pydantic import TypeAdapter

from webaudit.model.finding import Finding, Location, Verdict
from webaudit.model.report import Assessment
from webaudit.store import json_file

SCHEMA: Final = "webaudit-findings/1"

T = TypeVar("T")


# In a Finding every element has become a Location; only so can it be read again, and these types say so.


@dataclass(frozen=True, slots=True)
class _Verdict(Verdict):
    here: Location | str | None = None


@dataclass(frozen=True, slots=True)
class _Finding(Finding):
    verdicts: tuple[_Verdict, ...] = ()


@dataclass(frozen=True, slots=True)
class _Assessment(Assessment):
    findings: tuple[_Finding, ...] = ()


def write_findings(assessment: Assessment) -> bytes:
    """The content of the file."""
    return json_file.dump(SCHEMA, {one.name: getattr(assessment, one.name) for one in fields(assessment)})


def read_findings(path: Path) -> Assessment:
    """The Assessment that a file holds.

    Raises:
        RunError: it is missing, damaged, or of another version.
    """
    stored = json_file.build(_adapter(), json_file.load(path, SCHEMA), path)
    findings = tuple(
        _as(Finding, finding, verdicts=tuple(_as(Verdict, verdict) for verdict in finding.verdicts))
        for finding in stored.findings
    )
    return _as(Assessment, stored, findings=findings)


def _as(kind: type[T], value: Any, **changed: object) -> T:
    """The same fields under another type, some of them changed."""
    return kind(**{field.name: getattr(value, field.name) for field in fields(value)} | changed)


@cache
def _adapter() -> TypeAdapter[_Assessment]:
    return TypeAdapter(_Assessment)
