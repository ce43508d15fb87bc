"""The wire form of a rubric, version 1."""

from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from webaudit.model.check import Category, Severity
from webaudit.model.errors import Message
from webaudit.model.site import TYPES
from webaudit.store.schema_problems import unknown_word
from webaudit.store.yaml_values import cut

SCHEMA: Final = "webaudit-rubric/1"

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]
Number = Annotated[float, Field(ge=-1e9, le=1e9, allow_inf_nan=False)]
Points = Annotated[float, Field(ge=0, le=100, allow_inf_nan=False)]
Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]


def _type(text: str) -> str:
    if text not in TYPES:
        raise ValueError(unknown_word(Message("unknown type"), text, TYPES))
    return text


def _measure(text: str) -> str:
    check, dot, measure = text.partition(".")
    if not (check and dot and measure) or "." in measure:
        raise ValueError(
            Message("`{measure}` is no measure: write it like newest-content.age_days", measure=cut(text))
        )
    return text


def _effect(said: Any) -> Any:
    """An effect of one word as the mapping that the other one is."""
    if isinstance(said, str):
        word = said.strip().replace("-", "_")
        if word not in ("disqualify", "not_eligible"):
            raise ValueError(
                unknown_word(Message("unknown effect"), said, ("disqualify", "not_eligible", "{cap: 60}"))
            )
        return {"word": word, "cap": 100}
    return said


AgencyType = Annotated[Name, AfterValidator(_type)]


class _Wire(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class WireText(_Wire):
    """A text in both languages."""

    id: Line
    en: Line


class WireBand(_Wire):
    """A class of values."""

    floor: Points
    title: WireText


class WireUnchecked(_Wire):
    """A basis whose articles nobody has compared with the official text."""

    unchecked: Line


Sources = Annotated[tuple[Line | WireUnchecked, ...], Field(max_length=50)]


class WireCriterion(_Wire):
    """Points, and what earns them."""

    title: WireText
    sources: Sources = ()
    points: Annotated[float, Field(gt=0, le=100, allow_inf_nan=False)]
    checks: Annotated[tuple[Name, ...], Field(min_length=1, max_length=500)] | None = None
    category: Category | None = None
    measure: Annotated[Name, AfterValidator(_measure)] | None = None
    at_most: Annotated[dict[Number, Points], Field(min_length=1, max_length=100)] | None = None
    at_least: Annotated[dict[Number, Points], Field(min_length=1, max_length=100)] | None = None
    shares: Annotated[dict[Name, Share], Field(max_length=200)] = {}
    types: dict[AgencyType, Annotated[float, Field(gt=0, le=100, allow_inf_nan=False)]] = {}


class WireSection(_Wire):
    """A heading of the scorecard."""

    title: WireText
    sources: Sources = ()
    criteria: Annotated[dict[Name, WireCriterion], Field(min_length=1, max_length=200)]


class WireEffect(_Wire):
    """What a gate does: a word, or a cap."""

    word: Literal["disqualify", "not_eligible", ""] = ""
    cap: Points


AnyEffect = Annotated[WireEffect, BeforeValidator(_effect)]
ByLimit = Annotated[dict[Number, AnyEffect], Field(min_length=1, max_length=100)]


class WireGate(_Wire):
    """A condition that no sum of points can make good."""

    title: WireText
    sources: Sources = ()
    checks: Annotated[tuple[Name, ...], Field(min_length=1, max_length=50)] | None = None
    codes: Annotated[tuple[Name, ...], Field(max_length=200)] = ()
    looks: Annotated[int, Field(ge=1, le=10)] = 1
    effect: AnyEffect | None = None
    measure: Annotated[Name, AfterValidator(_measure)] | None = None
    above: ByLimit | None = None
    below: ByLimit | None = None


class WireRubric(_Wire):
    """The whole file."""

    schema_: Annotated[Literal["webaudit-rubric/1"], Field(alias="schema")]
    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
    version: Name
    title: WireText
    bands: Annotated[tuple[WireBand, ...], Field(min_length=1, max_length=50)]
    least_coverage: Share
    severity_weights: dict[Severity, Annotated[float, Field(gt=0, le=1e6, allow_inf_nan=False)]]
    groups: Annotated[dict[Name, tuple[AgencyType, ...]], Field(max_length=100)] = {}
    not_applicable: dict[AgencyType, tuple[Name, ...]] = {}
    tie_break: Annotated[tuple[Name, ...], Field(max_length=100)] = ()
    waivable: Annotated[tuple[Name, ...], Field(max_length=1_000)] = ()
    later: Annotated[tuple[Name, ...], Field(max_length=1_000)] = ()
    sections: Annotated[dict[Name, WireSection], Field(min_length=1, max_length=100)]
    gates: Annotated[dict[Name, WireGate], Field(max_length=100)] = {}
