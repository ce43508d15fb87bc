"""What axe-core found on the pages that a browser showed, brought together with what our checks say."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from webaudit.extract.axe import AXE, axe_findings, merged
from webaudit.model.check import AnyCheck
from webaudit.model.finding import Location, Outcome, Tally, Verdict, tally
from webaudit.model.rendered import Rendered, RenderedPage, UnmeasuredError
from webaudit.pipeline.ask import located, opened
from webaudit.standards import wcag

Echo = tuple[str, str, str]
"""Id of a check, URL and path of an element of which another check says the same."""


def add_axe(checks: Sequence[AnyCheck], shown: Rendered, tallies: dict[str, list[Tally]]) -> frozenset[Echo]:
    """Adds what axe found to the tallies of our page checks, each defect once, with who found it.

    A defect is an element and a success criterion: what another of our checks says already is told there.

    Returns:
        what is told elsewhere.
    """
    told: set[Echo] = set()
    for page in shown.seen:
        told.update(_add(checks, page, tallies))
    return frozenset(told)


def by_page(
    ask: Callable[[Rendered], Iterable[Verdict]], check: AnyCheck, shown: Rendered, told: Collection[Echo]
) -> Iterator[Tally]:
    """The tallies of what a check says of each page that a browser showed; open what it could not measure.

    Args:
        ask: gives the verdicts of the check.
        shown: all pages; the check is asked about one after the other.
        told: what another check says already.
    """
    for page in shown.pages:
        if page.failure is not None:
            yield opened(page.url, page.failure.reason)
            continue
        try:
            said = [one for one in ask(replace(shown, pages=(page,))) if _echo(check, one) not in told]
        except UnmeasuredError as error:
            yield opened(page.url, error.reason)
            continue
        folded = tally(page.url, said, sole_target=check.sole_target)
        if folded is not None:
            yield folded


def _echo(check: AnyCheck, verdict: Verdict) -> Echo:
    here = verdict.here if isinstance(verdict.here, Location) else Location("")
    return check.id, here.url, here.xpath


def _add(checks: Iterable[AnyCheck], page: RenderedPage, tallies: dict[str, list[Tally]]) -> set[Echo]:
    """The same of one page."""
    asked = {check.id: check for check in checks}
    own = {id: said for id in asked for said in tallies.get(id, ()) if said.url == page.url}
    held: dict[tuple[str, str], str] = {}
    for id, said in own.items():
        for verdict in said.shown:
            if verdict.outcome is Outcome.FAILED and (path := _path(verdict)):
                for criterion in _criteria(asked[id]):
                    held.setdefault((criterion, path), id)
    told: set[Echo] = set()
    for id, check in asked.items():
        kept = []
        for verdict in map(located, axe_findings(page, id)):
            path = _path(verdict)
            holder = next((held[c, path] for c in _criteria(check) if (c, path) in held), id)
            if holder != id:
                told.add(_echo(check, verdict))
                if holder in own:
                    own[holder] = _echoed(own[holder], path)
                continue
            kept.append(verdict)
            if verdict.outcome is Outcome.FAILED:
                held.update(dict.fromkeys(((criterion, path) for criterion in _criteria(check)), id))
        if check.page and kept:
            both = merged(page.url, own.get(id), kept, sole_target=check.sole_target)
            if both is not None:
                own[id] = both
    for id, said in own.items():
        tallies[id] = [*(one for one in tallies.get(id, ()) if one.url != page.url), said]
    return told


def _echoed(said: Tally, path: str) -> Tally:
    """The tally, told that axe found the same at an element."""
    shown = tuple(
        replace(verdict, found_by=(*verdict.found_by, AXE))
        if _path(verdict) == path and AXE not in verdict.found_by
        else verdict
        for verdict in said.shown
    )
    return replace(said, shown=shown)


def _path(verdict: Verdict) -> str:
    return verdict.here.xpath if isinstance(verdict.here, Location) else ""


def _criteria(check: AnyCheck) -> tuple[str, ...]:
    return tuple(source.section for source in check.sources if source.standard == wcag.STANDARD)
