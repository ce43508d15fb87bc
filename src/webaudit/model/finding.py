"""Outcome, Location, Verdict, Finding, and the fold from verdicts to a finding."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from math import fsum
from operator import attrgetter

from lxml.html import HtmlElement

from webaudit.model.record import FailureReason

LOCATIONS_PER_PAGE = 20

OURS = "webaudit"
"""Our name among those who found something."""


class Outcome(StrEnum):
    """The outcome values of EARL 1.0."""

    PASSED = "passed"
    FAILED = "failed"
    CANT_TELL = "cantTell"
    INAPPLICABLE = "inapplicable"
    UNTESTED = "untested"


@dataclass(frozen=True, slots=True)
class Location:
    """Where something was seen.

    Attributes:
        xpath: of the element; empty for a whole page or resource.
        line: in the source as parsed, from 1; None if there is none.
        evidence: digest of the stored body, "sha256:…"; empty if there is none.
    """

    url: str
    xpath: str = ""
    line: int | None = None
    snippet: str = ""
    evidence: str = ""


Here = HtmlElement | Location | str | None
"""A target: an element of the page, a place, a URL, or None for the page or site as a whole."""

Value = str | int | float


@dataclass(frozen=True, slots=True)
class Measure:
    """A number behind a verdict; the unit stands in the name, `age_days`."""

    name: str
    value: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of one check on one target (an EARL assertion).

    Attributes:
        code: stable name of the case, "language-missing"; empty for a plain pass.
        message: English template with `values` in braces, the key of its translation.
        found_by: who says so, in the order in which they were asked.
    """

    outcome: Outcome
    here: Here = None
    code: str = ""
    message: str = ""
    values: Mapping[str, Value] = field(default_factory=dict)
    measure: Measure | None = None
    found_by: tuple[str, ...] = (OURS,)


def passed(
    here: Here, code: str = "", message: str = "", *, measure: Measure | None = None, **values: Value
) -> Verdict:
    """The target meets the expectation; a code tells in which way, where a rubric may care."""
    if (here is None or isinstance(here, HtmlElement)) and not code and measure is None:
        return _PASSED
    return Verdict(Outcome.PASSED, here, code, message, values, measure)


_PASSED = Verdict(Outcome.PASSED)
"""Stands for every element that plainly passed: they are counted and shown nowhere; a page has hundreds."""


def failed(
    here: Here, code: str, message: str, *, measure: Measure | None = None, **values: Value
) -> Verdict:
    """The target does not meet the expectation."""
    return Verdict(Outcome.FAILED, here, code, message, values, measure)


def cant_tell(
    here: Here, code: str, message: str, *, measure: Measure | None = None, **values: Value
) -> Verdict:
    """The evidence does not decide it; a person must look."""
    return Verdict(Outcome.CANT_TELL, here, code, message, values, measure)


@dataclass(frozen=True, slots=True)
class Counts:
    """Numbers of targets."""

    passed: int = 0
    failed: int = 0
    undecided: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.passed + other.passed, self.failed + other.failed, self.undecided + other.undecided
        )


@dataclass(frozen=True, slots=True)
class Tally:
    """The verdicts of one check on one page, or on the site as a whole.

    Attributes:
        url: of the page; empty for the site as a whole.
        low: share of the page's points that is won whatever the undecided targets are, 0 to 1.
        high: share that is not lost, 0 to 1.
        shown: failed and undecided verdicts with their Location, at most `LOCATIONS_PER_PAGE`,
            and for the site's sole target its one verdict, whatever it is.
    """

    url: str
    low: float
    high: float
    counts: Counts
    shown: tuple[Verdict, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """The verdicts of one check on one site, folded.

    Attributes:
        check: id.
        low: share of the check's points that is won in any case, 0 to 1.
        high: share that is not lost, 0 to 1; `high - low` is open.
        reason: why it is untested or can not be told; None otherwise.
        verdicts: failed and undecided ones with their Location, ordered by URL and place in the page;
            for a check with a sole target on the site its one verdict, whatever it is.
        pages: number of pages that had a target and were weighed.
    """

    check: str
    outcome: Outcome
    low: float = 0.0
    high: float = 1.0
    counts: Counts = field(default_factory=Counts)
    reason: FailureReason | None = None
    verdicts: tuple[Verdict, ...] = ()
    pages: int = 0

    @property
    def score(self) -> float | None:
        """Share won of what is decided, 0 to 1; None if nothing is."""
        decided = self.low + 1.0 - self.high
        return self.low / decided if self.outcome in _SCORED and decided > 0 else None

    @property
    def decided(self) -> float:
        """Share that is decided, 0 to 1."""
        return self.low + 1.0 - self.high


_SCORED = (Outcome.PASSED, Outcome.FAILED, Outcome.CANT_TELL)


def tally(url: str, verdicts: Iterable[Verdict], *, sole_target: bool) -> Tally | None:
    """Folds the verdicts on one page; None if there is no target. All that are shown have a Location by now.

    With n distinct causes failed and u undecided the page keeps between 1/(1+n+u) and 1/(1+n): passed
    targets can not dilute a failed one, and an undecided target never helps (docs/decisions/0002). A sole
    target keeps all or nothing.
    """
    said = tuple(verdicts)
    if not said:
        return None
    # Looked up once, for a page has hundreds that passed.
    well = Outcome.PASSED
    told = [verdict for verdict in said if verdict.outcome is not well]
    lost = [verdict for verdict in told if verdict.outcome is Outcome.FAILED]
    left_open = [verdict for verdict in told if verdict.outcome is Outcome.CANT_TELL]
    counts = Counts(len(said) - len(told), len(lost), len(left_open))
    if sole_target:
        (_,) = said
        low, high = float(not told), float(not lost)
        return Tally(url, low, high, counts, said if told or not url else ())
    causes_lost = set(map(_cause, lost))
    causes_open = set(map(_cause, left_open)) - causes_lost
    low = 1 / (1 + len(causes_lost) + len(causes_open))
    high = 1 / (1 + len(causes_lost))
    return Tally(url, low, high, counts, _shown(told))


def _cause(verdict: Verdict) -> str:
    """What a repair would mend at once: the same markup or address.

    The code has no part in it: a failed target that becomes undecided gets another code, and would then
    raise `low` by melting into an undecided neighbour of the same markup.
    """
    here = verdict.here
    return (here.snippet or here.url) if isinstance(here, Location) else str(here)


def _shown(said: Sequence[Verdict]) -> tuple[Verdict, ...]:
    """Those of failed and undecided verdicts that are kept, in their order.

    Each cause once before any repeats, failed ones first, so that no cut hides a place where points went.
    """
    if len(said) <= LOCATIONS_PER_PAGE:
        return tuple(said)
    causes: set[tuple[bool, str]] = set()
    first: list[int] = []
    repeated: list[int] = []
    spared = [verdict.outcome is not Outcome.FAILED for verdict in said]
    for index in sorted(range(len(said)), key=spared.__getitem__):
        cause = spared[index], _cause(said[index])
        (repeated if cause in causes else first).append(index)
        causes.add(cause)
    return tuple(said[index] for index in sorted((first + repeated)[:LOCATIONS_PER_PAGE]))


def fold(
    check: str, tallies: Iterable[Tally], reason: FailureReason | None = None, *, thin: Collection[str] = ()
) -> Finding:
    """Folds the tallies of all pages (or the one of the site) to a Finding: the mean over pages.

    Args:
        reason: kept where something was undecided.
        thin: addresses of pages that say nothing of their own. They count where they are worse than the
            others, and not where they are better, so that no flood of them dilutes a failure.
    """
    pages = sorted(tallies, key=attrgetter("url"))
    lows = _weighed([(page.low, page.url in thin) for page in pages])
    highs = _weighed([(page.high, page.url in thin) for page in pages])
    if not lows:
        return Finding(check, Outcome.INAPPLICABLE)
    told = [page.counts for page in pages]
    counts = Counts(*(sum(map(attrgetter(name), told)) for name in ("passed", "failed", "undecided")))
    if counts.failed:
        outcome = Outcome.FAILED
    elif counts.undecided:
        outcome = Outcome.CANT_TELL
    else:
        outcome = Outcome.PASSED
    return Finding(
        check=check,
        outcome=outcome,
        # Exact sums: the order of pages moves no bit.
        low=fsum(lows) / len(lows),
        high=fsum(highs) / len(highs) if highs else 1.0,
        counts=counts,
        reason=reason if counts.undecided else None,
        verdicts=tuple(verdict for page in pages for verdict in page.shown),
        pages=len(lows),
    )


def _weighed(bounds: Iterable[tuple[float, bool]]) -> Sequence[float]:
    """One bound of each page that is weighed: of the thin ones, those that lower the mean.

    It is the least mean that any choice of thin pages gives. So whatever is added or made thin lowers it at
    most, and a bound that rises raises it at most.
    """
    told = sorted(bounds)
    kept = [bound for bound, thin in told if not thin]
    # Where nothing else has a target, the thin ones win nothing, and still lose.
    total, number = (fsum(kept), len(kept)) if kept else (1.0, 1)
    for bound in (bound for bound, thin in told if thin):
        if bound > 0.0 and bound * number >= total:
            break
        kept.append(bound)
        total, number = fsum(kept), len(kept)
    return kept


def untested(check: str, reason: FailureReason) -> Finding:
    """A Finding for a check whose evidence was not brought home: all open."""
    return Finding(check, Outcome.UNTESTED, reason=reason)
