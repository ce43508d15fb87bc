"""The catalogue: all checks of this package and of installed plug-ins."""

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from types import ModuleType

from webaudit.model.check import API_VERSION, AnyCheck, Check

GROUP = "webaudit.checks"
"""The entry-point group in which a third-party package names its module."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All checks that can be asked.

    Attributes:
        checks: in the order of their ids.
        warnings: one line for each plug-in, or check of one, that was left out, and why.
    """

    checks: tuple[AnyCheck, ...]
    warnings: tuple[str, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all checks, in order."""
        return tuple(check.id for check in self.checks)


@cache
def catalogue() -> Catalogue:
    """The checks of this folder and of every plug-in written for this API.

    A plug-in is a module that an entry point of the group `webaudit.checks` names. It says
    `API_VERSION = 1` and lists its checks in `CHECKS`. What can not be used is a warning,
    never a crash: an audit by cron must not end because of somebody else's package.
    """
    found = {check.id: check for check in _own()}
    warnings: list[str] = []
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: (entry.name, entry.value)):
        try:
            checks = _from_plugin(entry)
        except Exception as error:
            warnings.append(f"plug-in {_named(entry)} left out: {type(error).__name__}: {error}"[:500])
            continue
        for check in checks:
            if check.id in found:
                warnings.append(f"plug-in {_named(entry)}: check {check.id} left out: the id is taken")
            else:
                found[check.id] = check
    return Catalogue(tuple(found[id] for id in sorted(found)), tuple(warnings))


def _own() -> Iterator[AnyCheck]:
    """One check from each module two levels below: `checks/<category>/<name>.py` holds `<name>`."""
    for category in pkgutil.iter_modules(__path__, f"{__name__}."):
        package = importlib.import_module(category.name)
        for module in pkgutil.iter_modules(package.__path__, f"{category.name}."):
            name = module.name.rsplit(".", 1)[-1]
            check = getattr(importlib.import_module(module.name), name)
            if not isinstance(check, Check):
                raise TypeError(f"{module.name}.{name} is not a check")
            yield check


def _from_plugin(entry: EntryPoint) -> tuple[AnyCheck, ...]:
    """The checks of one plug-in.

    Raises:
        Exception: whatever the import raises, or says what the module lacks.
    """
    module = entry.load()
    if not isinstance(module, ModuleType):
        raise TypeError(f"{entry.value} is not a module")
    version = getattr(module, "API_VERSION", None)
    if version != API_VERSION:
        raise ValueError(f"written for API {version}, this is API {API_VERSION}")
    checks = tuple(module.CHECKS)
    for check in checks:
        if not isinstance(check, Check):
            raise TypeError(f"{check!r} in CHECKS is not a check")
    return checks


def _named(entry: EntryPoint) -> str:
    """A plug-in as the operator knows it: its name, and the distribution that brought it."""
    return f"{entry.name} ({entry.dist.name} {entry.dist.version})" if entry.dist else entry.name
