"""Transformation: what somebody may do to a site, and what that may do to its score."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import import_module
from inspect import getdoc
from pathlib import Path

from tests.metamorphic.captured import Captured

Function = Callable[[Captured], Captured | None]
"""Changes the evidence on a site; None where the site has nothing to change."""


class Family(StrEnum):
    """What a transformation is, and with it the law that it is held to."""

    COSMETIC = "cosmetic"
    """Serves nobody better, and so earns nothing: no `low` rises, nor what any criterion won."""
    EVASION = "evasion"
    """Shows the auditor less, and so earns nothing that is certain; what is not seen may become open."""
    WITHDRAWAL = "withdrawal"
    """Takes pages off the site. What is asked once a site does not rise; pages are judged by those left."""
    REPAIR = "repair"
    """Serves somebody better: no `low` falls."""
    NEUTRAL = "neutral"
    """Changes how things are written, not what they are: nothing moves at all."""


@dataclass(frozen=True)
class Transformation:
    """One change of a site, named by its function."""

    name: str
    family: Family
    function: Function

    @property
    def about(self) -> str:
        """What is done, in a sentence."""
        return (getdoc(self.function) or "").partition("\n")[0]

    def __call__(self, site: Captured) -> Captured | None:
        """The site after it; None where there is nothing to change."""
        return self.function(site)


_KNOWN: dict[str, Transformation] = {}


def _marks(family: Family) -> Callable[[Function], Function]:
    def mark(function: Function) -> Function:
        name = getattr(function, "__name__", "").replace("_", "-")
        assert name not in _KNOWN, f"two transformations are named {name}"
        _KNOWN[name] = Transformation(name, family, function)
        return function

    return mark


cosmetic = _marks(Family.COSMETIC)
evasion = _marks(Family.EVASION)
withdrawal = _marks(Family.WITHDRAWAL)
repair = _marks(Family.REPAIR)
neutral = _marks(Family.NEUTRAL)


@cache
def transformations() -> tuple[Transformation, ...]:
    """All that stand in a module of `transformations/`, by name; nothing is registered anywhere else."""
    for module in sorted((Path(__file__).parent / "transformations").glob("*.py")):
        import_module(f"tests.metamorphic.transformations.{module.stem}")
    return tuple(_KNOWN[name] for name in sorted(_KNOWN))
