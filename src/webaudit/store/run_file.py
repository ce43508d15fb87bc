"""RunFile: what a run was asked to do, and with what; the content of run.json."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Final

from pydantic import TypeAdapter

from webaudit.model.errors import Message, RunError
from webaudit.model.plan import Budget, Politeness, Reach
from webaudit.model.site import SiteList
from webaudit.store import json_file
from webaudit.store.sums import FACTS, RUBRIC
from webaudit.store.whole_file import output_error

SCHEMA: Final = "webaudit-run/1"

_MADE: Final = "problem_made"
"""Key beside `problem`: how its sentence is made, so that it can be told in another language."""


@dataclass(frozen=True, slots=True)
class RunFile:
    """The facts of one run.

    Attributes:
        version: of webaudit.
        id: name that the run was given; its folder may be renamed.
        finished_at: None until the capture has ended.
        sites: the whole list as it was read, also of a shard, so that judging needs no sites.yaml.
        settings: what the user set, name and value.
        probes: names of the record types to bring home, in alphabetical order.
        crawl: False captures the start addresses alone.
        exact: no link is followed: the pages are those that the list names.
        rubric: id of the rubric that the run was made for.
        shard: "2/5"; empty for the whole list.
        outage: nothing at all could be reached: the fault was on the auditor's side.
        trust_store: name and version of the roots that certificates were verified against.
        gaps: when the capture was interrupted and resumed, "from/to" in RFC 3339.
        recheck: of a second look, what was looked at again: a site's id, or "site:check"; empty for a run.
        vantage: where and by what it was captured: trust store, system, and the like.
    """

    version: str
    started_at: datetime
    sites: SiteList
    id: str = ""
    finished_at: datetime | None = None
    settings: Mapping[str, str | int | float | bool] = field(default_factory=dict)
    budget: Budget = field(default_factory=Budget)
    politeness: Politeness = field(default_factory=Politeness)
    reach: Reach = field(default_factory=Reach)
    seed: int = 0
    probes: tuple[str, ...] = ()
    crawl: bool = True
    exact: bool = False
    rubric: str = ""
    rubric_digest: str = ""
    shard: str = ""
    outage: bool = False
    trust_store: str = ""
    gaps: tuple[str, ...] = ()
    recheck: str = ""
    vantage: Mapping[str, str] = field(default_factory=dict)


def write_facts(facts: RunFile) -> bytes:
    """The content of run.json."""
    said = json_file.plain(_adapter(), facts)
    for site, plain in zip(facts.sites.sites, said["sites"]["sites"], strict=True):
        if isinstance(site.problem, Message):
            plain[_MADE] = _plain(site.problem)
    return json_file.dump(SCHEMA, said)


def read_facts(path: Path) -> RunFile:
    """The facts in a run.json.

    Raises:
        RunError: it is missing, damaged, or of another version.
    """
    said = json_file.load(path, SCHEMA)
    facts = json_file.build(_adapter(), said, path)
    try:
        sites = tuple(
            replace(site, problem=_message(plain[_MADE], site.problem)) if _MADE in plain else site
            for site, plain in zip(facts.sites.sites, said["sites"]["sites"], strict=True)
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise RunError(Message("{path}: damaged: {why}", path=path, why=_MADE)) from error
    return replace(facts, sites=replace(facts.sites, sites=sites))


def _plain(message: Message) -> dict[str, Any]:
    """How a message is made, as plain values."""
    values = {
        name: _plain(value) if isinstance(value, Message) else value if isinstance(value, int) else str(value)
        for name, value in message.values.items()
    }
    return {"template": message.template, "values": values}


def _message(plain: dict[str, Any], said: str = "") -> Message:
    """The message again; of those within it the English is not needed."""
    values = {
        name: _message(value) if isinstance(value, dict) else value for name, value in plain["values"].items()
    }
    return Message.again(said, str(plain["template"]), values)


def refuse_used(path: Path) -> None:
    """Only an empty folder becomes a run.

    Raises:
        RunError: it holds something.
    """
    try:
        names = sorted(entry.name for entry in path.iterdir())
    except OSError as error:
        raise output_error(path, error) from error
    if FACTS in names:
        raise RunError(
            Message(
                "{path}: holds a run already: go on with it (--resume), or name another folder", path=path
            )
        )
    ours = (RUBRIC, f".{FACTS}.", f".{RUBRIC}.")
    strange = [name for name in names if not name.startswith(ours)]
    if strange:
        raise RunError(
            Message(
                "{path}: holds {name} and is no run: name an empty or a new folder",
                path=path,
                name=strange[0][:80],
            )
        )


@cache
def _adapter() -> TypeAdapter[RunFile]:
    return TypeAdapter(RunFile)
