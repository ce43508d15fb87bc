"""Recheck: one site, or one finding of it, looked at again beside the first look."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from webaudit.model.check import AnyCheck
from webaudit.model.finding import Finding, Verdict
from webaudit.model.report import Scorecard


def finding_id(site: str, check: str) -> str:
    """How a finding is written, to be looked at again: "dinkes:page-language"."""
    return f"{site}:{check}"


class PageFate(StrEnum):
    """What became of a page at the second look; a page that is not told was not seen again."""

    SEEN = "seen"
    GONE = "gone"
    """It says that it does not exist any more, or leads elsewhere."""


@dataclass(frozen=True, slots=True)
class SecondLook:
    """What the second look saw of what the first had seen.

    Attributes:
        pages: what became of each page, by its address without scheme and "www.".
        asked: addresses that were asked, in the same form.
        linked: addresses that the pages link to, in the same form.
    """

    pages: Mapping[str, PageFate]
    asked: frozenset[str] = frozenset()
    linked: frozenset[str] = frozenset()


class PlaceState(StrEnum):
    """What became of one failed place."""

    REPAIRED = "repaired"
    GONE = "gone"
    """With its page."""
    STILL = "still-failing"
    NEW = "new"
    """Fails now, and was not among the places of the first look."""
    UNSEEN = "not-seen-again"


@dataclass(frozen=True, slots=True)
class Place:
    """One place, with the verdict that tells of it: the later one where it still fails."""

    state: PlaceState
    verdict: Verdict


class ChangeState(StrEnum):
    """What became of one finding."""

    REPAIRED = "repaired"
    STILL = "still-failing"
    NEW = "new"
    """Fails now, and did not."""
    UNSEEN = "not-seen-again"
    """It failed, and whether it does now could not be decided."""
    SAME = "not-failing"
    """It did not fail, and does not."""


@dataclass(frozen=True, slots=True)
class Change:
    """One finding, before and after.

    Attributes:
        points_before: that it lost, of the 100 of the site's scorecard; 0 without a rubric's points.
    """

    check: AnyCheck
    before: Finding
    after: Finding
    state: ChangeState
    places: tuple[Place, ...]
    points_before: float
    points_after: float


@dataclass(frozen=True, slots=True)
class Recheck:
    """A second look at a site beside the first.

    Attributes:
        run: path of the run.
        folder: path of the second look's own folder.
        finding: as the user wrote it, "dinkes:page-language"; empty for the whole site.
        before: the scorecard of the run.
        after: the same with what is known now in place of what was known then.
        seen: the scorecard of what the second look saw by itself, with its status and time.
        changes: of the finding, or all that failed before or fail now.
        has_value: whether the two values can be compared.
        repaired: nothing that was asked about fails any more.
    """

    run: str
    folder: str
    finding: str
    before: Scorecard
    after: Scorecard
    seen: Scorecard
    changes: tuple[Change, ...]
    has_value: bool
    repaired: bool
