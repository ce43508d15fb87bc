"""What is well formed in a rubric, each part for itself, and does not go together."""

from collections.abc import Iterator, Sequence
from math import fsum
from typing import Any, Final

from webaudit.model.check import Severity
from webaudit.model.errors import Message
from webaudit.model.rubric import GATES_FAILED
from webaudit.store.rubrics_schema import WireCriterion, WireGate, WireRubric
from webaudit.store.schema_problems import unknown_word
from webaudit.store.yaml_values import Mapping, Place, Problem, cut

POINTS: Final = 100.0


def contradictions(wire: WireRubric, root: Mapping) -> Iterator[Problem]:
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
    for id, gate in wire.gates.items():
        yield from _decided_once(gate, root["gates"].keys_at[id])
    steps = (GATES_FAILED, *wire.sections, *criteria)
    yield from _unknown(Message("unknown step of the tie-break"), root, "tie_break", steps)
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


def _decided_once(gate: WireGate, place: Place) -> Iterator[Problem]:
    """A gate is decided by the outcomes of checks, or by a measure and its limits."""
    by_outcome = gate.checks is not None and gate.effect is not None
    by_measure = gate.measure is not None and (gate.above is None) != (gate.below is None)
    strays = (
        (gate.measure, gate.above, gate.below)
        if by_outcome
        else (gate.checks, gate.effect, gate.codes or None)
    )
    if not (by_outcome or by_measure) or any(stray is not None for stray in strays):
        yield Problem(
            place,
            Message("is decided by `checks` and `effect`, or by `measure` and one of `above` and `below`"),
        )


def unknown_checks(root: Mapping, known: Sequence[str]) -> Iterator[Problem]:
    """Names of checks that nobody has written."""
    what = Message("unknown check")
    yield from _unknown(what, root, "waivable", known)
    criteria = [one for section in root["sections"].values() for one in section["criteria"].values()]
    for written in (*criteria, *(root.get("gates") or {}).values()):
        yield from _unknown(what, written, "checks", known)
        check = str(written.get("measure") or "").partition(".")[0].strip()
        if check and check not in known:
            yield Problem(written.values_at["measure"], unknown_word(what, check, known))


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
