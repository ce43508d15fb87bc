"""Causes: what stands behind the places of a finding. A defect in a header is one, on however many pages."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from webaudit.model.finding import Location, Outcome, Verdict

_POSITION = re.compile(r"\[\d+\]")


@dataclass(frozen=True, slots=True)
class Cause:
    """Verdicts that one repair mends. It is told, and moves no score: `tally` counts causes page by page.

    Attributes:
        example: the first of its verdicts.
        places: number of places that are known, at most `LOCATIONS_PER_PAGE` a page.
        pages: number of pages that they stand on.
    """

    example: Verdict
    places: int
    pages: int


def causes(verdicts: Iterable[Verdict]) -> tuple[Cause, ...]:
    """The verdicts of one check by their causes: failed ones first, then by the number of pages.

    One cause is the same outcome, case and markup at the same place of the template. What has no place in a
    page is a cause of its own.
    """
    alike: dict[tuple[Outcome, str, str, str], list[Verdict]] = {}
    for number, verdict in enumerate(verdicts):
        here, place = verdict.here, (str(number), "")
        if isinstance(here, Location) and here.xpath and here.snippet:
            place = template_path(here.xpath), here.snippet
        alike.setdefault((verdict.outcome, verdict.code, *place), []).append(verdict)
    found = (Cause(group[0], len(group), len({_page(one) for one in group})) for group in alike.values())
    return tuple(sorted(found, key=lambda one: (one.example.outcome is not Outcome.FAILED, -one.pages)))


@lru_cache(maxsize=1024)
def template_path(xpath: str) -> str:
    """The path of an element without positions, the same on all pages of a template."""
    return _POSITION.sub("", xpath)


def _page(verdict: Verdict) -> str:
    return verdict.here.url if isinstance(verdict.here, Location) else ""
