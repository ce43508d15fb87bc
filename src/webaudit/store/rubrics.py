"""Rubrics: YAML files -> Rubric."""

from collections.abc import Collection
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from pydantic import ValidationError

from webaudit.model.check import Severity
from webaudit.model.errors import Message, RubricError
from webaudit.model.rubric import (
    Band,
    Basis,
    Criterion,
    Effect,
    Gate,
    Limits,
    Penalty,
    Rubric,
    Section,
    Steps,
    Text,
)
from webaudit.store.rubrics_conflict import contradictions, unknown_checks
from webaudit.store.rubrics_schema import (
    ByLimit,
    Sources,
    WireCriterion,
    WireEffect,
    WireGate,
    WireRubric,
    WireText,
)
from webaudit.store.schema_problems import given, schema_problems, unknown_word
from webaudit.store.yaml_file import FILE_BYTES, YamlFile, parse_yaml, read_yaml
from webaudit.store.yaml_values import Mapping, Problem


def read_rubric(name_or_path: str, checks: Collection[str] = ()) -> Rubric:
    """Reads a rubric.

    Args:
        name_or_path: "core" or another that comes with the program, else a file.
        checks: ids of all checks there are; a name that is neither one of them nor listed under `later` is
            refused. None are known for the rubric of an old run, whose checks may be gone.

    Raises:
        RubricError: there is none, or it can not be used, with all that is wrong in it.
    """
    packaged = _packaged(name_or_path)
    if packaged is not None:
        return _rubric(parse_yaml(Path(packaged.name), packaged.read_bytes()), checks)
    _refuse_unknown_name(name_or_path)
    return _rubric(read_yaml(Path(name_or_path)), checks)


def packaged_rubrics() -> tuple[str, ...]:
    """The names of the rubrics that come with the program."""
    return tuple(_all_packaged())


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


def _rubric(file: YamlFile, checks: Collection[str]) -> Rubric:
    """The Rubric of a file that was read."""
    problems = list(file.problems)
    root = file.root
    if not problems and not isinstance(root, Mapping):
        problems.append(Problem(file.place, Message("is no rubric: write `schema: webaudit-rubric/1` first")))
    if problems:
        raise RubricError(*file.lines(problems))
    try:
        wire = WireRubric.model_validate(given(root, WireRubric))
    except ValidationError as error:
        raise RubricError(*file.lines(list(schema_problems(error, WireRubric, root, file.place)))) from error
    problems += contradictions(wire, root)
    if checks:
        problems += unknown_checks(root, (*checks, *wire.later))
    if problems:
        raise RubricError(*file.lines(problems))
    return Rubric(
        id=wire.id,
        version=wire.version,
        title=_text(wire.title),
        digest=file.digest,
        sections=tuple(
            Section(
                id,
                _text(section.title),
                tuple(_criterion(*item) for item in section.criteria.items()),
                _bases(section.sources),
            )
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
        id,
        _text(wire.title),
        wire.points,
        wire.checks or (),
        wire.category,
        steps,
        dict(wire.shares),
        dict(wire.types),
        _bases(wire.sources),
    )


def _bases(wire: Sources) -> tuple[Basis, ...]:
    return tuple(
        Basis(source) if isinstance(source, str) else Basis(source.unchecked, checked=False)
        for source in wire
    )


def _gate(id: str, wire: WireGate) -> Gate:
    if wire.measure is None:
        assert wire.checks is not None
        assert wire.effect is not None
        checks, limits, penalty = wire.checks, None, _penalty(wire.effect)
    else:
        check, _, measure = wire.measure.partition(".")
        above, below = _limits(wire.above), tuple(reversed(_limits(wire.below)))
        checks, limits = (check,), Limits(measure, above, below)
        penalty = (above or below)[-1][1]
    return Gate(id, _text(wire.title), checks, penalty, wire.codes, wire.looks, limits, _bases(wire.sources))


def _limits(wire: ByLimit | None) -> tuple[tuple[float, Penalty], ...]:
    """Limits in rising order."""
    return tuple((limit, _penalty(effect)) for limit, effect in sorted((wire or {}).items()))


def _penalty(wire: WireEffect) -> Penalty:
    words = {"disqualify": Effect.DISQUALIFY, "not_eligible": Effect.NOT_ELIGIBLE, "": Effect.CAP}
    return Penalty(words[wire.word], wire.cap)
