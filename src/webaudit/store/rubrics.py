"""Rubrics: YAML files -> Rubric."""

from collections.abc import Iterator, Sequence
from importlib import resources
from importlib.resources.abc import Traversable
from math import fsum
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from webaudit.model.check import Severity
from webaudit.model.errors import Message, RubricError
from webaudit.model.rubric import Band, Criterion, Effect, Gate, Rubric, Section, Steps, Text
from webaudit.store.rubrics_schema import WireCriterion, WireGate, WireRubric, WireText
from webaudit.store.schema_problems import given, schema_problems, unknown_word
from webaudit.store.yaml_file import FILE_BYTES, YamlFile, parse_yaml, read_yaml
from webaudit.store.yaml_values import Mapping, Place, Problem, cut

POINTS: Final = 100.0


def read_rubric(name_or_path: str) -> Rubric:
    """Reads a rubric.

    Args:
        name_or_path: "core" or another that comes with the program, else a file.

    Raises:
        RubricError: there is none, or it can not be used, with all that is wrong in it.
    """
    packaged = _packaged(name_or_path)
    if packaged is not None:
        return _rubric(parse_yaml(Path(packaged.name), packaged.read_bytes()))
    _refuse_unknown_name(name_or_path)
    return _rubric(read_yaml(Path(name_or_path)))


def rubric_text(name_or_path: str) -> bytes:
    """The bytes of a rubric's file, unread.

    Raises:
        RubricError: there is none.
    """
    packaged = _packaged(name_or_path)
    if packaged is not None:
        return packaged.read_bytes()
    _refuse_unknown_name(name_or_path)
    file = read_yaml(Path(name_or_path))
    if not file.digest:
        raise RubricError(*file.lines(file.problems))
    with Path(name_or_path).open("rb") as opened:
        return opened.read(FILE_BYTES)


def _packaged(name: str) -> Traversable | None:
    """The file of a rubric that comes with the program."""
    return _all_packaged().get(name)


def _all_packaged() -> dict[str, Traversable]:
    folder = resources.files("webaudit") / "rubrics"
    files = sorted(folder.iterdir(), key=lambda file: file.name)
    return {file.name.removesuffix(".yaml"): file for file in files if file.name.endswith(".yaml")}


def _refuse_unknown_name(name: str) -> None:
    """A word that is neither a rubric of ours nor a file."""
    if "/" not in name and "." not in name and not Path(name).exists():
        raise RubricError(unknown_word(Message("unknown rubric"), name, tuple(_all_packaged())))


def _rubric(file: YamlFile) -> Rubric:
    """The Rubric of a file that was read."""
    problems = list(file.problems)
    root = file.root
    if not problems and not isinstance(root, Mapping):
        problems.append(Problem(file.place, Message("is no rubric: write `schema: webaudit-rubric/1` first")))
    if problems:
        raise RubricError(*file.lines(problems))
    try:
        wire = WireRubric.model_validate(given(root))
    except ValidationError as error:
        raise RubricError(*file.lines(list(schema_problems(error, WireRubric, root, file.place)))) from error
    problems += _contradictions(wire, root)
    if problems:
        raise RubricError(*file.lines(problems))
    return Rubric(
        id=wire.id,
        version=wire.version,
        title=_text(wire.title),
        digest=file.digest,
        sections=tuple(
            Section(id, _text(section.title), tuple(_criterion(*item) for item in section.criteria.items()))
            for id, section in wire.sections.items()
        ),
        gates=tuple(_gate(id, gate) for id, gate in wire.gates.items()),
        bands=tuple(
            Band(band.floor, _text(band.title))
            for band in sorted(wire.bands, key=lambda band: band.floor, reverse=True)
        ),
        least_coverage=wire.least_coverage,
        severity_weights={severity: wire.severity_weights[severity] for severity in Severity},
        groups=dict(wire.groups),
        not_applicable=dict(wire.not_applicable),
        tie_break=wire.tie_break,
        waivable=wire.waivable,
    )


def _text(wire: WireText) -> Text:
    return {"id": wire.id, "en": wire.en}


def _criterion(id: str, wire: WireCriterion) -> Criterion:
    steps = None
    if wire.measure is not None:
        check, _, measure = wire.measure.partition(".")
        steps = Steps(
            check,
            measure,
            at_most=tuple(sorted((wire.at_most or {}).items())),
            at_least=tuple(sorted((wire.at_least or {}).items(), reverse=True)),
        )
    return Criterion(
        id, _text(wire.title), wire.points, wire.checks or (), wire.category, steps, dict(wire.shares)
    )


def _gate(id: str, wire: WireGate) -> Gate:
    words = {"disqualify": Effect.DISQUALIFY, "not_eligible": Effect.NOT_ELIGIBLE, "": Effect.CAP}
    return Gate(
        id, _text(wire.title), wire.check, words[wire.effect.word], wire.codes, wire.looks, wire.effect.cap
    )


def _contradictions(wire: WireRubric, root: Mapping) -> Iterator[Problem]:
    """What is well formed, each for itself, and does not go together."""
    yield from _sums(wire, root)
    criteria: dict[str, Place] = {}
    for section_id, section in wire.sections.items():
        written = root["sections"][section_id]["criteria"]
        for id, criterion in section.criteria.items():
            place = written.keys_at[id]
            if id in criteria:
                line = criteria[id].line
                yield Problem(
                    place,
                    Message(
                        "the criterion `{id}` stands in line {line} already: give another id",
                        id=cut(id),
                        line=line,
                    ),
                )
            criteria.setdefault(id, place)
            yield from _earned_once(criterion, written[id], place)
    yield from _unknown(Message("unknown section"), root, "tie_break", tuple(wire.sections))
    for type in wire.not_applicable:
        yield from _unknown(Message("unknown criterion"), root["not_applicable"], type, tuple(criteria))
    for severity in Severity:
        if severity not in wire.severity_weights:
            place = root.values_at["severity_weights"]
            yield Problem(place, Message("`{key}` is missing: write `{key}: …`", key=severity.value))
    yield from _grouped_twice(root)


def _sums(wire: WireRubric, root: Mapping) -> Iterator[Problem]:
    total = fsum(one.points for section in wire.sections.values() for one in section.criteria.values())
    if abs(total - POINTS) > 1e-9:
        shown = f"{total:g}"
        why = Message("the points of all criteria add up to {total}: they must make 100", total=shown)
        yield Problem(root.keys_at["sections"], why)
    floors = [band.floor for band in wire.bands]
    if min(floors) != 0:
        why = Message("the lowest band begins at {floor}: it must begin at 0", floor=f"{min(floors):g}")
        yield Problem(root.keys_at["bands"], why)
    if len(set(floors)) < len(floors):
        yield Problem(root.keys_at["bands"], Message("two bands have the same floor: change one"))


def _earned_once(criterion: WireCriterion, written: Mapping, place: Place) -> Iterator[Problem]:
    """A criterion has one way to earn its points."""
    ways = [name for name in ("checks", "category", "measure") if getattr(criterion, name) is not None]
    if len(ways) != 1:
        why = Message("names {count} of `checks`, `category` and `measure`: name one", count=len(ways))
        yield Problem(place, why)
    steps = [name for name in ("at_most", "at_least") if getattr(criterion, name) is not None]
    if len(steps) != (1 if criterion.measure is not None else 0):
        yield Problem(place, Message("`measure` goes with one of `at_most` and `at_least`, and they with it"))
    for name in steps:
        for limit, points in getattr(criterion, name).items():
            if points > criterion.points:
                why = Message(
                    "the step {limit} gives {points} of {most} points: lower it",
                    limit=f"{limit:g}",
                    points=f"{points:g}",
                    most=f"{criterion.points:g}",
                )
                yield Problem(written.values_at[name], why)


def _unknown(what: Message, mapping: Any, key: str, known: Sequence[str]) -> Iterator[Problem]:
    """Words of a list that name nothing, or the same thing twice."""
    words = mapping.get(key) if isinstance(mapping, Mapping) else None
    seen: set[str] = set()
    for word, place in zip(words or (), words.items_at if words else (), strict=True):
        if word.strip() not in known:
            yield Problem(place, unknown_word(what, word, known))
        elif word.strip() in seen:
            yield Problem(place, Message("`{word}` stands in the list twice: remove one", word=cut(word)))
        seen.add(word.strip())


def _grouped_twice(root: Mapping) -> Iterator[Problem]:
    """A type that two groups rank: its sites would win twice."""
    groups = root.get("groups") or {}
    first: dict[str, str] = {}
    for name, types in groups.items():
        for type, place in zip(types or (), types.items_at if types else (), strict=True):
            if first.setdefault(type.strip(), name) != name:
                why = Message(
                    "the type `{type}` is in the group `{group}` already",
                    type=type,
                    group=first[type.strip()],
                )
                yield Problem(place, why)
