"""What axe-core found, as verdicts of the checks that its rules belong to, each defect once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from webaudit.model.finding import Location, Outcome, Tally, Verdict, cant_tell, failed, passed, tally
from webaudit.model.rendered import AxeFinding, Rendered, RenderedPage
from webaudit.vocabulary.axe import axe_rules

AXE = "axe-core"
"""Its name among those who found something."""

UNDECIDED = "a program cannot tell: a person must look at it (rule {rule} of axe-core)"


def axe_findings(page: RenderedPage, check: str) -> tuple[Verdict, ...]:
    """What axe found on one page that belongs to a check; failed ones first."""
    rules = axe_rules()
    mine = [found for found in page.axe if found.rule in rules and rules[found.rule].check == check]
    said = [verdict for found in mine for verdict in _verdicts(page, found)]
    return tuple(sorted(said, key=lambda verdict: verdict.outcome is not Outcome.FAILED))


def axe_verdicts(rendered: Rendered, check: str) -> Iterator[Verdict]:
    """What axe said on all pages that a browser showed, for a check that rests on axe alone."""
    mine = {id for id, rule in axe_rules().items() if rule.check == check}
    for page in rendered.seen:
        page.require("axe")
        found = axe_findings(page, check)
        yield from found
        if not found and any(rule in mine for rule in page.axe_passed):
            yield replace(passed(page.locate()), found_by=(AXE,))


def merged(url: str, own: Tally | None, found: Sequence[Verdict], *, sole_target: bool) -> Tally | None:
    """The tally of one of our page checks with what axe found there: each defect once, with who found it.

    Args:
        own: what we said of the page; None if it had no target.
        found: what axe says, at least one verdict.
    """
    shown, new = _united(own.shown if own else (), found)
    if sole_target:
        # One target: who found it failed decides.
        said = sorted((*shown, *new), key=lambda verdict: verdict.outcome is not Outcome.FAILED)
        return tally(url, said[:1], sole_target=True)
    if own is None:
        return tally(url, new, sole_target=False)
    unseen = own.counts.failed + own.counts.undecided - len(own.shown)
    whole = tally(url, (*[passed(None)] * own.counts.passed, *shown, *new), sole_target=False)
    if whole is None or (unseen == 0 and own.low > 0):
        return whole
    # Of what was not shown it is known only how much it cost.
    counts = replace(whole.counts, undecided=whole.counts.undecided + unseen)
    return replace(whole, low=min(own.low, whole.low), high=min(own.high, whole.high), counts=counts)


def _verdicts(page: RenderedPage, found: AxeFinding) -> Iterator[Verdict]:
    rule = axe_rules()[found.rule]
    for spot in found.spots:
        here = page.locate(spot)
        if found.outcome is Outcome.FAILED and not rule.unsure:
            verdict = failed(here, f"axe-{found.rule}", rule.message)
        else:
            verdict = cant_tell(here, f"axe-{found.rule}", UNDECIDED, rule=found.rule)
        yield replace(verdict, found_by=(AXE,))


def _united(own: Sequence[Verdict], found: Iterable[Verdict]) -> tuple[list[Verdict], list[Verdict]]:
    """Ours, told who else found them, and what is new; an element is known by its path, else its markup."""
    shown, new = list(own), []
    by_path: dict[tuple[str, str], int] = {}
    by_markup: dict[str, int] = {}
    for index, verdict in enumerate(own):
        if isinstance(verdict.here, Location) and verdict.outcome is not Outcome.PASSED:
            by_path.setdefault((verdict.here.url, verdict.here.xpath), index)
            by_markup.setdefault(verdict.here.snippet, index)
    seen: set[tuple[str, str]] = set()
    for verdict in found:
        assert isinstance(verdict.here, Location)
        path = (verdict.here.url, verdict.here.xpath)
        if path in seen:
            # Two of its rules on one element: the first says enough.
            continue
        seen.add(path)
        known = by_path.get(path, by_markup.get(verdict.here.snippet))
        if known is None:
            new.append(verdict)
        elif verdict.outcome is Outcome.FAILED and shown[known].outcome is Outcome.CANT_TELL:
            shown[known] = replace(verdict, found_by=(*shown[known].found_by, AXE))
        elif AXE not in shown[known].found_by and verdict.outcome is shown[known].outcome:
            shown[known] = replace(shown[known], found_by=(*shown[known].found_by, AXE))
    return shown, new
