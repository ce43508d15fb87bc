"""Check: metadata and a pure function from evidence to verdicts, and the decorator that makes one."""

import inspect
import typing
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from types import UnionType
from typing import Generic, ParamSpec

from webaudit.model.finding import Verdict
from webaudit.model.page import Page
from webaudit.model.record import Failure, Record

P = ParamSpec("P")

API_VERSION = 1
"""Of the entry points `webaudit.checks`; a plug-in names the one it was written for."""


class Severity(StrEnum):
    """Harm to the public when the check fails, worst first."""

    CRITICAL = "critical"
    SERIOUS = "serious"
    MODERATE = "moderate"
    MINOR = "minor"


class Category(StrEnum):
    """What a check is about; its folder has the same name."""

    UPTIME = "uptime"
    HTTPS = "https"
    DNS = "dns"
    ACCESSIBILITY = "accessibility"
    FRESHNESS = "freshness"
    SERVICES = "services"
    OPENNESS = "openness"
    USABILITY = "usability"
    PRIVACY = "privacy"
    INTEGRITY = "integrity"


@dataclass(frozen=True, slots=True)
class Source:
    """The norm that a check cites.

    Attributes:
        standard: "WCAG 2.2", "ACT", "RFC 9110", "UU 14/2008".
        section: "3.1.1", "b5c3f8", "9(2)"; empty if the whole is meant.
        title: in the norm's own language.
        url: of the text; empty if it is not published on the web.
    """

    standard: str
    section: str
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Measured:
    """How good a heuristic check is, measured on labelled pages.

    Attributes:
        data: where the labels are.
    """

    precision: float
    recall: float
    pages: int
    data: str


@dataclass(frozen=True, slots=True)
class Need:
    """One parameter of a check: the record that it is given.

    Attributes:
        judges_failure: True if the check takes the Failure itself instead of being untested.
    """

    name: str
    record: type[Record]
    judges_failure: bool


@dataclass(frozen=True)
class Check(Generic[P]):
    """A check; calling it asks its function.

    Attributes:
        id: kebab-case noun of the matter; public and for ever.
        title: the good case, in English, the key of its translation.
        remedy: what to do when it fails.
        page: True if it is asked once a page.
        needs: the records beside the page, in order of the parameters.
        sole_target: one target at most, a page or a site: failing loses all.
        heuristic: judges by signs that can err; without `measured` it is a preview, worth nothing.
        advisory: asks more than the norms of its category oblige to; worth nothing unless a rubric names it.
    """

    id: str
    title: str
    category: Category
    severity: Severity
    sources: tuple[Source, ...]
    remedy: str
    since: str
    function: Callable[P, Iterator[Verdict]]
    page: bool
    needs: tuple[Need, ...]
    sole_target: bool
    heuristic: bool
    measured: Measured | None
    advisory: bool = False

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> Iterator[Verdict]:
        """Asks the check; verdicts come in document order."""
        return self.function(*args, **kwargs)

    @property
    def preview(self) -> bool:
        """Reported, worth nothing."""
        return self.heuristic and self.measured is None

    @property
    def manual(self) -> str:
        """The docstring: why, target, expectation, limits, examples."""
        return inspect.getdoc(self.function) or ""


AnyCheck = Check[...]


def check(
    *,
    id: str,
    title: str,
    category: Category,
    severity: Severity,
    sources: tuple[Source, ...],
    remedy: str,
    since: str,
    sole_target: bool = False,
    heuristic: bool = False,
    measured: Measured | None = None,
    advisory: bool = False,
) -> Callable[[Callable[P, Iterator[Verdict]]], Check[P]]:
    """Makes a function a Check; its signature declares what it needs.

    Raises:
        TypeError: a parameter is neither a Page nor a Record (or `Record | Failure`).
    """

    def decorate(function: Callable[P, Iterator[Verdict]]) -> Check[P]:
        page, needs = _needs(function)
        return Check(
            id=id,
            title=title,
            category=category,
            severity=severity,
            sources=sources,
            remedy=remedy,
            since=since,
            function=function,
            page=page,
            needs=needs,
            sole_target=sole_target,
            heuristic=heuristic,
            measured=measured,
            advisory=advisory,
        )

    return decorate


def _needs(function: Callable[..., Iterator[Verdict]]) -> tuple[bool, tuple[Need, ...]]:
    """Whether the function takes a Page, and the records it takes."""
    hints = typing.get_type_hints(function)
    hints.pop("return", None)
    page, needs = False, []
    for name, hint in hints.items():
        if hint is Page:
            page = True
            continue
        parts = typing.get_args(hint) if isinstance(hint, UnionType) else (hint,)
        records = [part for part in parts if part is not Failure]
        if len(records) != 1 or not (isinstance(records[0], type) and issubclass(records[0], Record)):
            raise TypeError(f"{function.__name__}: parameter {name} must be a Page or a Record, not {hint}")
        needs.append(Need(name, records[0], Failure in parts))
    if not page and not needs:
        raise TypeError(f"{function.__name__}: a check needs a Page or a Record")
    return page, tuple(needs)
