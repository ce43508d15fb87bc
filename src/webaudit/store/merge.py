"""The runs of machines that shared nothing, united to the run that one machine would have made."""

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import Final

from webaudit.model.errors import Message, RunError
from webaudit.store import rechecks, sums
from webaudit.store.run_file import RunFile
from webaudit.store.run_folder import EVIDENCE, RECORDS, TARGETS, RunFolder
from webaudit.store.sums import FACTS, RUBRIC, SNAPSHOTS
from webaudit.store.whole_file import sync
from webaudit.store.whole_folder import whole_folder

_OF_ONE_MACHINE: Final = (
    "id",
    "started_at",
    "finished_at",
    "shard",
    "outage",
    "trust_store",
    "gaps",
    "vantage",
)
"""Facts in which the runs may differ; all others make up what was asked, and must agree."""


def merge(runs: Sequence[RunFolder], into: Path) -> RunFolder:
    """Unites runs of one list; sealed, and the same to the byte in whatever order they are named.

    Args:
        runs: at least one.
        into: a folder that is empty or not there yet; it comes to be whole or not at all.

    Raises:
        RunError: the runs do not belong together, one of them was changed, or the same site differs.
        OutputError: the folder can not be written.
    """
    if not runs:
        raise RunError(Message("nothing to merge: name the folders of one or more runs"))
    _refuse_places(runs, into)
    runs = sorted(runs, key=lambda run: sums.digest(run.path / FACTS))
    problems: list[str] = [
        problem for run in runs if (run.path / sums.SUMS).exists() for problem in run.verify()
    ]
    problems += [problem for run in runs for problem in rechecks.verify(run.path)]
    problems += _disagreements(runs)
    if problems:
        raise RunError(*problems)
    sources = _sources(runs)
    with whole_folder(into, "merging") as making:
        _fill(making, sources, _united([run.facts for run in runs]))
    return RunFolder.open(into)


def _refuse_places(runs: Sequence[RunFolder], into: Path) -> None:
    """Refuses a run that is named twice, and a new run within one of the old."""
    places = [run.path.resolve() for run in runs]
    for number, place in enumerate(places):
        if place in places[:number]:
            raise RunError(Message("{path}: is named twice: name each run once", path=runs[number].path))
        if into.resolve().is_relative_to(place):
            raise RunError(
                Message(
                    "--into {path}: lies in {run}, which is to be united: name a folder outside it",
                    path=into,
                    run=runs[number].path,
                )
            )


def _disagreements(runs: Sequence[RunFolder]) -> list[Message]:
    """One line for each fact in which a run differs from the first."""
    first = runs[0]
    return [
        Message(
            "{path}: differs from {other} in {name}: merge only runs of one list with the same settings",
            path=run.path,
            other=first.path,
            name=name,
        )
        for run in runs[1:]
        for name in (field.name for field in fields(RunFile) if field.name not in _OF_ONE_MACHINE)
        if getattr(run.facts, name) != getattr(first.facts, name)
    ]


def _united(facts: Sequence[RunFile]) -> RunFile:
    """The facts of all runs as of one."""
    ends = [one.finished_at for one in facts if one.finished_at is not None]
    names = sorted({name for one in facts for name in one.vantage})
    return replace(
        facts[0],
        id="+".join(sorted({one.id for one in facts})),
        started_at=min(one.started_at for one in facts),
        finished_at=max(ends) if len(ends) == len(facts) else None,
        shard="",
        outage=all(one.outage for one in facts),
        trust_store="; ".join(sorted({one.trust_store for one in facts if one.trust_store})),
        gaps=tuple(sorted({gap for one in facts for gap in one.gaps})),
        vantage={
            name: "; ".join(sorted({one.vantage[name] for one in facts if name in one.vantage}))
            for name in names
        },
    )


def _sources(runs: Sequence[RunFolder]) -> Mapping[str, Path]:
    """Where each file of the united run comes from, by its path in it."""
    sources: dict[str, Path] = {}
    answers: dict[str, dict[str, Path]] = {}
    problems: list[Message] = []
    for run in runs:
        if (run.path / RUBRIC).is_file():
            sources.setdefault(RUBRIC, run.path / RUBRIC)
        for evidence in sorted((run.path / SNAPSHOTS).glob("*/" + EVIDENCE)):
            for path in (evidence, evidence.with_name(RECORDS)):
                _add(path, run, sources, problems)
        for path in rechecks.files(run.path):
            _add(path, run, sources, problems)
        for path in sorted((run.path / SNAPSHOTS / TARGETS).glob("*/evidence*.warc.gz")):
            name = path.relative_to(run.path).as_posix()
            answers.setdefault(name, {}).setdefault(sums.digest(path), path)
    if problems:
        raise RunError(*problems)
    for name, files in sorted(answers.items()):
        for digest, path in sorted(files.items()):
            # Two runs without a label asked the same host: their answers stand beside one another.
            apart = "" if len(files) == 1 else f"{digest[:12]}."
            sources[name.replace("warc.gz", f"{apart}warc.gz")] = path
    return sources


def _add(path: Path, run: RunFolder, sources: dict[str, Path], problems: list[Message]) -> None:
    """Takes in a file that no other run has otherwise."""
    name = path.relative_to(run.path).as_posix()
    known = sources.get(name)
    if not path.is_file():
        problems.append(Message("{path}: is missing", path=path))
    elif known is not None and sums.digest(known) != sums.digest(path):
        problems.append(
            Message("{path}: differs from {other}: leave one of the two out", path=path, other=known)
        )
    else:
        sources.setdefault(name, path)


def _fill(folder: Path, sources: Mapping[str, Path], facts: RunFile) -> None:
    """Makes the run in an empty folder."""
    for name, source in sorted(sources.items()):
        copy = folder / name
        for parent in reversed(copy.relative_to(folder).parents):
            (folder / parent).mkdir(mode=0o700, exist_ok=True)
        shutil.copyfile(source, copy)
        sync(copy)
        sync(copy.parent)
    run = RunFolder(folder, facts)
    run.save_facts(facts)
    run.seal()
