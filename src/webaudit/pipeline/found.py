"""What a browser showed, brought together with what our checks read: each defect once, with who found it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from webaudit.extract.axe import axe_findings, merged
from webaudit.model.check import AnyCheck
from webaudit.model.finding import Location, Outcome, Tally, Verdict, tally
from webaudit.model.record import FailureReason
from webaudit.model.rendered import Rendered, RenderedPage, UnmeasuredError
from webaudit.pipeline.ask import located, opened
from webaudit.standards import wcag
from webaudit.vocabulary.axe import axe_rules

Looks = dict[str, list[Verdict] | FailureReason]
"""What a check says of each page that a browser showed, by its URL; or why it could not be asked there."""

Place = tuple[str, str]
"""An element: the URL of its document, and its path."""


def looks(ask: Callable[[Rendered], Iterable[Verdict]], shown: Rendered) -> Looks:
    """What a check says of each page that a browser showed.

    Args:
        ask: gives the verdicts of the check.
        shown: all pages; the check is asked about one after the other.
    """
    found: Looks = {}
    for page in shown.pages:
        if page.failure is not None:
            found[page.url] = page.failure.reason
            continue
        try:
            found[page.url] = list(ask(replace(shown, pages=(page,))))
        except UnmeasuredError as error:
            found[page.url] = error.reason
    return found


def tallies_of(check: AnyCheck, said: Looks) -> Iterator[Tally]:
    """The tallies of what a check says of each page; open where it could not be asked."""
    for url, verdicts in said.items():
        if isinstance(verdicts, FailureReason):
            yield opened(url, verdicts)
        elif (folded := tally(url, verdicts, sole_target=check.sole_target)) is not None:
            yield folded


def unite(
    checks: Sequence[AnyCheck], shown: Rendered, tallies: dict[str, list[Tally]], seen: Mapping[str, Looks]
) -> None:
    """Brings together what our checks read, what they saw in the browser, and what axe-core found there.

    A defect is an element and a success criterion. What failed already, in this order, is told there alone,
    with who else found it. Two checks of ours that look in one manner mean two defects.

    Args:
        tallies: of what was read; what axe found of the same checks is added.
        seen: by check, what it says of what a browser showed; what is told elsewhere is taken away.
    """
    for page in shown.seen:
        _Page(page, {check.id: check for check in checks}, tallies, seen).unite()


@dataclass(slots=True)
class _Page:
    """The defects of one page.

    Attributes:
        own: what our checks read, by check.
        held: which check tells of a success criterion at an element.
    """

    page: RenderedPage
    asked: Mapping[str, AnyCheck]
    tallies: dict[str, list[Tally]]
    seen: Mapping[str, Looks]
    own: dict[str, Tally] = field(default_factory=dict)
    held: dict[tuple[str, Place], str] = field(default_factory=dict)

    def unite(self) -> None:
        """What was read, then what was seen, then what axe found."""
        url = self.page.url
        self.own = {id: one for id in self.asked for one in self.tallies.get(id, ()) if one.url == url}
        for id, read in self.own.items():
            self._hold(id, read.shown)
        looked = {id: said for id in self.asked if isinstance(said := self.seen.get(id, {}).get(url), list)}
        for id, said in looked.items():
            said[:] = [one for one in said if _by_axe(one) or not self._told(id, one)]
        for id, said in looked.items():
            self._hold(id, (one for one in said if not _by_axe(one)))
        for id, check in self.asked.items():
            if check.page:
                self._add(check)
            elif id in looked:
                said = looked[id]
                said[:] = [one for one in said if not _by_axe(one) or not self._told(id, one)]
                self._hold(id, said)
        for id, read in self.own.items():
            self.tallies[id] = [*(one for one in self.tallies.get(id, ()) if one.url != url), read]

    def _add(self, check: AnyCheck) -> None:
        """Adds what axe found to what one of our page checks read."""
        kept = []
        for one in map(located, axe_findings(self.page, check.id)):
            if not self._told(check.id, one):
                kept.append(one)
                self._hold(check.id, (one,))
        if kept:
            both = merged(self.page.url, self.own.get(check.id), kept, sole_target=check.sole_target)
            if both is not None:
                self.own[check.id] = both

    def _hold(self, id: str, said: Iterable[Verdict]) -> None:
        if self.asked[id].advisory or self.asked[id].preview:
            # What is worth nothing takes no defect from what is.
            return
        for verdict in said:
            if verdict.outcome is Outcome.FAILED and (place := _place(verdict)):
                for criterion in _criteria(self.asked[id]):
                    self.held.setdefault((criterion, place), id)

    def _told(self, id: str, verdict: Verdict) -> bool:
        """Whether another check tells of the same defect; then that is told who else found it."""
        if verdict.outcome is Outcome.PASSED:
            return False
        for place in _places(verdict):
            for criterion in _criteria(self.asked[id]):
                holder = self.held.get((criterion, place), id)
                if holder != id:
                    self._credit(holder, place, verdict.found_by)
                    return True
        return False

    def _credit(self, holder: str, place: Place, found_by: Sequence[str]) -> None:
        """Notes with what a check says of an element who else found it."""
        if holder in self.own:
            read = self.own[holder]
            self.own[holder] = replace(read, shown=tuple(_credited(read.shown, place, found_by)))
        elif isinstance(said := self.seen.get(holder, {}).get(self.page.url), list):
            said[:] = _credited(said, place, found_by)


def _credited(said: Iterable[Verdict], place: Place, found_by: Sequence[str]) -> Iterator[Verdict]:
    for verdict in said:
        new = [who for who in found_by if who not in verdict.found_by]
        here = new and verdict.outcome is Outcome.FAILED and _place(verdict) == place
        yield replace(verdict, found_by=(*verdict.found_by, *new)) if here else verdict


def _by_axe(verdict: Verdict) -> bool:
    return verdict.code.startswith("axe-")


def _place(verdict: Verdict) -> Place | None:
    here = verdict.here
    return (here.url, here.xpath) if isinstance(here, Location) and here.xpath else None


def _places(verdict: Verdict) -> Iterator[Place]:
    """The element; and where a rule of axe asks what it stands in, the element around it, too."""
    place = _place(verdict)
    if place is None:
        return
    yield place
    rule = axe_rules().get(verdict.code.removeprefix("axe-")) if _by_axe(verdict) else None
    if rule is not None and rule.within:
        yield place[0], place[1].rpartition("/")[0]


def _criteria(check: AnyCheck) -> tuple[str, ...]:
    return tuple(source.section for source in check.sources if source.standard == wcag.STANDARD)
